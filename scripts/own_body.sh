#!/usr/bin/env bash
# scripts/own_body.sh PROGRAM   builds assets/body.glb with PROGRAM where the numbers that it is made of have changed.
# assets/body.sum tells which numbers the file was built of.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$1
body=assets/body.glb

say() { echo "myomap: $*" >&2; }

# Of the muscles' records the body takes where their flesh ends.
sum=$({
  find data/body data/catalog/landmarks.json data/catalog/landmark_places.json data/catalog/segments.json -name '*.json' -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum
  grep -r '"flesh"' data/catalog/muscles | LC_ALL=C sort
} | sha256sum | cut -d' ' -f1)
if [ -f "$body" ] && [ "$(cat assets/body.sum 2>/dev/null)" = "$sum" ]; then
  exit
fi
say "building $body from data/body"
mkdir -p assets
if "$program" build-body --output "$body"; then
  echo "$sum" >assets/body.sum
elif [ -f "$body" ]; then
  say "$body stays as it was"
else
  exit 1
fi
