#include "core/workloads/generator.h"

namespace loom {
namespace {

Result<TaskGraph> build(const Params& params, std::uint64_t) {
    const std::int64_t width = params.integer("width");
    const std::int64_t stages = params.integer("stages");
    const double bytes = params.number("bytes");
    const double all = static_cast<double>(stages) * (static_cast<double>(width) + 1) + 1;
    if (const Status fits = withinLimits(all, 2 * static_cast<double>(stages) * static_cast<double>(width)); !fits)
        return fits.error();

    GraphBuilder builder;
    builder.reserve(static_cast<std::size_t>(all), static_cast<std::size_t>(2 * stages * width));
    TaskId fork = addTask(builder, "fork", "fork", params.number("join-work"));
    for (std::int64_t stage = 0; stage < stages; ++stage) {
        const std::string prefix = stages == 1 ? "" : std::to_string(stage) + "_";
        std::vector<TaskId> branches;
        for (std::int64_t i = 0; i < width; ++i) {
            branches.push_back(addTask(builder, "branch_" + prefix + std::to_string(i), "branch", params.number("work")));
            builder.addEdge(fork, branches.back(), bytes);
        }
        const std::string name = stages == 1 ? "join" : "join_" + std::to_string(stage);
        fork = addTask(builder, name, "join", params.number("join-work"));
        for (TaskId branch : branches) builder.addEdge(branch, fork, bytes);
    }
    return builder.build();
}

}  // namespace

Generator forkJoinGenerator() {
    return {
        {"fork-join",
         "One task fans out into equal branches that meet again, stage after stage",
         "",
         {integerParam("width", "8", 1, kMostTasks, "branches of a stage"),
          integerParam("stages", "1", 1, kMostTasks, "number of stages"), workParam("work", "1 Gflop", "work of a branch, flop"),
          workParam("join-work", "100 Mflop", "work of a fork or join, flop"),
          bytesParam("bytes", "1 MB", "bytes on each dependency")}},
        build};
}

}  // namespace loom
