#!/usr/bin/env bash
# Builds Myomap where it is not fresh and starts it: ./run.sh [what the program takes; see ./run.sh --help]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/scripts/dependencies.sh" run
"$here/scripts/build.sh" release myomap
"$here/scripts/own_body.sh" "$here/build/release/myomap"
exec "$here/build/release/myomap" "$@"
