#include "core/schedule/registry_row.h"

namespace loom {

ParamDef choiceOf(std::string name, std::vector<std::string> choices, std::string help) {
    const std::string first = choices.front();
    return {std::move(name), ParamType::choice, first, std::move(help), 0, 0, std::move(choices), Dimension::number};
}

ParamDef switchOf(std::string name, bool value, std::string help) {
    return {std::move(name), ParamType::boolean, value ? "true" : "false", std::move(help), 0, 0, {}, Dimension::number};
}

ParamDef integerOf(std::string name, std::string value, double low, double high, std::string help) {
    return {std::move(name), ParamType::integer, std::move(value), std::move(help), low, high, {}, Dimension::number};
}

ParamDef numberOf(std::string name, std::string value, double low, double high, std::string help) {
    return {std::move(name), ParamType::number, std::move(value), std::move(help), low, high, {}, Dimension::number};
}

ParamDef quantityOf(std::string name, std::string value, Dimension dimension, double low, double high, std::string help) {
    return {std::move(name), ParamType::quantity, std::move(value), std::move(help), low, high, {}, dimension};
}

ParamDef timeOf(std::string name, std::string value, double low, double high, std::string help) {
    return quantityOf(std::move(name), std::move(value), Dimension::time, low, high, std::move(help));
}

ParamDef textOf(std::string name, std::string value, std::string help) {
    return {std::move(name), ParamType::text, std::move(value), std::move(help), 0, 0, {}, Dimension::number};
}

ParamDef readySetParam() {
    return choiceOf("ready", {"refresh", "batch"}, "newly ready tasks join at once, or when all ready before them are placed");
}

ReadySet readySetOf(const Params& params) { return params.text("ready") == "batch" ? ReadySet::batch : ReadySet::refresh; }

namespace {

std::vector<SchedulerRow> baseRows() {
    const char* topcuoglu = "Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002";
    const char* maheswaran = "Maheswaran, Ali, Siegel, Hensgen, Freund, JPDC 59(2), 1999";
    const char* braun = "Braun et al., JPDC 61(6), 2001";
    return {
        {{"fifo",
          "online: ready tasks in queue order to the lowest-numbered idle node",
          "",
          {switchOf("blocking", false, "a task that fits no idle node holds back those behind it")}},
         [](const Params& p) { return makeFifo(p.boolean("blocking")); }},
        {{"list",
          "online: the ready task of lowest index to the lowest-numbered idle node",
          "Graham, SIAM J. Appl. Math. 17(2), 1969",
          {switchOf("blocking", false, "a task that fits no idle node holds back those behind it")}},
         [](const Params& p) { return makeList(p.boolean("blocking")); }},
        {{"round-robin", "task i on node i mod n, in index order on each node", "", {}},
         [](const Params&) { return makeRoundRobin(); }},
        {{"random", "a node drawn uniformly for each task, in ready order", "", {}}, [](const Params&) { return makeRandom(); }},
        {{"fastest-node", "everything on the fastest node: the lower bar for every other", "", {}},
         [](const Params&) { return makeFastestNode(); }},
        {{"heft",
          "tasks by decreasing upward rank, each to the node of earliest finish",
          topcuoglu,
          {choiceOf("average", {"pairs", "bandwidth"},
                    "mean transfer: mean of bytes / bandwidth over pairs, or bytes / mean bandwidth"),
           switchOf("insertion", true, "use idle gaps between tasks already placed")}},
         [](const Params& p) {
             return makeHeft(p.text("average") == "pairs" ? Averaging::pairs : Averaging::bandwidth,
                             p.boolean("insertion") ? Fill::insertion : Fill::append);
         }},
        {{"cpop", "the critical path on one node, other tasks to the node of earliest finish", topcuoglu, {}},
         [](const Params&) { return makeCpop(); }},
        {{"peft",
          "earliest finish plus an optimistic estimate of what follows",
          "Arabnejad, Barbosa, IEEE TPDS 25(3), 2014",
          {switchOf("links", false, "optimistic costs with the real link instead of the mean transfer")}},
         [](const Params& p) { return makePeft(p.boolean("links")); }},
        {{"min-min", "of the ready tasks the one that can finish first, on that node", maheswaran, {readySetParam()}},
         [](const Params& p) { return makePairScheduler(PairRule::minMin, readySetOf(p)); }},
        {{"max-min", "of the ready tasks the one whose earliest finish is latest, on that node", maheswaran, {readySetParam()}},
         [](const Params& p) { return makePairScheduler(PairRule::maxMin, readySetOf(p)); }},
        {{"lookahead-heft",
          "HEFT that chooses the node by the finish of the task's children",
          "Bittencourt, Sakellariou, Madeira, PDP 2010",
          {}},
         [](const Params&) { return makeLookaheadHeft(); }},
        {{"dls", "the ready task and node of greatest dynamic level", "Sih, Lee, IEEE TPDS 4(2), 1993", {}},
         [](const Params&) { return makeDls(); }},
        {{"etf",
          "the ready task and node of earliest start; poor on nodes of different speed",
          "Hwang, Chow, Anger, Lee, SIAM J. Comput. 18(2), 1989",
          {}},
         [](const Params&) { return makeEtf(); }},
        {{"hlfet", "highest static level first, to the node of earliest start", "Adam, Chandy, Dickson, CACM 17(12), 1974", {}},
         [](const Params&) { return makeHlfet(); }},
        {{"mcp", "smallest latest start time first, to the node of earliest start", "Wu, Gajski, IEEE TPDS 1(3), 1990", {}},
         [](const Params&) { return makeMcp(); }},
        {{"bil", "best imaginary level: the task and node by the makespan they imply", "Oh, Ha, Euro-Par 1996", {}},
         [](const Params&) { return makeBil(); }},
        {{"sdbats",
          "HEFT with the deviation of a task's times in place of their mean, no duplication",
          "Munir, Li, Shi, Zou, Qi, IPDPSW 2013",
          {}},
         [](const Params&) { return makeSdbats(); }},
        {{"pets",
          "level by level, the task of largest rounded rank first",
          "Ilavarasan, Thambidurai, J. Computer Science 3(2), 2007",
          {}},
         [](const Params&) { return makePets(); }},
        {{"hcpt", "critical tasks in order, each after its parents", "Hagras, Janecek, ICPP workshops 2003", {}},
         [](const Params&) { return makeHcpt(); }},
        {{"olb", "index order, each task to the node available first", braun, {}}, [](const Params&) { return makeOlb(); }},
        {{"met", "index order, each task to the node that computes it fastest", braun, {}},
         [](const Params&) { return makeMet(); }},
        {{"mct", "index order, each task to the node of earliest finish", braun, {}}, [](const Params&) { return makeMct(); }},
        {{"sufferage",
          "the ready task that would lose most without its best node",
          maheswaran,
          {choiceOf("mode", {"single", "passes"}, "one task at a time, or one task a node in every pass")}},
         [](const Params& p) { return makeSufferage(p.text("mode") == "passes"); }},
    };
}

const std::vector<SchedulerRow>& table() {
    static const std::vector<SchedulerRow> all = [] {
        std::vector<SchedulerRow> rows = baseRows();
        addClusteringRows(rows);
        addSearchRows(rows);
        addParametricRows(rows);
        addOnlineRows(rows);
        addNamedRows(rows);
        return rows;
    }();
    return all;
}

}  // namespace

const std::vector<RegistryEntry>& schedulerRegistry() {
    static const std::vector<RegistryEntry> entries = [] {
        std::vector<RegistryEntry> list;
        for (const SchedulerRow& row : table()) list.push_back(row.entry);
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
