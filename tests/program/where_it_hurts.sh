#!/usr/bin/env bash
# Paints pain on the body with a real mouse on a virtual display and reads what it leads to from the state file.
# The places are those of our own body. Usage: where_it_hurts.sh MYOMAP BODY.glb WORK_FOLDER [PICTURES_FOLDER]. Exit code 77: a tool
# is missing, so nothing was tested.
. "$(dirname "$0")/window.sh"
pictures=${4:-}
start_display

# open ACTION...: a window with the brush on after these.
open() {
  local actions=()
  for action in "$@"; do actions+=(--do "$action"); done
  start_window "brush on" --body "$body" --width 1280 --height 720 --content-scale 1 "${actions[@]}" \
    --do "motion off" --do "brush on"
}
# stroke X1 Y1 X2 Y2: the left button held from one place to the other.
stroke() {
  xdotool mousemove "$1" "$2" mousedown 1
  for step in 1 2 3 4 5 6; do
    xdotool mousemove $(($1 + ($3 - $1) * step / 6)) $(($2 + ($4 - $2) * step / 6)) sleep 0.1
  done
  xdotool mouseup 1
}
picture() {
  [ -n "$pictures" ] && command -v import > /dev/null && sleep 2 && import -window root "$pictures/$1.png"
  return 0
}

# The middle of the body's space, with both columns open.
x=605
y=360

# From the edge of the forehead over the temple to above the ear.
open "camera -0.06 1.545 0.115 0.6 -90 0" "brush size 20"
stroke $((x + 85)) $((y - 32)) $((x - 55)) $((y - 32))
expect "the temple is painted" "painted head.temple right .*"
for muscle in trapezius_descending sternocleidomastoid_[a-z]+ temporalis; do
  expect "pain in the temple finds $muscle among the first five" "found [1-5] $muscle\.[0-9]+ right"
done
picture temple
xdotool key ctrl+z
expect "undo takes the stroke back" "redo Paint where it hurts"
never "nothing is painted then" "painted .*"
xdotool key ctrl+shift+z
expect "redo paints it again" "painted head.temple right .*"
xdotool key shift+w
sleep 0.3
xdotool key u u u
expect "keys make the brush larger" "brush size (3[0-9]|4[0-9]).*"
stroke $((x + 85)) $((y - 32)) $((x - 55)) $((y - 32))
gone "the eraser takes it away" "painted head.temple right ([2-9][0-9]|100) % of it"

open "camera -0.09 0.22 0.05 0.9 -90 0" "brush size 22"
stroke $x $((y - 110)) $x $((y + 110))
expect "the outer leg is painted" "painted leg.lateral right .*"
expect "pain of the outer leg finds gluteus minimus" "found [1-5] gluteus_minimus\.[0-9]+ right"
picture leg

open "camera -0.064 -0.04 0.03 0.5 180 0" "brush size 16"
stroke $((x - 25)) $y $((x + 25)) $y
expect "the heel is painted" "painted foot.heel right .*"
expect "pain in the heel finds soleus" "found [1-5] soleus\.[0-9]+ right"
picture heel

# Through no limb: whatever the brush's size, the thigh's back stays clean.
for size in 4 18 40 80; do
  open "camera -0.09 0.6 0.08 1 0 0" "brush size $size"
  stroke $((x - 10)) $((y - 60)) $((x + 10)) $((y + 60))
  expect "the front of the thigh is painted" "painted thigh.anterior(\.[a-z]+)? right .*"
  never "a brush of $size mm leaves the back clean" "painted thigh.posterior.*"
  picture thigh_$size
done

# The wheel with Shift, and both sides at once.
open "camera -0.06 1.545 0.115 0.6 0 0" "brush size 20" "brush mirror on"
xdotool mousemove $x $((y - 60)) keydown shift click 4 click 4 click 4 keyup shift
expect "Shift and the wheel make the brush larger" "brush size (2[3-9]|3[0-9]).*"
stroke $((x - 30)) $((y - 60)) $((x - 10)) $((y - 60))
expect "a mirrored brush paints the right temple" "painted head.temple right .*"
expect "and the left one" "painted head.temple left .*"
picture mirror

# What is painted is a file that any body can be asked with, and that opens again.
open "paint zone head.temple right" "area name Temple" "area intensity 7" "area deep on" "area new Heel" \
  "paint foot.right 0.1 180 20" "pain save $work/pain.json"
appears "the painted areas are saved" "$work/pain.json"
grep -q '"name": "Temple", "intensity": 7, "deep": true' "$work/pain.json" || fail "the file is not to be read by a person"
first=$(sed -n 's/^found 1 //p' "$state")
"$myomap" find --paint "$work/pain.json" --json --body "$body" > "$work/found.json" || fail "find --paint"
grep -m1 '"point"' "$work/found.json" | grep -q "\"${first% *}\"" || fail "find --paint finds another point first than the window"
open "pain open $work/pain.json"
expect "the areas come back" "area Temple, intensity 7, deep, 1 marks"
expect "all of them" "area Heel, intensity 5, 1 marks"
expect "and lead to the same" "found 1 $first"
still_runs
report
