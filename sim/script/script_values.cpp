#include "sim/script/script_values.h"

#include <cstdlib>
#include <limits>

namespace loom::script {

namespace {

constexpr const char* kIdList = "loom.list";

// Of ids one behind the other in memory, or consecutive ones.
struct IdList {
    const std::uint32_t* raw;  // null: first, first + 1 ...
    std::uint32_t first;
    std::uint32_t count;
    std::uint32_t asked;  // valid while the context says the same; 0: for the whole run
};
static_assert(sizeof(TaskId) == sizeof(std::uint32_t));

int push(lua_State* state, IdList list) {
    *static_cast<IdList*>(lua_newuserdatauv(state, sizeof(IdList), 0)) = list;
    luaL_setmetatable(state, kIdList);
    return 1;
}

template <class IdType>
IdList listOf(IdSpan<IdType> ids) {
    if (ids.empty()) return {nullptr, 0, 0, 0};
    const auto count = static_cast<std::uint32_t>(ids.size());
    return {ids.rawItems(), ids[0].value, count, 0};
}

const IdList& listAt(lua_State* state, int argument) {
    const IdList& list = *static_cast<const IdList*>(luaL_checkudata(state, argument, kIdList));
    if (list.asked != 0 && list.asked != contextOf(state).asked)
        luaL_error(state, "the list of ready tasks is over when react() returns; copy what is to be kept");
    return list;
}

int lengthOfList(lua_State* state) {
    lua_pushinteger(state, listAt(state, 1).count);
    return 1;
}

// ipairs ends at the nil behind the last one.
int itemOfList(lua_State* state) {
    const IdList& list = listAt(state, 1);
    const lua_Integer at = luaL_checkinteger(state, 2);
    if (at < 1 || at > static_cast<lua_Integer>(list.count)) return 0;
    const auto index = static_cast<std::uint32_t>(at - 1);
    lua_pushinteger(state, static_cast<lua_Integer>(list.raw != nullptr ? list.raw[index] : list.first + index) + 1);
    return 1;
}

}  // namespace

void refuseWithoutView(lua_State* state) {
    luaL_error(state, "the workload is not known yet: ask for it inside plan() or react()");
    std::abort();  // never reached: errors in Lua do not return
}

void refuseId(lua_State* state, int argument, std::size_t count, const char* what) {
    const lua_Integer id = luaL_checkinteger(state, argument);
    luaL_argerror(state, argument, lua_pushfstring(state, "%I is not one of the %I %s", id, static_cast<lua_Integer>(count), what));
    std::abort();
}

void pushTime(lua_State* state, Time time) {
    lua_pushnumber(state, time.isNever() ? std::numeric_limits<double>::infinity() : time.seconds());
}

int pushIds(lua_State* state, TaskSpan ids) { return push(state, listOf(ids)); }
int pushIds(lua_State* state, DataSpan ids) { return push(state, listOf(ids)); }
int pushIdsForNow(lua_State* state, std::span<const TaskId> ids) {
    return push(state, {reinterpret_cast<const std::uint32_t*>(ids.data()), 0, static_cast<std::uint32_t>(ids.size()), contextOf(state).asked});
}

void addIdList(lua_State* state) {
    luaL_newmetatable(state, kIdList);
    lua_pushcfunction(state, lengthOfList);
    lua_setfield(state, -2, "__len");
    lua_pushcfunction(state, itemOfList);
    lua_setfield(state, -2, "__index");
    lua_pushliteral(state, "a list");
    lua_setfield(state, -2, "__metatable");  // out of reach for the script
    lua_pop(state, 1);
}

}  // namespace loom::script
