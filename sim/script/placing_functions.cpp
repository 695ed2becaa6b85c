// What a script decides with: schedule.* while it plans, place and can_place while it reacts.
#include <utility>

#include "sim/script/script_values.h"

namespace loom::script {

namespace {

PartialSchedule& scheduleOf(lua_State* state) {
    PartialSchedule* schedule = contextOf(state).schedule;
    if (schedule == nullptr) luaL_error(state, "schedule is for plan() of a script without react()");
    return *schedule;
}

ScriptRound& roundOf(lua_State* state) {
    ScriptRound* round = contextOf(state).round;
    if (round == nullptr) luaL_error(state, "place and can_place are for react()");
    return *round;
}

// The task with every parent placed, as placing it needs.
TaskId placeableAt(lua_State* state, int argument) {
    const TaskId task = taskAt(state, argument);
    const PartialSchedule& schedule = scheduleOf(state);
    for (const TaskId parent : schedule.graph().predecessors(task))
        if (!schedule.isPlaced(parent))
            luaL_argerror(state, argument,
                          lua_pushfstring(state, "task %d comes before its parent %d", static_cast<int>(task.value) + 1,
                                          static_cast<int>(parent.value) + 1));
    return task;
}

// schedule.when(task, node): the earliest start and finish there; both math.huge where it cannot run.
int when(lua_State* state) {
    const TaskId task = placeableAt(state, 1);
    const NodeId node = nodeAt(state, 2);
    const PartialSchedule& schedule = scheduleOf(state);
    const Candidate option = schedule.candidate(task, node, schedule.dataReady(task, node));
    pushTime(state, option.start);
    pushTime(state, option.finish);
    return 2;
}

// schedule.ready(task, node): when the inputs would be there.
int ready(lua_State* state) {
    const TaskId task = placeableAt(state, 1);
    pushTime(state, scheduleOf(state).dataReady(task, nodeAt(state, 2)));
    return 1;
}

// schedule.finish(task): its finish and its node, or nothing while it is not placed.
int finish(lua_State* state) {
    const PartialSchedule& schedule = scheduleOf(state);
    const TaskId task = taskAt(state, 1);
    if (!schedule.isPlaced(task)) return 0;
    pushTime(state, schedule.finish(task));
    pushId(state, schedule.node(task));
    return 2;
}

// The task's entry in the script's table `priority`, or zero.
double priorityOf(lua_State* state, TaskId task) {
    double priority = 0;
    if (lua_getglobal(state, "priority") == LUA_TTABLE) {
        lua_rawgeti(state, -1, static_cast<lua_Integer>(task.value) + 1);
        priority = lua_tonumber(state, -1);
        lua_pop(state, 1);
    }
    lua_pop(state, 1);
    return priority;
}

// schedule.place(task, node): at the earliest start; gives that and the finish.
int planPlace(lua_State* state) {
    const TaskId task = placeableAt(state, 1);
    const NodeId node = nodeAt(state, 2);
    PartialSchedule& schedule = scheduleOf(state);
    if (schedule.isPlaced(task)) return luaL_argerror(state, 1, "the task is placed already");
    const Candidate chosen = schedule.candidate(task, node, schedule.dataReady(task, node));
    if (chosen.finish.isNever()) return luaL_argerror(state, 2, "the node cannot run the task");
    schedule.place(task, chosen, priorityOf(state, task));
    pushTime(state, chosen.start);
    pushTime(state, chosen.finish);
    return 2;
}

// The field of the table on top of the stack that is a text; `instead` where it is not.
void readText(lua_State* state, const char* field, const char* instead, std::string& out) {
    const bool is = lua_getfield(state, -1, field) == LUA_TSTRING;
    out = is ? lua_tostring(state, -1) : instead;
    lua_pop(state, 1);
}

// explain(task, node) may give {rule=, score_name=, scores={by node}}.
void explain(lua_State* state, TaskId task, NodeId node) {
    ScriptContext& context = contextOf(state);
    Decision& decision = context.decision;
    const double priority = priorityOf(state, task);
    decision = Decision{task, node, context.step, priority, "as the script decides", "score", {}};
    const View& view = *context.view;
    const bool explains = lua_getglobal(state, "explain") == LUA_TFUNCTION;
    if (explains) {
        // Whether somebody asks must change nothing: no placements from here, and the same draws afterwards.
        ScriptRound* const round = std::exchange(context.round, nullptr);
        const RandomStream before = LuaSandbox::of(state).stream();
        pushId(state, task);
        pushId(state, node);
        lua_call(state, 2, 1);
        LuaSandbox::of(state).stream() = before;
        context.round = round;
    }
    const bool said = explains && lua_type(state, -1) == LUA_TTABLE;
    if (said) {
        readText(state, "rule", "as the script decides", decision.rule);
        readText(state, "score_name", "score", decision.scoreName);
        lua_getfield(state, -1, "scores");
    }
    const bool scored = said && lua_type(state, -1) == LUA_TTABLE;
    for (const NodeId candidate : view.estimate.workers()) {
        const Time compute = view.estimate.computeTime(task, candidate);
        Candidate option{candidate, view.now, view.now, view.now + compute, compute.isNever() ? compute.seconds() : 0};
        if (scored) {
            lua_rawgeti(state, -1, static_cast<lua_Integer>(candidate.value) + 1);
            option.score = lua_tonumber(state, -1);
            lua_pop(state, 1);
        }
        decision.candidates.push_back(option);
    }
    context.log->record(decision);
}

// place(task, node), in react(): the task takes its cores at once.
int reactPlace(lua_State* state) {
    ScriptRound& round = roundOf(state);
    const TaskId task = taskAt(state, 1);
    const NodeId node = nodeAt(state, 2);
    if (!round.fits(task, node))
        return luaL_argerror(state, 2, "the task is placed already, or the node has no room for it now, or can never run it");
    ScriptContext& context = contextOf(state);
    if (context.log != nullptr && context.log->wants(task)) explain(state, task, node);
    ++context.step;
    round.place(task, node);
    return 0;
}

int canPlace(lua_State* state) {
    lua_pushboolean(state, roundOf(state).fits(taskAt(state, 1), nodeAt(state, 2)));
    return 1;
}

// What a generic for calls: the next node behind `node` where the task can be placed, or nil.
int nextFit(lua_State* state) {
    const ScriptRound& round = roundOf(state);
    const TaskId task = taskAt(state, 1);
    const lua_Integer behind = luaL_checkinteger(state, 2);
    if (behind < 0 || static_cast<std::size_t>(behind) > viewOf(state).estimate.platform().nodeCount())
        return luaL_argerror(state, 2, "no node");
    const NodeId node = round.nextFit(task, NodeId(static_cast<std::size_t>(behind)));
    if (!node.valid()) return 0;
    pushId(state, node);
    return 1;
}

// nodes.fitting(task), in react(): for node in nodes.fitting(task) goes over the nodes where can_place is true, lowest first.
int fitting(lua_State* state) {
    roundOf(state);
    lua_pushcfunction(state, nextFit);
    pushId(state, taskAt(state, 1));
    lua_pushinteger(state, 0);
    return 3;
}

}  // namespace

void addPlacingFunctions(lua_State* state) {
    constexpr luaL_Reg schedule[] = {{"when", when}, {"ready", ready}, {"finish", finish}, {"place", planPlace}, {nullptr, nullptr}};
    lua_newtable(state);
    luaL_setfuncs(state, schedule, 0);
    lua_setglobal(state, "schedule");
    lua_pushcfunction(state, reactPlace);
    lua_setglobal(state, "place");
    lua_pushcfunction(state, canPlace);
    lua_setglobal(state, "can_place");
    lua_getglobal(state, "nodes");
    lua_pushcfunction(state, fitting);
    lua_setfield(state, -2, "fitting");
    lua_pop(state, 1);
}

}  // namespace loom::script
