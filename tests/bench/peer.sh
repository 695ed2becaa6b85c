# Sourced by peers.sh and accuracy.sh: where the peer's program comes from and what it is built with.

peers_folder=${LOOM_SHARED:-$root/../shared}/peers

# Ends the script in peace when there is nothing to compare with.
need_peer() {
  if [ ! -f "$peers_folder/sgdag.cpp" ]; then
    echo "skipped: the peer's program $peers_folder/sgdag.cpp is absent"
    exit 0
  fi
  if ! [ -f /usr/include/simgrid/s4u.hpp ] && ! pkg-config --exists simgrid 2>/dev/null; then
    echo "skipped: SimGrid is not installed (apt-get install libsimgrid-dev)"
    exit 0
  fi
}

# build_peer OUT: with makespans to 15 digits.
build_peer() {
  sed 's/makespan=%.9g last=%.9g/makespan=%.15g last=%.15g/' "$peers_folder/sgdag.cpp" >"$1.cpp"
  g++ -O3 -DNDEBUG -march=x86-64-v3 -std=c++17 "$1.cpp" -o "$1" -lsimgrid
}
