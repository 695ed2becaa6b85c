// Replicated storage: where copies are, how long repair takes, when data is lost.
#pragma once

namespace loom::laws {

double deadNodeDelay(double recheck, double heartbeat);              // HDFS: 2 recheck + 10 heartbeat, s
double localityProbability(int nodes, int replicas, int freeNodes);  // 1 - C(N-r, k) / C(N, k)

struct RepairTime {
    double blocks = 0;      // to copy
    double scheduling = 0;  // s: 2 blocks per live node every 3 s (HDFS)
    double bandwidth = 0;   // s: bytes / (live * streams * rate)
    double total = 0;       // the longer
};
RepairTime repairTime(int liveNodes, double bytes, double block, double streamRate, int streams);

struct ReplicatedWrite {
    double pipeline = 0;  // size/rate + (r-1)(packet/rate + hop)
    double star = 0;      // r size/rate through the client's uplink
};
ReplicatedWrite replicatedWrite(double bytes, double rate, int replicas, double packet, double hop);

// P(a block loses all three copies | `deadRacks` whole racks die): placed at random, or on exactly two racks (HDFS).
double rackLossRandom(int racks, int nodesPerRack, int deadRacks);
double rackLossTwoRacks(int racks, int deadRacks);
// P(some of `blocks` loses all three copies | f of N nodes die together); Cidon et al. 2013.
double copysetLoss(int nodes, int dead, double blocks);

// MapReduce: splits of the input, and waves of them over the slots.
double splits(double bytes, double split);
double waves(double tasks, double slots);

}  // namespace loom::laws
