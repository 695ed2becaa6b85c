// What the contention models have in common: flows as columns, who crosses which link, how much is left, and a
// heap of finish times. A model only has to say the new rates of the flows a change may have touched.
#pragma once

#include "sim/flow/flow_model.h"

namespace loom {

class SharedFlows : public FlowModel {
public:
    explicit SharedFlows(const Platform& platform);

    void add(const FlowSpec& flow, Time now) override;
    void remove(FlowId flow, Time now) override;
    [[nodiscard]] Time nextCompletion() override;
    void complete(Time now, std::vector<FlowId>& finished) override;
    [[nodiscard]] double rate(FlowId flow) override;

protected:
    struct Flow {
        std::vector<LinkId> links;
        double latency = 0;    // s, physical latency of the path
        double remaining = 0;  // B left at `since`
        double rate = 0;       // B/s since then
        Time since;
        std::uint32_t generation = 0;
    };
    // Computes the rates of (at least) every flow whose rate may change because the flow sets of `links` changed;
    // calls setRate for each.
    virtual void share(const std::vector<LinkId>& links) = 0;
    void setRate(FlowId flow, double rate);

    [[nodiscard]] const Platform& platform() const { return *platform_; }
    [[nodiscard]] Flow& flow(FlowId id) { return flows_[id.index()]; }
    [[nodiscard]] const std::vector<FlowId>& flowsOn(LinkId link) const { return onLink_[link.index()]; }

private:
    struct Entry {
        Time finish;
        FlowId id;
        std::uint32_t generation;
        friend bool operator>(const Entry& a, const Entry& b) { return a.finish != b.finish ? a.finish > b.finish : a.id > b.id; }
    };
    void shareIfChanged();
    void schedule(Time finish, FlowId flow);
    void touch(const Flow& flow, Time now);

    const Platform* platform_;
    std::vector<Flow> flows_;                  // by id
    std::vector<std::vector<FlowId>> onLink_;  // active flows of a link, ascending by arrival; twice if it crosses twice
    std::vector<LinkId> changed_;              // links whose flow set changed since the last share()
    std::vector<bool> isChanged_;
    std::vector<Entry> heap_;
    std::size_t active_ = 0;  // flows
    Time now_;
};

}  // namespace loom
