#include "core/laws/catalog_families.h"

namespace loom {

namespace {

LawFamily failureLaws() {
    return {
        "Failures and checkpoints",
        {{"system-mtbf", "System mean time between failures", "M / N", "independent exponential failures", "s",
          "Barlow, Proschan 1965", "SYS_MTBF"},
         {"no-failure", "Probability of no failure", "exp(-N t / M)", "independent exponential failures", "-",
          "Barlow, Proschan 1965", "SYS_MTBF"},
         {"no-checkpoint", "Restart from zero", "E[T] = (M + R)(e^{t/M} - 1)",
          "any failure loses all work; exponential failures; R between failures", "s", "Daly, FGCS 2006", "NO_CKPT"},
         {"young", "Young's checkpoint interval", "sqrt(2 d M)", "checkpoints much shorter than M", "s", "Young, CACM 1974",
          "DALY"},
         {"daly", "Daly's checkpoint interval", "sqrt(2dM)(1 + sqrt(d/2M)/3 + (d/2M)/9) - d", "exponential failures", "s",
          "Daly, FGCS 2006", "DALY"},
         {"exact-interval", "Exact checkpoint interval", "M (1 + W0(-e^{-d/M-1}))", "exponential failures", "s",
          "stationary point of Daly's model", "DALY"},
         {"checkpoint-slowdown", "Slowdown with checkpoints", "M e^{R/M} (e^{(tau+d)/M} - 1) / tau", "exponential failures", "-",
          "Daly, FGCS 2006", "DALY"},
         {"spot", "Spot instance", "E[T] = (1/l + R)(e^{l t} - 1), times the price", "preemption loses all work", "s",
          "arithmetic", "SPOT"},
         {"weibull", "Weibull lifetimes", "mean s G(1 + 1/k); S(t) = exp(-(t/s)^k)", "k < 1: failures rarer with age", "s",
          "Schroeder, Gibson, DSN 2006", "WEIBULL"},
         {"log-normal", "Log-normal times", "mean e^{mu + sigma^2/2}; median e^mu", "", "s", "Aitchison, Brown 1957",
          "LOGNORMAL"},
         {"retry", "Retries", "E = (1-q^n)/(1-q); P(fail) = q^n", "independent attempts", "-", "elementary probability", "RETRY"},
         {"backoff", "Exponential backoff", "min(cap, base mult^i)", "", "s", "elementary probability", "BACKOFF"},
         {"retry-amplification", "Retry storm", "r^d calls", "every layer retries on its own", "-", "elementary probability",
          "RETRY_AMPLIFICATION"}}};
}

LawFamily storageLaws() {
    return {
        "Availability and storage",
        {{"availability", "Availability", "A = MTBF/(MTBF+MTTR); A^n; 1-(1-A)^n; k of n", "independent parts", "-",
          "Barlow, Proschan 1965", "AVAIL"},
         {"data-loss", "Mean time to data loss", "d_k = (1 + mu_k d_{k+1})/(k lambda); sum d_k",
          "exponential failures and repairs", "s", "birth-death chain", "MTTDL3 MTTDL_RS63"},
         {"unavailability", "Unavailability of codes and replicas", "P(more than the parity of n units down)",
          "independent units", "-", "combinatorics", "EC_UNAVAIL"},
         {"dead-node", "HDFS dead node", "2 recheck + 10 heartbeat", "defaults of Hadoop 3", "s", "Apache Hadoop DFSConfigKeys",
          "HDFS_DEAD"},
         {"locality", "Data locality", "1 - C(N-r, k)/C(N, k)", "replicas placed uniformly", "-", "combinatorics", "LOCALITY"},
         {"repair-time", "Re-replication", "max(blocks / (2 live/3 s), bytes / (live streams rate))", "even spread", "s",
          "Apache Hadoop", "REREPL"},
         {"replicated-write", "Replication pipeline", "S/rate + (r-1)(packet/rate + hop)", "equal links", "s",
          "Apache Hadoop HDFS architecture", "PIPELINE"},
         {"rack-loss", "Rack loss", "C(dead nodes, 3)/C(nodes, 3); HDFS: C(dead, 2)/C(racks, 2)", "three copies", "-",
          "combinatorics", "RACK"},
         {"copysets", "Simultaneous node loss", "1 - (1 - C(f,3)/C(N,3))^blocks", "random placement of three copies", "-",
          "Cidon et al., ATC 2013", "COPYSET"},
         {"waves", "Splits and waves", "M = ceil(S/split); ceil(M/slots) waves", "equal tasks", "s", "Dean, Ghemawat 2004",
          "MR_SPLITS"}}};
}

}  // namespace

std::vector<LawFamily> reliabilityLaws() { return {failureLaws(), storageLaws()}; }

}  // namespace loom
