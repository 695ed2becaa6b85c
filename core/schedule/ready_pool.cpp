#include "core/schedule/ready_pool.h"

#include <algorithm>
#include <utility>

namespace loom {

namespace {
constexpr std::size_t kMostChains = 8;
}

bool ReadyPool::RowLess::operator()(TaskId a, TaskId b) const {
    if (a == b) return false;
    const TaskGraph& graph = estimate->graph();
    if (graph.cores(a) != graph.cores(b)) return graph.cores(a) < graph.cores(b);
    for (const NodeId node : estimate->workers()) {
        const Time first = estimate->computeTime(a, node);
        const Time second = estimate->computeTime(b, node);
        if (first != second) return first < second;
    }
    return false;
}

ReadyPool::ReadyPool(const PartialSchedule& schedule, Pick pick)
    : schedule_(schedule),
      pick_(pick),
      looseOrder_(KeyLess{pick}),
      version_(schedule.estimate().platform().nodeCount()),
      bestOnNode_(version_.size()) {}

Candidate ReadyPool::bestOf(TaskId task, const std::vector<Time>* dataReady) const {
    Candidate best;
    const std::vector<NodeId>& workers = schedule_.workers();
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const Candidate option = schedule_.candidate(task, workers[i], dataReady != nullptr ? (*dataReady)[i] : Time::zero());
        if (option.finish < best.finish) best = option;
    }
    return best;
}

bool ReadyPool::isSettled(TaskId task, const std::vector<Time>& dataReady) const {
    const std::vector<NodeId>& workers = schedule_.workers();
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const Time duration = schedule_.estimate().computeTime(task, workers[i]);
        if (duration.isNever()) continue;
        const Time available = schedule_.timeline(workers[i]).earliest(Time::zero(), duration, schedule_.graph().cores(task));
        if (dataReady[i] > available) return false;
    }
    return true;
}

bool ReadyPool::follows(TaskId lower, TaskId higher) const {
    const Estimator& estimate = schedule_.estimate();
    if (schedule_.graph().cores(lower) != schedule_.graph().cores(higher)) return false;
    for (const NodeId node : schedule_.workers())
        if (estimate.computeTime(lower, node) > estimate.computeTime(higher, node)) return false;
    return true;
}

bool ReadyPool::addToChain(TaskId task) {
    for (Chain& chain : chains_) {
        const auto at = chain.lower_bound(task);
        const bool same = at != chain.end() && !chain.key_comp()(task, at->first);
        if (same) {
            at->second.insert(task);
            return true;
        }
        if (at != chain.end() && !follows(task, at->first)) continue;
        if (at != chain.begin() && !follows(std::prev(at)->first, task)) continue;
        chain.emplace_hint(at, task, std::set<TaskId>{task});
        return true;
    }
    if (chains_.size() == kMostChains) return false;
    chains_.emplace_back(RowLess{&schedule_.estimate()}).emplace(task, std::set<TaskId>{task});
    return true;
}

void ReadyPool::arrange(TaskId task, Loose loose) {
    if (isSettled(task, loose.dataReady) && addToChain(task)) return;
    looseOrder_.insert({loose.best.finish, task});
    loose.version = version_[loose.best.node.index()];
    if (pick_ == Pick::largest) bestOnNode_[loose.best.node.index()].push_back(task);
    loose_.insert_or_assign(task, std::move(loose));
}

bool ReadyPool::add(TaskId task) {
    Loose loose;
    schedule_.dataReady(task, loose.dataReady);
    loose.best = bestOf(task, &loose.dataReady);
    if (loose.best.finish.isNever()) return false;
    arrange(task, std::move(loose));
    return true;
}

void ReadyPool::renew(TaskId task) {
    const auto it = loose_.find(task);
    Loose loose = std::move(it->second);
    loose_.erase(it);
    looseOrder_.erase({loose.best.finish, task});
    loose.best = bestOf(task, &loose.dataReady);
    arrange(task, std::move(loose));
}

void ReadyPool::nodeTaken(NodeId node) {
    ++version_[node.index()];
    for (const TaskId task : std::exchange(bestOnNode_[node.index()], {})) {
        const auto it = loose_.find(task);
        if (it != loose_.end() && it->second.best.node == node) renew(task);
    }
}

std::optional<ReadyPool::Choice> ReadyPool::bestLoose() {
    while (!looseOrder_.empty()) {
        const TaskId task = looseOrder_.begin()->task;
        const Loose& loose = loose_.at(task);
        if (loose.version == version_[loose.best.node.index()]) return Choice{task, loose.best};
        renew(task);
    }
    return std::nullopt;
}

void ReadyPool::lookAtChain(std::size_t index, std::optional<Choice>& choice, ChainEnd& end) {
    Chain& chain = chains_[index];
    if (chain.empty()) return;
    const KeyLess before{pick_};
    auto group = pick_ == Pick::smallest ? chain.begin() : std::prev(chain.end());
    Time first = Time::never();
    while (true) {
        const TaskId task = *group->second.begin();
        const Candidate best = bestOf(task, nullptr);
        if (!first.isNever() && best.finish != first) return;
        first = best.finish;
        if (!choice || before({best.finish, task}, {choice->best.finish, choice->task})) {
            choice = Choice{task, best};
            end = {index, group};
        }
        if (pick_ == Pick::smallest ? std::next(group) == chain.end() : group == chain.begin()) return;
        group = pick_ == Pick::smallest ? std::next(group) : std::prev(group);
    }
}

std::optional<ReadyPool::Choice> ReadyPool::take() {
    std::optional<Choice> choice = bestLoose();
    ChainEnd end{chains_.size(), {}};
    for (std::size_t i = 0; i < chains_.size(); ++i) lookAtChain(i, choice, end);
    if (!choice) return choice;
    if (end.chain == chains_.size()) {
        loose_.erase(choice->task);
        looseOrder_.erase(looseOrder_.begin());
        return choice;
    }
    std::set<TaskId>& group = end.group->second;
    group.erase(choice->task);
    if (group.empty()) chains_[end.chain].erase(end.group);
    return choice;
}

}  // namespace loom
