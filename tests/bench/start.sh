#!/usr/bin/env bash
# The time from process start to the first frame, beside f3d on the same GLB, turn about on one virtual display:
#   tests/bench/start.sh MYOMAP BODY.glb [RUNS [F3D_BODY.glb]]
# f3d reads no packed body: for ours give it what `myomap build-body --plain` writes of the same numbers.
# Myomap tells itself when its first frame with the body was shown, counted from the kernel's start of the process. f3d cannot, so
# it draws one picture of the same size and its whole run counts.
set -euo pipefail
myomap=$1
body=$2
runs=${3:-9}
f3d_body=${4:-$body}
for tool in Xvfb f3d; do
  command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
work=$(mktemp -d)
exec 3> "$work/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp > "$work/xvfb.log" 2>&1 &
xvfb=$!
trap 'kill $xvfb; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY

now() { date +%s.%N; }
median() { sort -n "$1" | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }
for _ in $(seq "$runs"); do
  "$myomap" --body "$body" --width 1280 --height 720 --report-start --screenshot "$work/myomap.png" 2>&1 |
    sed -n 's/^first frame after \([0-9.]*\) s$/\1/p' >> "$work/myomap"
  began=$(now)
  f3d --resolution=1280,720 --output="$work/f3d.png" "$f3d_body" > /dev/null 2>&1
  echo "$began $(now)" | awk '{ print $2 - $1 }' >> "$work/f3d"
done
ours=$(median "$work/myomap")
theirs=$(median "$work/f3d")
echo "process start to first frame, 1280 x 720, median of $runs runs, $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)"
echo "myomap $ours s, f3d $theirs s, ratio $(echo "$ours $theirs" | awk '{ printf "%.2f", $1 / $2 }')"
