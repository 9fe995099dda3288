#!/usr/bin/env bash
# At content scale 1 and 2: trigger points are clicked in the real window where they are seen, in the middle of the view and beside
# it, and at the rim of their markers; each must be the one that was meant. Usage: hit_points.sh MYOMAP BODY.glb WORK_FOLDER.
# Exit code 77: a tool is missing, so nothing was tested.
set -u
myomap=$1
body=$2
work=$3
for tool in Xvfb xdotool; do
  command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
mkdir -p "$work"
export XDG_DATA_HOME=$work/user_data XDG_CONFIG_HOME=$work/user_settings
exec 3> "$work/display"
Xvfb -displayfd 3 -screen 0 2600x1500x24 -nolisten tcp > "$work/xvfb.log" 2>&1 &
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
state=$work/state.txt
# expect WHAT PATTERN: a line of the state matches within 40 seconds.
expect() {
  for _ in $(seq 400); do
    grep -qE "^$2\$" "$state" 2> /dev/null && return 0
    sleep 0.1
  done
  echo "FAILED: $1: no line of the state is \"$2\""
  failures=$((failures + 1))
  return 1
}

# Where a point lies in the body, metres.
place() {
  "$myomap" where --point "$1" --side right --body "$body" --json |
    awk '/"position_m"/ { n = 3; next } n > 0 { gsub(/[ ,]/, ""); printf "%s ", $0; n-- } END { print "" }'
}

# At 1280x720 points with both columns open the body's space is 605 points from the left in its middle, 720 high.
for scale in 1 2; do
  for point in infraspinatus.1 deltoid_middle.1; do
    read -r x y z <<< "$(place $point)"
    [ -n "${z:-}" ] || { echo "FAILED: where does not tell $point"; failures=$((failures + 1)); continue; }
    # Beside the middle by metres to the right and up on the picture, which from the back is the body's right; 0.6 m away half the
    # picture's height is 0.6 m x tan(15 degrees).
    for beside in "0 0 0 0" "0.06 -0.04 0 0" "-0.05 0.07 4 -3"; do
      read -r right up off_x off_y <<< "$beside"
      camera=$(awk -v x="$x" -v y="$y" -v z="$z" -v r="$right" -v u="$up" 'BEGIN { print x + r, y - u, z }')
      at=$(awk -v s=$scale -v r="$right" -v u="$up" -v ox="$off_x" -v oy="$off_y" \
        'BEGIN { p = 360 * s / (0.6 * 0.267949); printf "%.0f %.0f", 605 * s + r * p + ox * s, 360 * s - u * p + oy * s }')
      rm -f "$state"
      "$myomap" --body "$body" --width $((1280 * scale)) --height $((720 * scale)) --content-scale $scale --state-file "$state" \
        --do "isolate ${point%.*}.right" --do "skin off" --do "camera $camera 0.6 180 0" 2> "$work/errors.txt" &
      program=$!
      expect "the window opens at scale $scale" "skin off" || exit 1
      # shellcheck disable=SC2086
      xdotool mousemove $at
      expect "the cursor finds $point at scale $scale, $beside" "hover point $point right"
      xdotool click 1
      expect "a click selects $point at scale $scale, $beside" "selection.point $point"
      kill "$program"
      wait "$program" 2> /dev/null
      program=
    done
  done
done
[ "$failures" -eq 0 ] && echo "all points were hit"
exit $((failures > 0))
