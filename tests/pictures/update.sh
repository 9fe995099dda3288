#!/usr/bin/env bash
# tests/pictures/update.sh [NAME]...   draws the named pictures, or all, anew and makes them the references. Look at each before you
# commit it: git diff tells which changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
scripts/build.sh dev
names=("$@")
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(sed -n 's/.*{"name": "\([a-z_0-9]*\)".*/\1/p' tests/pictures/pictures.json)
for name in "${names[@]}"; do
  drawn=build/dev/tests/pictures/drawn/$name.png
  rm -f "$drawn"
  ctest --test-dir build/dev -R "^picture[.]$name\$" > /dev/null 2>&1 || true  # a picture that differs is what we want
  if [ ! -f "$drawn" ]; then
    echo "not drawn: $name"
    exit 1
  fi
  if [ -f "tests/pictures/$name.png" ] && cmp -s "$drawn" "tests/pictures/$name.png"; then
    echo "as before: $name"
  else
    cp "$drawn" "tests/pictures/$name.png"
    echo "new: tests/pictures/$name.png"
  fi
done
