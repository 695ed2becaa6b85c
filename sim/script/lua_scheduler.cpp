#include "sim/script/lua_scheduler.h"

#include <filesystem>
#include <optional>

#include "core/base/file.h"
#include "sim/script/lua_sandbox.h"
#include "sim/script/script_values.h"

namespace loom {

namespace {

constexpr std::uint64_t kPlanInstructions = 4'000'000'000;
constexpr std::uint64_t kReactInstructions = 200'000'000;

int prepare(lua_State* state) {
    script::addIdList(state);
    script::addWorldFunctions(state);
    script::addPlacingFunctions(state);
    return 0;
}

bool isFunction(lua_State* state, const char* name) {
    const bool is = lua_getglobal(state, name) == LUA_TFUNCTION;
    lua_pop(state, 1);
    return is;
}

int findFunctions(lua_State* state) {
    script::contextOf(state).plans = isFunction(state, "plan");
    script::contextOf(state).reacts = isFunction(state, "react");
    lua_getglobal(state, "insertion");
    script::contextOf(state).insertion = lua_isnil(state, -1) || lua_toboolean(state, -1);
    lua_pop(state, 1);
    return 0;
}

int callPlan(lua_State* state) {
    lua_getglobal(state, "plan");
    lua_call(state, 0, 0);
    return 0;
}

int callReact(lua_State* state) {
    lua_getglobal(state, "react");
    const View& view = script::viewOf(state);
    script::pushIdsForNow(state, view.ready);
    lua_pushnumber(state, view.now.seconds());
    lua_call(state, 2, 0);
    return 0;
}

class LuaScheduler final : public Scheduler {
public:
    Status open(const std::string& name, std::string_view text) {
        name_ = name;
        Result<std::unique_ptr<LuaSandbox>> sandbox = LuaSandbox::load(name, text, &context_, prepare);
        if (!sandbox) return sandbox.error().in(name);
        sandbox_ = std::move(*sandbox);
        // Asked inside the sandbox, as even a name takes memory.
        if (const Status asked = sandbox_->run(findFunctions, kReactInstructions); !asked) return asked.error().in(name);
        if (!context_.plans && !context_.reacts)
            return Error{name, {}, "a scheduler script defines plan() or react(); this one defines neither"};
        return Done{};
    }

    [[nodiscard]] bool isStatic() const override { return !context_.reacts; }
    [[nodiscard]] const Error* failure() const override { return failure_ ? &*failure_ : nullptr; }

    void plan(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        rule_ = "as plan() of " + name_ + " decides" + (context_.insertion ? "; gaps included" : "");
        PartialSchedule schedule(view, context_.insertion ? Fill::insertion : Fill::append, {rule_.c_str(), "EFT"}, log);
        begin(view, log);
        context_.schedule = &schedule;
        run(callPlan, kPlanInstructions);
        context_.schedule = nullptr;
        end();
        if (failure_) return;
        for (std::size_t t = 0; t < schedule.graph().taskCount(); ++t)
            if (!schedule.isPlaced(TaskId(t)) && canRun(view, TaskId(t))) {
                failure_ = Error{name_, {}, "plan() left task " + std::string(schedule.graph().name(TaskId(t))) + " without a node"};
                return;
            }
        schedule.emit(placements);
    }

    void react(const View& view, std::vector<Placement>& placements, DecisionLog* log) override {
        begin(view, log);
        if (context_.plans && !prepared_) run(callPlan, kPlanInstructions);
        prepared_ = true;
        if (!failure_) {
            round_.begin(view, placements);
            context_.round = &round_;
            run(callReact, kReactInstructions);
            context_.round = nullptr;
        }
        end();
    }

private:
    void begin(const View& view, DecisionLog* log) {
        if (!seeded_) sandbox_->seed(view.seed);
        seeded_ = true;
        context_.view = &view;
        ++context_.asked;
        sandbox_->watch(view.progress);
        context_.log = log;
    }

    // What the view refers to may be gone before the script is asked again.
    void end() {
        context_.view = nullptr;
        context_.log = nullptr;
        sandbox_->watch(nullptr);
    }

    void run(lua_CFunction body, std::uint64_t mostInstructions) {
        if (const Status ran = sandbox_->run(body, mostInstructions); !ran) failure_ = ran.error().in(name_);
    }

    static bool canRun(const View& view, TaskId task) {
        for (const NodeId node : view.estimate.workers())
            if (view.estimate.canRun(task, node)) return true;
        return false;
    }

    std::string name_;
    std::string rule_;
    ScriptContext context_;
    ScriptRound round_;
    std::unique_ptr<LuaSandbox> sandbox_;
    bool prepared_ = false, seeded_ = false;
    std::optional<Error> failure_;
};

}  // namespace

Result<std::unique_ptr<Scheduler>> makeLuaScheduler(const std::string& name, std::string_view text) {
    auto scheduler = std::make_unique<LuaScheduler>();
    if (const Status opened = scheduler->open(name, text); !opened) return opened.error();
    return std::unique_ptr<Scheduler>(std::move(scheduler));
}

Result<std::unique_ptr<Scheduler>> openScheduler(const Spec& spec, const std::string& baseFolder) {
    if (!namesScript(spec)) return makeScheduler(spec);
    if (!spec.arguments.empty()) return failureAt("scheduler", "a script has no parameters: " + spec.text());
    const std::filesystem::path path = std::filesystem::path(baseFolder) / spec.name;
    const Result<std::string> text = readWholeFile(path.string(), LuaSandbox::kMostText);
    if (!text) return text.error();
    return makeLuaScheduler(path.filename().string(), *text);
}

}  // namespace loom
