#!/usr/bin/env bash
# build_own_body.sh FOLDER   builds our own body twice from its numbers, which must give the same bytes; what other tests on it share.
set -eu
folder=$1
mkdir -p "$folder"
rm -f "$folder"/*.glb
time "$MYOMAP_PROGRAM" build-body --output "$folder/body.glb"
"$MYOMAP_PROGRAM" build-body --output "$folder/again.glb"
cmp "$folder/body.glb" "$folder/again.glb"
rm "$folder/again.glb"
