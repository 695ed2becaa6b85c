#!/usr/bin/env bash
# Builds every fuzzer with clang and runs each for SECONDS (60), two at a time: tests/fuzz/run.sh [SECONDS [NAME...]].
# Prints executions, coverage and finds a fuzzer; what it finds, and its grown corpus, is in build/fuzz/found/NAME.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
seconds=${1:-60}
shift || true
cmake -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++ -DLOOM_FUZZ=ON -DLOOM_GUI=OFF \
  -DLOOM_TESTS=OFF -DLOOM_SANITIZE=address,undefined >/dev/null
cmake --build build/fuzz -j "$(nproc)" --target fuzzers >/dev/null
names=("$@")
[ ${#names[@]} -gt 0 ] || for path in build/fuzz/bin/*_fuzz; do names+=("$(basename "$path" _fuzz)"); done
case " ${names[*]} " in *" run "*)  # a saved run is large for a corpus and quickly made
  cmake --build build/fuzz -j "$(nproc)" --target clusterloom >/dev/null
  mkdir -p build/fuzz/found/run/corpus
  build/fuzz/bin/clusterloom run examples/01-canonical-graph/scenario.json --save build/fuzz/found/run/corpus/first.loom >/dev/null
esac

one() {  # NAME SECONDS
  local found=build/fuzz/found/$1 seeds=tests/fuzz/corpus/$1
  mkdir -p "$found/corpus"
  [ -d "$seeds" ] || seeds=
  # shellcheck disable=SC2086
  if ! "build/fuzz/bin/$1_fuzz" -max_total_time="$2" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$found/" -print_final_stats=1 \
       "$found/corpus" $seeds >"$found/log" 2>&1; then
    echo "$1: FOUND something: $(grep -m1 -E 'ERROR|SUMMARY' "$found/log")"
    return 1
  fi
  local runs coverage
  runs=$(sed -n 's/.*number_of_executed_units: *//p' "$found/log")
  coverage=$(grep -o 'cov: [0-9]*' "$found/log" | tail -n 1)
  echo "$1: $runs executions in $2 s, $coverage, nothing found"
}
export -f one
printf '%s\n' "${names[@]}" | xargs -P "$(nproc)" -I{} bash -c 'one {} '"$seconds"
