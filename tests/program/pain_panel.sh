#!/usr/bin/env bash
# The panel of pain by mouse: a zone chosen on the small figure, a candidate held against what is painted while the mouse is over
# it, the smallest set taken, and as many candidates in view as a person compares at once. Places are those of a window of 1280 x 720.
# Usage: pain_panel.sh MYOMAP BODY.glb WORK_FOLDER [PICTURES_FOLDER]. Exit code 77: a tool is missing, so nothing was tested.
. "$(dirname "$0")/window.sh"
needs import od
pictures=${4:-}
start_display

open() {  # PATTERN ACTION…: a window after these
  local actions=()
  for action in "${@:2}"; do actions+=(--do "$action"); done
  start_window "$1" --body "$body" --width 1280 --height 720 --content-scale 1 "${actions[@]}" --do "motion off"
}
click() {  # X Y
  xdotool mousemove "$1" "$2" sleep 1 mousedown 1 sleep 0.5 mouseup 1
}
stroke() {  # X1 Y1 X2 Y2: the left button held from one place to the other
  xdotool mousemove "$1" "$2" sleep 0.3 mousedown 1 sleep 0.1 mousemove $((($1 + $3) / 2)) $((($2 + $4) / 2)) sleep 0.1 \
    mousemove "$3" "$4" sleep 0.1 mouseup 1
}
picture() {
  [ -n "$pictures" ] && sleep 2 && import -window root "$pictures/$1.png"
  return 0
}
pixels() {  # WIDTHxHEIGHT+X+Y "R G B": how many pixels there are near that colour
  import -window root -crop "$1" -depth 8 rgb:- | od -An -v -tu1 -w3 | awk -v colour="$2" '
    BEGIN { split(colour, c) }
    { d = ($1 - c[1]) ^ 2 + ($2 - c[2]) ^ 2 + ($3 - c[3]) ^ 2; if (d < 900) n++ }
    END { print n + 0 }'
}
shown() {  # WHAT WIDTHxHEIGHT+X+Y "R G B" LEAST: before long that many pixels have the colour
  for _ in $(seq 40); do
    [ "$(pixels "$2" "$3")" -ge "$4" ] && return 0
    sleep 0.3
  done
  fail "$1: $(pixels "$2" "$3") pixels near $3, not $4"
}

open "tab pain" "tab pain"
click 59 460
expect "a click on the small figure paints the zone there" "painted thigh\.[a-z.]+ right .*"
expect "and what may be its source is found" "found 1 [a-z_]+\.[0-9]+ right"
expect "the zones stay in view for the next one" "pain show zones"
picture figure
click 59 460
gone "a second click takes it away" "painted .*"

body_space=560x560+320+60
violet="116 46 168"
amber="236 158 24"
legend=400x110+405+600
open "found 1 .*" "tab pain" "paint zone head.temple right" "paint zone neck.posterior right" "pain show sources" "view right"
first=$(sed -n 's/^found 1 //p' "$state")
xdotool mousemove 600 300
shown "what is painted is shown in one tone" $legend "$violet" 60
[ "$(pixels $legend "$amber")" -le 20 ] || fail "two tones are told while no candidate is held against it"
xdotool mousemove 150 385
expect "the mouse over a candidate holds its map against it" "preview $first"
shown "what it explains has its tone" $legend "$violet" 60
shown "what it does not explain has another" $legend "$amber" 60
shown "and so on the body" $body_space "$amber" 60
shown "and what it predicts has a third" $legend "213 38 36" 5
picture hover
# Three rows are whole in view: each has its sign to add it to the set, 79 pixels below the one before.
added=0
for row in 361 440 519; do
  click 257 $row
  added=$((added + 1))
  for _ in $(seq 100); do [ "$(grep -c '^together ' "$state")" -eq $added ] && break; sleep 0.1; done
done
[ "$(grep -c '^together ' "$state")" -eq 3 ] || fail "three candidates in view are added, not $(grep -c '^together ' "$state")"
picture added

open "found 1 .*" "tab pain" "paint zone head.temple right" "paint zone shoulder.lateral right" "pain show sources"
click 100 324
picture set
click 75 418
expect "the smallest set is taken" "together [a-z_]+\.[0-9]+ right"
picture taken

# What is left out of the list is told, and comes back.
open "found 1 .*" "tab pain" "paint zone head.temple right" "paint zone neck.posterior left" "pain show sources"
expect "sources of both sides are listed" "found [1-8] .* left"
click 60 295
click 232 327
expect "only one side is listed" "only side right"
gone "and none of the other" "found [1-8] .* left"
click 232 369
expect "only the best known are listed" "only confidence high"
click 130 412
click 60 470
expect "only muscles of head and neck are listed" "only region head_neck"
expect "some are left" "found 1 .* right"
picture filters
click 130 412
click 60 578
expect "those of forearm and hand are listed" "only region forearm_hand"
picture nothing_passes
click 60 533
expect "where none is left, all are shown again" "only region any"
expect "of every confidence" "only confidence any"
expect "and of both sides" "only side any"

# Pain that no point explains: it is said, with what must not be missed; a condition there can be opened.
open "fits true" "tab pain" "paint zone hand.little right" "paint zone foot.forefoot right" "paint zone knee.anterior right" \
  "pain show sources" "brush on" "brush size 40"
stroke 640 330 660 345
expect "pain that was painted far off as well is explained by none" "fits false"
picture nothing_fits
click 80 387
expect "a condition that it may be is opened" "selection\.condition [a-z_]+"
picture condition
xdotool key ctrl+z
xdotool key ctrl+z
expect "undo takes the stroke back, and there are sources again" "fits true"
still_runs
report
