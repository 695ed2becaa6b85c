#include "app/session/network_moment.h"

#include <algorithm>

namespace loom {

namespace {

// The transfer's stretch nearest to `at`; nullopt when it never happened.
std::optional<TransferSpan> spanOf(const Run& run, const TransferKey& key, Time at) {
    const Trace& trace = *run.trace;
    const std::size_t size = trace.size();
    std::optional<TransferSpan> span;
    for (std::size_t i = 0; i < size; ++i) {
        const Record& record = trace[i];
        const bool begins = record.kind == RecordKind::transferBegin;
        if (!begins && record.kind != RecordKind::transferEnd && record.kind != RecordKind::transferLost) continue;
        if (record.data() != key.data || record.from() != key.from || record.to() != key.to) continue;
        if (!begins) {
            if (span) span->end = record.time;
            continue;
        }
        if (span && record.time > at) break;
        span = TransferSpan{key.data, key.from, key.to, record.time, trace.end()};
    }
    return span;
}

}  // namespace

double NetworkMoment::utilisation(LinkId link) const {
    const double bandwidth = network.bandwidth[link.index()];
    return bandwidth > 0 ? network.load[link.index()] / bandwidth : 0;
}

const FlowShare* NetworkMoment::find(const TransferKey& transfer) const {
    const auto found = std::find_if(network.flows.begin(), network.flows.end(),
                                    [&](const FlowShare& flow) { return transfer.names(flow.transfer); });
    return found == network.flows.end() ? nullptr : &*found;
}

NetworkMomentPtr makeMoment(const RunPtr& run, std::span<const ActiveTransfer> transfers, std::span<const LinkStatus> links,
                            Time at) {
    const Scenario& scenario = *run->scenario;
    Result<NetworkSnapshot> network = networkSnapshot(scenario.file.network, *scenario.platform, transfers, at, links);
    if (!network) return nullptr;
    return std::make_shared<const NetworkMoment>(NetworkMoment{run, at, std::move(*network)});
}

NetworkCoursePtr makeCourse(const RunPtr& run, LinkId link, const TransferKey& transfer, Time at, Progress& progress) {
    auto course = std::make_shared<NetworkCourse>();
    course->run = run;
    course->records = run->trace->size();
    course->link = link;
    if (!link.valid()) course->transfer = spanOf(*run, transfer, at);
    if (!link.valid() && !course->transfer) return nullptr;
    Result<RateSeries> rates =
        link.valid() ? linkLoadSeries(*run, link, &progress) : transferRateSeries(*run, *course->transfer, &progress);
    if (!rates) return nullptr;
    course->rates = std::move(*rates);
    return course;
}

}  // namespace loom
