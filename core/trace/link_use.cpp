#include "core/trace/link_use.h"

#include <algorithm>

#include "core/trace/metrics_series.h"
#include "core/trace/record_fits.h"

namespace loom {

namespace {

// Calls `take(link, record)` for every link of the route of every transfer that begins or ends, in order.
template <class Take>
void eachCrossing(const Run& run, Take take) {
    const TaskGraph& graph = *run.scenario->graph;
    const Platform& platform = *run.scenario->platform;
    std::vector<LinkId> route;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        const bool moves = record.kind == RecordKind::transferBegin || record.kind == RecordKind::transferEnd ||
                           record.kind == RecordKind::transferLost;
        if (!moves || !recordFits(record, graph, platform)) continue;
        route.clear();
        platform.route(record.from(), record.to(), route);
        for (const LinkId link : route) take(link, record);
    }
}

struct Open {
    std::uint32_t count = 0;
    Time since;
};

}  // namespace

std::vector<LinkUse> linkUse(const Run& run) {
    std::vector<LinkUse> uses(run.scenario->platform->linkCount());
    std::vector<Open> open(uses.size());
    eachCrossing(run, [&](LinkId link, const Record& record) {
        LinkUse& use = uses[link.index()];
        Open& now = open[link.index()];
        if (record.kind == RecordKind::transferBegin) {
            if (now.count++ == 0) now.since = record.time;
            use.peak = std::max(use.peak, now.count);
            return;
        }
        if (now.count == 0) return;  // it never began
        if (--now.count == 0) use.busySeconds += (record.time - now.since).seconds();
        if (record.kind != RecordKind::transferEnd) return;
        ++use.transfers;
        use.bytes += run.scenario->graph->dataBytes(record.data());
    });
    for (std::size_t l = 0; l < uses.size(); ++l)
        if (open[l].count > 0) uses[l].busySeconds += (run.trace->end() - open[l].since).seconds();
    return uses;
}

std::vector<LinkCourse> busiestLinks(const Run& run, std::size_t most) {
    const std::vector<LinkUse> uses = linkUse(run);
    std::vector<LinkId> links;
    for (std::size_t l = 0; l < uses.size(); ++l)
        if (uses[l].peak > 0) links.emplace_back(l);
    std::stable_sort(links.begin(), links.end(),
                     [&](LinkId a, LinkId b) { return uses[a.index()].busySeconds > uses[b.index()].busySeconds; });
    links.resize(std::min(links.size(), most));
    std::vector<StepBuilder> steps(links.size());
    std::vector<std::uint32_t> open(links.size(), 0);
    eachCrossing(run, [&](LinkId link, const Record& record) {
        const auto row = static_cast<std::size_t>(std::find(links.begin(), links.end(), link) - links.begin());
        const bool begins = record.kind == RecordKind::transferBegin;
        if (row == links.size() || (!begins && open[row] == 0)) return;
        open[row] += begins ? 1 : -1u;
        steps[row].set(record.time, open[row]);
    });
    std::vector<LinkCourse> courses;
    for (std::size_t row = 0; row < links.size(); ++row) courses.push_back({links[row], steps[row].finish(run.trace->end())});
    return courses;
}

}  // namespace loom
