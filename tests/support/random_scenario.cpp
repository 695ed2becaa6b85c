#include "tests/support/random_scenario.h"

#include <algorithm>

#include "core/base/rng.h"
#include "core/scenario/inline_form.h"
#include "core/schedule/scheduler.h"

namespace loom::test {

namespace {

class Dice {
public:
    explicit Dice(std::uint64_t seed, std::uint64_t stream = 1) : stream_(seed, Purpose::test, stream) {}
    std::uint64_t upTo(std::uint64_t bound) { return stream_.below(bound + 1); }
    bool chance(std::uint64_t percent) { return stream_.below(100) < percent; }
    double between(double low, double high) { return stream_.uniform(low, high); }
    template <class T>
    const T& pick(const std::vector<T>& values) { return values[stream_.below(values.size())]; }

private:
    RandomStream stream_;
};

std::string number(std::uint64_t value) { return std::to_string(value); }

// Random edges from lower to higher indices, some shared files, some tasks of several cores or with memory.
InlineWorkload drawWorkload(Dice& dice) {
    InlineWorkload out;
    const std::uint64_t tasks = 1 + dice.upTo(40);
    for (std::uint64_t t = 0; t < tasks; ++t) {
        InlineTask task;
        task.id = "t" + number(t);
        task.work = dice.chance(10) ? 0 : dice.between(1e8, 5e9);
        task.cores = dice.chance(20) ? 2 : 1;
        task.memory = dice.chance(20) ? 3e9 : 0;
        if (dice.chance(10)) task.serialFraction = dice.between(0, 1);
        if (!task.serialFraction && dice.chance(10)) task.efficiency = {1, dice.between(0.3, 1.1)};
        out.tasks.push_back(task);
    }
    for (std::uint64_t t = 1; t < tasks; ++t)
        for (std::uint64_t p = t > 6 ? t - 6 : 0; p < t; ++p)
            if (dice.chance(25)) out.edges.push_back({"t" + number(p), "t" + number(t), dice.chance(20) ? 0 : dice.between(1e3, 5e8)});
    for (std::uint64_t f = 0; f < dice.upTo(4); ++f) {
        InlineFile file{"f" + number(f), dice.between(1e3, 1e9), {}, {}};
        const std::uint64_t producer = dice.upTo(tasks);
        if (producer < tasks && dice.chance(60)) file.producer = "t" + number(producer);
        for (std::uint64_t t = file.producer.empty() ? 0 : producer + 1; t < tasks; ++t)
            if (dice.chance(30)) file.consumers.push_back("t" + number(t));
        if (!file.consumers.empty()) out.files.push_back(file);
    }
    return out;
}

Spec drawPlatform(Dice& dice) {
    Spec spec{dice.pick<std::string>({"star", "two-tier", "full"}), {}};
    spec.set("nodes", number(1 + dice.upTo(5)));
    spec.set("cores", number(2 + dice.upTo(2)));
    spec.set("memory", "8 GB");
    spec.set("bandwidth", dice.pick<std::string>({"100Mbps", "1Gbps", "10Gbps"}));
    spec.set("latency", dice.pick<std::string>({"0", "50us", "10ms"}));
    if (dice.chance(50)) spec.set("heterogeneity", "uniform");
    if (dice.chance(50)) spec.set("storage", "true");
    return spec;
}

// The same platform with nodes and links that change over time. Nodes come back for good: what takes longer than a node
// stays on would never end.
InlinePlatform drawProfiles(Dice& dice, const Platform& platform) {
    InlinePlatform out = inlinePlatform(platform);
    const double off = dice.between(0, 8);
    if (dice.chance(50)) out.nodes[0].stateProfile.points = {{off, 0}, {off + dice.between(0, 3), 1}};
    if (dice.chance(50)) out.nodes.back().speedProfile = {{{dice.between(0, 2), 0.5}, {3, 0}, {4, 1.5}}, dice.between(0, 4)};
    for (InlineNode& node : out.nodes)
        if (dice.chance(70)) node.disks.push_back({"d", dice.between(1e8, 1e9), dice.between(5e7, 5e8), dice.chance(50) ? 0.2 : 0});
    const Result<Platform> built = resolvePlatform(out, "", 1);
    for (std::size_t l = 0; l < std::min<std::size_t>(4, built->linkCount()); ++l) {
        InlineLinkProfiles profiles{built->link(LinkId(l)).name, {}, {}, {}};
        if (dice.chance(50)) profiles.bandwidth = {{{1, built->link(LinkId(l)).bandwidth / 3}, {2, 1e8}}, dice.between(0, 3)};
        if (dice.chance(50)) profiles.latency.points = {{dice.between(0, 3), 0.02}};
        if (dice.chance(30)) profiles.state = {{{dice.between(0, 3), 0}, {4, 1}}, 100};
        out.profiles.push_back(std::move(profiles));
    }
    return out;
}

void drawCuts(Dice& dice, const Platform& platform, FailurePlan& failures) {
    if (platform.linkCount() == 0) return;
    const LinkId link(dice.upTo(platform.linkCount() - 1));
    failures.cuts.push_back({platform.link(link).name, Time::fromSeconds(dice.between(0, 5)), Time::fromSeconds(dice.between(0, 6))});
    if (dice.chance(50)) failures.randomCuts.push_back({"*", dice.between(100, 300), dice.between(0.5, 3)});
    failures.stallTimeout = dice.pick<double>({0.5, 4, 60});
    if (!failures.randomCuts.empty()) failures.stallTimeout = 60;  // or long transfers would be begun again and again
}

}  // namespace

ScenarioFile randomScenario(std::uint64_t seed) {
    Dice dice(seed);
    ScenarioFile file;
    file.name = "swarm " + number(seed);
    file.seed = seed;
    file.workload = drawWorkload(dice);
    const Spec platform = drawPlatform(dice);
    file.platform = platform;
    file.scheduler.name = dice.pick(schedulerRegistry()).name;
    file.network = parseSpec(dice.pick<std::string>({"unshared", "fair-share", "max-min", "max-min[tcp=cm02]", "max-min[tcp=lv08]"})).value();
    file.information = {dice.pick<std::string>({"exact", "noisy", "mean", "blind"}), {}};
    file.fetchAhead = dice.chance(30);
    file.viewDelay = dice.chance(20) ? 0.05 : 0;
    const std::string first = "n0";
    if (dice.chance(40)) file.failures.crashes.push_back({first, Time::fromSeconds(dice.between(0, 8)), Time::fromSeconds(dice.between(0, 3))});
    if (dice.chance(30)) file.failures.random.push_back({"*", dice.between(20, 100), dice.between(0.5, 5)});
    if (dice.chance(30)) file.failures.slowdowns.push_back({first, Time::fromSeconds(dice.between(0, 5)), Time::fromSeconds(4), dice.between(1, 6)});
    const Platform built = resolvePlatform(platform, "", seed).value();
    if (dice.chance(30)) {
        file.platform = drawProfiles(dice, built);
        file.disks = {dice.chance(40), dice.pick<DiskTransfers>({DiskTransfers::memory, DiskTransfers::stream, DiskTransfers::staged})};
    }
    Dice other(seed, 2);  // a stream of its own: the draws above stay what they were
    if (other.chance(30)) file.compute = Spec{"sharing", {{"degree", number(2 + other.upTo(2))}}};
    Dice third(seed, 3);
    if (third.chance(15))
        for (InlineTask& task : std::get<InlineWorkload>(file.workload).tasks) task.release = third.chance(40) ? third.between(0, 6) : 0;
    if (dice.chance(30)) drawCuts(dice, resolvePlatform(file.platform, "", seed).value(), file.failures);
    return file;
}

}  // namespace loom::test
