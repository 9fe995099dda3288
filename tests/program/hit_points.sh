#!/usr/bin/env bash
# At content scale 1 and 2: trigger points are clicked in the real window where they are seen, in the middle of the view and beside
# it, and at the rim of their markers; each must be the one that was meant. Usage: hit_points.sh MYOMAP BODY.glb WORK_FOLDER.
# Exit code 77: a tool is missing, so nothing was tested.
. "$(dirname "$0")/window.sh"
start_display 2600x1500

# Where a point lies in the body, metres.
place() {
  "$myomap" where --point "$1" --side right --body "$body" --json |
    awk '/"position_m"/ { n = 3; next } n > 0 { gsub(/[ ,]/, ""); printf "%s ", $0; n-- } END { print "" }'
}

# At 1280x720 points with both columns open the body's space is 605 points from the left in its middle, 720 high.
for scale in 1 2; do
  for point in infraspinatus.1 deltoid_middle.1; do
    read -r x y z <<< "$(place $point)"
    [ -n "${z:-}" ] || { fail "where does not tell $point"; continue; }
    # Beside the middle by metres to the right and up on the picture, which from the back is the body's right; 0.6 m away half the
    # picture's height is 0.6 m x tan(15 degrees).
    for beside in "0 0 0 0" "0.06 -0.04 0 0" "-0.05 0.07 4 -3"; do
      read -r right up off_x off_y <<< "$beside"
      camera=$(awk -v x="$x" -v y="$y" -v z="$z" -v r="$right" -v u="$up" 'BEGIN { print x + r, y - u, z }')
      at=$(awk -v s=$scale -v r="$right" -v u="$up" -v ox="$off_x" -v oy="$off_y" \
        'BEGIN { p = 360 * s / (0.6 * 0.267949); printf "%.0f %.0f", 605 * s + r * p + ox * s, 360 * s - u * p + oy * s }')
      start_window "skin off" --body "$body" --width $((1280 * scale)) --height $((720 * scale)) --content-scale $scale \
        --do "isolate ${point%.*}.right" --do "skin off" --do "camera $camera 0.6 180 0"
      # shellcheck disable=SC2086
      xdotool mousemove $at
      expect "the cursor finds $point at scale $scale, $beside" "hover point $point right"
      xdotool click 1
      expect "a click selects $point at scale $scale, $beside" "selection.point $point"
      stop_window
    done
  done
done

# A window that comes to another monitor while it is open is drawn anew for it, and the points lie where they are seen.
read -r x y z <<< "$(place infraspinatus.1)"
start_window "skin off" --body "$body" --width 2560 --height 1440 --content-scale 1 --do "isolate infraspinatus.right" \
  --do "skin off" --do "camera $x $y $z 0.6 180 0" --do "content scale 2"
xdotool mousemove 1210 720
expect "the cursor finds a point after the scale has changed" "hover point infraspinatus.1 right"
xdotool click 1
expect "and a click selects it" "selection.point infraspinatus.1"
stop_window
report
