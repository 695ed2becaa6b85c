#include "sim/real/inference_plan.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace loom {

namespace {

constexpr std::uint64_t kMaxItems = std::uint64_t{16} << 20;

struct RoleWord {
    std::string_view prefix;
    InferenceRole role;
};
constexpr std::array<RoleWord, 14> kWords{{
    {"infer", InferenceRole::infer},
    {"classif", InferenceRole::infer},
    {"predict", InferenceRole::infer},
    {"load", InferenceRole::load},
    {"decode", InferenceRole::load},
    {"read", InferenceRole::load},
    {"prep", InferenceRole::load},
    {"resize", InferenceRole::load},
    {"transform", InferenceRole::load},
    {"reduce", InferenceRole::reduce},
    {"gather", InferenceRole::reduce},
    {"collect", InferenceRole::reduce},
    {"count", InferenceRole::reduce},
    {"merge", InferenceRole::reduce},
}};

InferenceRole roleOf(std::string_view kind) {
    std::string lower(kind);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const RoleWord& word : kWords) {
        if (lower.starts_with(word.prefix)) return word.role;
    }
    return InferenceRole::idle;
}

}  // namespace

Result<InferencePlan> planInference(const TaskGraph& graph) {
    InferencePlan plan;
    bool anyInfers = false, anyItems = false;
    std::uint64_t items = 0;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        const TaskId task(i);
        InferenceTask t{roleOf(graph.kindName(graph.kind(task))), graph.firstItem(task), graph.itemCount(task)};
        items = std::max(items, std::uint64_t{t.first} + t.count);
        anyItems |= t.count > 0;
        anyInfers |= t.count > 0 && t.role == InferenceRole::infer;
        plan.tasks.push_back(t);
    }
    if (!anyItems) items = graph.taskCount();
    if (items > kMaxItems)
        return failure("the workload names item " + std::to_string(items - 1) + "; at most 16 million are accepted");
    plan.items = static_cast<std::uint32_t>(items);
    plan.itemsStated = anyItems;
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        InferenceTask& t = plan.tasks[i];
        if (!anyItems) t = {InferenceRole::infer, static_cast<std::uint32_t>(i), 1};
        if (!anyInfers && t.count > 0) t.role = InferenceRole::infer;
        if (t.role == InferenceRole::reduce && t.count == 0) t = {InferenceRole::reduce, 0, plan.items};
    }
    return plan;
}

}  // namespace loom
