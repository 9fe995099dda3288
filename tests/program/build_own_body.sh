#!/usr/bin/env bash
# build_own_body.sh FOLDER   builds our own body twice from its numbers, which must give the same bytes, those of
# the file that comes with them; what other tests on it share.
set -eu
folder=$1
mkdir -p "$folder"
rm -f "$folder"/*.glb
time "$MYOMAP_PROGRAM" build-body --output "$folder/body.glb"
"$MYOMAP_PROGRAM" build-body --output "$folder/again.glb"
cmp "$folder/body.glb" "$folder/again.glb"
rm "$folder/again.glb"
repository=$(cd "$(dirname "$0")/../.." && pwd)
cmp "$folder/body.glb" "$repository/assets/body.glb"
if [ -n "$(bash "$repository/scripts/own_body.sh" false 2>&1)" ]; then
  echo "assets/body.sum tells of other numbers: run scripts/own_body.sh PROGRAM and commit what it writes" >&2
  exit 1
fi
