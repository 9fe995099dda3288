#!/usr/bin/env bash
# A therapist's five minutes without a mouse: from "tennis elbow" typed into the search to a printed handout and a saved session,
# with the real window and a real keyboard. Usage: patient_journey.sh MYOMAP BODY.glb WORK_FOLDER. Exit code 77: a tool is missing.
. "$(dirname "$0")/window.sh"
needs pdftotext
start_display
cd "$work" || exit 1

open_window() {  # OPTION…
  start_window "skin .*" --body "$body" --width 1280 --height 800 --content-scale 1 "$@"
}

open_window
xdotool key slash
sleep 0.3
xdotool type --delay 40 "tennis elbow"
expect "typing searches" "find tennis elbow"
xdotool key Return
expect "Enter takes the condition" "selection.condition lateral_elbow_tendinopathy"
xdotool key n
expect "n goes to its first point" "selection.point [a-z_]+\.[0-9]+"
point=$(sed -n 's/^selection.point //p' "$state")
xdotool key j
expect "j keeps the point" "kept $point .*"
expect "which is in no file yet" "unsaved true"

xdotool key ctrl+p
expect "Ctrl+P asks what a handout is to say" "ask handout"
sleep 2
xdotool key ctrl+a
xdotool type --delay 20 "$work/home.pdf"
xdotool key Return
appears "Enter makes the handout" "$work/home.pdf"
pdftotext "$work/home.pdf" "$work/home.txt"
for words in "Tennis elbow" "What we do" "At home" "When to call a doctor"; do
  grep -q "$words" "$work/home.txt" || fail "the handout does not say \"$words\""
done
expect "and the question is gone" "ask nothing"

xdotool key ctrl+s
expect "Ctrl+S asks where, the first time" "ask save"
sleep 2
xdotool key ctrl+a
xdotool type --delay 20 "$work/visit.json"
xdotool key Return
appears "Enter saves the session" "$work/visit.json"
expect "nothing is unsaved now" "unsaved false"
grep -q "\"point\": \"$point\"" "$work/visit.json" || fail "the session does not hold the point"
xdotool key Delete
stop_window

open_window --session "$work/visit.json"
expect "the session opens again with its point" "kept $point .*"
expect "what was looked at is selected" "selection.point $point"
expect "and nothing is unsaved" "unsaved false"
stop_window

head -c $(($(grep -ob '"views"' "$work/visit.json" | cut -d: -f1) + 5)) "$work/visit.json" > "$work/cut.json"
cp "$work/cut.json" "$work/cut_before.json"
open_window --session "$work/cut.json"
expect "a session that was cut short gives what can be read" "kept $point .*"
grep -q "the file is damaged" "$errors" || fail "the damage is not told"
xdotool key ctrl+s
expect "and is not written over" "ask save"
stop_window
cmp -s "$work/cut.json" "$work/cut_before.json" || fail "the damaged file was changed"

ls "$XDG_DATA_HOME" 2> /dev/null | grep -q . && fail "something was written that nobody asked for: $(find "$XDG_DATA_HOME")"
report
