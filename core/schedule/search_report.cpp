#include "core/schedule/search_report.h"

#include <limits>

namespace loom {

double SearchReport::gap() const {
    if (incumbents.empty()) return std::numeric_limits<double>::infinity();
    if (isOptimal()) return 0;
    if (bound == Time::zero()) return std::numeric_limits<double>::infinity();
    return (makespan() - bound).seconds() / bound.seconds();
}

void SearchReport::offer(Time makespan) {
    if (incumbents.empty() || makespan < incumbents.back().makespan) incumbents.push_back({evaluations, makespan});
}

const SearchReport* searchReport(const Scheduler& scheduler) {
    const auto* searching = dynamic_cast<const ReportsSearch*>(&scheduler);
    return searching != nullptr ? &searching->report() : nullptr;
}

}  // namespace loom
