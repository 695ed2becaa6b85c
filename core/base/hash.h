// A 64-bit streaming hash for fingerprints: stable across compilers and machines, not cryptographic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loom {

// SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014): every input bit reaches every output bit.
constexpr std::uint64_t mix64(std::uint64_t x) {
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9ull;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

// Feed integers in a fixed order; the same sequence gives the same value everywhere.
class Hasher {
public:
    constexpr void add(std::uint64_t word) { state_ = mix64(state_ ^ word) + 0x9E3779B97F4A7C15ull; }
    constexpr void add(std::string_view text) {
        add(text.size());
        for (char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    }
    [[nodiscard]] constexpr std::uint64_t value() const { return mix64(state_); }

private:
    std::uint64_t state_ = 0x243F6A8885A308D3ull;
};

// Sixteen lower-case hexadecimal digits.
std::string hex64(std::uint64_t value);

}  // namespace loom
