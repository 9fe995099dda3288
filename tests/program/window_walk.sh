#!/usr/bin/env bash
# Walks through the real window with a real mouse and keyboard on a virtual display, and reads what came of it from the state
# file. Usage: window_walk.sh MYOMAP BODY.glb WORK_FOLDER. Exit code 77: a tool is missing, so nothing was tested.
. "$(dirname "$0")/window.sh"
start_display

# In points: with both columns open the body's space of this window has its middle here.
middle_x=605
middle_y=360
cp -r "$(dirname "$0")/../../data" "$work/data"
start_window "skin clear" --body "$body" --data "$work/data" --width 1280 --height 720 --content-scale 1 \
  --do "view back" --do "fly to infraspinatus.right" --do "layer points off"

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

# Reported: the undo of a pasted view was called "Start over", and the window did not say where a recording lies.
xdotool key ctrl+c b
expect "another view" "camera .* 180 0"
xdotool key x ctrl+v
expect "a pasted view is undone by its own name" "undo Bring back a view"
expect "and is the one that was copied" "x-ray false"

xdotool key f
expect "f looks from the front" "camera .* 0 0"
expect "the muscle is no longer under the resting cursor" "hover( part ([^i]|i[^n]).*)?"
xdotool mousemove $middle_x 640 mousedown 1 mousemove $((middle_x + 40)) 640 mousemove $((middle_x + 100)) 640 sleep 0.4 mouseup 1
expect "a drag turns the body" "camera .* -40 0"
expect "as one step" "undo Move the view"
xdotool key ctrl+z
expect "which undo takes back" "camera .* 0 0"

# Reported: a click in a panel was lost where press and release fell into different frames, and a field that was clicked in a hurry
# took no words.
back_x=549
xdotool mousemove $back_x 33 sleep 0.5 mousedown 1 sleep 0.5 mouseup 1
expect "a slow click on Back looks from the back" "camera .* 180 0"
xdotool mousemove 487 33 sleep 0.5 click 1
expect "a quick one on Front from the front" "camera .* 0 0"
xdotool mousemove 150 85 click 1 sleep 0.7 type temp
expect "a quick click into the search field lets one type" "find temp"
xdotool key Escape Escape
expect "Escape clears it" "find ?"
xdotool mousemove $middle_x 640

# Reported: Ctrl+K opened nothing, and what was typed after it did what its letters do as keys.
command_by_name() {
  xdotool key ctrl+k type "$1"
  expect "Ctrl+K opens the palette" "commands true"
  sleep 1
  xdotool key Return
  expect "Enter closes it" "commands false"
}
command_by_name uncut
expect "no letter typed at once after Ctrl+K is a key" "camera .* 0 0"
expect "nor chooses a point" "selection.point "
command_by_name "light or dark"
expect "the palette does what it found" "theme dark"
command_by_name "light or dark"
expect "and again" "theme light"

command_by_name "high contrast"
expect "settings are told in the state as well" "contrast on"
command_by_name "high contrast"
expect "off again" "contrast off"
command_by_name "write down"
expect "it records" "record on"
xdotool key t
expect "what is done while it records" "camera .* 0 90"
command_by_name "write down"
told "a recording is told with its place" "recording.txt"
xdotool key f
expect "back to the front" "camera .* 0 0"
"$myomap" play --body "$body" "$work/user_data/myomap/recording.txt" > "$work/played.txt" || fail "a recording is not played"
grep -qE "^camera .* 0 90$" "$work/played.txt" || fail "a recording plays to another view"

xdotool key x key x key slash type infraspin
expect "typing searches, at once after its key, which is not typed, nor are those before" "find infraspin"
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
  fail "Ctrl+E saves no picture"
grep -q '"theme dark"' "$work/user_settings/myomap/settings.json" 2> /dev/null ||
  fail "the theme is not kept in the settings"

zones=$work/data/catalog/zones.json
sed -i 's/"id": "head.temple"/"id": "head.tempel"/' "$zones"
told "an edit that breaks the catalog is told with its place" 'no zone "head.temple"'
sed -i 's/"id": "head.tempel"/"id": "head.temple"/' "$zones"
told "and the mended one is taken" "the data was read again"

still_runs
stop_window

for size in "900 600" "1280 720"; do
  set -- $size
  rm -f "$work/window.png"
  "$myomap" --body "$body" --width "$1" --height "$2" --select infraspinatus.1 --screenshot "$work/window.png" \
    || fail "a picture of the window at $1x$2"
  [ -s "$work/window.png" ] || fail "no picture at $1x$2"
done

# What was set is there again at the next start, also from a file that is half broken.
sed -i 's/"theme dark",/"theme dark", "no setting",/' "$work/user_settings/myomap/settings.json"
start_window "theme dark" --body "$body"
told "a line that is no setting is told" "this is no setting"
stop_window

# A body that is none: the window says so and stays open.
echo "no body" > "$work/broken.glb"
"$myomap" --body "$work/broken.glb" 2> "$work/broken.txt" &
program=$!
sleep 2
kill -0 "$program" 2> /dev/null || fail "the window closed on a broken body"
grep -q broken.glb "$work/broken.txt" || fail "a broken body is not told"
report
