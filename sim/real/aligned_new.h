// The program's global operator new gives large blocks 64-byte alignment: see aligned_new.cpp for why.
#pragma once

namespace loom {

// True where the replacement is compiled in (not under sanitizers, which bring their own allocator).
bool alignedNewActive();

}  // namespace loom
