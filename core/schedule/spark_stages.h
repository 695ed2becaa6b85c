// A task graph cut into Spark's stages, and which of them may run.
#pragma once

#include <vector>

#include "core/graph/task_graph.h"

namespace loom {

// Graphs do not say which of their edges are shuffles. A stage here is all tasks of one kind on one level (longest hop distance
// from an entry): they are what one call over the partitions of a data set makes. Stages are numbered by level, then by their
// lowest task, so that parents have lower numbers, as in DAGScheduler.scala.
class SparkStages {
public:
    explicit SparkStages(const TaskGraph& graph);

    [[nodiscard]] std::size_t count() const { return stages_.size(); }
    [[nodiscard]] std::size_t of(TaskId task) const { return stageOf_[task.index()]; }
    // Every task of every parent stage has committed: the barrier before the stage is open.
    [[nodiscard]] bool isOpen(std::size_t stage) const { return stages_[stage].parentsOpen == 0; }
    void committed(TaskId task);
    void undone(TaskId task);

private:
    struct Stage {
        std::size_t left = 0;               // tasks not committed
        std::size_t parentsOpen = 0;        // parent stages with such
        std::vector<std::size_t> children;  // stages, ascending
    };
    std::vector<std::size_t> stageOf_;  // by task
    std::vector<Stage> stages_;
};

}  // namespace loom
