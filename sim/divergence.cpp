#include "sim/divergence.h"

#include <algorithm>
#include <vector>

namespace loom {

namespace {

// Who went where, decision by decision.
class Sequence final : public DecisionLog {
public:
    [[nodiscard]] bool wants(TaskId) const override { return true; }
    void record(Decision decision) override { decided_.push_back({decision.task, decision.chosen}); }

    struct Placed {
        TaskId task;
        NodeId node;
        friend bool operator==(const Placed&, const Placed&) = default;
    };
    [[nodiscard]] const std::vector<Placed>& decided() const { return decided_; }

private:
    std::vector<Placed> decided_;
};

// The decision that comes after `before` others.
class Nth final : public DecisionLog {
public:
    Nth(std::size_t before, RunControl& control) : left_(before), control_(&control) {}
    [[nodiscard]] bool wants(TaskId) const override { return true; }
    void record(Decision decision) override {
        if (found_ || left_-- > 0) return;
        found_ = std::move(decision);
        control_->progress.cancel();
    }
    [[nodiscard]] std::optional<Decision> found() && { return std::move(found_); }

private:
    std::size_t left_;
    RunControl* control_;
    std::optional<Decision> found_;
};

Result<std::optional<Decision>> decisionAt(const ScenarioPtr& scenario, std::size_t step) {
    RunControl control;
    Nth log(step, control);
    if (const Status watched = watchDecisions(scenario, control, log); !watched) return watched.error();
    return std::move(log).found();
}

}  // namespace

Result<std::optional<Divergence>> firstDivergence(const ScenarioPtr& a, const ScenarioPtr& b, RunControl& control) {
    Sequence first, second;
    if (const Status watched = watchDecisions(a, control, first); !watched) return watched.error();
    if (const Status watched = watchDecisions(b, control, second); !watched) return watched.error();
    if (control.progress.cancelled()) return failure("cancelled");
    const auto [endA, endB] = std::mismatch(first.decided().begin(), first.decided().end(), second.decided().begin(), second.decided().end());
    if (endA == first.decided().end() && endB == second.decided().end()) return std::optional<Divergence>();
    Divergence divergence;
    divergence.step = static_cast<std::size_t>(endA - first.decided().begin());
    for (const auto& [scenario, into] : {std::pair(&a, &divergence.a), std::pair(&b, &divergence.b)}) {
        Result<std::optional<Decision>> decision = decisionAt(*scenario, divergence.step);
        if (!decision) return decision.error();
        *into = std::move(*decision);
    }
    return std::optional(std::move(divergence));
}

}  // namespace loom
