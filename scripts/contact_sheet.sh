#!/usr/bin/env bash
# scripts/contact_sheet.sh MYOMAP FOLDER   twelve pictures of what the viewer can show, and FOLDER/sheet.jpg of all. The windows need
# Xvfb, the sheet ImageMagick; what is missing is left out and told.
set -euo pipefail
myomap=$1
folder=$2
mkdir -p "$folder"
picture() { "$myomap" render --size 1200x1500 --output "$folder/$1.png" "${@:2}"; }

picture 01_front --view front
picture 02_back --do "view back" --do "skin off" --do "layer points off"
picture 03_trapezius --point trapezius_descending.1 --legend --caption auto
picture 04_shoulder --do "view back" --do "skin off" --do "fly to infraspinatus.right" --do "layer points off" --do "labels on" \
  --do "select muscle infraspinatus right" --caption auto
picture 05_leg --do "view back" --do "skin off" --do "fly to gastrocnemius_medial.right" --do "layer points off" --do "orbit 25 0"
picture 06_x_ray --do "select muscle psoas_major right" --do "x-ray on" --do "layer points off" --do "fly to" --do "view front" --legend --caption auto
picture 07_isolated --do "isolate gluteus_maximus.right hip_bone.right sacrum.midline femur.right" --do "skin off" --do "view back" \
  --do "layer points off" --do "fly to gluteus_maximus.right" --do "zoom 1.25" --do "orbit 30 0"
picture 08_summed --condition tension_type_headache --skin opaque --legend --caption auto
picture 09_print --point quadratus_lumborum.1 --view back --palette print --skin opaque --legend --caption auto
picture 10_dark --muscle sternocleidomastoid_sternal --dark --legend --caption auto

if command -v Xvfb > /dev/null; then
  exec 3> "$folder/display"
  Xvfb -displayfd 3 -screen 0 3840x2160x24 -nolisten tcp > /dev/null 2>&1 &
  xvfb=$!
  trap 'kill $xvfb; rm -f "$folder/display"' EXIT
  for _ in $(seq 100); do [ -s "$folder/display" ] && break; sleep 0.1; done
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY XDG_CONFIG_HOME=$folder/none XDG_DATA_HOME=$folder/none
  "$myomap" --width 900 --height 600 --select trapezius_descending.1 --screenshot "$folder/11_smallest.png"
  "$myomap" --width 3840 --height 2160 --content-scale 2 --select gluteus_minimus.1 --screenshot "$folder/12_largest.png"
  rm -rf "$folder/none"
else
  echo "left out: the windows, since Xvfb is not installed"
fi
if command -v montage > /dev/null; then
  montage "$folder"/[01]*.png -tile 4x3 -geometry 620x775+8+8 -background '#f4f3f0' -quality 90 "$folder/sheet.jpg"
else
  echo "left out: the sheet, since ImageMagick is not installed"
fi
