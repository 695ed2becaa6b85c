#include "core/workloads/generator.h"

namespace loom {
namespace {

Result<TaskGraph> build(const Params& params, std::uint64_t) {
    const std::int64_t tasks = params.integer("tasks");
    GraphBuilder builder;
    builder.reserve(static_cast<std::size_t>(tasks), static_cast<std::size_t>(tasks));
    for (std::int64_t i = 0; i < tasks; ++i) {
        const TaskId task = addTask(builder, "", "step", params.number("work"));
        if (i > 0) builder.addEdge(TaskId(task.index() - 1), task, params.number("bytes"));
    }
    return builder.build();
}

}  // namespace

Generator chainGenerator() {
    return {{"chain",
             "Tasks one behind the other: no parallelism at all",
             "",
             {integerParam("tasks", "10", 1, kMostTasks, "number of tasks"), workParam("work", "1 Gflop", "work of a task, flop"),
              bytesParam("bytes", "1 MB", "bytes from one task to the next")}},
            build};
}

}  // namespace loom
