#include "sim/adversary/instance.h"

#include <algorithm>
#include <cmath>

#include "core/base/units.h"

namespace loom {

namespace {

constexpr double kStep = 0.5;        // of a changed weight's logarithm, standard deviation
constexpr double kEdgeChance = 0.4;  // of two tasks of a random instance

std::string task(std::size_t index) { return "t" + std::to_string(index + 1); }
std::string node(std::size_t index) { return "n" + std::to_string(index + 1); }

double drawn(Range range, RandomStream& stream) { return stream.uniform(range.low, range.high); }

// Half of the time a step from where it is, half of the time anything.
std::string redraw(double& value, Range range, RandomStream& stream, const std::string& what) {
    const double before = value;
    value = stream.uniform() < 0.5 ? drawn(range, stream) : std::clamp(value * stream.logNormal(0, kStep), range.low, range.high);
    return what + ": " + formatNumber(before, 3) + " to " + formatNumber(value, 3);
}

std::size_t anyOf(std::size_t count, RandomStream& stream) { return static_cast<std::size_t>(stream.below(count)); }

}  // namespace

Instance Instance::random(const InstanceBounds& bounds, RandomStream& stream) {
    Instance made;
    const std::size_t tasks = bounds.fewestTasks + anyOf(bounds.mostTasks - bounds.fewestTasks + std::size_t{1}, stream);
    const std::size_t nodes = bounds.fewestNodes + anyOf(bounds.mostNodes - bounds.fewestNodes + std::size_t{1}, stream);
    for (std::size_t t = 0; t < tasks; ++t) made.work.push_back(drawn(bounds.work, stream));
    for (std::uint32_t to = 1; to < tasks; ++to)
        for (std::uint32_t from = 0; from < to; ++from)
            if (stream.uniform() < kEdgeChance) made.edges.push_back({from, to, drawn(bounds.bytes, stream)});
    for (std::size_t n = 0; n < nodes; ++n) made.addNode(bounds, stream);
    return made;
}

std::string Instance::change(const InstanceBounds& bounds, RandomStream& stream) {
    for (;;) {
        const double kind = stream.uniform();
        std::string what = kind < 0.6    ? changeWeight(bounds, stream)
                           : kind < 0.85 ? changeEdge(bounds, stream)
                           : kind < 0.95 ? changeTasks(bounds, stream)
                                         : changeNodes(bounds, stream);
        if (!what.empty()) return what;
    }
}

std::string Instance::changeWeight(const InstanceBounds& bounds, RandomStream& stream) {
    const std::size_t pairs = speed.size() * (speed.size() - 1);
    std::size_t at = anyOf(work.size() + edges.size() + speed.size() + pairs, stream);
    if (at < work.size()) return redraw(work[at], bounds.work, stream, "work of " + task(at));
    at -= work.size();
    if (at < edges.size())
        return redraw(edges[at].bytes, bounds.bytes, stream, "bytes of " + task(edges[at].from) + " -> " + task(edges[at].to));
    at -= edges.size();
    if (at < speed.size()) return redraw(speed[at], bounds.speed, stream, "speed of " + node(at));
    at -= speed.size();
    const std::size_t from = at / (speed.size() - 1);
    const std::size_t to = at % (speed.size() - 1) + (at % (speed.size() - 1) >= from ? 1 : 0);
    return redraw(bandwidth[from * speed.size() + to], bounds.bandwidth, stream, "bandwidth " + node(from) + " -> " + node(to));
}

bool Instance::hasEdge(std::uint32_t from, std::uint32_t to) const {
    return std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) { return edge.from == from && edge.to == to; });
}

// An edge between two tasks that have none, or one less.
std::string Instance::changeEdge(const InstanceBounds& bounds, RandomStream& stream) {
    const auto a = static_cast<std::uint32_t>(anyOf(work.size(), stream));
    const auto b = static_cast<std::uint32_t>(anyOf(work.size(), stream));
    if (a == b) return {};
    const std::uint32_t from = std::min(a, b), to = std::max(a, b);
    const std::string name = task(from) + " -> " + task(to);
    if (hasEdge(from, to)) {
        std::erase_if(edges, [&](const Edge& edge) { return edge.from == from && edge.to == to; });
        return "no edge " + name + " any more";
    }
    edges.push_back({from, to, drawn(bounds.bytes, stream)});
    return "an edge " + name;
}

std::string Instance::changeTasks(const InstanceBounds& bounds, RandomStream& stream) {
    const bool more = stream.uniform() < 0.5;
    if (more) {
        if (work.size() >= bounds.mostTasks) return {};
        const auto added = static_cast<std::uint32_t>(work.size());
        work.push_back(drawn(bounds.work, stream));
        edges.push_back({static_cast<std::uint32_t>(anyOf(added, stream)), added, drawn(bounds.bytes, stream)});
        return "a task " + task(added);
    }
    if (work.size() <= bounds.fewestTasks) return {};
    const auto gone = static_cast<std::uint32_t>(anyOf(work.size(), stream));
    work.erase(work.begin() + gone);
    std::erase_if(edges, [&](const Edge& edge) { return edge.from == gone || edge.to == gone; });
    for (Edge& edge : edges) {
        if (edge.from > gone) --edge.from;
        if (edge.to > gone) --edge.to;
    }
    return "without task " + task(gone);
}

std::string Instance::changeNodes(const InstanceBounds& bounds, RandomStream& stream) {
    const bool more = stream.uniform() < 0.5;
    if (more ? speed.size() >= bounds.mostNodes : speed.size() <= bounds.fewestNodes) return {};
    if (more) {
        addNode(bounds, stream);
        return "a node " + node(speed.size() - 1);
    }
    const std::size_t gone = anyOf(speed.size(), stream);
    removeNode(gone);
    return "without node " + node(gone);
}

void Instance::addNode(const InstanceBounds& bounds, RandomStream& stream) {
    const std::size_t before = speed.size();
    std::vector<double> wider((before + 1) * (before + 1), 0);
    for (std::size_t i = 0; i <= before; ++i)
        for (std::size_t k = 0; k <= before; ++k)
            if (i != k) wider[i * (before + 1) + k] = i < before && k < before ? bandwidth[i * before + k] : drawn(bounds.bandwidth, stream);
    bandwidth = std::move(wider);
    speed.push_back(drawn(bounds.speed, stream));
}

void Instance::removeNode(std::size_t gone) {
    std::vector<double> narrower;
    for (std::size_t i = 0; i < speed.size(); ++i)
        for (std::size_t k = 0; k < speed.size(); ++k)
            if (i != gone && k != gone) narrower.push_back(bandwidth[i * speed.size() + k]);
    bandwidth = std::move(narrower);
    speed.erase(speed.begin() + static_cast<std::ptrdiff_t>(gone));
}

ScenarioFile Instance::scenario(const std::string& name, const Spec& scheduler, const Spec& network, std::uint64_t seed) const {
    InlineWorkload workload;
    for (std::size_t t = 0; t < work.size(); ++t) {
        InlineTask made;
        made.id = task(t);
        made.work = work[t];
        workload.tasks.push_back(std::move(made));
    }
    for (const Edge& edge : edges) workload.edges.push_back({task(edge.from), task(edge.to), edge.bytes});
    InlinePlatform platform;
    for (std::size_t n = 0; n < speed.size(); ++n) {
        InlineNode made;
        made.id = node(n);
        made.speed = speed[n];
        platform.nodes.push_back(std::move(made));
    }
    platform.bandwidth = bandwidth;
    platform.latency = {0};
    ScenarioFile file;
    file.name = name;
    file.seed = seed;
    file.scheduler = scheduler;
    file.network = network;
    file.workload = std::move(workload);
    file.platform = std::move(platform);
    return file;
}

}  // namespace loom
