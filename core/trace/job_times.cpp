#include "core/trace/job_times.h"

#include <algorithm>
#include <vector>

#include "core/trace/record_fits.h"

namespace loom {

namespace {

constexpr double kShortest = 10;  // s; shorter jobs must not decide the mean

struct Stay {
    Time begin;
    Time end = Time::never();  // of the last attempt that committed
};

std::vector<Stay> lastAttempts(const Run& run) {
    const TaskGraph& graph = *run.scenario->graph;
    std::vector<Stay> stays(graph.taskCount());
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Record& record = (*run.trace)[i];
        if (!recordFits(record, graph, *run.scenario->platform)) continue;
        if (record.kind == RecordKind::computeBegin) stays[record.subject] = {record.time, Time::never()};
        if (record.kind == RecordKind::computeEnd) stays[record.subject].end = record.time;
    }
    return stays;
}

}  // namespace

std::optional<JobTimes> jobTimes(const Run& run) {
    const TaskGraph& graph = *run.scenario->graph;
    if (graph.releases().empty() || run.detail == RecordDetail::none) return std::nullopt;
    const std::vector<Stay> stays = lastAttempts(run);
    JobTimes mean;
    double jobs = 0, running = 0;
    for (std::size_t t = 0; t < stays.size(); ++t) {
        if (stays[t].end.isNever()) continue;
        const double release = graph.release(TaskId(t));
        const double took = (stays[t].end - stays[t].begin).seconds();
        const double response = stays[t].end.seconds() - release;
        ++jobs;
        mean.wait += stays[t].begin.seconds() - release;
        mean.response += response;
        mean.boundedSlowdown += std::max(1.0, response / std::max(took, kShortest));
        if (took <= 0) continue;
        ++running;
        mean.slowdown += response / took;
    }
    if (jobs == 0) return std::nullopt;
    mean.wait /= jobs;
    mean.response /= jobs;
    mean.boundedSlowdown /= jobs;
    mean.slowdown = running > 0 ? mean.slowdown / running : 1;
    return mean;
}

}  // namespace loom
