#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, and runs every test: plain, then core and sim again under
# the address/undefined-behaviour and the thread sanitizer. Needs no argument; LOOM_QUICK=1 leaves the sanitizers out.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. app/packages.sh

# shellcheck disable=SC2086
ensure_packages $LOOM_BUILD_PACKAGES $LOOM_RUN_PACKAGES $LOOM_TEST_PACKAGES

build() {  # PRESET
  local log
  log=$(mktemp)
  echo "== building: $1"
  if ! { cmake --preset "$1" && cmake --build --preset "$1" -j "$(nproc)"; } >"$log" 2>&1; then
    grep -E 'error|FAILED' "$log" | head -n 20 >&2
    tail -n 5 "$log" >&2
    rm -f "$log"
    echo "error: building preset $1 failed" >&2
    return 1
  fi
  rm -f "$log"
}

export QT_QPA_PLATFORM=offscreen
presets="dev asan tsan"
[ -n "${LOOM_QUICK:-}" ] && presets="dev"
for preset in $presets; do
  begin=$SECONDS
  build "$preset"
  echo "== testing: $preset (built in $((SECONDS - begin)) s)"
  ctest --preset "$preset" --progress
  echo "== $preset done in $((SECONDS - begin)) s"
done
