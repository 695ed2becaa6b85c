// OpenCV DNN 4.6 keeps a convolution's weights in plain vectors, and its AVX-512 loops run half as fast again when
// these happen to cross cache lines: 34 or 51 ms an image of ResNet-18, at random, by where the heap put them.
// Blocks of at least 1 KiB therefore start on a cache line. Everything is malloc's and free's memory, so blocks of
// the standard library's own operator new may be released here and the other way round.
#include "sim/real/aligned_new.h"

#include <cstddef>
#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LOOM_OWN_NEW 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define LOOM_OWN_NEW 0
#else
#define LOOM_OWN_NEW 1
#endif
#else
#define LOOM_OWN_NEW 1
#endif

#if LOOM_OWN_NEW

namespace {

constexpr std::size_t kLine = 64;
constexpr std::size_t kLarge = 1024;

void* allocate(std::size_t size) {
    if (size < kLarge) return std::malloc(size == 0 ? 1 : size);
    const std::size_t rounded = (size + kLine - 1) & ~(kLine - 1);
    return rounded < size ? nullptr : std::aligned_alloc(kLine, rounded);
}

}  // namespace

void* operator new(std::size_t size) {
    for (;;) {
        if (void* block = allocate(size)) return block;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) throw std::bad_alloc();
        handler();
    }
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

#endif

namespace loom {

bool alignedNewActive() { return LOOM_OWN_NEW != 0; }

}  // namespace loom
