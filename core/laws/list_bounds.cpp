#include "core/laws/list_bounds.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace loom::laws {

double grahamRatio(double machines) { return 2 - 1 / machines; }

double lptRatio(double machines) { return 4.0 / 3 - 1 / (3 * machines); }

double makespanLowerBound(std::span<const double> jobs, int machines) {
    double sum = 0, longest = 0;
    for (double job : jobs) {
        sum += job;
        longest = std::max(longest, job);
    }
    return std::max(sum / machines, longest);
}

double listMakespan(std::span<const double> times, std::span<const Precedence> precedence, int machines,
                    std::span<const std::size_t> order) {
    std::vector<int> missing(times.size());
    for (const Precedence& p : precedence) ++missing[p.second];
    std::vector<std::size_t> waiting(order.begin(), order.end());
    std::vector<std::pair<double, std::size_t>> running;  // finish, job
    double now = 0;
    while (!waiting.empty() || !running.empty()) {
        for (auto it = waiting.begin(); it != waiting.end() && running.size() < static_cast<std::size_t>(machines);) {
            if (missing[*it] > 0) {
                ++it;
                continue;
            }
            running.emplace_back(now + times[*it], *it);
            it = waiting.erase(it);
        }
        if (running.empty()) return std::numeric_limits<double>::infinity();
        now = std::min_element(running.begin(), running.end())->first;
        std::erase_if(running, [&](const auto& r) {
            if (r.first > now) return false;
            for (const Precedence& p : precedence) missing[p.second] -= p.first == r.second ? 1 : 0;
            return true;
        });
    }
    return now;
}

double listMakespan(std::span<const double> jobs, int machines) {
    std::vector<std::size_t> order(jobs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    return listMakespan(jobs, {}, machines, order);
}

double lptMakespan(std::span<const double> jobs, int machines) {
    std::vector<double> sorted(jobs.begin(), jobs.end());
    std::stable_sort(sorted.begin(), sorted.end(), std::greater<>());
    return listMakespan(sorted, machines);
}

}  // namespace loom::laws
