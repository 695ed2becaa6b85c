#include "core/trace/node_use.h"

#include <algorithm>

namespace loom {

const char* NodeUse::hold(TaskId task, std::uint32_t lane, std::uint32_t cores) {
    const std::uint64_t end = static_cast<std::uint64_t>(lane) + cores;
    if (end > nodeLanes_ || cores_ + cores > nodeLanes_) return "slots";
    auto next = lanes_.lower_bound(lane);
    if (next != lanes_.end() && next->first < end) {
        clash_ = next->second.task;
        return "lanes";
    }
    if (next != lanes_.begin()) {
        --next;
        if (static_cast<std::uint64_t>(next->first) + next->second.count > lane) {
            clash_ = next->second.task;
            return "lanes";
        }
    }
    lanes_[lane] = Lanes{cores, task};
    cores_ += cores;
    return nullptr;
}

void NodeUse::release(TaskId task, std::uint32_t lane) {
    const auto held = lanes_.find(lane);
    if (held == lanes_.end() || held->second.task != task) return;  // it was refused when it was taken
    cores_ -= held->second.count;
    lanes_.erase(held);
}

std::size_t NodeUse::deviceIndex(std::string_view kind) const {
    const auto same = [kind](const AcceleratorInfo& device) { return device.kind == kind; };
    return static_cast<std::size_t>(std::find_if(node_->accelerators.begin(), node_->accelerators.end(), same) -
                                    node_->accelerators.begin());
}

const char* NodeUse::start(const TaskGraph& graph, TaskId task) {
    ++running_;
    memory_ += graph.memory(task);
    const char* wrong = nullptr;
    // Sums of sizes that are no integers carry rounding; a billionth of the node is far above it.
    if (node_->memory > 0 && graph.memory(task) > 0 && memory_ > node_->memory * (1 + 1e-9)) wrong = "memory";
    const std::string_view kind = graph.accelerator(task);
    if (kind.empty()) return wrong;
    const std::size_t device = deviceIndex(kind);
    if (device == devices_.size()) return "accelerator";
    return ++devices_[device] > node_->accelerators[device].count ? "accelerator" : wrong;
}

void NodeUse::stop(const TaskGraph& graph, TaskId task) {
    --running_;
    memory_ = running_ == 0 ? 0 : memory_ - graph.memory(task);
    const std::string_view kind = graph.accelerator(task);
    const std::size_t device = kind.empty() ? devices_.size() : deviceIndex(kind);
    if (device < devices_.size()) --devices_[device];
}

void NodeUse::clear() {
    lanes_.clear();
    cores_ = 0;
    memory_ = 0;
    running_ = 0;
    std::fill(devices_.begin(), devices_.end(), 0u);
}

}  // namespace loom
