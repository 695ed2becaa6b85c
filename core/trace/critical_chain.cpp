#include "core/trace/critical_chain.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "core/trace/timeline.h"

namespace loom {

namespace {

constexpr std::uint32_t kMostLanes = 1024;  // looked at of one attempt

class ChainFinder {
public:
    explicit ChainFinder(const Run& run)
        : graph_(*run.scenario->graph), timeline_(graph_, *run.scenario->platform, *run.trace), commits_(graph_.taskCount()) {
        timeline_.update();
        for (std::uint32_t i = 0; i < timeline_.bars().size(); ++i) {
            const Bar& bar = timeline_.bars()[i];
            if (bar.kind == BarKind::compute) commits_[bar.task.index()].push_back(i);
            if (bar.kind == BarKind::transfer) arrivals_.push_back({bar.data, bar.node, bar.end, bar.begin});
            if (bar.kind != BarKind::compute && bar.kind != BarKind::lost) continue;
            for (std::uint32_t lane = 0; lane < std::min(bar.lanes, kMostLanes); ++lane)
                lanes_.push_back({bar.node, bar.lane + lane, bar.end, i});
        }
        std::sort(arrivals_.begin(), arrivals_.end());
        std::sort(lanes_.begin(), lanes_.end());
    }

    std::vector<ChainStep> find() const {
        std::vector<ChainStep> chain;
        std::optional<std::uint32_t> bar = lastCommit();
        while (bar) {
            const Bar& own = bars()[*bar];
            chain.push_back({own.task, own.node, own.begin, own.end, ChainCause::start, own.begin});
            const auto [cause, before] = precedingOf(own, *bar);
            if (!before) break;
            chain.back().cause = cause;
            chain.back().gap = own.begin - bars()[*before].end;
            bar = before;
        }
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

private:
    using Before = std::pair<ChainCause, std::optional<std::uint32_t>>;
    using Arrival = std::tuple<DataId, NodeId, Time, Time>;                // data, node, end, begin
    using Held = std::tuple<NodeId, std::uint32_t, Time, std::uint32_t>;  // node, lane, until, bar

    [[nodiscard]] const std::vector<Bar>& bars() const { return timeline_.bars(); }

    [[nodiscard]] std::optional<std::uint32_t> lastCommit() const {
        std::optional<std::uint32_t> last;
        for (const auto& commits : commits_)
            for (const std::uint32_t bar : commits)
                if (!last || bars()[bar].end > bars()[*last].end) last = bar;
        return last;
    }

    // The last commit of a task that an attempt beginning at `time` can have used.
    [[nodiscard]] std::optional<std::uint32_t> commitBefore(TaskId task, Time time) const {
        const auto& commits = commits_[task.index()];
        for (auto bar = commits.rbegin(); bar != commits.rend(); ++bar)
            if (bars()[*bar].end <= time) return *bar;
        return std::nullopt;
    }

    // How an input came to an attempt.
    struct Input {
        std::uint32_t producer = 0;  // bar
        Time asked, there;           // the transfer's begin and end; both the commit where none was needed
    };

    [[nodiscard]] Input arrival(DataId data, const Bar& own, std::uint32_t producer) const {
        const Time commit = bars()[producer].end;
        const auto later = std::upper_bound(arrivals_.begin(), arrivals_.end(), Arrival{data, own.node, own.begin, Time::never()});
        if (later == arrivals_.begin()) return {producer, commit, commit};
        const auto& [what, where, end, begin] = *std::prev(later);
        if (what != data || where != own.node || end < commit) return {producer, commit, commit};
        return {producer, begin, end};
    }

    // The input that was there last; bars from `self` on are not looked at, as attempts of no length at one instant could
    // otherwise lead round in circles.
    [[nodiscard]] std::optional<Input> lastInput(const Bar& own, std::uint32_t self) const {
        std::optional<Input> last;
        const auto offer = [&](const Input& input) {
            if (!last || input.there > last->there) last = input;
        };
        for (const EdgeId edge : graph_.inEdges(own.task)) {
            const auto producer = commitBefore(graph_.source(edge), own.begin);
            if (!producer || *producer >= self) continue;
            offer({*producer, bars()[*producer].end, bars()[*producer].end});
            for (const DataId data : graph_.edgeData(edge)) offer(arrival(data, own, *producer));
        }
        return last;
    }

    // The attempt that left one of its lanes last.
    [[nodiscard]] std::optional<std::uint32_t> lastOnLanes(const Bar& own, std::uint32_t self) const {
        std::optional<std::uint32_t> last;
        for (std::uint32_t lane = 0; lane < std::min(own.lanes, kMostLanes); ++lane) {
            const Held key{own.node, own.lane + lane, own.begin, self};
            const auto later = std::lower_bound(lanes_.begin(), lanes_.end(), key);
            if (later == lanes_.begin()) continue;
            const auto& [node, number, until, bar] = *std::prev(later);
            if (node != own.node || number != own.lane + lane || bar >= self) continue;
            if (!last || until > bars()[*last].end) last = bar;
        }
        return last;
    }

    // A transfer that was asked for only when the lane came free waited for the lane, not for its producer.
    [[nodiscard]] Before precedingOf(const Bar& own, std::uint32_t self) const {
        const std::optional<Input> input = lastInput(own, self);
        const std::optional<std::uint32_t> core = lastOnLanes(own, self);
        if (!input && !core) return {ChainCause::start, std::nullopt};
        if (!input) return {ChainCause::core, core};
        if (!core) return {ChainCause::input, input->producer};
        const Time free = bars()[*core].end;
        const bool late = free > input->there || (free > bars()[input->producer].end && input->asked >= free);
        return late ? Before{ChainCause::core, core} : Before{ChainCause::input, input->producer};
    }

    const TaskGraph& graph_;
    Timeline timeline_;
    std::vector<std::vector<std::uint32_t>> commits_;  // by task: bars, in order
    std::vector<Arrival> arrivals_;                    // sorted
    std::vector<Held> lanes_;                          // sorted
};

}  // namespace

std::vector<ChainStep> criticalChain(const Run& run) { return ChainFinder(run).find(); }

}  // namespace loom
