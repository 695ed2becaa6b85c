#include "core/schedule/idle_nodes.h"

#include <limits>

namespace loom {

Time inputsThere(const View& view, TaskId task, NodeId node) {
    if (view.data == nullptr) return view.now;
    Time there = view.now;
    for (const DataId data : view.estimate.graph().inputs(task)) {
        if (view.data->has(data, node)) continue;
        const NodeId source = view.data->source(data, node);
        there = std::max(there, source.valid() ? view.now + view.estimate.dataTime(data, source, node) : Time::never());
    }
    return there;
}

std::vector<Candidate> idleCandidates(const View& view, const IdleNodes& idle, TaskId task) {
    std::vector<Candidate> out;
    for (const NodeId node : view.estimate.workers()) {
        Candidate option{node, inputsThere(view, task, node), Time::never(), Time::never(),
                         std::numeric_limits<double>::infinity()};
        if (idle.fits(task, node)) {
            option.start = option.dataReady;
            option.finish = option.start + view.estimate.computeTime(task, node);
        }
        out.push_back(option);
    }
    return out;
}

}  // namespace loom
