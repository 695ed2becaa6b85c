#include "app/session/difference.h"

#include <algorithm>
#include <cmath>

namespace loom {

namespace {

constexpr std::size_t kLook = std::size_t{1} << 16;  // records between two looks at a cancel

struct FirstPlace {
    NodeId node;
    Time at = Time::never();
};

std::vector<FirstPlace> firstPlaces(const Run& run, const Progress& progress) {
    std::vector<FirstPlace> places(run.scenario->graph->taskCount());
    const Trace& trace = *run.trace;
    const std::size_t size = trace.size();
    for (std::size_t i = 0; i < size; ++i) {
        if (i % kLook == 0 && progress.cancelled()) return {};
        const Record& record = trace[i];
        const bool placed = record.kind == RecordKind::taskPlaced;
        if (!placed && record.kind != RecordKind::computeBegin) continue;
        FirstPlace& place = places[record.task().index()];
        if (!place.node.valid()) place.node = record.node();
        const bool takesSlot = !placed || record.b != Record::kNone;
        if (takesSlot && place.at.isNever()) place.at = record.time;
    }
    return places;
}

}  // namespace

DifferenceSeries::DifferenceSeries(const Series& a, const Series& b) {
    std::size_t i = 0, j = 0;
    double left = 0, right = 0, area = 0;
    while (i < a.time.size() || j < b.time.size()) {
        const bool takeA = j == b.time.size() || (i < a.time.size() && a.time[i] <= b.time[j]);
        const bool takeB = i == a.time.size() || (j < b.time.size() && b.time[j] <= a.time[i]);
        const double now = takeA ? a.time[i] : b.time[j];
        if (takeA) left = ++i == a.time.size() ? 0 : a.value[i - 1];
        if (takeB) right = ++j == b.time.size() ? 0 : b.value[j - 1];
        if (!time_.empty()) area += value_.back() * (now - time_.back());
        time_.push_back(now);
        value_.push_back(left - right);
        area_.push_back(area);
        largest_ = std::max(largest_, std::abs(left - right));
    }
}

double DifferenceSeries::integral(double until) const {
    const auto after = std::upper_bound(time_.begin(), time_.end(), until);
    if (after == time_.begin()) return 0;
    const auto i = static_cast<std::size_t>(after - time_.begin()) - 1;
    return area_[i] + value_[i] * (until - time_[i]);
}

double DifferenceSeries::mean(double from, double to) const {
    return to > from ? (integral(to) - integral(from)) / (to - from) : 0;
}

RunDifferencePtr makeDifference(const RunPtr& a, const RunPtr& b, const Progress& progress) {
    auto difference = std::make_shared<RunDifference>();
    difference->a = a;
    difference->b = b;
    difference->busy = DifferenceSeries(busyCoresSeries(*a), busyCoresSeries(*b));
    const std::vector<FirstPlace> first = firstPlaces(*a, progress), second = firstPlaces(*b, progress);
    if (progress.cancelled()) return nullptr;
    for (std::size_t t = 0; t < std::min(first.size(), second.size()); ++t) {
        if (first[t].node == second[t].node || !first[t].node.valid() || !second[t].node.valid()) continue;
        const Time at = std::min(first[t].at, second[t].at);
        if (!at.isNever()) difference->partings.push_back({TaskId(t), first[t].node, second[t].node, at});
    }
    std::stable_sort(difference->partings.begin(), difference->partings.end(),
                     [](const Parting& x, const Parting& y) { return x.at < y.at; });
    return difference;
}

}  // namespace loom
