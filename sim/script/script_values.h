// How tasks, nodes and times look in a script. Tasks, nodes and data objects are the integers 1 .. n; times are seconds.
#pragma once

#include <lua.hpp>

#include "core/graph/task_graph.h"
#include "sim/script/lua_sandbox.h"
#include "sim/script/script_context.h"

namespace loom::script {

inline ScriptContext& contextOf(lua_State* state) { return *static_cast<ScriptContext*>(LuaSandbox::contextOf(state)); }

// Raise errors in Lua. A decision calls these dozens of times, so what raises is kept out of what is inlined.
[[noreturn]] void refuseWithoutView(lua_State* state);
[[noreturn]] void refuseId(lua_State* state, int argument, std::size_t count, const char* what);

// The view, or an error: functions that need one cannot be called at the top level.
inline const View& viewOf(lua_State* state) {
    const View* view = contextOf(state).view;
    if (view == nullptr) refuseWithoutView(state);
    return *view;
}

// An argument that is one of 1 .. count, as an index.
inline std::uint32_t idAt(lua_State* state, int argument, std::size_t count, const char* what) {
    int isInteger = 0;
    const lua_Integer id = lua_tointegerx(state, argument, &isInteger);
    // Zero and what is below wrap around to what is above.
    if (isInteger == 0 || static_cast<std::uint64_t>(id) - 1 >= count) refuseId(state, argument, count, what);
    return static_cast<std::uint32_t>(id - 1);
}
// An argument that names a task, node or data object; anything else raises an error that says what was expected.
inline TaskId taskAt(lua_State* state, int argument) {
    return TaskId(idAt(state, argument, viewOf(state).estimate.graph().taskCount(), "tasks"));
}
inline NodeId nodeAt(lua_State* state, int argument) {
    return NodeId(idAt(state, argument, viewOf(state).estimate.platform().nodeCount(), "nodes"));
}
inline DataId dataAt(lua_State* state, int argument) {
    return DataId(idAt(state, argument, viewOf(state).estimate.graph().dataCount(), "data objects"));
}

template <class IdType>
void pushId(lua_State* state, IdType id) {
    lua_pushinteger(state, static_cast<lua_Integer>(id.value) + 1);
}
void pushTime(lua_State* state, Time time);  // never() is math.huge

// A read-only list that copies nothing: `#list`, `list[i]`, ipairs. Push one value and return 1.
int pushIds(lua_State* state, TaskSpan ids);
int pushIds(lua_State* state, DataSpan ids);
// A list of what may change: using it after the scheduler was asked anew raises an error.
int pushIdsForNow(lua_State* state, std::span<const TaskId> ids);
void addIdList(lua_State* state);

// tasks, nodes, estimate and data: what there is and what is known of it.
void addWorldFunctions(lua_State* state);
// schedule (plan) and place, can_place (react).
void addPlacingFunctions(lua_State* state);

}  // namespace loom::script
