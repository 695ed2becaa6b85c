#include "sim/real/collector.h"

#include <algorithm>
#include <numeric>

#include "core/base/units.h"

namespace loom {

namespace {

std::vector<std::uint64_t> countLabels(const std::vector<ItemAnswer>& answers) {
    std::vector<std::uint64_t> counts;
    for (const ItemAnswer& answer : answers) {
        if (answer.label < 0) continue;
        const auto label = static_cast<std::size_t>(answer.label);
        if (label >= counts.size()) counts.resize(label + 1);
        ++counts[label];
    }
    return counts;
}

std::string sentence(const KernelResults& results) {
    if (results.answers.empty()) return "the kernel gives no answers";
    std::string text = std::to_string(results.answers.size()) + (results.answers.size() == 1 ? " image" : " images");
    std::size_t known = 0, right = 0;
    for (const ItemAnswer& answer : results.answers) {
        known += answer.truth >= 0 ? 1 : 0;
        right += answer.truth >= 0 && answer.truth == answer.label ? 1 : 0;
    }
    if (known > 0) {
        const double percent = 100.0 * static_cast<double>(right) / static_cast<double>(known);
        text += ", " + formatNumber(percent, 4) + " % right, " + std::to_string(known - right) + " wrong";
        return known == results.answers.size()
                   ? text
                   : text + ", " + std::to_string(results.answers.size() - known) + " without known label";
    }
    const auto labels =
        std::count_if(results.labelCounts.begin(), results.labelCounts.end(), [](std::uint64_t n) { return n > 0; });
    return text + ", " + std::to_string(labels) + (labels == 1 ? " class" : " classes") + " found, true labels unknown";
}

}  // namespace

void Collector::merge(KernelOutput output) {
    for (const ItemAnswer& answer : output.answers) {
        if (!answers_.emplace(answer.item, answer).second) ++duplicates_;
    }
    if (!output.labelCounts.empty()) reduced_ = std::move(output.labelCounts);
}

KernelResults Collector::finish(std::vector<std::string> labelNames) const {
    KernelResults results;
    results.labelNames = std::move(labelNames);
    results.duplicates = duplicates_;
    for (const auto& [item, answer] : answers_) results.answers.push_back(answer);
    // A workload may reduce in parts, or not at all; then the answers themselves are counted.
    const std::uint64_t reduced = std::accumulate(reduced_.begin(), reduced_.end(), std::uint64_t{0});
    results.labelCounts = reduced == answers_.size() ? reduced_ : countLabels(results.answers);
    results.summary = sentence(results);
    return results;
}

}  // namespace loom
