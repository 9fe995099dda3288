#!/usr/bin/env bash
# import_atlas.sh FOLDER   imports the real atlas of $MYOMAP_SHARED into FOLDER/body.glb, and once more with a grown skin into
# FOLDER/grown.glb; what the other tests on it share. Skipped with a word where there is none.
set -eu
folder=$1
archive=${MYOMAP_SHARED:-}/atlas/bodyparts3d/isa_BP3D_4.0_obj_99.zip
[ -n "${MYOMAP_SHARED:-}" ] || { echo "skipped: MYOMAP_SHARED is not set"; exit 77; }
[ -f "$archive" ] || { echo "skipped: there is no $archive"; exit 77; }
mkdir -p "$folder"
rm -f "$folder"/*.glb
time "$MYOMAP_PROGRAM" import "$archive" --output "$folder/body.glb"
time "$MYOMAP_PROGRAM" import "$archive" --grow-skin --output "$folder/grown.glb"
[ -s "$folder/body.glb" ] && [ -s "$folder/grown.glb" ]
