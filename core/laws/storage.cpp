#include "core/laws/storage.h"

#include <algorithm>
#include <cmath>

#include "core/laws/numerics.h"
#include "core/laws/tails.h"

namespace loom::laws {

double deadNodeDelay(double recheck, double heartbeat) { return 2 * recheck + 10 * heartbeat; }

double localityProbability(int nodes, int replicas, int freeNodes) {
    double miss = 1;
    for (int i = 0; i < replicas && i < nodes; ++i)
        miss *= std::max(0.0, (nodes - freeNodes - i) / static_cast<double>(nodes - i));
    return 1 - miss;
}

RepairTime repairTime(int liveNodes, double bytes, double block, double streamRate, int streams) {
    RepairTime out;
    out.blocks = bytes / block;
    out.scheduling = out.blocks / (2.0 * liveNodes / 3);
    out.bandwidth = bytes / (liveNodes * streams * streamRate);
    out.total = std::max(out.scheduling, out.bandwidth);
    return out;
}

ReplicatedWrite replicatedWrite(double bytes, double rate, int replicas, double packet, double hop) {
    return {bytes / rate + (replicas - 1) * (packet / rate + hop), replicas * bytes / rate};
}

double rackLossRandom(int racks, int nodesPerRack, int deadRacks) {
    return binomial(deadRacks * nodesPerRack, 3) / binomial(racks * nodesPerRack, 3);
}

double rackLossTwoRacks(int racks, int deadRacks) { return binomial(deadRacks, 2) / binomial(racks, 2); }

double copysetLoss(int nodes, int dead, double blocks) { return anyOf(binomial(dead, 3) / binomial(nodes, 3), blocks); }

double splits(double bytes, double split) { return std::ceil(bytes / split); }

double waves(double tasks, double slots) { return std::ceil(tasks / slots); }

}  // namespace loom::laws
