#!/usr/bin/env bash
# Builds Myomap with warnings as errors and runs all of its tests: ./test.sh [what ctest takes, such as -L unit or -R catalog]
# MYOMAP_SHARED may name the folder with the real atlas; tests that need it are skipped without.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { echo "myomap: $*" >&2; }

scripts/dependencies.sh test
if command -v clang-format >/dev/null; then
  say "checking the layout of the code"
  git ls-files -z '*.h' '*.cpp' 2>/dev/null | xargs -0 --no-run-if-empty clang-format --dry-run -Werror
fi
scripts/build.sh dev
[ -n "${MYOMAP_SHARED:-}" ] || say "MYOMAP_SHARED is not set, so tests on the real atlas are skipped"
ctest --test-dir build/dev --output-on-failure -j "$(nproc)" "$@"
