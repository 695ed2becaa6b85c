// What a script can do to the program and to determinism: nothing.
#include "sim/script/lua_scheduler.h"

#include <gtest/gtest.h>

namespace loom::test {
namespace {

// The error of a script whose top level is `text`, or of one that has no scheduler but is fine.
std::string verdict(const std::string& text) {
    const auto made = makeLuaScheduler("my.lua", text + "\nfunction react() end");
    return made ? "fine" : made.error().text();
}
// Whether an expression holds in a script.
std::string holds(const std::string& expression) { return verdict("if not (" + expression + ") then error('it does not hold', 0) end"); }

TEST(LuaSandbox, HasOnlyTheFourLibraries) {
    for (const char* name : {"io", "os", "debug", "package", "coroutine", "utf8", "require", "load", "loadfile", "dofile", "next",
                             "collectgarbage", "string.dump", "xpcall"})
        EXPECT_EQ(holds(std::string(name) + " == nil"), "fine") << name;
    EXPECT_EQ(holds("math.floor(2.5) == 2 and ('abc'):upper() == 'ABC' and #table.pack(1, 2) == 2 and type(pcall) == 'function'"), "fine");
}

TEST(LuaSandbox, NamesFileAndLineOfAMistake) {
    EXPECT_EQ(verdict("local x = nil\nprint(x.y)"), "my.lua:2: attempt to index a nil value (local 'x')");
    EXPECT_EQ(verdict("local = 3"), "my.lua:1: <name> expected near '='");
    EXPECT_EQ(verdict("error({})"), "my.lua: the script raised an error that is not a text");
    const auto neither = makeLuaScheduler("my.lua", "x = 1");
    EXPECT_EQ(neither.error().text(), "my.lua: a scheduler script defines plan() or react(); this one defines neither");
}

TEST(LuaSandbox, EndsALoopThatDoesNot) {
    EXPECT_EQ(verdict("\nwhile true do end"), "my.lua:2: the script did not end within 100 million instructions");
    EXPECT_NE(verdict("while true do pcall(function() while true do end end) end").find("did not end"), std::string::npos);
}

// Inside the library nothing is counted, and no limit holds in a finalizer.
TEST(LuaSandbox, LeavesNoLoopUncounted) {
    const std::string over = "did not end within";
    EXPECT_NE(verdict("table.move({}, 1, 1e12, 2)").find(over), std::string::npos);
    EXPECT_NE(verdict("table.remove(setmetatable({}, {__len = function() return 1e15 end}), 1)").find(over), std::string::npos);
    EXPECT_NE(verdict("table.insert(setmetatable({}, {__len = function() return 1e15 end}), 1, 2)").find(over), std::string::npos);
    EXPECT_EQ(holds("string.rep('', math.maxinteger) == '' and ('ab'):rep(2, ',') == 'ab,ab'"), "fine");
    EXPECT_NE(verdict("string.find(('a'):rep(1e5), ('.-'):rep(20) .. 'b')").find("too many repetitions"), std::string::npos);
    EXPECT_EQ(holds("('mProject_12'):match('^(%a+)_(%d+)$') == 'mProject' and ('a.b'):gsub('%.', '-') == 'a-b' and ('abc'):find('c', 1, true) == 3"), "fine");
    EXPECT_NE(verdict("setmetatable({}, {__gc = function() while true do end end})").find("__gc"), std::string::npos);
    EXPECT_NE(verdict("local m = {__gc = true} setmetatable({}, m)").find("__gc"), std::string::npos);
    EXPECT_EQ(holds("getmetatable(setmetatable({}, {__index = {a = 1}})).__index.a == 1"), "fine");
}

TEST(LuaSandbox, InsertsRemovesAndMovesAsLuaDoes) {
    EXPECT_EQ(holds("(function() local t = {1, 2, 3} table.insert(t, 4) table.insert(t, 1, 0) return table.concat(t, ',') end)() == '0,1,2,3,4'"), "fine");
    EXPECT_EQ(holds("(function() local t = {1, 2, 3} local a, b = table.remove(t, 1), table.remove(t) return a .. b .. #t .. t[1] end)() == '1312'"), "fine");
    EXPECT_EQ(holds("table.concat(table.move({1, 2, 3}, 1, 3, 2), ',') == '1,1,2,3' and table.concat(table.move({1, 2, 3}, 2, 3, 1), ',') == '2,3,3'"), "fine");
    EXPECT_EQ(holds("table.remove({}) == nil"), "fine");
}

TEST(LuaSandbox, RefusesToGrowWithoutBound) {
    EXPECT_EQ(verdict("local t = {} for i = 1, 1e9 do t[i] = {i} end"), "my.lua: the script needs more than 256 MB");
    EXPECT_EQ(verdict("local s = ('x'):rep(1e9)"), "my.lua: the script needs more than 256 MB");
    const auto recursion = verdict("local function f() return 1 + f() end f()");
    EXPECT_NE(recursion.find("stack overflow"), std::string::npos) << recursion;
}

TEST(LuaSandbox, RefusesByteCodeAndEndlessText) {
    EXPECT_NE(makeLuaScheduler("my.lua", "\x1bLua").error().text().find("binary"), std::string::npos);
    EXPECT_NE(makeLuaScheduler("my.lua", std::string(2 << 20, ' ')).error().text().find("at most 1 MB"), std::string::npos);
}

TEST(LuaSandbox, ShowsNoAddresses) {
    EXPECT_EQ(holds("tostring({}) == 'table' and tostring(print) == 'function' and tostring(nil) == 'nil' and tostring(1.5) == '1.5'"), "fine");
    EXPECT_EQ(holds("string.format('%s %d %5.2f %q', {}, 3, 2.5, 'a') == 'table 3  2.50 \"a\"'"), "fine");
    EXPECT_EQ(holds("('%s%%'):format(true) == 'true%'"), "fine");
    EXPECT_NE(verdict("string.format('%p', {})").find("%p is not offered"), std::string::npos);
    EXPECT_NE(verdict("string.format('\\0%p', 'text')").find("%p is not offered"), std::string::npos);
    EXPECT_NE(verdict("string.format('%-12p', {})").find("%p is not offered"), std::string::npos);
    EXPECT_EQ(holds("tostring(setmetatable({}, {__tostring = function() return 'mine' end})) == 'mine'"), "fine");
}

TEST(LuaSandbox, GoesThroughTablesInOrderOfTheirKeys) {
    EXPECT_EQ(holds("(function() local s = '' for k in pairs({b=1, a=1, [10]=1, [2]=1, [true]=1, [1.5]=1}) do s = s .. tostring(k) .. ' ' end "
                    "return s end)() == '1.5 2 10 a b true '"),
              "fine");
    EXPECT_NE(verdict("for k in pairs({[{}] = 1}) do end").find("has no place in the order of pairs"), std::string::npos);
}

TEST(LuaSandbox, SortsStably) {
    EXPECT_EQ(verdict(R"(
local list = {}
for i = 1, 1000 do list[i] = {key = i * 7919 % 13, at = i} end
table.sort(list, function(a, b) return a.key < b.key end)
for i = 2, 1000 do
  local a, b = list[i - 1], list[i]
  if a.key > b.key or a.key == b.key and a.at > b.at then error("not sorted", 0) end
end
for count = 0, 20 do
  local numbers = {}
  for i = 1, count do numbers[i] = -i end
  table.sort(numbers)
  for i = 1, count do if numbers[i] ~= i - count - 1 then error("wrong", 0) end end
end)"),
              "fine");
}

TEST(LuaSandbox, DrawsFromTheScenariosSeed) {
    EXPECT_EQ(holds("math.random() < 1 and math.random(6) >= 1 and math.random(3, 3) == 3"), "fine");
    EXPECT_NE(verdict("math.random(0)").find("interval is empty"), std::string::npos);
    EXPECT_NE(verdict("math.randomseed(7)").find("the scenario's seed decides"), std::string::npos);
}

TEST(LuaSandbox, KnowsNoWorkloadBeforeItIsAsked) {
    EXPECT_NE(verdict("local n = #tasks").find("ask for it inside plan() or react()"), std::string::npos);
    EXPECT_NE(verdict("place(1, 1)").find("place and can_place are for react()"), std::string::npos);
    EXPECT_NE(verdict("schedule.place(1, 1)").find("ask for it"), std::string::npos);
}

}  // namespace
}  // namespace loom::test
