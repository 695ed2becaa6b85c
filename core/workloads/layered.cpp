#include <algorithm>
#include <cmath>

#include "core/base/rng.h"
#include "core/workloads/generator.h"

namespace loom {
namespace {

struct Shape {
    std::uint32_t tasks, width, deps;
    double lowWork, highWork, lowBytes, highBytes;
};

// `count` distinct numbers below `bound`, ascending: draws are repeated until new, so `count` is at most `bound`.
void drawDistinct(RandomStream& random, std::uint32_t count, std::uint32_t bound, std::vector<std::uint32_t>& drawn) {
    drawn.clear();
    while (drawn.size() < count) {
        const auto next = static_cast<std::uint32_t>(random.below(bound));
        const auto at = std::lower_bound(drawn.begin(), drawn.end(), next);
        if (at == drawn.end() || *at != next) drawn.insert(at, next);
    }
}

Result<Shape> shapeOf(const Params& params) {
    const Shape shape{static_cast<std::uint32_t>(params.integer("tasks")),
                      static_cast<std::uint32_t>(params.integer("width")),
                      static_cast<std::uint32_t>(params.integer("deps")),
                      params.number("min-work"),
                      params.number("max-work"),
                      params.number("min-bytes"),
                      params.number("max-bytes")};
    if (shape.deps > shape.width)
        return failure("deps (" + std::to_string(shape.deps) + ") exceeds width (" + std::to_string(shape.width) + ")");
    if (shape.lowWork > shape.highWork) return failure("min-work exceeds max-work");
    if (shape.lowBytes > shape.highBytes) return failure("min-bytes exceeds max-bytes");
    const double inner = std::max(0.0, static_cast<double>(shape.tasks) - shape.width);
    if (const Status fits = withinLimits(shape.tasks, inner * shape.deps); !fits) return fits.error();
    return shape;
}

// Task t draws its work, its parents and their bytes from a stream of its own, so that more tasks or other parameters
// leave the rest as it was. Values are whole, as files would hold them.
Result<TaskGraph> build(const Params& params, std::uint64_t seed) {
    const Result<Shape> checked = shapeOf(params);
    if (!checked) return checked.error();
    const Shape& shape = *checked;

    GraphBuilder builder;
    builder.reserve(shape.tasks, shape.tasks > shape.width ? std::size_t{shape.tasks - shape.width} * shape.deps : 0);
    std::vector<std::uint32_t> parents;
    for (std::uint32_t t = 0; t < shape.tasks; ++t) {
        RandomStream random(seed, Purpose::workload, t);
        TaskAttributes attributes;
        attributes.work = std::floor(random.uniform(shape.lowWork, shape.highWork));
        const TaskId task = builder.addTask(std::move(attributes));
        if (t < shape.width) continue;
        const std::uint32_t layerAbove = (t / shape.width - 1) * shape.width;
        drawDistinct(random, shape.deps, shape.width, parents);
        for (std::uint32_t parent : parents)
            builder.addEdge(TaskId(layerAbove + parent), task, std::floor(random.uniform(shape.lowBytes, shape.highBytes)));
    }
    return builder.build();
}

}  // namespace

Generator layeredGenerator() {
    return {{"layered",
             "Layers of equal width; each task depends on random tasks of the layer above (deps=0: independent tasks)",
             "",
             {integerParam("tasks", "1000", 1, kMostTasks, "number of tasks"),
              integerParam("width", "256", 1, kMostTasks, "tasks of a layer"),
              integerParam("deps", "4", 0, 1000, "parents of a task below the first layer"),
              workParam("min-work", "0.5 Gflop", "least work of a task, flop"),
              workParam("max-work", "1.5 Gflop", "most work of a task, flop"),
              bytesParam("min-bytes", "5 MB", "fewest bytes on a dependency"),
              bytesParam("max-bytes", "15 MB", "most bytes on a dependency")}},
            build};
}

}  // namespace loom
