// What each task of a workload means to the inference kernel.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/graph/task_graph.h"

namespace loom {

enum class InferenceRole : std::uint8_t {
    infer,   // classifies its items
    load,    // decodes and prepares its items, so that inferring tasks find them ready
    reduce,  // counts the labels of its items, or of all when it states none
    idle,    // nothing to do for this kernel
};

struct InferenceTask {
    InferenceRole role = InferenceRole::idle;
    std::uint32_t first = 0, count = 0;  // items
};

struct InferencePlan {
    std::vector<InferenceTask> tasks;  // by task
    std::uint32_t items = 0;           // [0, items) are worked on
    bool itemsStated = true;           // false: the workload names none, every task classifies one image
};

// By the first letters of a task's kind: infer/classify/predict; load/decode/read/prepare/preprocess/resize;
// reduce/gather/collect/count/merge. Without a kind that infers, every task with items does; without any items every task
// classifies image number <its index>. Refuses more than 16 million items.
Result<InferencePlan> planInference(const TaskGraph& graph);

}  // namespace loom
