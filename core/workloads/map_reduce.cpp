#include "core/workloads/generator.h"

namespace loom {
namespace {

Result<TaskGraph> build(const Params& params, std::uint64_t) {
    const std::int64_t maps = params.integer("maps");
    const std::int64_t reduces = params.integer("reduces");
    const double edges = static_cast<double>(maps) * static_cast<double>(reduces);
    if (const Status fits = withinLimits(static_cast<double>(maps + reduces), edges); !fits) return fits.error();
    const double block = params.number("block");
    const double share = block * params.number("selectivity") / static_cast<double>(reduces);

    GraphBuilder builder;
    builder.reserve(static_cast<std::size_t>(maps + reduces), static_cast<std::size_t>(edges));
    for (std::int64_t m = 0; m < maps; ++m) {
        const TaskId map = addTask(builder, "map_" + std::to_string(m), "map", params.number("map-work"));
        builder.addInput(map, builder.addData("block_" + std::to_string(m), block));
    }
    for (std::int64_t r = 0; r < reduces; ++r) {
        const TaskId reduce = addTask(builder, "reduce_" + std::to_string(r), "reduce", params.number("reduce-work"));
        for (std::int64_t m = 0; m < maps; ++m) builder.addEdge(TaskId(static_cast<std::size_t>(m)), reduce, share);
    }
    return builder.build();
}

}  // namespace

Generator mapReduceGenerator() {
    return {
        {"map-reduce",
         "Maps over the blocks of a file, a shuffle from every map to every reduce, reduces",
         "Dean and Ghemawat, MapReduce, OSDI 2004",
         {integerParam("maps", "16", 1, kMostTasks, "map tasks, one a block"),
          integerParam("reduces", "4", 1, kMostTasks, "reduce tasks"), bytesParam("block", "64 MB", "input bytes of a map"),
          numberParam("selectivity", "1", 0, 1000, "bytes a map writes for each byte it reads, spread evenly over the reduces"),
          workParam("map-work", "10 Gflop", "work of a map, flop"),
          workParam("reduce-work", "10 Gflop", "work of a reduce, flop")}},
        build};
}

}  // namespace loom
