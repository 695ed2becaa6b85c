#include "core/laws/catalog_families.h"

namespace loom {

namespace {

LawFamily protocolLaws() {
    return {"Protocols",
            {{"push-gossip", "Push gossip", "lg n + ln n rounds (+ 1.1)", "synchronous rounds, fan-out 1, no loss", "rounds",
              "Pittel 1987", "GOSSIP_PUSH"},
             {"push-pull-gossip", "Push-pull gossip", "log3 n + ln ln n rounds", "synchronous rounds, no loss", "rounds",
              "Karp et al., FOCS 2000", "GOSSIP_PUSHPULL"},
             {"rumour-residue", "Rumour mongering", "s = e^{-(k+1)(1-s)}", "feedback, counter k", "-", "Demers et al., PODC 1987",
              "RUMOR_RESIDUE"},
             {"swim", "SWIM detection", "1 / (1 - (1 - 1/(n-1))^{n-1}) -> e/(e-1)", "random probing, no loss", "periods",
              "Das et al., DSN 2002", "SWIM"},
             {"memberlist", "memberlist timers", "max - (max-min) ln(c+1)/ln(k+1)", "LAN defaults", "s", "hashicorp/memberlist",
              "MEMBERLIST"},
             {"phi-accrual", "phi-accrual detector", "-log10(P(interval > t))", "normal or exponential intervals", "-",
              "Hayashibara et al., SRDS 2004", "PHI"},
             {"raft-split", "Raft split vote", "sum C(s,k) l^k (1-l)^{s-k}", "fixed latency, uniform timeouts", "-",
              "Ongaro 2014, ch. 9", "RAFT_SPLIT"},
             {"raft-election", "Raft election time", "(1 + 1/(s+1) + l)/(1-P) + l + W - 1/4", "timeouts uniform in [1, 2] ranges",
              "-", "Ongaro 2014, ch. 9", "RAFT_ELECT"},
             {"raft-commit", "Raft commit latency", "(n/2)-th smallest follower RTT + fsync", "leader writes in parallel", "s",
              "Ongaro 2014", "RAFT_COMMIT"}}};
}

LawFamily policyLaws() {
    return {
        "Decision formulas",
        {{"autoscale", "Horizontal autoscaler", "ceil(current metric/target), kept within 10 %", "", "replicas", "Kubernetes",
          "HPA"},
         {"fair-share", "Fair share", "2^{-(U/S)/d}", "", "-", "Slurm", "FAIRSHARE"},
         {"dynamic-allocation", "Dynamic allocation", "+1, +2, +4, ... until the need", "backlog persists", "executors",
          "Apache Spark ExecutorAllocationManager", "DYNALLOC"},
         {"dominant-share", "Dominant resource fairness", "grant to the lowest dominant share", "constant demands", "tasks",
          "Ghodsi et al., NSDI 2011", "DRF"},
         {"dask-objective", "Dask worker objective", "occupancy/threads + missing/bandwidth", "", "s", "dask/distributed",
          "DASK_OBJ"},
         {"dask-steal", "Dask work stealing", "level = max(1, round(lg ratio + 6))", "", "-", "dask/distributed", "DASK_STEAL"},
         {"dask-slots", "Dask queuing slots", "max(ceil(sat n), 1) - processing", "", "-", "dask/distributed", "DASK_SLOTS"},
         {"ray-hybrid", "Ray hybrid policy", "u if u >= 0.5 else 0; best fifth", "", "-", "ray-project/ray", "RAY_HYBRID"},
         {"spark-speculation", "Spark speculation", "max(mult median, minimum) after floor(q n) tasks", "", "s", "Apache Spark",
          "SPARK_SPEC"},
         {"ucb1", "UCB1 index", "mean + sqrt(2 ln t / n)", "rewards in [0, 1]", "-", "Auer et al. 2002", "UCB1"},
         {"alert-time", "Alert with duration", "ceil to scrape, ceil to evaluation, + for", "aligned grids", "s", "Prometheus",
          "ALERT_FOR"}}};
}

LawFamily economyLaws() {
    return {
        "Energy, money, objectives, devices",
        {{"energy", "Power and energy", "Pi + (Pp-Pi) u; Fan: Pi + (Pp-Pi)(2u - u^1.4); E = P t PUE", "", "W",
          "Fan et al., ISCA 2007", "ENERGY"},
         {"egress", "Tiered egress", "sum over tiers", "prices are inputs", "currency", "arithmetic", "EGRESS"},
         {"error-budget", "Error budget", "(1 - SLO) window", "", "s", "Beyer et al., SRE workbook 2018", "SLO"},
         {"burn-rate", "Burn-rate alerts", "burn window / period; period / burn; burn (1 - SLO)", "", "-",
          "Beyer et al., SRE workbook 2018", "BURN"},
         {"reconfiguration", "FPGA reconfiguration", "n* = R / (t_c - t_f)", "one kernel", "tasks", "break-even", "FPGA"},
         {"quantum-loop", "Variational loop on a shared QPU", "wait + circuits (load + shots (t + delay)) + network + classical",
          "constant wait", "s", "sum of the loop's parts", "QPU"}}};
}

LawFamily crowdLaws() {
    return {"Human computing",
            {{"condorcet", "Majority vote", "sum_{k > n/2} C(n,k) p^k q^{n-k}", "independent voters of one accuracy", "-",
              "Condorcet 1785", "CONDORCET"},
             {"voters-for", "Votes for a target accuracy", "least odd n", "as majority vote", "-", "Condorcet 1785", "HUMAN_N"},
             {"lead-by", "Sequential test", "P = 1/(1 + (q/p)^k); E[N] = k(2P-1)/(2p-1)", "independent answers", "-", "Wald 1945",
              "SEQUENTIAL"},
             {"first-to", "First to q agreeing answers", "as a majority of 2q-1, fewer answers", "independent answers", "-",
              "Anderson, BOINC", "QUORUM_FIRST"},
             {"weighted-vote", "Weighted majority", "weights ln(p/(1-p))", "known accuracies", "-", "Nitzan, Paroush 1982",
              "WEIGHTED"},
             {"gold", "Gold screening", "P(at least t of g right)", "independent questions", "-", "binomial", "GOLD"},
             {"dawid-skene", "Dawid-Skene", "expectation maximisation of classes and confusions",
              "independent workers given the class", "-", "Dawid, Skene 1979", "DAWID_SKENE"},
             {"response-time", "Time of redundant answers", "order statistics of log-normal times", "independent workers", "s",
              "order statistics", "HUMAN_TIME"},
             {"answer-cost", "Cost per item", "n fee (1+platform) / (1-gold)", "", "currency", "binomial", "HUMAN_COST"}}};
}

}  // namespace

std::vector<LawFamily> systemLaws() { return {protocolLaws(), policyLaws(), economyLaws(), crowdLaws()}; }

}  // namespace loom
