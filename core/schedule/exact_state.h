// A partial schedule of branch and bound: tasks appended in nondecreasing order of start, taken back in reverse.
#pragma once

#include <vector>

#include "core/schedule/exact_problem.h"

namespace loom {

// Not thread-safe; refers to the problem.
class ExactState {
public:
    struct Option {
        TaskId task;
        std::size_t worker = 0;
        Time start, finish;
        Time bound;  // of all that can follow, once somebody computed it
    };

    explicit ExactState(const ExactProblem& problem);

    // Ready tasks on workers, none that starts before the last one placed, none that another stands for by symmetry. Replaces
    // `out`.
    void options(std::vector<Option>& out) const;
    void place(const Option& option);
    void undo();
    [[nodiscard]] bool isComplete() const { return placed_.size() == problem_.tasks.size(); }
    [[nodiscard]] Time makespan() const { return makespan_.back(); }
    // No schedule that begins like this is shorter.
    [[nodiscard]] Time bound();
    [[nodiscard]] const std::vector<Option>& placed() const { return placed_; }

    // 128 bits of everything that decides what can follow. Equal states are equal in it; that different ones are not rests
    // on the odds (2^-88 in 10^6 states).
    struct Print {
        std::uint64_t a = 0, b = 0;
        friend bool operator==(const Print&, const Print&) = default;
    };
    struct PrintHash {
        std::size_t operator()(const Print& p) const { return p.a; }
    };
    [[nodiscard]] Print print() const;

private:
    struct Undo {
        std::size_t readyAt;  // position the task had among the ready
        Time lastStart;
        std::size_t slots;  // how many were saved
    };
    // never() where the task cannot run, or would start before the last one placed: that was for an earlier state to try.
    [[nodiscard]] Time start(TaskId task, std::size_t worker) const;
    [[nodiscard]] bool isMirrored(std::size_t worker) const;
    void makeReady(TaskId task);
    template <class Add>
    void addArrivals(TaskId task, Add add) const;

    const ExactProblem& problem_;
    std::vector<std::size_t> missing_;  // parents not placed, by task
    std::vector<TaskId> ready_;
    std::vector<Time> dataReady_;         // task x worker, of ready tasks
    std::vector<Time> finish_;            // by task; never() = not placed
    std::vector<std::uint32_t> worker_;   // by task
    std::vector<std::size_t> firstSlot_;  // by worker, and the end
    std::vector<Time> slots_;             // when each slot is free, ascending within a worker
    std::vector<std::uint32_t> load_;     // tasks placed, by worker
    Time lastStart_ = Time::zero();
    double work_ = 0;  // ns of shortest times x cores, not placed
    std::vector<Option> placed_;
    std::vector<Time> makespan_ = {Time::zero()};
    std::vector<Undo> undo_;
    std::vector<Time> savedSlots_;
    std::vector<Time> earliest_;  // scratch, by task: finish at the earliest
    std::vector<FreeSlot> free_;  // scratch
};

}  // namespace loom
