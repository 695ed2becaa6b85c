// "Did you mean": the known word nearest to a misspelt one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loom {

// The candidate of smallest edit distance (first in order on a tie); empty when there are none or when even
// the best differs in more than half its letters.
std::string nearestWord(std::string_view word, const std::vector<std::string>& candidates);

// "unknown WHAT 'word'; did you mean 'x'?" or, with nothing near, "...; known: a, b, c".
std::string unknownWord(std::string_view what, std::string_view word, const std::vector<std::string>& known);

}  // namespace loom
