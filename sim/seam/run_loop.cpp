#include "sim/seam/run_loop.h"

#include <algorithm>
#include <vector>

namespace loom {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;  // clang before 17 does not deduce aggregates

// Writes both sides of the seam into the trace, in the order they happened. Events name activities only by id, so the
// scribe remembers what each activity in flight is about.
class Scribe {
public:
    explicit Scribe(Trace& trace) : trace_(&trace) {}

    void write(Time now, const Effect& effect) {
        std::visit(Overloaded{[&](const Compute& c) {
                                  remember(c.id, Record{now, RecordKind::computeBegin, 0, c.attempt, c.task.value, c.node.value, c.lane});
                              },
                              [&](const Transfer& t) {
                                  remember(t.id, Record{now, RecordKind::transferBegin, 0, 0, t.data.value, t.from.value, t.to.value});
                              },
                              [&](const Cancel& c) { end(now, c.id, false); },
                              [&](const Note& n) {
                                  Record record = n.record;
                                  record.time = now;
                                  append(record);
                              },
                              [](const Message&) {}, [](const Timer&) {}},
                   effect);
    }

    void write(Time now, const Event& event) {
        std::visit(Overloaded{[&](const ComputeDone& e) { end(now, e.id, true); }, [&](const ComputeFailed& e) { end(now, e.id, false); },
                              [&](const Arrived& e) { end(now, e.id, true); }, [&](const Lost& e) { end(now, e.id, false); },
                              [&](const NodeChanged& e) {
                                  const RecordKind kind = e.up ? RecordKind::nodeUp : RecordKind::nodeDown;
                                  append(Record{now, kind, 0, 0, e.node.value, static_cast<std::uint32_t>(e.reason), Record::kNone});
                              },
                              [&](const NodeSpeedChanged& e) {
                                  append(Record{now, RecordKind::nodeSpeed, 0, 0, e.node.value,
                                                static_cast<std::uint32_t>(e.factor * 1e6 + 0.5), Record::kNone});
                              },
                              [](const Received&) {}, [](const TimerFired&) {}, [](const LinkChanged&) {}},
                   event);
    }

    void append(const Record& record) { full_ = full_ || !trace_->append(record); }
    [[nodiscard]] bool full() const { return full_; }

private:
    void remember(ActivityId id, const Record& begin) {
        if (id.index() >= begun_.size()) begun_.resize(std::max(id.index() + 1, begun_.size() * 2));
        begun_[id.index()] = begin;
        append(begin);
    }

    void end(Time now, ActivityId id, bool success) {
        Record record = begun_[id.index()];
        record.time = now;
        if (record.kind == RecordKind::computeBegin) record.kind = success ? RecordKind::computeEnd : RecordKind::computeFailed;
        else record.kind = success ? RecordKind::transferEnd : RecordKind::transferLost;
        append(record);
    }

    Trace* trace_;
    std::vector<Record> begun_;  // by activity
    bool full_ = false;
};

class Loop {
public:
    Loop(World& world, std::span<Process* const> processes, Trace& trace, RunControl& control, std::uint64_t seed)
        : world_(world), processes_(processes), scribe_(trace), control_(control) {
        for (std::size_t i = 0; i < processes.size(); ++i) streams_.emplace_back(seed, Purpose::scheduler, i);
    }

    LoopResult run() {
        for (std::size_t i = 0; i < processes_.size(); ++i) call(i, [](Process& p, Context& c) { p.start(c); });
        settle();
        while (!finished()) {
            if (control_.progress.cancelled()) return end(Outcome::cancelled, "the run was cancelled");
            if (scribe_.full()) return end(Outcome::failed, "the trace is full");
            applyControl();
            const std::span<const Delivery> deliveries = world_.next();
            if (deliveries.empty() && !control_.progress.cancelled() && !control_.pending()) return endUnfinished();
            for (const Delivery& delivery : deliveries) deliver(delivery);
            settle();
        }
        for (const Process* process : processes_)
            if (process->outcome() != Outcome::finished) return end(process->outcome(), process->failure());
        return end(Outcome::finished, {});
    }

private:
    void deliver(const Delivery& delivery) {
        scribe_.write(world_.now(), delivery.event);
        call(delivery.to.index(), [&](Process& p, Context& c) { p.handle(delivery.event, c); });
        ++events_;
    }

    void settle() {
        std::uint64_t done = 0;
        for (std::size_t i = 0; i < processes_.size(); ++i) {
            call(i, [](Process& p, Context& c) { p.settle(c); });
            done += processes_[i]->done();
        }
        control_.progress.advanceTo(done);
    }

    template <class Call>
    void call(std::size_t process, Call&& body) {
        effects_.clear();
        Context context(world_.now(), ProcessId(process), streams_[process], effects_);
        body(*processes_[process], context);
        for (const Effect& effect : effects_) {
            scribe_.write(world_.now(), effect);
            world_.apply(ProcessId(process), effect);
        }
    }

    void applyControl() {
        for (const ControlInput& input : control_.take()) {
            scribe_.append(Record{world_.now(), RecordKind::control, 0, 0, static_cast<std::uint32_t>(input.kind), input.node.value, Record::kNone});
            world_.control(input.kind, input.node);
        }
    }

    [[nodiscard]] bool finished() const {
        return std::all_of(processes_.begin(), processes_.end(), [](const Process* p) { return p->finished(); });
    }

    LoopResult endUnfinished() {
        std::string why = "nothing can happen any more, but work remains";
        for (const Process* process : processes_)
            if (!process->finished() && !process->failure().empty()) why = process->failure();
        return end(Outcome::stuck, why);
    }

    LoopResult end(Outcome outcome, std::string failure) {
        scribe_.append(Record{world_.now(), RecordKind::runEnd, 0, 0, static_cast<std::uint32_t>(outcome), Record::kNone, Record::kNone});
        return LoopResult{outcome, std::move(failure), events_};
    }

    World& world_;
    std::span<Process* const> processes_;
    Scribe scribe_;
    RunControl& control_;
    std::vector<RandomStream> streams_;
    std::vector<Effect> effects_;
    std::uint64_t events_ = 0;
};

}  // namespace

LoopResult runLoop(World& world, std::span<Process* const> processes, Trace& trace, RunControl& control, std::uint64_t seed) {
    return Loop(world, processes, trace, control, seed).run();
}

}  // namespace loom
