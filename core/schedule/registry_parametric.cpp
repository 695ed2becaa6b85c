#include <algorithm>

#include "core/schedule/parametric.h"
#include "core/schedule/registry_row.h"

namespace loom {

namespace {

// In the order of the enumerations.
const std::vector<std::string>& priorities() {
    static const std::vector<std::string> names = {
        "rank_u", "b-level-bandwidth", "path", "static-level", "deviation", "alap", "oct", "index"};
    return names;
}
const std::vector<std::string>& comparators() {
    static const std::vector<std::string> names = {"eft", "est", "quickest"};
    return names;
}
template <class Enum>
Enum chosen(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

void addParametricRows(std::vector<SchedulerRow>& rows) {
    rows.push_back(
        {{"parametric",
          "list scheduling by independent switches; HEFT, CPOP, HLFET, MCT and others are points of it",
          "Coleman, Krishnamachari et al., arXiv 2403.07112, 2024",
          {choiceOf("priority", priorities(),
                    "which ready task goes first: the greatest upward rank, rank by mean bandwidth, path through the task, "
                    "static level, rank by deviation, smallest latest start, mean optimistic cost, or the lowest index"),
           choiceOf("comparator", comparators(), "which node it gets: earliest finish, earliest start, or least compute time"),
           switchOf("insertion", true, "use idle gaps between tasks already placed"),
           switchOf("critical-path", false, "tasks of the critical path on the node that runs all of it soonest"),
           switchOf("sufferage", false, "of the first two ready tasks the one that would lose more on its second-best node")}},
         [](const Params& p) {
             return makeParametric({chosen<ListPriority>(priorities(), p.text("priority")),
                                    chosen<NodeComparator>(comparators(), p.text("comparator")), p.boolean("insertion"),
                                    p.boolean("critical-path"), p.boolean("sufferage")});
         }});
}

}  // namespace loom
