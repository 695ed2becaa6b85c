// What a flow costs the models behind FlowModel: come, share, finish. Items are flows; `hosts` and how many transfers
// of four flows each (the inputs of a task, as in a layered graph) are under way are the arguments.
#include <benchmark/benchmark.h>

#include <array>
#include <string>

#include "core/base/rng.h"
#include "sim/flow/flow_model.h"

namespace loom {
namespace {

constexpr double kAccess = 0.97 * 1.25e9;  // B/s, LV08 of 1.25 GB/s
constexpr std::size_t kInputs = 4;
constexpr double kAck = 0.05;

// Hosts with a private link each way and one link in the middle that every flow crosses.
class Cluster {
public:
    Cluster(std::string_view model, std::uint32_t hosts, double middle, std::uint32_t tasks, double strangers)
        : hosts_(hosts), strangers_(strangers), rng_(1, Purpose::test, 0), open_(tasks, 0) {
        std::vector<Capacity> capacities(2 * hosts, Capacity{kAccess, Sharing::shared});
        capacities.push_back(Capacity{middle, Sharing::shared});
        model_ = std::move(*makeFlowModel(model, std::move(capacities)));
        for (std::uint32_t task = 0; task < tasks; ++task) pull(task);
    }

    // Until the next end; a task whose inputs are there makes room for another one. Returns the flows that ended.
    std::size_t step() {
        now_ = model_->nextCompletion();
        finished_.clear();
        model_->complete(now_, finished_);
        for (const FlowId id : finished_) {
            const std::uint32_t task = id.value / kInputs;
            if (--open_[task] == 0) pull(task);
        }
        return finished_.size();
    }

private:
    void pull(std::uint32_t task) {
        const auto to = static_cast<std::uint32_t>(rng_.below(hosts_));
        open_[task] = kInputs;
        for (std::uint32_t input = 0; input < kInputs; ++input) {
            const auto from = static_cast<std::uint32_t>((to + 1 + rng_.below(hosts_ - 1)) % hosts_);
            const std::uint32_t middle = 2 * hosts_;
            const std::array<std::uint32_t, 6> path{2 * from, middle, 2 * to + 1, 2 * to, middle, 2 * from + 1};
            std::array<Use, 6> uses;
            std::size_t count = 0;
            const bool direct = strangers_ > 0 && rng_.uniform() < strangers_;
            for (std::size_t hop = 0; hop < path.size(); ++hop)
                if (!direct || path[hop] != middle) uses[count++] = Use{ResourceId(path[hop]), hop < 3 ? 1 : kAck};
            const double penalty = 100e-6 + 2 * 20537 / 1.25e9;
            model_->add(FlowSpec{FlowId(task * kInputs + input), {uses.data(), count}, rng_.uniform(5e6, 15e6), penalty, 4194304 / 2e-4}, now_);
        }
    }

    std::uint32_t hosts_;
    double strangers_;
    RandomStream rng_;
    std::unique_ptr<FlowModel> model_;
    std::vector<std::size_t> open_;    // flows, by task
    std::vector<FlowId> finished_;
    Time now_;
};

void churn(benchmark::State& state, const std::string& model, double middlePerHost, double strangers) {
    const auto hosts = static_cast<std::uint32_t>(state.range(0));
    Cluster cluster(model, hosts, middlePerHost > 0 ? middlePerHost * hosts : 0.97 * 1.25e9, static_cast<std::uint32_t>(state.range(1)), strangers);
    std::size_t flows = 0;
    for (auto _ : state) flows += cluster.step();
    state.SetItemsProcessed(static_cast<std::int64_t>(flows));
}

constexpr double kNeverFull = 80e9 / 64;

BENCHMARK_CAPTURE(churn, max_min_star, "max-min", kNeverFull, 0)->Args({64, 2})->Args({64, 4})->Args({1024, 32})->Args({1024, 256});
BENCHMARK_CAPTURE(churn, max_min_backbone, "max-min", 0, 0)->Args({64, 2})->Args({64, 42})->Args({1024, 675});
BENCHMARK_CAPTURE(churn, max_min_mixed, "max-min", 0, 0.2)->Args({64, 42})->Args({1024, 675});
BENCHMARK_CAPTURE(churn, fair_share_star, "fair-share", kNeverFull, 0)->Args({64, 4})->Args({1024, 32});
BENCHMARK_CAPTURE(churn, fair_share_backbone, "fair-share", 0, 0)->Args({64, 42})->Args({1024, 675});
BENCHMARK_CAPTURE(churn, unshared, "unshared", kNeverFull, 0)->Args({64, 4})->Args({1024, 675});

}  // namespace
}  // namespace loom
