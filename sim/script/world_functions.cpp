// tasks, nodes, estimate and data in a script: what there is and what is known of it.
#include "core/schedule/priority_order.h"
#include "sim/script/script_values.h"

namespace loom::script {

namespace {

const TaskGraph& graphOf(lua_State* state) { return viewOf(state).estimate.graph(); }

int pushText(lua_State* state, std::string_view text) {
    lua_pushlstring(state, text.data(), text.size());
    return 1;
}

int pushNumber(lua_State* state, double number) {
    lua_pushnumber(state, number);
    return 1;
}

int pushCount(lua_State* state, std::size_t count) {
    lua_pushinteger(state, static_cast<lua_Integer>(count));
    return 1;
}

// The edge between two tasks, as the arguments name them.
EdgeId edgeAt(lua_State* state, int parentArgument, int childArgument) {
    const TaskGraph& graph = graphOf(state);
    const TaskId parent = taskAt(state, parentArgument);
    const TaskId child = taskAt(state, childArgument);
    const TaskSpan children = graph.successors(parent);
    std::size_t low = 0;
    for (std::size_t high = children.size(); low < high;) {
        const std::size_t middle = (low + high) / 2;
        if (children[middle] < child) low = middle + 1;
        else high = middle;
    }
    if (low == children.size() || children[low] != child)
        luaL_argerror(state, childArgument, "the second task does not read what the first one makes");
    return graph.outEdges(parent)[low];
}

int taskCount(lua_State* state) { return pushCount(state, graphOf(state).taskCount()); }
int taskName(lua_State* state) { return pushText(state, graphOf(state).name(taskAt(state, 1))); }
int taskKind(lua_State* state) {
    const TaskGraph& graph = graphOf(state);
    return pushText(state, graph.kindName(graph.kind(taskAt(state, 1))));
}
// nil where the scenario keeps task times from schedulers: the work would tell them.
int taskWork(lua_State* state) {
    const TaskId task = taskAt(state, 1);
    if (!viewOf(state).estimate.isExact()) return 0;
    return pushNumber(state, graphOf(state).work(task));
}
int taskMemory(lua_State* state) { return pushNumber(state, graphOf(state).memory(taskAt(state, 1))); }
int taskRelease(lua_State* state) { return pushNumber(state, graphOf(state).release(taskAt(state, 1))); }
int taskPriority(lua_State* state) { return pushNumber(state, graphOf(state).priority(taskAt(state, 1))); }
int taskCores(lua_State* state) { return pushCount(state, graphOf(state).cores(taskAt(state, 1))); }

int parents(lua_State* state) { return pushIds(state, graphOf(state).predecessors(taskAt(state, 1))); }
int children(lua_State* state) { return pushIds(state, graphOf(state).successors(taskAt(state, 1))); }
int inputs(lua_State* state) { return pushIds(state, graphOf(state).inputs(taskAt(state, 1))); }
int outputs(lua_State* state) { return pushIds(state, graphOf(state).outputs(taskAt(state, 1))); }
int topological(lua_State* state) { return pushIds(state, graphOf(state).topologicalOrder()); }

// tasks.by(keys): all tasks, the largest key first, but none before its parents; ties go to the lowest task.
int byKeys(lua_State* state) {
    ScriptContext& context = contextOf(state);
    const std::size_t count = graphOf(state).taskCount();
    luaL_checktype(state, 1, LUA_TTABLE);
    context.keys.resize(count);
    for (std::size_t t = 0; t < count; ++t) {
        int isNumber = 0;
        lua_rawgeti(state, 1, static_cast<lua_Integer>(t) + 1);
        context.keys[t] = lua_tonumberx(state, -1, &isNumber);
        if (isNumber == 0 || context.keys[t] != context.keys[t])
            return luaL_argerror(state, 1, lua_pushfstring(state, "task %I has no number in it", static_cast<lua_Integer>(t) + 1));
        lua_pop(state, 1);
    }
    context.order = priorityOrder(graphOf(state), context.keys);
    lua_createtable(state, static_cast<int>(count), 0);
    for (std::size_t i = 0; i < count; ++i) {
        pushId(state, context.order[i]);
        lua_rawseti(state, -2, static_cast<lua_Integer>(i) + 1);
    }
    return 1;
}

int nodeCount(lua_State* state) { return pushCount(state, viewOf(state).estimate.platform().nodeCount()); }
int nodeName(lua_State* state) { return pushText(state, viewOf(state).estimate.platform().node(nodeAt(state, 1)).name); }
int nodeSpeed(lua_State* state) { return pushNumber(state, viewOf(state).estimate.platform().node(nodeAt(state, 1)).speed); }
int nodeCores(lua_State* state) { return pushCount(state, viewOf(state).estimate.platform().node(nodeAt(state, 1)).cores); }
int nodeUp(lua_State* state) {
    const View& view = viewOf(state);
    const NodeId node = nodeAt(state, 1);
    lua_pushboolean(state, view.nodes.empty() || view.nodes[node.index()].up);
    return 1;
}
int freeCores(lua_State* state) {
    const View& view = viewOf(state);
    const NodeId node = nodeAt(state, 1);
    const ScriptRound* round = contextOf(state).round;
    return pushCount(state, round != nullptr ? round->idle().freeCores(node) : view.estimate.platform().node(node).cores);
}
// In react(): some node has a free core left.
int anyFree(lua_State* state) {
    viewOf(state);
    const ScriptRound* round = contextOf(state).round;
    lua_pushboolean(state, round != nullptr && round->idle().any());
    return 1;
}
int freeMemory(lua_State* state) {
    const View& view = viewOf(state);
    const NodeId node = nodeAt(state, 1);
    const ScriptRound* round = contextOf(state).round;
    return pushNumber(state, round != nullptr ? round->idle().freeMemory(node) : view.estimate.platform().node(node).memory);
}

int compute(lua_State* state) {
    const Estimator& estimate = viewOf(state).estimate;
    pushTime(state, estimate.computeTime(taskAt(state, 1), nodeAt(state, 2)));
    return 1;
}
int meanCompute(lua_State* state) { return pushNumber(state, viewOf(state).estimate.meanCompute(taskAt(state, 1))); }
int transfer(lua_State* state) {
    const Estimator& estimate = viewOf(state).estimate;
    pushTime(state, estimate.transferTime(edgeAt(state, 1, 2), nodeAt(state, 3), nodeAt(state, 4)));
    return 1;
}
int meanTransfer(lua_State* state) { return pushNumber(state, viewOf(state).estimate.meanTransferByPairs(edgeAt(state, 1, 2))); }

int dataBytes(lua_State* state) { return pushNumber(state, graphOf(state).dataBytes(dataAt(state, 1))); }
int dataOn(lua_State* state) {
    const View& view = viewOf(state);
    const DataId data = dataAt(state, 1);
    lua_pushboolean(state, view.data != nullptr && view.data->has(data, nodeAt(state, 2)));
    return 1;
}
// Bytes of the task's inputs that are not on the node.
int missing(lua_State* state) {
    const View& view = viewOf(state);
    const TaskId task = taskAt(state, 1);
    const NodeId node = nodeAt(state, 2);
    double bytes = 0;
    for (const DataId data : view.estimate.graph().inputs(task))
        if (view.data != nullptr && !view.data->has(data, node)) bytes += view.estimate.graph().dataBytes(data);
    return pushNumber(state, bytes);
}
// Seconds from now until the inputs are on the node, if each is fetched now.
int fetch(lua_State* state) {
    const View& view = viewOf(state);
    const TaskId task = taskAt(state, 1);
    pushTime(state, inputsThere(view, task, nodeAt(state, 2)) - view.now);
    return 1;
}

// A global table of functions whose length is a count.
void addTable(lua_State* state, const char* name, const luaL_Reg* functions, lua_CFunction length) {
    lua_newtable(state);
    luaL_setfuncs(state, functions, 0);
    if (length != nullptr) {
        lua_createtable(state, 0, 1);
        lua_pushcfunction(state, length);
        lua_setfield(state, -2, "__len");
        lua_setmetatable(state, -2);
    }
    lua_setglobal(state, name);
}

}  // namespace

void addWorldFunctions(lua_State* state) {
    constexpr luaL_Reg tasks[] = {{"name", taskName},     {"kind", taskKind},       {"work", taskWork},     {"memory", taskMemory},
                                  {"cores", taskCores},   {"parents", parents},     {"children", children}, {"inputs", inputs},
                                  {"outputs", outputs},   {"topological", topological}, {"by", byKeys},     {"release", taskRelease},
                                  {"priority", taskPriority}, {nullptr, nullptr}};
    constexpr luaL_Reg nodes[] = {{"name", nodeName}, {"speed", nodeSpeed},          {"cores", nodeCores},
                                  {"up", nodeUp},     {"free_cores", freeCores}, {"free_memory", freeMemory},
                                  {"any_free", anyFree},
                                  {nullptr, nullptr}};
    constexpr luaL_Reg estimate[] = {{"compute", compute}, {"mean_compute", meanCompute}, {"transfer", transfer},
                                     {"mean_transfer", meanTransfer}, {nullptr, nullptr}};
    constexpr luaL_Reg data[] = {{"bytes", dataBytes}, {"on", dataOn}, {"missing", missing}, {"fetch", fetch}, {nullptr, nullptr}};
    addTable(state, "tasks", tasks, taskCount);
    addTable(state, "nodes", nodes, nodeCount);
    addTable(state, "estimate", estimate, nullptr);
    addTable(state, "data", data, nullptr);
}

}  // namespace loom::script
