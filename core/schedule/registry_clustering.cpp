#include "core/schedule/registry_row.h"

namespace loom {

void addClusteringRows(std::vector<SchedulerRow>& rows) {
    std::vector<SchedulerRow> added = {
        {{"duplex", "the shorter of the plans of min-min and max-min", "Braun et al., JPDC 61(6), 2001", {readySetParam()}},
         [](const Params& p) { return makeDuplex(readySetOf(p)); }},
        {{"wba",
          "pairs of ready task and node drawn among those that lengthen the plan least; the best of several plans",
          "Blythe et al., CCGrid 2005",
          {numberOf("alpha", "0.5", 0, 1, "how much worse than the best a pair may be: 0 = as good, 1 = any"),
           integerOf("restarts", "10", 1, 1e6, "plans drawn, of which the shortest is kept")}},
         [](const Params& p) { return makeWba(p.number("alpha"), static_cast<std::uint64_t>(p.integer("restarts"))); }},
        {{"ish",
          "HLFET that fills the hole before a task with ready tasks",
          "Kruatrachue, Lewis, Oregon State University, 1987",
          {}},
         [](const Params&) { return makeIsh(); }},
        {{"gdl",
          "dynamic level with what the main child needs and what is lost without the preferred node",
          "Sih, Lee, IEEE TPDS 4(2), 1993",
          {switchOf("descendants", true, "count what the child that receives most data needs from each node (DL2)"),
           switchOf("scarcity", true, "raise tasks that would lose most without their preferred node")}},
         [](const Params& p) { return makeGdl(p.boolean("descendants"), p.boolean("scarcity")); }},
        {{"hbmct",
          "groups of independent tasks by rank_u, balanced by moving tasks off the node that ends last",
          "Sakellariou, Zhao, IPDPS workshops 2004",
          {}},
         [](const Params&) { return makeHbmct(); }},
        {{"fcp",
          "highest bottom level first, on the node idle first or the one its last message comes from",
          "Radulescu, van Gemund, ICS 1999",
          {integerOf("sorted", "0", 0, 1e9, "ready tasks kept in order, the rest waits in a queue; 0 = as many as nodes")}},
         [](const Params& p) { return makeFcp(static_cast<std::size_t>(p.integer("sorted"))); }},
        {{"flb", "ETF found in two candidates instead of all pairs", "Radulescu, van Gemund, ICPP 1999", {}},
         [](const Params&) { return makeFlb(); }},
        {{"dsc",
          "dominant sequence clusters, mapped to the nodes there are",
          "Yang, Gerasoulis, IEEE TPDS 5(9), 1994",
          {choiceOf("mapping", {"llb", "lpt"},
                    "list-based load balancing, or the cluster of most work first to the least loaded node")}},
         [](const Params& p) { return makeDsc(p.text("mapping") == "llb"); }},
        {{"ippts",
          "earliest finish plus a predicted cost of what follows; parents of many children first",
          "Djigal, Feng, Lu, Ge, IEEE TPDS 32(5), 2021",
          {}},
         [](const Params&) { return makeIppts(); }},
    };
    for (SchedulerRow& row : added) rows.push_back(std::move(row));
}

}  // namespace loom
