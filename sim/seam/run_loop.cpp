#include "sim/seam/run_loop.h"

#include <vector>

#include "sim/seam/scribe.h"

namespace loom {

namespace {

class Loop {
public:
    Loop(World& world, std::span<Process* const> processes, Trace& trace, RunControl& control, std::uint64_t seed, RecordDetail detail)
        : world_(world), processes_(processes), scribe_(trace, detail), control_(control), now_(world.now()) {
        for (std::size_t i = 0; i < processes.size(); ++i) streams_.emplace_back(seed, Purpose::scheduler, i);
    }

    LoopResult run() {
        if (control_.progress.cancelled()) return cancelled();  // before there was anything to start: while it was planned, say
        for (std::size_t i = 0; i < processes_.size(); ++i) call(i, [](Process& p, Context& c) { p.start(c); });
        settle();
        while (!finished_) {
            if (control_.progress.cancelled()) return cancelled();
            if (scribe_.full()) return end(Outcome::failed, "the trace is full");
            applyControl();
            const std::span<const Delivery> deliveries = world_.next();
            now_ = world_.now();
            if (deliveries.empty() && !control_.progress.cancelled() && !control_.pending()) return endUnfinished();
            for (const Delivery& delivery : deliveries) deliver(delivery);
            settle();
        }
        for (const Process* process : processes_)
            if (process->outcome() != Outcome::finished) return end(process->outcome(), process->failure());
        return end(Outcome::finished, {});
    }

private:
    LoopResult cancelled() { return end(Outcome::cancelled, "the run was cancelled"); }

    void deliver(const Delivery& delivery) {
        scribe_.write(now_, delivery.event);
        call(delivery.to.index(), [&](Process& p, Context& c) { p.handle(delivery.event, c); });
    }

    void settle() {
        std::uint64_t done = 0;
        finished_ = true;
        for (std::size_t i = 0; i < processes_.size(); ++i) {
            call(i, [](Process& p, Context& c) { p.settle(c); });
            done += processes_[i]->done();
            finished_ = finished_ && processes_[i]->finished();
        }
        control_.progress.advanceTo(done);
    }

    template <class Call>
    void call(std::size_t process, Call&& body) {
        effects_.clear();
        Context context(now_, ProcessId(process), streams_[process], effects_);
        body(*processes_[process], context);
        for (const Effect& effect : effects_) {
            scribe_.write(now_, effect);
            if (!std::holds_alternative<Note>(effect)) world_.apply(ProcessId(process), effect);
        }
    }

    void applyControl() {
        for (const ControlInput& input : control_.take()) {
            scribe_.append(Record{now_, RecordKind::control, 0, 0, static_cast<std::uint32_t>(input.kind), input.node.value, Record::kNone});
            world_.control(input.kind, input.node);
        }
    }

    LoopResult endUnfinished() {
        std::string why = "nothing can happen any more, but work remains";
        for (const Process* process : processes_)
            if (!process->finished() && !process->failure().empty()) why = process->failure();
        return end(Outcome::stuck, why);
    }

    LoopResult end(Outcome outcome, std::string failure) {
        scribe_.append(Record{now_, RecordKind::runEnd, 0, 0, static_cast<std::uint32_t>(outcome), Record::kNone, Record::kNone});
        return LoopResult{outcome, std::move(failure), scribe_.totals()};
    }

    World& world_;
    std::span<Process* const> processes_;
    Scribe scribe_;
    RunControl& control_;
    Time now_;               // of the last events
    bool finished_ = false;  // as of the last settling: every process is
    std::vector<RandomStream> streams_;
    std::vector<Effect> effects_;
};

}  // namespace

LoopResult runLoop(World& world, std::span<Process* const> processes, Trace& trace, RunControl& control, std::uint64_t seed,
                   RecordDetail detail) {
    return Loop(world, processes, trace, control, seed, detail).run();
}

}  // namespace loom
