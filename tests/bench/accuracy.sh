#!/usr/bin/env bash
# Clusterloom against SimGrid on static round-robin runs: cases and largest relative differences of the makespan.
# usage: tests/bench/accuracy.sh [--record]     --record renews tests/sim/simgrid/recorded.txt
# Programs come from build/bench (LOOM_BUILD names another build folder); they are built if need be.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
. tests/bench/peer.sh
need_peer

build=${LOOM_BUILD:-$root/build/bench}
if [ -z "${LOOM_BUILD:-}" ]; then
  cmake --preset bench >/dev/null
  cmake --build --preset bench --target clusterloom simgrid_cases >/dev/null
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
build_peer "$scratch/sgdag"
record=()
[ "${1:-}" = --record ] && record=(--record tests/sim/simgrid/recorded.txt)
python3 tests/bench/accuracy.py "$scratch/sgdag" "$build/bin/clusterloom" "$build/bin/simgrid_cases" tests/sim/simgrid/platforms "${record[@]}"
