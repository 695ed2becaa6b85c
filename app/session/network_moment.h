// What the network of a run does at one moment, and how a link or a transfer fares over time.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "app/view_state.h"
#include "sim/flow/network_snapshot.h"
#include "sim/flow/rate_series.h"

namespace loom {

// The network at one moment of a run.
struct NetworkMoment {
    RunPtr run;
    Time at;
    NetworkSnapshot network;
    // Of the bandwidth it has at that moment, 0 .. 1; above 1 only under `unshared`. 0 while it is down.
    [[nodiscard]] double utilisation(LinkId link) const;
    // The share of one flow, or nullptr when it is not under way then.
    [[nodiscard]] const FlowShare* find(const TransferKey& transfer) const;
};
using NetworkMomentPtr = std::shared_ptr<const NetworkMoment>;

// The course of a link or of a transfer: one of the two is set.
struct NetworkCourse {
    RunPtr run;
    std::size_t records = 0;  // of the run that are in it
    LinkId link;
    std::optional<TransferSpan> transfer;
    RateSeries rates;
};
using NetworkCoursePtr = std::shared_ptr<const NetworkCourse>;

// Both are slow and thread-safe. Null when the run's network model is unknown, or the transfer never happened.
NetworkMomentPtr makeMoment(const RunPtr& run, std::span<const ActiveTransfer> transfers, std::span<const LinkStatus> links,
                            Time at);
// Of the link if it is valid, else of the transfer: the one under way at `at`, else the last before, else the first.
NetworkCoursePtr makeCourse(const RunPtr& run, LinkId link, const TransferKey& transfer, Time at, Progress& progress);

}  // namespace loom
