#include "sim/real/embedded.h"

#include <cstddef>

// .incbin takes the bytes as they are; a generated array of 300,000 numbers would compile for seconds.
#define LOOM_EMBED(symbol, file)              \
    __asm__(                                  \
        ".pushsection .rodata\n"              \
        ".balign 16\n"                        \
        ".global " #symbol "_begin\n" #symbol \
        "_begin:\n"                           \
        ".incbin \"" LOOM_RESOURCES file      \
        "\"\n"                                \
        ".global " #symbol "_end\n" #symbol   \
        "_end:\n.byte 0\n"                    \
        ".popsection\n");                     \
    extern "C" const char symbol##_begin[];   \
    extern "C" const char symbol##_end[]

LOOM_EMBED(loom_digits_model, "/kernels/digits.onnx");
LOOM_EMBED(loom_digits_heldout, "/kernels/digits_heldout.bin");

namespace loom {

std::string_view embeddedDigitsModel() {
    return {loom_digits_model_begin, static_cast<std::size_t>(loom_digits_model_end - loom_digits_model_begin)};
}

std::string_view embeddedDigitsHeldOut() {
    return {loom_digits_heldout_begin, static_cast<std::size_t>(loom_digits_heldout_end - loom_digits_heldout_begin)};
}

}  // namespace loom
