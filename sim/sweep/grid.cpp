#include "sim/sweep/grid.h"

#include <algorithm>

namespace loom {

namespace {

// Whether an axis sets `key` or something in it.
bool sets(const SweepPlan& plan, const std::string& key) {
    return std::any_of(plan.axes.begin(), plan.axes.end(),
                       [&](const Axis& axis) { return axis.path == key || axis.path.rfind(key + ".", 0) == 0; });
}

Status checkPaths(const SweepPlan& plan) {
    for (std::size_t i = 0; i < plan.axes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (plan.axes[i].path == plan.axes[j].path) return failureAt(plan.axes[i].path, "is varied twice");
    if (!plan.schedulers.empty() && sets(plan, "scheduler")) return failureAt("scheduler", "is varied and listed; give one of the two");
    if (!plan.networks.empty() && sets(plan, "network")) return failureAt("network", "is varied and listed; give one of the two");
    return Done{};
}

// The grid's runs, or 0 when they are too many.
std::size_t countRuns(const SweepPlan& plan, std::size_t schedulers, std::size_t networks) {
    std::size_t runs = 1;
    std::vector<std::size_t> factors{schedulers, networks, plan.repeat};
    for (const Axis& axis : plan.axes) factors.push_back(axis.values.size());
    for (const std::size_t factor : factors) {
        if (factor > kMostSweepRuns / runs) return 0;
        runs *= factor;
        if (runs == 0) return 0;
    }
    return runs;
}

}  // namespace

SweepGrid::SweepGrid(const SweepPlan& plan)
    : plan_(&plan), variation_(std::make_shared<const ScenarioVariation>(plan.base->file)), schedulers_(plan.schedulers), networks_(plan.networks) {}

Result<SweepGrid> SweepGrid::of(const SweepPlan& plan) {
    if (const Status paths = checkPaths(plan); !paths) return paths.error();
    const std::size_t runs = countRuns(plan, std::max<std::size_t>(plan.schedulers.size(), 1), std::max<std::size_t>(plan.networks.size(), 1));
    if (runs == 0) return failure("the sweep must have 1 to " + std::to_string(kMostSweepRuns) + " runs");
    SweepGrid grid(plan);
    grid.points_ = runs / plan.repeat;
    if (const Status status = grid.check(); !status) return status.error();
    return grid;
}

Status SweepGrid::check() const {
    // Behind the first values of the axes before it: "network=max-min" gives "network.tcp" its meaning.
    std::vector<Setting> settings;
    for (const Axis& axis : plan_->axes) {
        settings.push_back({axis.path, {}});
        for (const std::string& value : axis.values) {
            settings.back().value = value;
            if (const Result<ScenarioFile> file = variation_->with(settings); !file) return file.error();
        }
        settings.back().value = axis.values.front();
    }
    ScenarioFile file = plan_->base->file;
    for (const Spec& scheduler : schedulers_) {
        file.scheduler = scheduler;
        if (const Status texts = checkRegistryTexts(file); !texts) return texts.error();
    }
    for (const Spec& network : networks_) {
        file.network = network;
        if (const Status texts = checkRegistryTexts(file); !texts) return texts.error();
    }
    return Done{};
}

SweepRow SweepGrid::row(std::size_t point) const {
    SweepRow row;
    const auto digit = [&point](std::size_t base) {
        const std::size_t value = point % base;
        point /= base;
        return value;
    };
    row.network = networks_.empty() ? plan_->base->file.network : networks_[digit(networks_.size())];
    row.scheduler = schedulers_.empty() ? plan_->base->file.scheduler : schedulers_[digit(schedulers_.size())];
    for (std::size_t a = plan_->axes.size(); a-- > 0;) {
        const Axis& axis = plan_->axes[a];
        row.settings.push_back({axis.path, axis.values[digit(axis.values.size())]});
    }
    std::reverse(row.settings.begin(), row.settings.end());
    return row;
}

Result<ScenarioFile> SweepGrid::file(const SweepRow& row, std::uint32_t repetition) const {
    Result<ScenarioFile> file = variation_->with(row.settings);
    if (!file) return file.error();
    if (!schedulers_.empty()) file->scheduler = row.scheduler;
    if (!networks_.empty()) file->network = row.network;
    file->seed += repetition;
    return file;
}

}  // namespace loom
