#!/usr/bin/env bash
# Tells the story in the real window by keyboard alone and as still pictures, and asks where a needle goes.
# Usage: story.sh MYOMAP BODY.glb WORK_FOLDER. Exit code 77: a tool is missing, so nothing was tested.
. "$(dirname "$0")/window.sh"
needs Xvfb xdotool

"$myomap" where --point infraspinatus.1 --side right --needle --json --body "$body" > "$work/needle.json" || fail "where --needle"
for word in skin_to_point_mm skin_to_muscle_mm near behind not_in_this_model caution '"about": "For explaining only'; do
  grep -q "$word" "$work/needle.json" || fail "where --needle does not tell $word"
done
"$myomap" where --point infraspinatus.1 --side right --needle --body "$body" | grep -q "not in this model: " \
  || fail "what the model lacks is not told"

"$myomap" render --story infraspinatus.1 --side left --output "$work/stills" --body "$body" 2> /dev/null || fail "render --story"
[ "$(ls "$work/stills" | wc -l)" -eq 11 ] || fail "ten scenes and a sheet are $(ls "$work/stills" | wc -l) files"
"$myomap" render --do "select point infraspinatus.1 left" --do "story at 0.35" --output "$work/at.png" --body "$body" \
  || fail "a still of any moment"
"$myomap" render --story nothing.1 --output "$work/none" --body "$body" 2> /dev/null && fail "a point that is none was taken"

start_display
start_window "selection.point infraspinatus.1" --body "$body" --width 1280 --height 720 --content-scale 1 \
  --select infraspinatus.1
xdotool key g
expect "g shows the needle" "needle true"
xdotool key g
expect "and hides it" "needle false"
xdotool key e
sleep 2.5
xdotool key space
expect "e begins the story" "story.open true"
expect "space stops it" "story.playing false"
expect "after some of the first scene" "story.at 0[.][0-9]+"
xdotool key Next
expect "page down is the next scene" "story.scene 2"
expect "from its beginning" "story.at 0"
xdotool key Prior
expect "page up the one before" "story.scene 1"
xdotool key space
sleep 1.5
xdotool key space
expect "it plays on" "story.at 0[.][0-9]+"
xdotool key Escape
expect "Escape ends it" "story.open false"
expect "and keeps the point" "selection.point infraspinatus.1"

still_runs
stop_window

"$myomap" --body "$body" --width 900 --height 600 --select infraspinatus.1 --do "story step 3" --do "story pause" \
  --screenshot "$work/window.png" || fail "a picture of the story in the window"
[ -s "$work/window.png" ] || fail "no picture of the window"
report
