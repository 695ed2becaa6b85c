#include "sim/flow/rate_series.h"

#include <algorithm>

#include "core/trace/metrics_series.h"
#include "core/trace/record_fits.h"
#include "sim/flow/flow_course.h"
#include "sim/flow/network_snapshot.h"

namespace loom {

namespace {

constexpr std::size_t kPollEvery = 1024;  // records or changes between two looks at `progress`

bool isTransfer(const Record& record) {
    return record.kind == RecordKind::transferBegin || record.kind == RecordKind::transferEnd ||
           record.kind == RecordKind::transferLost;
}

bool isLink(const Record& record) {
    return record.kind == RecordKind::linkDown || record.kind == RecordKind::linkUp || record.kind == RecordKind::linkRate ||
           record.kind == RecordKind::linkLatency;
}

// The published records of a run about transfers and links, in order; those whose ids fit nothing are skipped.
class NetworkRecords {
public:
    explicit NetworkRecords(const Run& run) : run_(&run), size_(run.trace->size()) { skip(); }
    [[nodiscard]] bool done() const { return at_ >= size_; }
    [[nodiscard]] const Record& current() const { return (*run_->trace)[at_]; }
    [[nodiscard]] std::size_t position() const { return at_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    void advance() {
        ++at_;
        skip();
    }

private:
    void skip() {
        const Scenario& scenario = *run_->scenario;
        while (at_ < size_) {
            const Record& record = (*run_->trace)[at_];
            if ((isTransfer(record) || isLink(record)) && recordFits(record, *scenario.graph, *scenario.platform)) return;
            ++at_;
        }
    }

    const Run* run_;
    std::size_t size_;
    std::size_t at_ = 0;
};

// What is under way, in no particular order, and how links differ from what was built.
class NetworkState {
public:
    void fold(const Record& record) {
        if (isLink(record)) return foldLink(links_, record);
        std::uint32_t* found = index_.find(record);
        if (record.kind == RecordKind::transferBegin) {
            if (found != nullptr) return;
            index_.insert(record.subject, record.a, record.b, static_cast<std::uint32_t>(all_.size()));
            all_.push_back({record.data(), record.from(), record.to(), record.time});
            return;
        }
        if (found == nullptr) return;
        const std::uint32_t hole = *found;
        index_.erase(record.subject, record.a, record.b);
        if (hole + 1 != all_.size()) {
            all_[hole] = all_.back();
            *index_.find(all_[hole].data.value, all_[hole].from.value, all_[hole].to.value) = hole;
        }
        all_.pop_back();
    }
    [[nodiscard]] const std::vector<ActiveTransfer>& transfers() const { return all_; }
    [[nodiscard]] const std::vector<LinkStatus>& links() const { return links_; }
    [[nodiscard]] const LinkStatus& of(LinkId link) const {
        return *std::lower_bound(links_.begin(), links_.end(), link, [](const LinkStatus& s, LinkId id) { return s.link < id; });
    }

private:
    std::vector<LinkStatus> links_;
    std::vector<ActiveTransfer> all_;
    TransferTable index_;
};

struct Window {
    Time begin, end;
};

std::size_t countChanges(const Run& run, const Window& window) {
    std::size_t count = 0;
    Time last = Time::never();
    for (NetworkRecords records(run); !records.done(); records.advance()) {
        const Time at = records.current().time;
        if (at < window.begin || at > window.end || at == last) continue;
        last = at;
        ++count;
    }
    return count;
}

bool stopped(Progress* progress, std::size_t step) {
    return step % kPollEvery == 0 && Progress::cancelled(progress);
}

// `state` is only asked about links.
void advance(FlowCourse& course, NetworkState& state, const Record& change) {
    if (isLink(change)) {
        state.fold(change);
        return course.setLink(state.of(change.link()), change.time);
    }
    if (change.kind == RecordKind::transferBegin) return course.begin({change.data(), change.from(), change.to(), change.time});
    course.end(change.data(), change.from(), change.to(), change.time);
}

// Every change in the window, one after the other.
template <class Read>
Result<Series> follow(const Run& run, LinkId watched, const Window& window, Progress* progress, Read read) {
    Result<FlowCourse> course = FlowCourse::make(run.scenario->file.network, *run.scenario->platform, watched);
    if (!course) return course.error();
    NetworkRecords records(run);
    NetworkState state;
    for (; !records.done() && records.current().time < window.begin; records.advance())
        advance(*course, state, records.current());
    course->startUntil(window.begin);
    StepBuilder steps;
    steps.set(window.begin, read(*course));
    std::size_t step = 0;
    while (!stopped(progress, step++)) {
        const Time record = records.done() ? Time::never() : records.current().time;
        const Time now = std::min(record, course->nextStart());
        if (now.isNever() || now > window.end) break;
        for (; !records.done() && records.current().time == now; records.advance()) advance(*course, state, records.current());
        course->startUntil(now);
        steps.set(now, read(*course));
        if (progress != nullptr) progress->advanceTo(records.position());
    }
    return steps.finish(window.end);
}

// The state at evenly spaced moments of the window.
template <class Read>
Result<Series> sample(const Run& run, const Window& window, std::size_t samples, Progress* progress, Read read) {
    NetworkRecords records(run);
    NetworkState state;
    StepBuilder steps;
    const double span = static_cast<double>((window.end - window.begin).nanoseconds());
    for (std::size_t i = 0; i < samples; ++i) {
        if (Progress::cancelled(progress)) break;
        const double part = (static_cast<double>(i) + 0.5) / static_cast<double>(samples);
        const Time now = window.begin + Time::fromNanoseconds(static_cast<std::int64_t>(part * span));
        for (; !records.done() && records.current().time <= now; records.advance()) state.fold(records.current());
        const Result<NetworkSnapshot> snapshot =
            networkSnapshot(run.scenario->file.network, *run.scenario->platform, state.transfers(), now, state.links());
        if (!snapshot) return snapshot.error();
        steps.set(now, read(*snapshot));
        if (progress != nullptr) progress->advanceTo(records.position());
    }
    return steps.finish(window.end);
}

template <class ReadCourse, class ReadSnapshot>
Result<RateSeries> series(const Run& run, LinkId watched, const Window& window, Progress* progress,
                          const RateSeriesLimits& limits, ReadCourse readCourse, ReadSnapshot readSnapshot) {
    if (progress != nullptr) progress->begin(run.trace->size());
    RateSeries answer;
    answer.changes = countChanges(run, window);
    answer.sampled = answer.changes > limits.changes;
    Result<Series> steps = answer.sampled ? sample(run, window, limits.samples, progress, readSnapshot)
                                          : follow(run, watched, window, progress, readCourse);
    if (!steps) return steps.error();
    answer.series = std::move(*steps);
    return answer;
}

}  // namespace

Result<RateSeries> linkLoadSeries(const Run& run, LinkId link, Progress* progress, const RateSeriesLimits& limits) {
    return series(
        run, link, {Time::zero(), run.trace->end()}, progress, limits, [](FlowCourse& course) { return course.load(); },
        [link](const NetworkSnapshot& snapshot) { return snapshot.load[link.index()]; });
}

Result<RateSeries> transferRateSeries(const Run& run, const TransferSpan& transfer, Progress* progress,
                                      const RateSeriesLimits& limits) {
    const auto same = [&](const FlowShare& flow) {
        return flow.transfer.data == transfer.data && flow.transfer.from == transfer.from && flow.transfer.to == transfer.to;
    };
    return series(
        run, LinkId::none(), {transfer.begin, transfer.end}, progress, limits,
        [&](FlowCourse& course) { return course.rate(transfer.data, transfer.from, transfer.to); },
        [&](const NetworkSnapshot& snapshot) {
            const auto flow = std::find_if(snapshot.flows.begin(), snapshot.flows.end(), same);
            return flow == snapshot.flows.end() ? 0 : flow->rate;
        });
}

}  // namespace loom
