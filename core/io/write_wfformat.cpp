#include <charconv>
#include <cmath>
#include <vector>

#include "core/graph/graph_measures.h"
#include "core/io/text_escape.h"
#include "core/io/unique_names.h"
#include "core/io/writers.h"

namespace loom {

namespace {

// Seconds that read back as the same work, where a double of them does.
double runtimeOf(const TaskGraph& graph, TaskId task) {
    const double seconds = referenceSeconds(graph, task);
    if (!graph.runtimes(task).empty() || graph.scaling(task) != 1) return seconds;
    for (const double near : {seconds, std::nextafter(seconds, 0.0), std::nextafter(seconds, HUGE_VAL)})
        if (near * 1e9 == graph.work(task)) return near;
    return seconds;
}

std::string wholeNumber(double value) {
    char buffer[512];
    const auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, std::round(value), std::chars_format::fixed, 0);
    return std::string(buffer, problem == std::errc{} ? end : buffer);
}

class WfWriter {
public:
    explicit WfWriter(const TaskGraph& graph)
        : graph_(graph),
          tasks_(uniqueNames(graph.taskCount(), [&](std::size_t t) { return graph.name(TaskId(t)); }, "t", jsonText)),
          files_(uniqueNames(graph.dataCount(), [&](std::size_t d) { return graph.dataName(DataId(d)); }, "data", jsonText)) {}

    std::string write(const std::string& name, double makespan) {
        out_ = "{\n  \"name\": " + jsonText(name) + ",\n  \"schemaVersion\": \"1.5\",\n  \"workflow\": {\n    \"specification\": {\n";
        section("tasks", graph_.taskCount(), [&](std::size_t t) { specify(TaskId(t)); });
        out_ += ",\n";
        section("files", graph_.dataCount(), [&](std::size_t d) {
            out_ += "{\"id\": " + files_[d] + ", \"sizeInBytes\": " + wholeNumber(graph_.dataBytes(DataId(d))) + "}";
        });
        // The schema wants a time of execution; a simulated one has no date.
        out_ += "\n    },\n    \"execution\": {\n      \"makespanInSeconds\": " + finiteNumber(makespan) +
                ",\n      \"executedAt\": \"1970-01-01T00:00:00+00:00\",\n";
        section("tasks", graph_.taskCount(), [&](std::size_t t) { execute(TaskId(t)); });
        out_ += "\n    }\n  }\n}\n";
        return std::move(out_);
    }

private:
    template <class Item>
    void section(const char* name, std::size_t count, Item item) {
        out_ += std::string("      \"") + name + "\": [";
        for (std::size_t i = 0; i < count; ++i) {
            out_ += i == 0 ? "\n        " : ",\n        ";
            item(i);
        }
        out_ += count == 0 ? "]" : "\n      ]";
    }

    template <class Ids>
    void list(const char* key, const Ids& ids, const std::vector<std::string>& names) {
        out_ += std::string(", \"") + key + "\": [";
        for (std::size_t i = 0; i < ids.size(); ++i) out_ += (i == 0 ? "" : ", ") + names[ids[i].index()];
        out_ += "]";
    }

    void specify(TaskId task) {
        const std::string kind = jsonText(graph_.kindName(graph_.kind(task)));
        // Readers cut numbers off a name to find the kind; the category is taken as it stands.
        out_ += "{\"name\": " + kind + ", \"id\": " + tasks_[task.index()] + ", \"category\": " + kind;
        list("parents", graph_.predecessors(task), tasks_);
        list("children", graph_.successors(task), tasks_);
        list("inputFiles", graph_.inputs(task), files_);
        list("outputFiles", graph_.outputs(task), files_);
        out_ += "}";
    }

    void execute(TaskId task) {
        out_ += "{\"id\": " + tasks_[task.index()] + ", \"runtimeInSeconds\": " + finiteNumber(runtimeOf(graph_, task)) +
                ", \"coreCount\": " + std::to_string(graph_.cores(task));
        if (graph_.memory(task) > 0) out_ += ", \"memoryInBytes\": " + finiteNumber(graph_.memory(task));
        out_ += "}";
    }

    const TaskGraph& graph_;
    std::vector<std::string> tasks_, files_;  // escaped
    std::string out_;
};

}  // namespace

std::string writeWfFormat(const TaskGraph& graph, const std::string& name, double makespan) {
    return WfWriter(graph).write(name, makespan);
}

}  // namespace loom
