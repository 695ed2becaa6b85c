#include "core/laws/economy.h"

#include <algorithm>
#include <cmath>

namespace loom::laws {

double powerLinear(double idle, double peak, double load) { return idle + (peak - idle) * load; }

double powerEmpirical(double idle, double peak, double load) { return idle + (peak - idle) * (2 * load - std::pow(load, 1.4)); }

double energy(double power, double time, double pue) { return power * time * pue; }

double tieredCost(double amount, std::span<const std::pair<double, double>> tiers) {
    double cost = 0;
    for (std::size_t i = 0; i < tiers.size() && amount > 0; ++i) {
        const double part = i + 1 == tiers.size() ? amount : std::min(amount, tiers[i].first);
        cost += part * tiers[i].second;
        amount -= part;
    }
    return cost;
}

double errorBudget(double objective, double window) { return (1 - objective) * window; }

double burnConsumed(double burn, double window, double period) { return burn * window / period; }

double burnExhausts(double burn, double period) { return period / burn; }

double burnThreshold(double burn, double objective) { return burn * (1 - objective); }

double burnDetection(double burn, double objective, double window) { return burnThreshold(burn, objective) * window; }

double acceleratorTime(double launch, double bytes, double hostLink, double flops, double rate) {
    return launch + bytes / hostLink + flops / rate;
}

double reconfigurationBreakEven(double setup, double cpuTime, double deviceTime) { return setup / (cpuTime - deviceTime); }

double QuantumLoop::shotNoise() const { return 1 / std::sqrt(shots); }

}  // namespace loom::laws
