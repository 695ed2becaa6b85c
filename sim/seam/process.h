// Logic: events in, effects out. A process sees a Context and nothing else, so it cannot reach a clock, a thread,
// a socket or a screen.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/rng.h"
#include "sim/seam/effect.h"
#include "sim/seam/event.h"

namespace loom {

class Context {
public:
    Context(Time now, ProcessId self, RandomStream& rng, std::vector<Effect>& effects)
        : now_(now), self_(self), rng_(&rng), effects_(&effects) {}

    [[nodiscard]] Time now() const { return now_; }
    [[nodiscard]] ProcessId self() const { return self_; }
    RandomStream& rng() { return *rng_; }
    void request(Effect effect) { effects_->push_back(std::move(effect)); }

private:
    Time now_;
    ProcessId self_;
    RandomStream* rng_;
    std::vector<Effect>* effects_;
};

class Process {
public:
    virtual ~Process() = default;
    virtual void start(Context& context) = 0;
    virtual void handle(const Event& event, Context& context) = 0;
    // Once after all events of one instant: the place for decisions.
    virtual void settle(Context&) {}
    // True when the process has nothing left to do; the run ends when every process is finished.
    [[nodiscard]] virtual bool finished() const = 0;
    // How the run ended from this process's view, and one sentence when it did not finish.
    [[nodiscard]] virtual Outcome outcome() const = 0;
    [[nodiscard]] virtual std::string failure() const { return {}; }
    // Units of work done so far, for progress displays.
    [[nodiscard]] virtual std::uint64_t done() const { return 0; }
};

}  // namespace loom
