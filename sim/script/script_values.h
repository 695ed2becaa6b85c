// How tasks, nodes and times look in a script. Tasks, nodes and data objects are the integers 1 .. n; times are seconds.
#pragma once

#include <lua.hpp>

#include "core/graph/task_graph.h"
#include "sim/script/lua_sandbox.h"
#include "sim/script/script_context.h"

namespace loom::script {

inline ScriptContext& contextOf(lua_State* state) { return *static_cast<ScriptContext*>(LuaSandbox::contextOf(state)); }

// The view, or an error: functions that need one cannot be called at the top level.
const View& viewOf(lua_State* state);
// An argument that names a task, node or data object; anything else raises an error that says what was expected.
TaskId taskAt(lua_State* state, int argument);
NodeId nodeAt(lua_State* state, int argument);
DataId dataAt(lua_State* state, int argument);

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
