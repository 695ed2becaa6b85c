#include "core/schedule/schedulers.h"

namespace loom {

namespace {

ParamDef choice(std::string name, std::vector<std::string> choices, std::string help) {
    const std::string first = choices.front();
    return {std::move(name), ParamType::choice, first, std::move(help), 0, 0, std::move(choices), Dimension::number};
}

ParamDef boolean(std::string name, bool value, std::string help) {
    return {std::move(name), ParamType::boolean, value ? "true" : "false", std::move(help), 0, 0, {}, Dimension::number};
}

ParamDef readySet() {
    return choice("ready", {"refresh", "batch"}, "newly ready tasks join at once, or when all ready before them are placed");
}

// A row and what makes it.
struct Row {
    RegistryEntry entry;
    SchedulerPtr (*make)(const Params&);
};

std::vector<Row> rows() {
    const char* topcuoglu = "Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002";
    const char* maheswaran = "Maheswaran, Ali, Siegel, Hensgen, Freund, JPDC 59(2), 1999";
    return {
        {{"fifo",
          "online: ready tasks in queue order to the lowest-numbered idle node",
          "",
          {boolean("blocking", false, "a task that fits no idle node holds back those behind it")}},
         [](const Params& p) { return makeFifo(p.boolean("blocking")); }},
        {{"round-robin", "task i on node i mod n, in index order on each node", "", {}},
         [](const Params&) { return makeRoundRobin(); }},
        {{"random", "a node drawn uniformly for each task, in ready order", "", {}}, [](const Params&) { return makeRandom(); }},
        {{"fastest-node", "everything on the fastest node: the lower bar for every other", "", {}},
         [](const Params&) { return makeFastestNode(); }},
        {{"heft",
          "tasks by decreasing upward rank, each to the node of earliest finish",
          topcuoglu,
          {choice("average", {"pairs", "bandwidth"},
                  "mean transfer: mean of bytes / bandwidth over pairs, or bytes / mean bandwidth"),
           boolean("insertion", true, "use idle gaps between tasks already placed")}},
         [](const Params& p) {
             return makeHeft(p.text("average") == "pairs" ? Averaging::pairs : Averaging::bandwidth,
                             p.boolean("insertion") ? Fill::insertion : Fill::append);
         }},
        {{"cpop", "the critical path on one node, other tasks to the node of earliest finish", topcuoglu, {}},
         [](const Params&) { return makeCpop(); }},
        {{"peft",
          "earliest finish plus an optimistic estimate of what follows",
          "Arabnejad, Barbosa, IEEE TPDS 25(3), 2014",
          {boolean("links", false, "optimistic costs with the real link instead of the mean transfer")}},
         [](const Params& p) { return makePeft(p.boolean("links")); }},
        {{"min-min", "of the ready tasks the one that can finish first, on that node", maheswaran, {readySet()}},
         [](const Params& p) {
             return makePairScheduler(PairRule::minMin, p.text("ready") == "batch" ? ReadySet::batch : ReadySet::refresh);
         }},
        {{"max-min", "of the ready tasks the one whose earliest finish is latest, on that node", maheswaran, {readySet()}},
         [](const Params& p) {
             return makePairScheduler(PairRule::maxMin, p.text("ready") == "batch" ? ReadySet::batch : ReadySet::refresh);
         }},
    };
}

const std::vector<Row>& table() {
    static const std::vector<Row> all = rows();
    return all;
}

}  // namespace

const std::vector<RegistryEntry>& schedulerRegistry() {
    static const std::vector<RegistryEntry> entries = [] {
        std::vector<RegistryEntry> list;
        for (const Row& row : table()) list.push_back(row.entry);
        return list;
    }();
    return entries;
}

Result<std::unique_ptr<Scheduler>> makeScheduler(const Spec& spec) {
    const Result<const RegistryEntry*> entry = findEntry(schedulerRegistry(), spec.name, "scheduler");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    return table()[static_cast<std::size_t>(*entry - schedulerRegistry().data())].make(*params);
}

}  // namespace loom
