// The numbers that describe a regular shape: "3,4;4,3;5,1;2".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace loom {

// Lists between semicolons of whole numbers between commas, at most 64 in all and each at most a million.
Result<std::vector<std::vector<std::uint32_t>>> numberLists(std::string_view text);

// The product, if every factor is positive and it is at most `most`.
std::optional<std::uint64_t> boundedProduct(const std::vector<std::uint64_t>& factors, std::uint64_t most);

}  // namespace loom
