// What a scheduler that searches can say of its search, beside the plan.
#pragma once

#include <cstdint>
#include <vector>

#include "core/schedule/scheduler.h"

namespace loom {

struct SearchReport {
    // A plan shorter than all before it, and how much had been spent when it was found.
    struct Incumbent {
        std::uint64_t evaluations = 0;
        Time makespan;
        friend bool operator==(const Incumbent&, const Incumbent&) = default;
    };
    std::vector<Incumbent> incumbents;  // evaluations ascend, makespans fall
    std::uint64_t evaluations = 0;      // plans decoded or states looked at, as the scheduler says
    Time bound = Time::zero();          // no plan is shorter, by the estimates; zero = nothing is known

    [[nodiscard]] Time makespan() const { return incumbents.empty() ? Time::never() : incumbents.back().makespan; }
    [[nodiscard]] bool isOptimal() const { return !incumbents.empty() && makespan() <= bound; }
    // (makespan - bound) / bound: how much shorter a plan might still be; 0 when it is optimal, infinite without a bound.
    [[nodiscard]] double gap() const;
    // Notes a plan if it is shorter than the last.
    void offer(Time makespan);
    friend bool operator==(const SearchReport&, const SearchReport&) = default;
};

// What schedulers that search are besides.
class ReportsSearch {
public:
    virtual ~ReportsSearch() = default;
    // Of the last plan().
    [[nodiscard]] virtual const SearchReport& report() const = 0;
};
// nullptr for a scheduler that does not search. Lives as long as the scheduler, until its next plan().
const SearchReport* searchReport(const Scheduler& scheduler);

}  // namespace loom
