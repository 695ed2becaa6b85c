#!/usr/bin/env bash
# Builds the command line twice, clang++ with assertions and without optimisation, g++ optimised, and compares the
# fingerprints of every example under every network model, twelve schedulers and three seeds, by one thread and by two.
# Takes minutes; run by hand, not part of tests/run.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

build() {  # FOLDER COMPILER TYPE
    cmake -G Ninja -S . -B "build/$1" -DCMAKE_CXX_COMPILER="$2" -DCMAKE_BUILD_TYPE="$3" -DLOOM_GUI=OFF -DLOOM_TESTS=OFF >/dev/null
    cmake --build "build/$1" -j "${LOOM_JOBS:-$(nproc)}" --target clusterloom >/dev/null
}

prints() {  # FOLDER JOBS
    local scenario
    for scenario in examples/*/scenario.json; do
        "build/$1/bin/clusterloom" sweep "$scenario" --vary seed=1..3 --networks all --jobs "$2" --json \
            --schedulers fifo,round-robin,random,heft,cpop,peft,dls,etf,min-min,max-min,sufferage,mct |
            grep -E '"(fingerprint|makespan)"'
    done
}

build clang-debug clang++ Debug
build gcc-release g++ Release
prints clang-debug 1 >build/prints-clang-1
for other in "clang-debug 2" "gcc-release 1" "gcc-release 2"; do
    read -r folder jobs <<<"$other"
    prints "$folder" "$jobs" >build/prints-other
    cmp build/prints-clang-1 build/prints-other || { echo "error: $folder with $jobs threads differs from clang-debug" >&2; exit 1; }
done
echo "$(grep -c fingerprint build/prints-clang-1) runs: the same makespans and fingerprints from clang++ Debug and g++ Release, by one thread and by two"
