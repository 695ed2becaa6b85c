#include "sim/sweep/ties.h"

#include <algorithm>
#include <utility>

#include "core/base/rng.h"
#include "core/scenario/information_modes.h"
#include "core/scenario/reorder.h"
#include "sim/session.h"

namespace loom {

namespace {

// Fisher and Yates's shuffle.
template <class IdType>
std::vector<IdType> shuffled(std::size_t count, RandomStream& stream) {
    std::vector<IdType> order;
    for (std::size_t i = 0; i < count; ++i) order.emplace_back(i);
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[stream.below(i)]);
    return order;
}

}  // namespace

Result<TieSpread> exploreTies(const ScenarioPtr& scenario, std::uint32_t orders, Progress& progress) {
    if (const Result<Knowledge> known = knowledgeOf(scenario->file.information); known && known->mode == Information::noisy)
        return failure("noise is drawn task by task: another order would be another scenario");
    if (!scenario->file.failures.random.empty() || !scenario->file.failures.randomCuts.empty())
        return failure("random failures are drawn node by node: another order would be another scenario");
    progress.begin(orders);
    RunControl control;
    control.progress.isPartOf(progress);
    TieSpread spread;
    const Result<double> own = makespanOf(scenario, control);
    if (!own) return own.error();
    spread.asGiven = *own;
    for (std::uint32_t order = 0; order < orders && !progress.cancelled(); ++order) {
        RandomStream stream(scenario->file.seed, Purpose::search, order);
        const std::vector<TaskId> tasks = shuffled<TaskId>(scenario->graph->taskCount(), stream);
        const std::vector<NodeId> nodes = shuffled<NodeId>(scenario->platform->nodeCount(), stream);
        const Result<ScenarioPtr> other = reordered(*scenario, tasks, nodes);
        if (!other) return other.error();
        const Result<double> took = makespanOf(*other, control);
        if (!took && progress.cancelled()) break;
        if (!took) return took.error();
        spread.makespans.push_back(*took);
        progress.add(1);
    }
    std::sort(spread.makespans.begin(), spread.makespans.end());
    std::vector<double> all = spread.makespans;
    all.push_back(spread.asGiven);
    std::sort(all.begin(), all.end());
    spread.distinct = static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
    return spread;
}

}  // namespace loom
