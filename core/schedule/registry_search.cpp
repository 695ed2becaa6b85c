#include "core/schedule/registry_row.h"

namespace loom {

void addSearchRows(std::vector<SchedulerRow>& rows) {
    std::vector<SchedulerRow> added = {
        {{"branch-and-bound",
          "the shortest schedule, or the gap that is left when the budget is spent; for small graphs",
          "Fernandez, Bussell, IEEE Trans. Computers C-22(8), 1973, for the bound",
          {integerParam("budget", "100000", 1, 1e9, "states to look at, at most")}},
         [](const Params& p) { return makeBranchAndBound(static_cast<std::uint64_t>(p.integer("budget"))); }},
    };
    for (SchedulerRow& row : added) rows.push_back(std::move(row));
}

}  // namespace loom
