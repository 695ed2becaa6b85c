// The transfers of a trace as flows under a network model, followed forward in time: what a link carries and what a
// transfer gets from one begin or end to the next.
#pragma once

#include <queue>
#include <vector>

#include "core/trace/replay.h"
#include "sim/flow/link_conditions.h"

namespace loom {

// Not thread-safe. Times must not decrease. The platform must outlive it.
class FlowCourse {
public:
    // `watched` may be none().
    static Result<FlowCourse> make(const Spec& network, const Platform& platform, LinkId watched);

    // The transfer begins at `transfer.since` to pay the start-up of links as they are; startUntil() lets it flow. A second
    // one with the same data and ends is ignored, as is the end of one that is not there.
    void begin(const ActiveTransfer& transfer);
    void end(DataId data, NodeId from, NodeId to, Time now);
    // When the next transfer has paid its start-up; never() when none is starting.
    [[nodiscard]] Time nextStart() const { return starting_.empty() ? Time::never() : starting_.top().at; }
    void startUntil(Time now);
    // The link is like this from now on. Transfers that began before keep what they were given.
    void setLink(const LinkStatus& status, Time now);

    // B/s at the moment of the last change: on the wire of the watched link, and of one transfer's data (0 while it starts up).
    [[nodiscard]] double load();
    [[nodiscard]] double rate(DataId data, NodeId from, NodeId to);

private:
    struct Slot {
        NodeId from, to;
        double share = 0;  // of its rate the flow takes from the watched link
        double wire = 1;   // bytes on the wire a byte of data
        std::uint32_t life = 0;
        bool flowing = false;
    };
    struct Start {
        Time at;
        std::uint32_t slot = 0, life = 0;
        friend bool operator>(const Start& a, const Start& b) { return a.at > b.at || (a.at == b.at && a.slot > b.slot); }
    };
    FlowCourse(NetworkModel model, LinkId watched) : model_(std::move(model)), watched_(watched) {}
    // `started`: when it had paid its start-up.
    void start(std::uint32_t slot, Time started, Time now);

    NetworkModel model_;
    LinkId watched_;
    TransferTable open_;  // position in slots_
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_;
    std::vector<std::uint32_t> onLink_;  // slots that use the watched link
    LinkConditions conditions_;
    std::vector<Start> held_;  // started up, but a link of their way is down
    std::priority_queue<Start, std::vector<Start>, std::greater<>> starting_;
};

}  // namespace loom
