// What the searching schedulers share: a start at HEFT's plan, a budget of decoded plans, the best of them kept and reported.
#pragma once

#include <string>

#include "core/schedule/plan_decoder.h"
#include "core/schedule/search_report.h"
#include "core/schedule/static_scheduler.h"

namespace loom {

// One search: counts what is decoded and keeps the best. Draws come from the scenario's seed.
class Hunt {
public:
    Hunt(const View& view, std::uint64_t budget, SearchReport& report);

    [[nodiscard]] const PlanDecoder& decoder() const { return decoder_; }
    [[nodiscard]] RandomStream& random() { return random_; }
    [[nodiscard]] std::uint64_t budget() const { return budget_; }
    // The budget is spent, no plan can be shorter, or whoever waits has cancelled.
    [[nodiscard]] bool isOver() const { return report_.evaluations >= budget_ || report_.isOptimal() || view_.cancelled(); }
    [[nodiscard]] std::uint64_t spent() const { return report_.evaluations; }
    // Decodes, counts and keeps.
    Time evaluate(const PlanCode& code);
    [[nodiscard]] const PlanCode& best() const { return best_; }
    [[nodiscard]] Time shortest() const { return report_.makespan(); }

private:
    const View& view_;
    PlanDecoder decoder_;
    RandomStream random_;
    std::uint64_t budget_;
    SearchReport& report_;
    PlanCode best_;
};

// Never worse than HEFT: its plan is the first that is decoded. The same seed gives the same plan. O(budget (n + e) log n).
class SearchScheduler : public StaticScheduler, public ReportsSearch {
public:
    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) final;
    [[nodiscard]] const SearchReport& report() const final { return report_; }

protected:
    SearchScheduler(std::string name, std::uint64_t budget) : name_(std::move(name)), budget_(budget) {}
    // Called once, HEFT's plan is the best so far.
    virtual void search(Hunt& hunt) const = 0;

private:
    std::string name_;
    std::uint64_t budget_;
    SearchReport report_;
};

}  // namespace loom
