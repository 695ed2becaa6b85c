#include "core/schedule/exact_problem.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace loom {

namespace {

constexpr std::size_t kMostIntervalTasks = 1000;

// Fernandez, Bussell, IEEE Trans. Computers C-22(8), 1973: tasks of given earliest and latest starts must do some work inside
// an interval wherever they are put; what m equal processors cannot do of it lengthens the schedule. Applied anew to the
// longer schedule until nothing is too much. Starts of intervals are earliest starts, their ends latest ends. O(n^3) a round.
class IntervalBound {
public:
    explicit IntervalBound(const ExactProblem& problem) : problem_(problem), earliest_(problem.isPart.size()) {
        for (const TaskId task : problem.tasks)
            for (const TaskId parent : problem.graph.predecessors(task))
                earliest_[task.index()] =
                    std::max(earliest_[task.index()], earliest_[parent.index()] + problem.shortest[parent.index()]);
    }
    Time raise(Time length) const {
        for (Time more = excess(length); more > Time::zero(); more = excess(length)) length = problem_.rounded(length + more);
        return length;
    }

private:
    // How much longer than `length` the schedule must be at least.
    [[nodiscard]] Time excess(Time length) const {
        std::vector<Time> begins;
        std::vector<Time> ends;
        for (const TaskId task : problem_.tasks) {
            begins.push_back(earliest_[task.index()]);
            ends.push_back(length - problem_.tail[task.index()]);
        }
        for (std::vector<Time>* values : {&begins, &ends}) {
            std::sort(values->begin(), values->end());
            values->erase(std::unique(values->begin(), values->end()), values->end());
        }
        Time most = Time::zero();
        for (const Time a : begins)
            for (const Time b : ends)
                if (b > a) most = std::max(most, excessIn(a, b, length));
        return most;
    }
    [[nodiscard]] Time excessIn(Time a, Time b, Time length) const {
        std::int64_t work = 0;
        for (const TaskId task : problem_.tasks) {
            const Time w = problem_.shortest[task.index()];
            const Time latest = length - problem_.tail[task.index()] - w;
            const Time inside = std::min({w, b - a, earliest_[task.index()] + w - a, b - latest});
            work += std::max(inside, Time::zero()).nanoseconds();
        }
        const auto m = static_cast<std::int64_t>(problem_.m);
        const std::int64_t over = work - m * (b - a).nanoseconds();
        return Time::fromNanoseconds(over <= 0 ? 0 : (over + m - 1) / m);
    }

    const ExactProblem& problem_;
    std::vector<Time> earliest_;
};

// Calls `each` with every time a schedule can be made of, but compute times.
template <class Each>
void eachWait(const ExactProblem& p, Each each) {
    for (const TaskId task : p.tasks) {
        for (const NodeId node : p.workers) each(p.estimate.earliestStart(task, node));
        for (const EdgeId edge : p.graph.inEdges(task))
            for (const NodeId from : p.workers)
                for (const NodeId to : p.workers) each(p.estimate.transferTime(edge, from, to));
    }
}

void measureGrain(ExactProblem& p) {
    std::int64_t grain = 0;
    p.isFree = true;
    eachWait(p, [&](Time wait) {
        p.isFree = p.isFree && wait == Time::zero();
        if (!wait.isNever()) grain = std::gcd(grain, wait.nanoseconds());
    });
    for (const TaskId task : p.tasks)
        for (std::size_t w = 0; w < p.m; ++w)
            if (!p.time(task, w).isNever()) grain = std::gcd(grain, p.time(task, w).nanoseconds());
    p.grain = Time::fromNanoseconds(std::max<std::int64_t>(grain, 1));
}

bool areEqual(const ExactProblem& p, std::size_t a, std::size_t b) {
    if (p.estimate.platform().lanes(p.workers[a]) != p.estimate.platform().lanes(p.workers[b])) return false;
    for (const TaskId task : p.tasks) {
        if (p.time(task, a) != p.time(task, b)) return false;
        if (p.estimate.earliestStart(task, p.workers[a]) != p.estimate.earliestStart(task, p.workers[b])) return false;
        for (const EdgeId edge : p.graph.inEdges(task)) {
            const auto transfer = [&](std::size_t from, std::size_t to) {
                return p.estimate.transferTime(edge, p.workers[from], p.workers[to]);
            };
            if (transfer(a, b) != transfer(b, a)) return false;
            for (std::size_t q = 0; q < p.m; ++q)
                if (q != a && q != b && (transfer(a, q) != transfer(b, q) || transfer(q, a) != transfer(q, b))) return false;
        }
    }
    return true;
}

void findClasses(ExactProblem& p) {
    for (std::size_t w = 0; w < p.m; ++w) {
        std::size_t first = w;
        for (std::size_t c = 0; c < w && first == w; ++c)
            if (p.classOf[c] == c && areEqual(p, c, w)) first = c;
        p.classOf.push_back(first);
    }
}

// Tasks with the same times, release, slots, parents and children, and the same bytes between them. Not those that read workflow inputs.
void findTwins(ExactProblem& p) {
    p.twin.assign(p.graph.taskCount(), TaskId::none());
    using Ends = std::vector<std::pair<std::uint32_t, double>>;
    std::map<std::tuple<std::vector<Time>, Time, std::uint32_t, Ends, Ends>, TaskId> known;
    for (std::size_t i = 0; i < p.graph.taskCount(); ++i) {
        const TaskId task(i);
        if (!p.isPart[i]) continue;
        Ends before;
        Ends after;
        std::size_t data = 0;
        for (const EdgeId edge : p.graph.inEdges(task)) {
            before.emplace_back(p.graph.source(edge).value, p.graph.edgeBytes(edge));
            data += p.graph.edgeData(edge).size();
        }
        for (const EdgeId edge : p.graph.outEdges(task)) after.emplace_back(p.graph.target(edge).value, p.graph.edgeBytes(edge));
        if (data != p.graph.inputs(task).size() && !p.isFree) continue;
        std::vector<Time> row(p.times.begin() + static_cast<std::ptrdiff_t>(i * p.m),
                              p.times.begin() + static_cast<std::ptrdiff_t>((i + 1) * p.m));
        TaskId& last = known[{std::move(row), p.estimate.releaseTime(task), p.graph.cores(task), std::move(before), std::move(after)}];
        p.twin[i] = last;
        last = task;
    }
}

}  // namespace

ExactProblem::ExactProblem(const Estimator& e)
    : PlanBounds(e), estimate(e), graph(e.graph()), workers(e.workers()), m(e.workers().size()) {
    times.reserve(graph.taskCount() * m);
    for (std::size_t t = 0; t < graph.taskCount(); ++t)
        for (const NodeId node : workers) times.push_back(e.computeTime(TaskId(t), node));
    measureGrain(*this);
    findClasses(*this);
    findTwins(*this);
}

Time ExactProblem::rounded(Time bound) const {
    if (bound.isNever()) return bound;
    const std::int64_t g = grain.nanoseconds();
    return Time::fromNanoseconds((bound.nanoseconds() + g - 1) / g * g);
}

Time ExactProblem::bound() const {
    bool plain = isFree && tasks.size() <= kMostIntervalTasks;
    for (const TaskId task : tasks) plain = plain && graph.cores(task) == 1;
    for (std::size_t w = 0; w < m; ++w) plain = plain && classOf[w] == 0 && estimate.platform().lanes(workers[w]) == 1;
    return plain ? IntervalBound(*this).raise(rounded(least)) : rounded(least);
}

}  // namespace loom
