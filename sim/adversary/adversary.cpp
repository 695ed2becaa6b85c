#include "sim/adversary/adversary.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/scenario/network_options.h"
#include "sim/script/lua_scheduler.h"
#include "sim/session.h"

namespace loom {

namespace {

constexpr double kFirstTemperature = 0.2, kLastTemperature = 0.002;  // of the relative fall of the ratio

struct Makespans {
    double loser = 0, winner = 0;
    // Two that take no time at all are equal.
    [[nodiscard]] double ratio() const { return winner > 0 ? loser / winner : loser > 0 ? 1e9 : 1; }
};

class Search {
public:
    Search(const AdversaryPlan& plan, Progress& progress, const AdversaryWatcher& watcher)
        : plan_(plan), progress_(progress), watcher_(watcher) {
        control_.progress.isPartOf(progress);
    }

    Result<AdversaryResult> run() {
        const std::uint32_t restarts = std::max(1u, plan_.restarts);
        for (std::uint32_t restart = 0; restart < restarts && !progress_.cancelled(); ++restart) {
            const std::uint64_t until = plan_.evaluations * (restart + 1) / restarts;
            if (const Status status = anneal(restart, until); !status) return status.error();
        }
        return std::move(result_);
    }

private:
    Status anneal(std::uint32_t restart, std::uint64_t until) {
        RandomStream stream(plan_.seed, Purpose::search, restart);
        const std::uint64_t from = result_.evaluations;
        if (from >= until) return Done{};
        Instance current = Instance::random(plan_.bounds, stream);
        Result<Makespans> standing = evaluate(current);
        if (!standing) return unlessCancelled(standing.error());
        keep(current, *standing, "a random instance");
        while (result_.evaluations < until && !progress_.cancelled()) {
            Instance next = current;
            const std::string what = next.change(plan_.bounds, stream);
            const Result<Makespans> tried = evaluate(next);
            if (!tried) return unlessCancelled(tried.error());
            const double done = static_cast<double>(result_.evaluations - from) / static_cast<double>(until - from);
            const double temperature = kFirstTemperature * std::pow(kLastTemperature / kFirstTemperature, done);
            const double fall = 1 - tried->ratio() / standing->ratio();
            const bool accepted = fall <= 0 || stream.uniform() < std::exp(-fall / temperature);
            if (!accepted) continue;
            current = std::move(next);
            *standing = *tried;
            keep(current, *standing, what);
        }
        return Done{};
    }

    // A run that was cut short is no error: what was found before stands.
    [[nodiscard]] Status unlessCancelled(const Error& error) const { return progress_.cancelled() ? Status(Done{}) : Status(error); }

    Result<Makespans> evaluate(const Instance& instance) {
        Makespans both;
        const Result<ScenarioPtr> first = resolveScenario(instance.scenario("", plan_.loser, plan_.network, plan_.seed));
        if (!first) return first.error();
        ScenarioFile other = (*first)->file;
        other.scheduler = plan_.winner;
        const Result<ScenarioPtr> second = resolveScenario(std::move(other), **first);
        if (!second) return second.error();
        for (const auto& [scenario, into] : {std::pair(*first, &both.loser), std::pair(*second, &both.winner)}) {
            const Result<double> took = makespanOf(scenario, control_);
            if (!took) return took.error();
            *into = *took;
        }
        ++result_.evaluations;
        progress_.add(1);
        return both;
    }

    void keep(const Instance& instance, const Makespans& both, const std::string& what) {
        if (both.ratio() <= result_.ratio) return;
        result_.ratio = both.ratio();
        result_.loser = both.loser;
        result_.winner = both.winner;
        result_.worst = instance.scenario(plan_.loser.text() + " against " + plan_.winner.text(), plan_.loser, plan_.network, plan_.seed);
        result_.worst.description = "An instance found by search: " + plan_.loser.text() + " takes " + formatNumber(both.ratio(), 4) +
                                    " times as long as " + plan_.winner.text() + ".";
        result_.steps.push_back({result_.evaluations, both.ratio(), what});
        if (watcher_) watcher_(result_.steps.back(), result_.worst);
    }

    const AdversaryPlan& plan_;
    Progress& progress_;
    const AdversaryWatcher& watcher_;
    RunControl control_;
    AdversaryResult result_;
};

Status checkBounds(const InstanceBounds& bounds) {
    if (bounds.fewestTasks < 1 || bounds.fewestTasks > bounds.mostTasks || bounds.mostTasks > 1000)
        return failure("tasks: expected 1 to 1000, the fewer first");
    if (bounds.fewestNodes < 1 || bounds.fewestNodes > bounds.mostNodes || bounds.mostNodes > 100)
        return failure("nodes: expected 1 to 100, the fewer first");
    for (const auto& [range, name] : {std::pair(bounds.work, "work"), std::pair(bounds.bytes, "bytes"), std::pair(bounds.speed, "speed"),
                                      std::pair(bounds.bandwidth, "bandwidth")})
        if (!(range.low > 0 && range.low <= range.high && range.high < 1e15)) return failure(std::string(name) + ": expected a range above 0, the lower end first");
    return Done{};
}

}  // namespace

Status checkAdversary(const AdversaryPlan& plan) {
    for (const Spec* scheduler : {&plan.loser, &plan.winner})
        if (const auto opened = openScheduler(*scheduler, {}); !opened) return opened.error();
    if (const Result<NetworkOptions> network = networkOptions(plan.network); !network) return network.error();
    return checkBounds(plan.bounds);
}

Result<AdversaryResult> findAdversary(const AdversaryPlan& plan, Progress& progress, const AdversaryWatcher& watcher) {
    if (const Status sound = checkAdversary(plan); !sound) return sound.error();
    progress.begin(plan.evaluations);
    return Search(plan, progress, watcher).run();
}

}  // namespace loom
