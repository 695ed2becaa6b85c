#include "core/schedule/exact_state.h"

#include <algorithm>

#include "core/base/hash.h"

namespace loom {

ExactState::ExactState(const ExactProblem& problem)
    : problem_(problem),
      missing_(problem.graph.taskCount()),
      dataReady_(problem.graph.taskCount() * problem.m),
      finish_(problem.graph.taskCount(), Time::never()),
      worker_(problem.graph.taskCount()),
      load_(problem.m),
      earliest_(problem.graph.taskCount()) {
    for (std::size_t w = 0; w < problem.m; ++w) {
        firstSlot_.push_back(slots_.size());
        slots_.resize(slots_.size() + problem.estimate.platform().lanes(problem.workers[w]));
    }
    firstSlot_.push_back(slots_.size());
    for (const TaskId task : problem.tasks) {
        missing_[task.index()] = problem.graph.predecessors(task).size();
        work_ += static_cast<double>(problem.shortest[task.index()].nanoseconds()) * problem.graph.cores(task);
        if (missing_[task.index()] == 0) makeReady(task);
    }
}

void ExactState::makeReady(TaskId task) {
    ready_.push_back(task);
    for (std::size_t w = 0; w < problem_.m; ++w) {
        const NodeId node = problem_.workers[w];
        Time& ready = dataReady_[task.index() * problem_.m + w];
        ready = problem_.estimate.earliestStart(task, node);
        for (const EdgeId edge : problem_.graph.inEdges(task)) {
            const std::size_t parent = problem_.graph.source(edge).index();
            ready =
                std::max(ready, finish_[parent] + problem_.estimate.transferTime(edge, problem_.workers[worker_[parent]], node));
        }
    }
}

Time ExactState::start(TaskId task, std::size_t worker) const {
    const Time ready = dataReady_[task.index() * problem_.m + worker];
    if (ready.isNever() || problem_.time(task, worker).isNever()) return Time::never();
    const Time start = std::max(ready, slots_[firstSlot_[worker] + problem_.graph.cores(task) - 1]);
    return start < lastStart_ ? Time::never() : start;
}

// An equal worker of lower number is in the same state: what one can do the other could.
bool ExactState::isMirrored(std::size_t worker) const {
    for (std::size_t w = problem_.classOf[worker]; w < worker; ++w) {
        if (problem_.classOf[w] != problem_.classOf[worker]) continue;
        if (load_[w] == 0 && load_[worker] == 0) return true;
        if (!problem_.isFree) continue;
        bool same = true;
        for (std::size_t i = 0; same && firstSlot_[w] + i < firstSlot_[w + 1]; ++i)
            same = std::max(slots_[firstSlot_[w] + i], lastStart_) == std::max(slots_[firstSlot_[worker] + i], lastStart_);
        if (same) return true;
    }
    return false;
}

void ExactState::options(std::vector<Option>& out) const {
    out.clear();
    for (std::size_t w = 0; w < problem_.m; ++w) {
        if (isMirrored(w)) continue;
        for (const TaskId task : ready_) {
            const TaskId twin = problem_.twin[task.index()];
            if (twin.valid() && finish_[twin.index()].isNever()) continue;
            const Time from = start(task, w);
            if (from.isNever()) continue;
            out.push_back({task, w, from, from + problem_.time(task, w), Time::zero()});
        }
    }
}

void ExactState::place(const Option& option) {
    const std::size_t t = option.task.index();
    const auto at = std::find(ready_.begin(), ready_.end(), option.task);
    const std::size_t width = problem_.graph.cores(option.task);
    const auto first = slots_.begin() + static_cast<std::ptrdiff_t>(firstSlot_[option.worker]);
    const auto last = slots_.begin() + static_cast<std::ptrdiff_t>(firstSlot_[option.worker + 1]);
    undo_.push_back({static_cast<std::size_t>(at - ready_.begin()), lastStart_, static_cast<std::size_t>(last - first)});
    savedSlots_.insert(savedSlots_.end(), first, last);
    std::fill_n(first, width, option.finish);
    std::sort(first, last);
    ready_.erase(at);
    finish_[t] = option.finish;
    worker_[t] = static_cast<std::uint32_t>(option.worker);
    ++load_[option.worker];
    lastStart_ = option.start;
    work_ -= static_cast<double>(problem_.shortest[t].nanoseconds()) * static_cast<double>(width);
    placed_.push_back(option);
    makespan_.push_back(std::max(makespan_.back(), option.finish));
    for (const TaskId child : problem_.graph.successors(option.task))
        if (--missing_[child.index()] == 0 && problem_.isPart[child.index()]) makeReady(child);
}

void ExactState::undo() {
    const Option option = placed_.back();
    const Undo saved = undo_.back();
    const std::size_t t = option.task.index();
    for (const TaskId child : problem_.graph.successors(option.task))
        if (missing_[child.index()]++ == 0 && problem_.isPart[child.index()]) ready_.pop_back();
    makespan_.pop_back();
    placed_.pop_back();
    undo_.pop_back();
    work_ += static_cast<double>(problem_.shortest[t].nanoseconds()) * problem_.graph.cores(option.task);
    lastStart_ = saved.lastStart;
    --load_[option.worker];
    finish_[t] = Time::never();
    ready_.insert(ready_.begin() + static_cast<std::ptrdiff_t>(saved.readyAt), option.task);
    const auto from = savedSlots_.end() - static_cast<std::ptrdiff_t>(saved.slots);
    std::copy(from, savedSlots_.end(), slots_.begin() + static_cast<std::ptrdiff_t>(firstSlot_[option.worker]));
    savedSlots_.erase(from, savedSlots_.end());
}

Time ExactState::bound() {
    Time bound = makespan();
    for (const TaskId task : ready_) {
        Time finish = Time::never();
        for (std::size_t w = 0; w < problem_.m; ++w) finish = std::min(finish, start(task, w) + problem_.time(task, w));
        earliest_[task.index()] = finish;
        bound = std::max(bound, finish + problem_.tail[task.index()]);
    }
    for (const TaskId task : problem_.tasks) {
        if (missing_[task.index()] == 0) continue;
        Time start = lastStart_;
        for (const TaskId parent : problem_.graph.predecessors(task))
            start = std::max(start, finish_[parent.index()].isNever() ? earliest_[parent.index()] : finish_[parent.index()]);
        earliest_[task.index()] = start + problem_.shortest[task.index()];
        bound = std::max(bound, earliest_[task.index()] + problem_.tail[task.index()]);
    }
    free_.clear();
    for (std::size_t w = 0; w < problem_.m; ++w)
        for (std::size_t i = firstSlot_[w]; i < firstSlot_[w + 1]; ++i)
            free_.push_back({std::max(slots_[i], lastStart_), problem_.rate[w]});
    std::sort(free_.begin(), free_.end(), [](const FreeSlot& a, const FreeSlot& b) { return a.from < b.from; });
    return problem_.rounded(std::max(bound, leastEnd(free_, work_)));
}

// What has become of the parents matters only as the moment their outputs would be on each worker.
template <class Add>
void ExactState::addArrivals(TaskId task, Add add) const {
    for (std::size_t w = 0; w < (problem_.isFree ? 1 : problem_.m); ++w) {
        Time there = lastStart_;
        for (const EdgeId edge : problem_.graph.inEdges(task)) {
            const std::size_t parent = problem_.graph.source(edge).index();
            if (finish_[parent].isNever()) continue;
            const Time transfer =
                problem_.isFree ? Time::zero()
                                : problem_.estimate.transferTime(edge, problem_.workers[worker_[parent]], problem_.workers[w]);
            there = std::max(there, finish_[parent] + transfer);
        }
        add(static_cast<std::uint64_t>(there.nanoseconds()));
    }
}

ExactState::Print ExactState::print() const {
    Print print{mix64(static_cast<std::uint64_t>(lastStart_.nanoseconds()) + 0x9e3779b97f4a7c15ull), 0};
    const auto add = [&](std::uint64_t value) {
        print.a = mix64(print.a ^ value);
        print.b = mix64(print.b + value * 0x9e3779b97f4a7c15ull);
    };
    add(static_cast<std::uint64_t>(makespan().nanoseconds()));
    for (const TaskId task : problem_.tasks) {
        const std::size_t t = task.index();
        if (!finish_[t].isNever()) continue;
        add(t + 1);
        if (missing_[t] < problem_.graph.predecessors(task).size()) addArrivals(task, add);
    }
    // Without waiting for anything but parents it does not matter which worker of a class is in which state.
    std::vector<std::vector<Time>> nodes(problem_.m);
    for (std::size_t w = 0; w < problem_.m; ++w)
        for (std::size_t i = firstSlot_[w]; i < firstSlot_[w + 1]; ++i) nodes[w].push_back(std::max(slots_[i], lastStart_));
    if (problem_.isFree)
        for (std::size_t c = 0; c < problem_.m; ++c) {
            // The workers of a class in order of their ends.
            std::vector<std::vector<Time>> members;
            for (std::size_t w = c; w < problem_.m; ++w)
                if (problem_.classOf[w] == c) members.push_back(nodes[w]);
            std::sort(members.begin(), members.end());
            for (std::size_t w = c, i = 0; w < problem_.m; ++w)
                if (problem_.classOf[w] == c) nodes[w] = members[i++];
        }
    for (const std::vector<Time>& node : nodes)
        for (const Time free : node) add(static_cast<std::uint64_t>(free.nanoseconds()));
    return print;
}

}  // namespace loom
