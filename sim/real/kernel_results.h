// What the real kernels computed: one answer an item, and how it was reduced.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace loom {

// The answer for one image (or other item).
struct ItemAnswer {
    std::uint32_t item = 0;
    std::int32_t label = -1;  // class the kernel chose
    std::int32_t truth = -1;  // known class, -1 = unknown
    float score = 0;          // probability of `label`
    friend bool operator==(const ItemAnswer&, const ItemAnswer&) = default;
};

// Gathered and reduced by the tasks of the workload that reduce; empty for kernels without answers.
struct KernelResults {
    std::vector<ItemAnswer> answers;         // ascending by item; each item exactly once in a finished run
    std::vector<std::uint64_t> labelCounts;  // by label: the reduced answer
    std::vector<std::string> labelNames;     // may be empty
    std::string summary;                     // one sentence: "200 images, 99.5 % right"
    std::uint64_t duplicates = 0;            // answers that came in more than once and were dropped
};

}  // namespace loom
