// When and where the tasks of an imported trace ran in reality: to compare with, never an input of the simulation.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace loom {

struct RecordedMachine {
    std::string name;
    std::optional<double> cores;
    std::optional<double> speed;   // flop/s of a core; absent unless the file says something trustworthy
    std::optional<double> memory;  // B
};

// Plain data; immutable once imported, shared by any number of threads. Columns are by task of the imported graph and
// empty when the file states nothing of the kind for any task.
struct RecordedRun {
    static constexpr std::uint32_t kNoMachine = 0xFFFFFFFFu;
    static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

    std::optional<double> makespan;  // s, as the file declares it, else from the first submission or start to the last finish
    double origin = 0;               // s: what time 0 of the columns is on the file's own clock
    std::vector<RecordedMachine> machines;
    std::vector<std::uint32_t> machine;         // into `machines`; kNoMachine = unknown
    std::vector<double> submit, start, finish;  // s after the origin; kUnknown = not stated

    // Both ends are stated, and in this order.
    [[nodiscard]] bool timed(std::size_t task) const {
        return task < std::min(start.size(), finish.size()) && finish[task] >= start[task];
    }
    [[nodiscard]] std::size_t timedTasks() const {
        std::size_t count = 0;
        for (std::size_t t = 0; t < std::min(start.size(), finish.size()); ++t) count += timed(t) ? 1 : 0;
        return count;
    }
};

}  // namespace loom
