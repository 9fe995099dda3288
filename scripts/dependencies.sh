#!/usr/bin/env bash
# Installs the Debian packages that Myomap needs and this machine lacks; nothing where all are there.
#   scripts/dependencies.sh run     what it takes to build the program and to run it
#   scripts/dependencies.sh test    and to test it
#   scripts/dependencies.sh list    names them all
set -euo pipefail

to_run=(
  # the compiler and its kin
  g++ cmake ninja-build pkg-config
  # base and catalog: vectors, threads, JSON and its schemas, folding of letters
  libglm-dev libtbb-dev nlohmann-json3-dev libvalijson-dev libutf8proc-dev
  # body and import: glTF, other models, archives, meshes, fields, grown skins
  libtinygltf-dev libassimp-dev libtinyobjloader-dev libzip-dev libmeshoptimizer-dev libeigen3-dev
  libnanoflann-dev libembree-dev libopenvdb-dev libboost-iostreams-dev
  # window, pictures, interface, command line
  libglfw3-dev libepoxy-dev libstb-dev libimgui-dev libcairo2-dev libpango1.0-dev fonts-inter libcli11-dev
  # an OpenGL driver, with and without a display
  libegl1 libgl1-mesa-dri libglx-mesa0
)
to_test=(doctest-dev xvfb xdotool poppler-utils)

say() { echo "myomap: $*" >&2; }

case "${1:-}" in
  run) wanted=("${to_run[@]}") ;;
  test) wanted=("${to_run[@]}" "${to_test[@]}") ;;
  list) printf '%s\n' "${to_run[@]}" "${to_test[@]}"; exit ;;
  *) say "usage: scripts/dependencies.sh run|test|list"; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  say "this is not a Debian system; see scripts/dependencies.sh list for what is needed"
  exit
fi

# Virtual or renamed packages count as missing once, and apt then finds that nothing is to be done.
missing=()
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
for package in "${wanted[@]}"; do
  grep -qx "installed $package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    say "these packages are missing, and installing them needs root or sudo: ${missing[*]}"
    exit 1
  fi
  as_root=(sudo)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# env sets the variable, since sudo keeps none.
quietly() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 && return
  cat "$log" >&2
  say "that failed: $*"
  exit 1
}
say "installing ${#missing[@]} Debian packages: ${missing[*]}"
quietly apt-get update
quietly apt-get install --yes --no-install-recommends "${missing[@]}"
