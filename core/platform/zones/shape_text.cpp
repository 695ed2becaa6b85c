#include "core/platform/zones/shape_text.h"

#include <charconv>
#include <string>

namespace loom {

Result<std::vector<std::vector<std::uint32_t>>> numberLists(std::string_view text) {
    constexpr std::size_t kMostNumbers = 64;
    constexpr std::uint32_t kLargest = 1'000'000;
    std::vector<std::vector<std::uint32_t>> lists(1);
    std::size_t count = 0;
    for (const char* at = text.data(), *end = at + text.size();;) {
        while (at != end && *at == ' ') ++at;
        std::uint32_t number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc{} || number > kLargest)
            return failure("'" + std::string(text) + "' must hold whole numbers up to a million between ',' and ';'");
        if (++count > kMostNumbers) return failure("a shape has at most " + std::to_string(kMostNumbers) + " numbers");
        lists.back().push_back(number);
        at = next;
        while (at != end && *at == ' ') ++at;
        if (at == end) return lists;
        if (*at == ';') lists.emplace_back();
        if (*at != ';' && *at != ',') return failure("'" + std::string(text) + "': unexpected '" + *at + "'");
        ++at;
    }
}

std::optional<std::uint64_t> boundedProduct(const std::vector<std::uint64_t>& factors, std::uint64_t most) {
    std::uint64_t product = 1;
    for (const std::uint64_t factor : factors) {
        if (factor == 0 || product > most / factor) return std::nullopt;
        product *= factor;
    }
    return product;
}

}  // namespace loom
