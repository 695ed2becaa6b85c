#!/usr/bin/env bash
# Installs what is missing, builds a release, and runs the main job: the desktop on the first example, or, without a
# display, the same example in text with a picture of the window.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. app/packages.sh

# shellcheck disable=SC2086
ensure_packages $LOOM_BUILD_PACKAGES $LOOM_RUN_PACKAGES

echo "Building Clusterloom (release) in build/release; the first time takes a few minutes."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { cmake --preset release && cmake --build --preset release; } >"$log" 2>&1; then
  grep -E 'error|FAILED' "$log" | head -n 20 >&2
  tail -n 5 "$log" >&2
  echo "error: the build failed" >&2
  exit 1
fi

example=examples/01-canonical-graph/scenario.json
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "Opening the desktop on $example."
  exec build/release/bin/clusterloom-gui --play "$example"
fi
echo "There is no display, so here is $example in text."
build/release/bin/clusterloom answers "$example"
build/release/bin/clusterloom-gui --screenshot build/clusterloom.png --size 1600x960 "$example"
echo "A picture of the desktop: build/clusterloom.png"
