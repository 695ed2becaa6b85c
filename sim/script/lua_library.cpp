// What replaces the parts of Lua's libraries whose outcome depends on addresses, hash seeds or clocks.
#include <cinttypes>
#include <cstdio>

#include "sim/script/lua_sandbox.h"

namespace loom {

namespace {

constexpr int kMostPrinted = 1000;  // lines of one script

// A stable merge sort, because Lua's own chooses pivots by the clock; pairs in ascending order of numbers, then texts, then
// booleans, because Lua's order of texts is seeded by an address; insert, remove and move, because a loop inside Lua's library
// is not counted against the limit; no finalizers, because no limit holds inside them.
constexpr const char* kLibrary = R"lua(
local next, type, error = next, type, error

local function merge(from, to, low, middle, high, less)
  local left, right = low, middle
  for place = low, high - 1 do
    if left < middle and (right >= high or not less(from[right], from[left])) then
      to[place] = from[left]
      left = left + 1
    else
      to[place] = from[right]
      right = right + 1
    end
  end
end

local function ascending(a, b) return a < b end

local function sort(list, less)
  less = less or ascending
  local count = #list
  local from, to = list, {}
  local width = 1
  while width < count do
    for low = 1, count, 2 * width do
      local middle, high = low + width, low + 2 * width
      if middle > count + 1 then middle = count + 1 end
      if high > count + 1 then high = count + 1 end
      merge(from, to, low, middle, high, less)
    end
    from, to = to, from
    width = 2 * width
  end
  if from ~= list then
    for i = 1, count do list[i] = from[i] end
  end
end

local order = { number = 1, string = 2, boolean = 3 }

local function before(a, b)
  local kindA, kindB = type(a), type(b)
  if kindA ~= kindB then return order[kindA] < order[kindB] end
  if kindA == "boolean" then return not a and b end
  return a < b
end

function pairs(whole)
  local keys = {}
  for key in next, whole do
    if not order[type(key)] then error("a key that is a " .. type(key) .. " has no place in the order of pairs", 2) end
    keys[#keys + 1] = key
  end
  sort(keys, before)
  local at = 0
  return function()
    at = at + 1
    local key = keys[at]
    if key ~= nil then return key, whole[key] end
  end
end

table.sort = sort

local select = select

function table.insert(list, ...)
  local at, value = #list + 1, ...
  if select("#", ...) == 2 then
    at, value = ...
    if at < 1 or at > #list + 1 then error("table.insert: the place is out of bounds", 2) end
    for i = #list, at, -1 do list[i + 1] = list[i] end
  elseif select("#", ...) ~= 1 then
    error("table.insert: expected a list, perhaps a place, and a value", 2)
  end
  list[at] = value
end

function table.remove(list, at)
  local count = #list
  at = at or count
  local gone = list[at]
  for i = at, count do list[i] = list[i + 1] end
  return gone
end

function table.move(from, first, last, at, to)
  to = to or from
  if to == from and at > first then
    for i = last - first, 0, -1 do to[at + i] = from[first + i] end
  else
    for i = 0, last - first do to[at + i] = from[first + i] end
  end
  return to
end

local attach, look = setmetatable, rawget

function setmetatable(whole, meta)
  if meta and (look(meta, "__gc") ~= nil or look(meta, "__mode") ~= nil) then
    error("what hangs on the collection of garbage is not offered: __gc, __mode", 2)
  end
  return attach(whole, meta)
end
)lua";

bool hasNoAddress(int type) { return type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING; }

// Text without an address in it.
void pushText(lua_State* state, int index) {
    const int type = lua_type(state, index);
    const bool plain = hasNoAddress(type);
    if (!plain && luaL_getmetafield(state, index, "__tostring") == LUA_TNIL) {
        lua_pushstring(state, lua_typename(state, type));
        return;
    }
    if (!plain) lua_pop(state, 1);
    luaL_tolstring(state, index, nullptr);
}

int toText(lua_State* state) {
    luaL_checkany(state, 1);
    pushText(state, 1);
    return 1;
}

// string.format, its upvalue, with arguments that have no address to show.
int format(lua_State* state) {
    std::size_t length = 0;
    const char* text = luaL_checklstring(state, 1, &length);
    for (std::size_t at = 0; at < length; ++at) {
        if (text[at] != '%') continue;
        while (at + 1 < length && (text[at + 1] == '-' || text[at + 1] == '.' || (text[at + 1] >= '0' && text[at + 1] <= '9'))) ++at;
        if (at + 1 < length && text[at + 1] == 'p') return luaL_error(state, "addresses differ from run to run: %%p is not offered");
        ++at;
    }
    const int arguments = lua_gettop(state);
    for (int i = 2; i <= arguments; ++i) {
        if (hasNoAddress(lua_type(state, i))) continue;
        pushText(state, i);
        lua_replace(state, i);
    }
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_insert(state, 1);
    lua_call(state, arguments, 1);
    return 1;
}

// A function of the string library that matches patterns, its upvalue, for patterns that cannot keep it going for ever: the
// matcher tries every length for every repetition, and nothing counts what it does.
int match(lua_State* state) {
    constexpr double kMostTries = 1e8;
    std::size_t length = 0, patternLength = 0;
    luaL_checklstring(state, 1, &length);
    const char* pattern = luaL_checklstring(state, 2, &patternLength);
    double tries = static_cast<double>(length) + 1;
    for (std::size_t i = 0; i < patternLength; ++i)
        if (pattern[i] == '*' || pattern[i] == '+' || pattern[i] == '-' || pattern[i] == '?') tries *= static_cast<double>(length) + 1;
    if (tries > kMostTries) return luaL_error(state, "the pattern has too many repetitions for so long a text");
    const int arguments = lua_gettop(state);
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_insert(state, 1);
    lua_call(state, arguments, LUA_MULTRET);
    return lua_gettop(state);
}

// string.rep, its upvalue: nothing repeated is nothing, at once.
int repeat(lua_State* state) {
    std::size_t length = 0, between = 0;
    luaL_checklstring(state, 1, &length);
    luaL_optlstring(state, 3, "", &between);
    if (length + between == 0) {
        lua_pushliteral(state, "");
        return 1;
    }
    const int arguments = lua_gettop(state);
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_insert(state, 1);
    lua_call(state, arguments, 1);
    return 1;
}

// Puts `function` around the field of the table on top of the stack.
void wrap(lua_State* state, const char* field, lua_CFunction function) {
    lua_getfield(state, -1, field);
    lua_pushcclosure(state, function, 1);
    lua_setfield(state, -2, field);
}

int print(lua_State* state) {
    auto* printed = static_cast<int*>(lua_touserdata(state, lua_upvalueindex(1)));
    if (*printed == kMostPrinted) return 0;
    const int arguments = lua_gettop(state);
    for (int i = 1; i <= arguments; ++i) {
        pushText(state, i);
        std::fprintf(stderr, "%s%s", i > 1 ? "\t" : "", lua_tostring(state, -1));
        lua_pop(state, 1);
    }
    std::fprintf(stderr, "\n");
    if (++*printed == kMostPrinted) std::fprintf(stderr, "(the script prints more than %d lines; the rest is left out)\n", kMostPrinted);
    return 0;
}

// As math.random: a number in (0, 1), an integer up to n, or one from m to n.
int random(lua_State* state) {
    RandomStream& stream = LuaSandbox::of(state).stream();
    if (lua_gettop(state) == 0) {
        lua_pushnumber(state, stream.uniform());
        return 1;
    }
    const lua_Integer low = lua_gettop(state) > 1 ? luaL_checkinteger(state, 1) : 1;
    const lua_Integer high = luaL_checkinteger(state, lua_gettop(state) > 1 ? 2 : 1);
    if (low > high) return luaL_argerror(state, lua_gettop(state), "the interval is empty");
    const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    const std::uint64_t drawn = width == 0 ? stream.next() : stream.below(width);
    lua_pushinteger(state, static_cast<lua_Integer>(static_cast<std::uint64_t>(low) + drawn));
    return 1;
}

int seedRefused(lua_State* state) { return luaL_error(state, "the scenario's seed decides what math.random draws"); }

void removeGlobals(lua_State* state) {
    for (const char* name : {"next", "load", "loadfile", "dofile", "collectgarbage", "warn", "xpcall"}) {
        lua_pushnil(state);
        lua_setglobal(state, name);
    }
}

}  // namespace

void addDeterministicLibrary(lua_State* state) {
    if (luaL_loadbufferx(state, kLibrary, std::char_traits<char>::length(kLibrary), "=library", "t") != LUA_OK) lua_error(state);
    lua_call(state, 0, 0);
    removeGlobals(state);

    lua_pushcfunction(state, toText);
    lua_setglobal(state, "tostring");
    *static_cast<int*>(lua_newuserdatauv(state, sizeof(int), 0)) = 0;
    lua_pushcclosure(state, print, 1);
    lua_setglobal(state, "print");

    lua_getglobal(state, LUA_STRLIBNAME);
    wrap(state, "format", format);
    wrap(state, "rep", repeat);
    for (const char* matcher : {"find", "match", "gmatch", "gsub"}) wrap(state, matcher, match);
    lua_pushnil(state);
    lua_setfield(state, -2, "dump");
    lua_pop(state, 1);

    lua_getglobal(state, LUA_MATHLIBNAME);
    lua_pushcfunction(state, random);
    lua_setfield(state, -2, "random");
    lua_pushcfunction(state, seedRefused);
    lua_setfield(state, -2, "randomseed");
    lua_pop(state, 1);
}

}  // namespace loom
