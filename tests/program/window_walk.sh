#!/usr/bin/env bash
# Walks through the real window with a real mouse and keyboard on a virtual display, and reads what came of it from the state
# file. Usage: window_walk.sh MYOMAP BODY.glb WORK_FOLDER. Exit code 77: a tool is missing, so nothing was tested.
set -u
myomap=$1
body=$2
work=$3

for tool in Xvfb xdotool; do
  command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

mkdir -p "$work"
state=$work/window_state.txt
rm -f "$state"
export XDG_DATA_HOME=$work/user_data XDG_CONFIG_HOME=$work/user_settings HOME=$work
rm -rf "$work/user_data" "$work/user_settings"
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
# expect WHAT PATTERN: a line of the state matches within ten seconds.
expect() {
  for _ in $(seq 100); do
    grep -qE "^$2\$" "$state" 2> /dev/null && return 0
    sleep 0.1
  done
  echo "FAILED: $1: no line of the state is \"$2\""
  failures=$((failures + 1))
  [ -f "$state" ] && sed 's/^/    /' "$state"
  return 1
}

# In points: with both columns open the body's space of this window has its middle here.
middle_x=605
middle_y=360
rm -rf "$work/data"
cp -r "$(dirname "$0")/../../data" "$work/data"
"$myomap" --body "$body" --data "$work/data" --width 1280 --height 720 --content-scale 1 --state-file "$state" \
  --do "view back" --do "fly to infraspinatus.right" --do "layer points off" 2> "$work/window_errors.txt" &
program=$!
expect "the window opens" "skin clear" || exit 1
window=$(xdotool search --onlyvisible --name '^Myomap$' | head -1)
xdotool windowfocus "$window" 2> /dev/null

xdotool mousemove $middle_x $middle_y
expect "hover names the muscle" "hover part infraspinatus.right"
xdotool click 1
expect "a click selects the muscle" "selection.muscle infraspinatus"
expect "on its side" "selection.side right"
xdotool key n
expect "n goes to the first point" "selection.point infraspinatus.1"
xdotool key n
expect "and on" "selection.point infraspinatus.2"
xdotool key ctrl+z
expect "undo goes back" "selection.point infraspinatus.1"
expect "and can be redone" "redo Next point"
xdotool key ctrl+shift+z
expect "redo" "selection.point infraspinatus.2"
xdotool key Escape
expect "Escape steps back to the muscle" "selection.point "
xdotool key h
expect "h hides the muscle" "hidden 1"
expect "and ends the selection" "selection.muscle "
xdotool key shift+h
expect "Shift+H shows all" "hidden 0"

xdotool key f
expect "f looks from the front" "camera .* 0 0"
expect "the muscle is no longer under the resting cursor" "hover( part ([^i]|i[^n]).*)?"
xdotool mousemove $middle_x 640 mousedown 1 mousemove $((middle_x + 40)) 640 mousemove $((middle_x + 100)) 640 sleep 0.4 mouseup 1
expect "a drag turns the body" "camera .* -40 0"
expect "as one step" "undo Move the view"
xdotool key ctrl+z
expect "which undo takes back" "camera .* 0 0"

xdotool key slash
sleep 0.3
xdotool type infraspin
expect "typing searches" "find infraspin"
xdotool key Return
expect "Enter takes the first hit" "selection.muscle infraspinatus"
xdotool key Escape Escape
xdotool key F3
expect "F3 shows the conditions" "tab conditions"
xdotool key F10
expect "F10 changes the theme" "theme dark"
xdotool key F1
expect "F1 shows the keys" "help true"
xdotool key Escape
expect "Escape closes them" "help false"
xdotool key F8
expect "F8 folds the left column" "panel.left false"
xdotool key F8
expect "and opens it" "panel.left true"
xdotool key s
expect "s takes the skin off" "skin off"
xdotool key x
expect "x is the x-ray" "x-ray true"

xdotool key s x ctrl+e
for _ in $(seq 1200); do ls "$work"/user_data/myomap/pictures/*.png > /dev/null 2>&1 && break; sleep 0.1; done
file "$work"/user_data/myomap/pictures/*.png 2> /dev/null | grep -q "PNG image" ||
  { echo "FAILED: Ctrl+E saves no picture"; failures=$((failures + 1)); }
grep -q '"theme dark"' "$work/user_settings/myomap/settings.json" 2> /dev/null ||
  { echo "FAILED: the theme is not kept in the settings"; failures=$((failures + 1)); }

# told WHAT WORDS: standard error says so within ten seconds.
told() {
  for _ in $(seq 100); do
    grep -q "$2" "$work/window_errors.txt" && return 0
    sleep 0.1
  done
  echo "FAILED: $1: standard error does not say \"$2\""
  failures=$((failures + 1))
}
zones=$work/data/catalog/zones.json
sed -i 's/"id": "head.temple"/"id": "head.tempel"/' "$zones"
told "an edit that breaks the catalog is told with its place" 'no zone "head.temple"'
sed -i 's/"id": "head.tempel"/"id": "head.temple"/' "$zones"
told "and the mended one is taken" "the data was read again"

kill -0 "$program" 2> /dev/null || { echo "FAILED: the program has ended"; failures=$((failures + 1)); }
kill "$program"
wait "$program" 2> /dev/null
program=

for size in "900 600" "1280 720"; do
  set -- $size
  rm -f "$work/window.png"
  "$myomap" --body "$body" --width "$1" --height "$2" --select infraspinatus.1 --screenshot "$work/window.png" \
    || { echo "FAILED: a picture of the window at $1x$2"; failures=$((failures + 1)); }
  [ -s "$work/window.png" ] || { echo "FAILED: no picture at $1x$2"; failures=$((failures + 1)); }
done

# What was set is there again at the next start, also from a file that is half broken.
rm -f "$state"
sed -i 's/"theme dark",/"theme dark", "no setting",/' "$work/user_settings/myomap/settings.json"
"$myomap" --body "$body" --state-file "$state" 2> "$work/window_errors.txt" &
program=$!
expect "the theme is that of the last run" "theme dark"
told "a line that is no setting is told" "this is no setting"
kill "$program"
wait "$program" 2> /dev/null
program=

# A body that is none: the window says so and stays open.
echo "no body" > "$work/broken.glb"
"$myomap" --body "$work/broken.glb" 2> "$work/broken.txt" &
program=$!
sleep 2
kill -0 "$program" 2> /dev/null || { echo "FAILED: the window closed on a broken body"; failures=$((failures + 1)); }
grep -q broken.glb "$work/broken.txt" || { echo "FAILED: a broken body is not told"; failures=$((failures + 1)); }

[ "$failures" -eq 0 ] && echo "all steps passed"
exit $((failures > 0))
