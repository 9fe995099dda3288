#!/usr/bin/env bash
# A therapist's five minutes without a mouse: from "tennis elbow" typed into the search to a printed handout and a saved session,
# with the real window and a real keyboard. Usage: patient_journey.sh MYOMAP BODY.glb WORK_FOLDER. Exit code 77: a tool is missing.
set -u
myomap=$1
body=$2
work=$3

for tool in Xvfb xdotool pdftotext; do
  command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1
state=$work/state.txt
export XDG_DATA_HOME=$work/user_data XDG_CONFIG_HOME=$work/user_settings
exec 3> "$work/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp > "$work/xvfb.log" 2>&1 &
xvfb=$!
program=
finish() {
  [ -n "$program" ] && kill "$program" 2> /dev/null
  kill "$xvfb" 2> /dev/null
  wait 2> /dev/null
}
trap finish EXIT
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$work/display")

failures=0
fail() {
  echo "FAILED: $1"
  failures=$((failures + 1))
}
expect() {  # WHAT PATTERN: a line of the state matches within twenty seconds
  for _ in $(seq 200); do
    grep -qE "^$2\$" "$state" 2> /dev/null && return 0
    sleep 0.1
  done
  fail "$1: no line of the state is \"$2\""
  [ -f "$state" ] && sed 's/^/    /' "$state"
  return 1
}
appears() {  # WHAT FILE: it is there within a minute
  for _ in $(seq 600); do
    [ -s "$2" ] && return 0
    sleep 0.1
  done
  fail "$1: there is no $2"
  return 1
}
open_window() {  # OPTION…
  rm -f "$state"
  "$myomap" --body "$body" --width 1280 --height 800 --content-scale 1 --state-file "$state" "$@" 2>> "$work/errors.txt" &
  program=$!
  expect "the window opens" "skin .*" || exit 1
  xdotool windowfocus "$(xdotool search --onlyvisible --name '^Myomap' | head -1)" 2> /dev/null
  sleep 0.3
}
close_window() {
  kill "$program"
  wait "$program" 2> /dev/null
  program=
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
close_window

open_window --session "$work/visit.json"
expect "the session opens again with its point" "kept $point .*"
expect "what was looked at is selected" "selection.point $point"
expect "and nothing is unsaved" "unsaved false"
close_window

head -c $(($(grep -ob '"views"' "$work/visit.json" | cut -d: -f1) + 5)) "$work/visit.json" > "$work/cut.json"
cp "$work/cut.json" "$work/cut_before.json"
open_window --session "$work/cut.json"
expect "a session that was cut short gives what can be read" "kept $point .*"
grep -q "the file is damaged" "$work/errors.txt" || fail "the damage is not told"
xdotool key ctrl+s
expect "and is not written over" "ask save"
close_window
cmp -s "$work/cut.json" "$work/cut_before.json" || fail "the damaged file was changed"

ls "$XDG_DATA_HOME" 2> /dev/null | grep -q . && fail "something was written that nobody asked for: $(find "$XDG_DATA_HOME")"
[ "$failures" -eq 0 ] && echo "all steps passed"
exit $((failures > 0))
