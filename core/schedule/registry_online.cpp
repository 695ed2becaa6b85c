#include "core/schedule/online_schedulers.h"
#include "core/schedule/registry_row.h"

namespace loom {

namespace {

QueueKey keyOf(const std::string& name) {
    if (name == "rank_u") return QueueKey::rankU;
    if (name == "user") return QueueKey::user;
    return name == "b-level" ? QueueKey::bLevel : QueueKey::staticLevel;
}

}  // namespace

void addOnlineRows(std::vector<SchedulerRow>& rows) {
    std::vector<SchedulerRow> added = {
        {{"priority-queue",
          "online: the ready task of greatest key to an idle node",
          "Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002, for rank_u",
          {choiceOf("key", {"rank_u", "b-level", "static-level", "user"},
                    "longest path to an exit with mean transfers, with transfers at mean bandwidth, or without transfers; or the "
                    "task's own priority"),
           choiceOf("node", {"index", "finish"}, "the idle node of lowest number, or where the task would finish first")}},
         [](const Params& p) { return makePriorityQueue(keyOf(p.text("key")), p.text("node") == "finish"); }},
        {{"power-of-d",
          "online: first come first served, to the one of d drawn nodes that has most free cores",
          "Mitzenmacher, IEEE TPDS 12(10), 2001",
          {integerOf("d", "2", 1, 1e6, "nodes drawn for every task among those it fits"),
           switchOf("queues", false, "draw among busy nodes too, and wait in the shortest queue")}},
         [](const Params& p) { return makePowerOfD(static_cast<std::size_t>(p.integer("d")), p.boolean("queues")); }},
        {{"work-stealing",
          "online: tasks stay where their parents ran until an idle node steals them",
          "Blumofe, Leiserson, J. ACM 46(5), 1999",
          {switchOf("half", false, "steal half of the victim's tasks instead of one"),
           switchOf("locality", false, "steal where the task has most bytes on the thief instead of from a drawn node"),
           timeOf("latency", "0", 0, 1e9, "until what was stolen stands in the thief's deque")}},
         [](const Params& p) {
             return makeWorkStealing(p.boolean("half"), p.boolean("locality"), Time::fromSeconds(p.number("latency")));
         }},
        {{"delay-scheduling",
          "online: a node passes a few times before it takes a task whose data is elsewhere",
          "Zaharia et al., EuroSys 2010",
          {integerOf("skips", "5", 0, 1e9, "chances in a row to pass over before a task runs anywhere"),
           timeOf("wait", "", 0, 1e9, "to pass for before a task runs anywhere; given, skips do not count")}},
         [](const Params& p) {
             const std::optional<Time> wait = p.has("wait") ? std::optional(Time::fromSeconds(p.number("wait"))) : std::nullopt;
             return makeDelayScheduling(static_cast<std::uint64_t>(p.integer("skips")), wait);
         }},
    };
    for (SchedulerRow& row : added) rows.push_back(std::move(row));
}

}  // namespace loom
