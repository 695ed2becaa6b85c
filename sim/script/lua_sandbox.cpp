#include "sim/script/lua_sandbox.h"

#include <cstdlib>
#include <cstring>

namespace loom {

namespace {

constexpr int kStep = 100'000;                              // instructions between two looks at the limit
constexpr std::uint64_t kLoadInstructions = 100'000'000;  // of the script's top level

// "my.lua:12: reason" with the place taken apart.
Error errorOf(std::string text) {
    const std::size_t colon = text.find(".lua:");
    if (colon == std::string::npos) return failure(std::move(text));
    const std::size_t line = colon + 5;
    const std::size_t end = text.find(": ", line);
    if (end == std::string::npos) return failure(std::move(text));
    return Error{text.substr(0, line - 1), text.substr(line, end - line), text.substr(end + 2)};
}

int openAll(lua_State* state) {
    luaL_requiref(state, LUA_GNAME, luaopen_base, 1);
    luaL_requiref(state, LUA_MATHLIBNAME, luaopen_math, 1);
    luaL_requiref(state, LUA_STRLIBNAME, luaopen_string, 1);
    luaL_requiref(state, LUA_TABLIBNAME, luaopen_table, 1);
    lua_settop(state, 0);
    addDeterministicLibrary(state);
    // Lua looks functions up here, in the order of addresses, to name them in errors.
    lua_pushnil(state);
    lua_setfield(state, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    return 0;
}

}  // namespace

LuaSandbox::~LuaSandbox() {
    if (state_ != nullptr) lua_close(state_);
}

void* LuaSandbox::allocate(void* self, void* block, std::size_t oldSize, std::size_t newSize) {
    auto& sandbox = *static_cast<LuaSandbox*>(self);
    const std::size_t before = block != nullptr ? oldSize : 0;
    if (newSize == 0) {
        std::free(block);
        sandbox.memory_ -= before;
        return nullptr;
    }
    if (newSize > before && sandbox.memory_ - before + newSize > kMostMemory) return nullptr;
    void* const moved = std::realloc(block, newSize);
    if (moved != nullptr) sandbox.memory_ += newSize - before;
    return moved;
}

// Once over the limit every further instruction fails too, so that a script's pcall cannot hold it up.
void LuaSandbox::count(lua_State* state, lua_Debug* where) {
    LuaSandbox& sandbox = of(state);
    const bool stopped = Progress::cancelled(sandbox.progress_);
    const bool over = stopped || sandbox.instructionsLeft_ < static_cast<std::uint64_t>(kStep);
    sandbox.instructionsLeft_ -= over ? sandbox.instructionsLeft_ : kStep;
    if (!over) return;
    lua_sethook(state, &LuaSandbox::count, LUA_MASKCOUNT, 1);
    lua_getinfo(state, "Sl", where);
    if (stopped) lua_pushfstring(state, "%s:%d: cancelled", where->short_src, where->currentline);
    else lua_pushfstring(state, "%s:%d: the script did not end within %d million instructions", where->short_src, where->currentline,
                    static_cast<int>(sandbox.instructionsGiven_ / 1'000'000));
    lua_error(state);
}

Status LuaSandbox::call(int arguments, std::uint64_t mostInstructions) {
    instructionsLeft_ = instructionsGiven_ = mostInstructions;
    lua_sethook(state_, &LuaSandbox::count, LUA_MASKCOUNT, kStep);
    const int outcome = lua_pcall(state_, arguments, 0, 0);
    lua_sethook(state_, nullptr, 0, 0);
    if (outcome == LUA_OK) return Done{};
    const char* text = lua_type(state_, -1) == LUA_TSTRING ? lua_tostring(state_, -1) : nullptr;
    Error error = errorOf(outcome == LUA_ERRMEM ? "the script needs more than " + std::to_string(kMostMemory >> 20) + " MB"
                          : text != nullptr   ? text
                                              : "the script raised an error that is not a text");
    lua_pop(state_, 1);
    return error;
}

Status LuaSandbox::run(lua_CFunction body, std::uint64_t mostInstructions) {
    lua_pushcfunction(state_, body);
    return call(0, mostInstructions);
}

Result<std::unique_ptr<LuaSandbox>> LuaSandbox::load(const std::string& name, std::string_view text, void* context,
                                                     lua_CFunction prepare) {
    if (text.size() > kMostText) return failure(name + ": a script may have at most 1 MB");
    std::unique_ptr<LuaSandbox> sandbox(new LuaSandbox(context));
    sandbox->state_ = lua_newstate(&LuaSandbox::allocate, sandbox.get());
    if (sandbox->state_ == nullptr) return failure("no memory for a script interpreter");
    *static_cast<LuaSandbox**>(lua_getextraspace(sandbox->state_)) = sandbox.get();  // threads made of it copy this
    if (const Status opened = sandbox->run(openAll, kLoadInstructions); !opened) return opened.error();
    if (prepare != nullptr)
        if (const Status prepared = sandbox->run(prepare, kLoadInstructions); !prepared) return prepared.error();
    const std::string chunk = "@" + name;
    // Text only: byte code is not checked by Lua.
    if (luaL_loadbufferx(sandbox->state_, text.data(), text.size(), chunk.c_str(), "t") != LUA_OK) {
        const char* message = lua_tostring(sandbox->state_, -1);
        return errorOf(message != nullptr ? message : name + ": not a script");
    }
    if (const Status ran = sandbox->call(0, kLoadInstructions); !ran) return ran.error();
    return sandbox;
}

}  // namespace loom
