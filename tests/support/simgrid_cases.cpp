#include "tests/support/simgrid_cases.h"

#include <algorithm>

#include "core/base/rng.h"

namespace loom::test {

namespace {

class Drawing {
public:
    explicit Drawing(std::uint64_t seed) : stream_(seed, Purpose::test, 0) {}

    std::uint32_t task() {
        lines_.push_back(std::to_string(500'000'000 + stream_.below(1'000'000'000)));
        parents_.emplace_back();
        return static_cast<std::uint32_t>(lines_.size() - 1);
    }
    void edge(std::uint32_t from, std::uint32_t to) {
        const std::uint64_t bytes = stream_.below(10) == 0 ? 1000 : 1'000'000 + stream_.below(59'000'000);
        parents_[to].push_back(std::to_string(from) + " " + std::to_string(bytes));
    }
    std::uint64_t below(std::uint64_t bound) { return stream_.below(bound); }
    [[nodiscard]] std::string text() const {
        std::string out = std::to_string(lines_.size()) + "\n";
        for (std::size_t t = 0; t < lines_.size(); ++t) {
            out += lines_[t] + " " + std::to_string(parents_[t].size());
            for (const std::string& parent : parents_[t]) out += " " + parent;
            out += "\n";
        }
        return out;
    }

private:
    RandomStream stream_;
    std::vector<std::string> lines_;
    std::vector<std::vector<std::string>> parents_;
};

using Tasks = std::vector<std::uint32_t>;

Tasks row(Drawing& drawing, std::uint32_t width) {
    Tasks made;
    for (std::uint32_t i = 0; i < width; ++i) made.push_back(drawing.task());
    return made;
}

// Layers of 25, three different parents each.
void layered(Drawing& drawing, std::uint32_t tasks) {
    constexpr std::uint32_t kWidth = 25;
    Tasks above;
    for (std::uint32_t done = 0; done < tasks; done += kWidth) {
        const Tasks here = row(drawing, kWidth);
        for (const std::uint32_t task : here) {
            std::vector<std::uint64_t> chosen;
            while (!above.empty() && chosen.size() < 3) {
                const std::uint64_t pick = drawing.below(above.size());
                if (std::find(chosen.begin(), chosen.end(), pick) == chosen.end()) chosen.push_back(pick);
            }
            std::sort(chosen.begin(), chosen.end());
            for (const std::uint64_t pick : chosen) drawing.edge(above[pick], task);
        }
        above = here;
    }
}

void forkJoin(Drawing& drawing, std::uint32_t tasks) {
    constexpr std::uint32_t kWidth = 19;
    std::uint32_t fork = drawing.task();
    for (std::uint32_t done = 1; done < tasks; done += kWidth + 1) {
        const Tasks branches = row(drawing, kWidth);
        for (const std::uint32_t branch : branches) drawing.edge(fork, branch);
        fork = drawing.task();
        for (const std::uint32_t branch : branches) drawing.edge(branch, fork);
    }
}

// Rounds of 24 mappers and 8 reducers, every reducer reads from every mapper; the next round's mappers read one reducer.
void mapReduce(Drawing& drawing, std::uint32_t tasks) {
    constexpr std::uint32_t kMappers = 24, kReducers = 8;
    Tasks reducers;
    for (std::uint32_t done = 0; done < tasks; done += kMappers + kReducers) {
        const Tasks mappers = row(drawing, kMappers);
        for (std::uint32_t m = 0; m < kMappers && !reducers.empty(); ++m) drawing.edge(reducers[m % kReducers], mappers[m]);
        reducers = row(drawing, kReducers);
        for (const std::uint32_t reducer : reducers)
            for (const std::uint32_t mapper : mappers) drawing.edge(mapper, reducer);
    }
}

// A line of 20 cells over time; each reads itself and its neighbours.
void stencil(Drawing& drawing, std::uint32_t tasks) {
    constexpr std::uint32_t kCells = 20;
    Tasks before;
    for (std::uint32_t done = 0; done < tasks; done += kCells) {
        const Tasks now = row(drawing, kCells);
        for (std::uint32_t c = 0; c < kCells && !before.empty(); ++c)
            for (std::uint32_t n = c > 0 ? c - 1 : 0; n <= std::min(c + 1, kCells - 1); ++n) drawing.edge(before[n], now[c]);
        before = now;
    }
}

}  // namespace

std::string taskList(std::string_view workload, std::uint32_t tasks, std::uint64_t seed) {
    Drawing drawing(seed);
    if (workload == "bag") row(drawing, tasks);
    if (workload == "layered") layered(drawing, tasks);
    if (workload == "fork-join") forkJoin(drawing, tasks);
    if (workload == "map-reduce") mapReduce(drawing, tasks);
    if (workload == "stencil") stencil(drawing, tasks);
    return drawing.text();
}

std::vector<SimGridCase> simGridCases() {
    struct Size {
        std::uint32_t tasks;
        std::uint64_t seed;
    };
    std::vector<SimGridCase> cases;
    for (const char* network : {"cm02", "lv08"})
        for (const char* platform : {"star", "backbone", "shared-cluster", "two-tier", "fat-tree", "torus", "dragonfly", "dijkstra-zones"})
            for (const char* workload : {"bag", "layered", "fork-join", "map-reduce", "stencil"})
                for (const Size& size : {Size{60, 1}, Size{120, 2}, Size{120, 3}, Size{100, 5}})
                    cases.push_back({network, platform, workload, size.tasks, size.seed});
    return cases;
}

}  // namespace loom::test
