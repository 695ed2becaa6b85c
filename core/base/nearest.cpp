#include "core/base/nearest.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <utility>

namespace loom {

namespace {

// Levenshtein's distance, letter case ignored.
std::size_t editDistance(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
        }
    }
    return row.back();
}

}  // namespace

std::string nearestWord(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t kLongestWord = 200;  // a hostile word must not cost quadratic time
    std::string best;
    std::size_t bestDistance = 0;
    if (word.size() > kLongestWord) return best;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance * 2 > std::max(word.size(), candidate.size())) continue;
        if (best.empty() || distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

std::string unknownWord(std::string_view what, std::string_view word, const std::vector<std::string>& known) {
    std::string out = "unknown " + std::string(what) + " '" + std::string(word.substr(0, 80)) + "'";
    if (const std::string near = nearestWord(word, known); !near.empty()) return out + "; did you mean '" + near + "'?";
    for (std::size_t i = 0; i < known.size(); ++i) out += (i == 0 ? "; known: " : ", ") + known[i];
    return out;
}

}  // namespace loom
