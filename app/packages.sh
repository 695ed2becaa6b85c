# Sourced by app/start.sh and tests/run.sh: the Debian/Ubuntu packages Clusterloom needs, and how to get them.

LOOM_BUILD_PACKAGES="g++ cmake ninja-build ccache pkg-config
  qt6-base-dev qt6-svg-dev libqt6svg6 qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl1-mesa-dev libqcustomplot-dev
  libboost-graph-dev nlohmann-json3-dev libcli11-dev libsqlite3-dev zlib1g-dev libzstd-dev libpugixml-dev
  libopencv-dnn-dev libopencv-imgproc-dev libstb-dev liblua5.4-dev"
LOOM_RUN_PACKAGES="fonts-dejavu-core fonts-wqy-microhei qt6-translations-l10n qt6-qpa-plugins"
LOOM_TEST_PACKAGES="libgtest-dev libgmock-dev librapidcheck-dev python3-jsonschema"

# ensure_packages NAME...: installs what is missing, or says in one sentence what cannot be had.
ensure_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    echo "error: these packages are missing and this system has no apt-get to install them: ${missing[*]}" >&2
    return 1
  fi
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "error: these packages are missing; install them as root and start again: ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing ${#missing[@]} Debian packages that Clusterloom needs: ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update &&
         "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "error: apt-get could not install: ${missing[*]}" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
