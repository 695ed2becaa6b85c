// A Lua 5.4 interpreter that can do nothing but compute, the same in every process: no files, no clock, no addresses, no
// order that depends on a hash seed, and limits on memory and instructions.
#pragma once

#include <lua.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/rng.h"

namespace loom {

// What a script may use: base, math, string and table, with what is not deterministic replaced. `pairs` goes in ascending
// order of its keys, `table.sort` is stable, `math.random` draws from the stream given to seed(). Not thread-safe.
class LuaSandbox {
public:
    static constexpr std::size_t kMostText = std::size_t{1} << 20;     // B of source
    static constexpr std::size_t kMostMemory = std::size_t{256} << 20;  // B

    // Compiles the script and runs its top level, after `prepare` (which may be null) has added functions. `name` stands in
    // error messages; `context` is what contextOf() returns.
    static Result<std::unique_ptr<LuaSandbox>> load(const std::string& name, std::string_view text, void* context,
                                                    lua_CFunction prepare);
    ~LuaSandbox();
    LuaSandbox(const LuaSandbox&) = delete;
    LuaSandbox& operator=(const LuaSandbox&) = delete;

    static void* contextOf(lua_State* state) { return of(state).context_; }
    void seed(std::uint64_t seed) { stream_ = RandomStream(seed, Purpose::scheduler, 0); }
    RandomStream& stream() { return stream_; }
    // Once `progress` (which may be null) is cancelled the script ends with an error.
    void watch(const Progress* progress) { progress_ = progress; }
    static LuaSandbox& of(lua_State* state) { return **static_cast<LuaSandbox**>(lua_getextraspace(state)); }

    // Runs `body`, which may call what the script defined. Lua allocates, so it may raise errors, at nearly every call: only
    // inside a body are they caught. The error names the file, the line and the reason.
    Status run(lua_CFunction body, std::uint64_t mostInstructions);

private:
    explicit LuaSandbox(void* context) : context_(context) {}
    static void* allocate(void* self, void* block, std::size_t oldSize, std::size_t newSize);
    static void count(lua_State* state, lua_Debug* where);
    Status call(int arguments, std::uint64_t mostInstructions);

    void* context_;
    lua_State* state_ = nullptr;
    std::size_t memory_ = 0;            // B in use
    std::uint64_t instructionsLeft_ = 0;
    std::uint64_t instructionsGiven_ = 0;
    const Progress* progress_ = nullptr;
    RandomStream stream_{1, Purpose::scheduler, 0};
};

// Adds the replacements to an interpreter whose standard libraries are open. Errors are raised in Lua.
void addDeterministicLibrary(lua_State* state);

}  // namespace loom
