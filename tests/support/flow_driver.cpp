#include "tests/support/flow_driver.h"

#include <algorithm>
#include <numeric>

namespace loom::test {

namespace {

std::vector<Use> uses(const FlowCase& flow) {
    std::vector<Use> uses;
    for (const int resource : flow.resources) uses.push_back({ResourceId(resource), 1});
    return uses;
}

void add(FlowModel& model, std::size_t id, const FlowCase& flow, Time now) {
    model.add(FlowSpec{FlowId(id), uses(flow), flow.work, flow.penalty, flow.bound}, now);
}

}  // namespace

std::vector<double> finishTimes(FlowModel& model, const std::vector<FlowCase>& flows) {
    std::vector<std::size_t> order(flows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return flows[a].start < flows[b].start; });
    std::vector<double> finish(flows.size(), -1);
    std::vector<FlowId> done;
    std::size_t next = 0;
    while (true) {
        const Time arrival = next < order.size() ? Time::fromSeconds(flows[order[next]].start) : Time::never();
        const Time completion = model.nextCompletion();
        if (arrival.isNever() && completion.isNever()) return finish;
        if (completion <= arrival) {
            done.clear();
            model.complete(completion, done);
            for (const FlowId id : done) finish[id.index()] = completion.seconds();
            continue;
        }
        add(model, order[next], flows[order[next]], arrival);
        ++next;
    }
}

std::vector<double> ratesTogether(FlowModel& model, const std::vector<FlowCase>& flows) {
    for (std::size_t i = 0; i < flows.size(); ++i) add(model, i, flows[i], Time::zero());
    std::vector<double> rates;
    for (std::size_t i = 0; i < flows.size(); ++i) rates.push_back(model.rate(FlowId(i)));
    return rates;
}

std::vector<Capacity> capacities(const std::vector<double>& amounts) {
    std::vector<Capacity> made;
    for (const double amount : amounts) made.push_back(Capacity{amount, Sharing::shared});
    return made;
}

}  // namespace loom::test
