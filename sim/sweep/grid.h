// The points of a sweep, counted off: which values, scheduler, network and seed a run has.
#pragma once

#include "sim/sweep/sweep.h"

namespace loom {

// Immutable; thread-safe. Refers to the plan, which must outlive it.
class SweepGrid {
public:
    // Checks every axis value, scheduler and network by itself; an Error names the one that cannot be.
    static Result<SweepGrid> of(const SweepPlan& plan);

    [[nodiscard]] std::size_t points() const { return points_; }
    [[nodiscard]] std::size_t runs() const { return points_ * plan_->repeat; }
    // A row with settings, scheduler and network filled in.
    [[nodiscard]] SweepRow row(std::size_t point) const;
    // The scenario file of a point under its `repetition`-th seed.
    [[nodiscard]] Result<ScenarioFile> file(const SweepRow& row, std::uint32_t repetition) const;

private:
    explicit SweepGrid(const SweepPlan& plan);
    [[nodiscard]] Status check() const;

    const SweepPlan* plan_;
    std::shared_ptr<const ScenarioVariation> variation_;
    std::vector<Spec> schedulers_, networks_;
    std::size_t points_ = 1;
};

}  // namespace loom
