#!/usr/bin/env bash
# scripts/build.sh PRESET [TARGET]...   configures where that was not done yet, builds what is not fresh, says so on standard error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift
folder=build/$preset

say() { echo "myomap: $*" >&2; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
configured_for=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
if [ ! -f "$folder/build.ninja" ] || [ "$configured_for" != "$PWD" ]; then
  say "configuring $folder"
  fresh=()
  [ -n "$configured_for" ] && fresh=(--fresh)  # the tree was moved or copied
  if ! cmake --preset "$preset" "${fresh[@]}" >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
  fi
fi

# A compiler at work here takes up to 1.5 GiB (OpenVDB, JSON), so memory may allow fewer jobs than there are cores.
cores=$(nproc)
by_memory=$(awk '/^MemAvailable:/ { n = int($2 / 1572864); print n < 1 ? 1 : n }' /proc/meminfo)
jobs=$((cores < by_memory ? cores : by_memory))

if ninja -C "$folder" -n "$@" 2>/dev/null | grep -q 'no work to do'; then
  exit
fi
say "building $folder with $jobs jobs"
started=$SECONDS
if [ -t 2 ]; then
  NINJA_STATUS='myomap: [%f/%t, %es] ' ninja -C "$folder" -j "$jobs" "$@" >&2
else
  # On paper: only what went wrong, and warnings.
  ninja -C "$folder" -j "$jobs" --quiet "$@" >&2
fi
say "built in $((SECONDS - started)) s"
