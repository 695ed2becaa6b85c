// Weighted max-min fairness with flow bounds by progressive filling, on the part of the network a change can reach
// (model-spec.md section 10; Bertsekas and Gallager, Data Networks, 1992, section 6.5.2).
#pragma once

#include "sim/flow/shared_flows.h"

namespace loom {

// How TCP bends the shares (model-spec.md 10.2). Reverse (ACK) traffic is not modelled.
struct TcpFactors {
    double latencyFactor = 1;    // start-up = factor x path latency
    double bandwidthFactor = 1;  // rate = factor x share
    double weightBytes = 0;      // S: weight = sum over links of (latency + S / bandwidth)
    double windowBytes = 0;      // gamma: bound = gamma / (2 x path latency); 0 = none
    bool weighted = false;       // equal weights when false
};

class MaxMinFlows : public SharedFlows {
public:
    MaxMinFlows(const Platform& platform, const TcpFactors& tcp);

    [[nodiscard]] double startupSeconds(double pathLatency) const override { return tcp_.latencyFactor * pathLatency; }

protected:
    void share(const std::vector<LinkId>& links) override;

private:
    // A flow of the component being solved.
    struct Member {
        FlowId id;
        double penalty;      // rate = level / penalty
        double bound;        // B/s
        bool fixed = false;
    };
    struct LinkState {
        double remaining = 0;  // B/s not yet given away
        double pull = 0;       // sum of 1 / penalty over the crossings not yet fixed
        std::uint32_t open = 0;  // how many those are; 0 on a fatpipe link, which bounds each flow alone
    };
    void collect(const std::vector<LinkId>& links);
    void fix(Member& member, double rate);
    void fill();
    [[nodiscard]] double penaltyOf(FlowId id);
    [[nodiscard]] double boundOf(FlowId id);

    TcpFactors tcp_;
    std::vector<Member> members_;
    std::vector<LinkId> component_;
    std::vector<LinkState> linkState_;      // by link
    std::vector<std::uint32_t> linkMark_, flowMark_;  // == mark_ when in the component
    std::vector<std::uint32_t> memberOf_;   // by flow
    std::uint32_t mark_ = 0;
};

}  // namespace loom
