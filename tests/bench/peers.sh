#!/usr/bin/env bash
# SimGrid and Clusterloom on the same work, in turn; prints the table of the performance targets with ratios.
# usage: tests/bench/peers.sh [--quick] [--instructions] [--repeat N] [--only bag,star64,...]
#   --quick         10,000 tasks, correctness only (a test); --instructions: by callgrind instead of CPU time
# CLUSTERLOOM names another binary than build/bench/bin/clusterloom, which is built if need be.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
. tests/bench/peer.sh
need_peer

if [ -z "${CLUSTERLOOM:-}" ]; then
  cmake --preset bench >/dev/null
  cmake --build --preset bench --target clusterloom >/dev/null
  CLUSTERLOOM=$root/build/bench/bin/clusterloom
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
build_peer "$scratch/sgdag"
python3 tests/bench/peers.py "$scratch/sgdag" "$CLUSTERLOOM" "$peers_folder" "$scratch" "$@"
