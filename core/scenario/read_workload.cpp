#include <nlohmann/json.hpp>
#include <utility>

#include "core/scenario/object_reader.h"
#include "core/scenario/scenario_parts.h"

namespace loom {

namespace {

constexpr std::uint32_t kMostItems = 0xFFFFFFFFu;
constexpr double kMostPriority = 1e15;  // beyond it neighbouring whole numbers are one

Status readRuntimes(const Json& value, const std::string& path, InlineTask& task) {
    if (!value.is_object()) return failureAt(path, "expected an object of node names and seconds, found " + kindOf(value));
    if (value.empty()) return failureAt(path, "names no node");
    for (const auto& [node, seconds] : value.items()) {
        const Result<double> read = readQuantity(seconds, path + "." + node, Dimension::time);
        if (!read) return read.error();
        task.runtimes.emplace_back(node, *read);
    }
    return Done{};
}

Result<InlineTask> readTask(const Json& value, const std::string& path) {
    InlineTask task;
    ObjectReader reader(value, path, keys::task);
    reader.require("id");
    reader.text("id", task.id);
    reader.text("kind", task.kind);
    reader.quantity("work", Dimension::work, task.work);
    reader.whole("cores", task.cores, 1, kMostTaskCores);
    if (reader.has("serialFraction")) reader.quantity("serialFraction", Dimension::number, task.serialFraction.emplace(), 0, 1);
    reader.array("efficiency", [&](const Json& element, const std::string& place) -> Status {
        const Result<double> read = readQuantity(element, place, Dimension::number);
        if (!read) return read.error();
        task.efficiency.push_back(*read);
        return Done{};
    });
    reader.quantity("memory", Dimension::bytes, task.memory);
    reader.text("accelerator", task.accelerator);
    reader.whole("firstItem", task.firstItem, 0, kMostItems);
    reader.whole("itemCount", task.itemCount, 0, kMostItems);
    reader.quantity("release", Dimension::time, task.release);
    reader.number("priority", task.priority, -kMostPriority, kMostPriority);
    if (reader.ok() && task.id.empty()) reader.fail("id", "is empty");
    if (reader.ok() && task.serialFraction && !task.efficiency.empty())
        reader.fail(failureAt(path, "task '" + task.id + "' takes either 'serialFraction' or 'efficiency'"));
    const Json* runtimes = reader.find("runtimes");
    if (reader.ok() && reader.has("work") == (runtimes != nullptr))
        reader.fail(failureAt(path, "task '" + task.id + "' needs either 'work' or 'runtimes'"));
    if (!reader.ok()) return reader.error();
    if (runtimes != nullptr)
        if (const Status status = readRuntimes(*runtimes, path + ".runtimes", task); !status) return status.error();
    return task;
}

Result<InlineEdge> readEdge(const Json& value, const std::string& path) {
    InlineEdge edge;
    ObjectReader reader(value, path, keys::edge);
    reader.require("from");
    reader.require("to");
    reader.text("from", edge.from);
    reader.text("to", edge.to);
    reader.quantity("bytes", Dimension::bytes, edge.bytes);
    if (!reader.ok()) return reader.error();
    return edge;
}

Result<InlineFile> readFile(const Json& value, const std::string& path) {
    InlineFile file;
    ObjectReader reader(value, path, keys::dataFile);
    reader.require("id");
    reader.text("id", file.id);
    reader.quantity("bytes", Dimension::bytes, file.bytes);
    reader.text("producer", file.producer);
    reader.texts("consumers", file.consumers);
    if (!reader.ok()) return reader.error();
    return file;
}

// Adapts a reader of one element to ObjectReader::array.
template <class T>
ObjectReader::Each into(std::vector<T>& out, Result<T> (*read)(const Json&, const std::string&)) {
    return [&out, read](const Json& value, const std::string& path) -> Status {
        Result<T> element = read(value, path);
        if (!element) return element.error();
        out.push_back(std::move(*element));
        return Done{};
    };
}

Result<InlineWorkload> readInlineWorkload(const Json& value, const std::string& path) {
    InlineWorkload workload;
    ObjectReader reader(value, path, keys::workload);
    reader.require("tasks");
    reader.array("tasks", into<InlineTask>(workload.tasks, readTask));
    reader.array("edges", into<InlineEdge>(workload.edges, readEdge));
    reader.array("files", into<InlineFile>(workload.files, readFile));
    if (reader.ok() && workload.tasks.empty()) reader.fail("tasks", "names no task");
    if (!reader.ok()) return reader.error();
    return workload;
}

Status readAssumptions(const Json& value, const std::string& path, Assumptions& assume) {
    ObjectReader reader(value, path, keys::assume);
    if (const Json* runtime = reader.find("runtime")) {
        if (runtime->is_string()) assume.runtime = runtimeRule(runtime->get_ref<const std::string&>());
        if (!assume.runtime) reader.quantity("runtime", Dimension::time, assume.runtime.emplace(Assumptions::RuntimeRule{}).seconds);
    }
    if (reader.has("size")) reader.quantity("size", Dimension::bytes, assume.size.emplace());
    if (reader.has("cores")) reader.whole("cores", assume.cores.emplace(), 1, kMostAssumedCores);
    reader.quantity("sizeFactor", Dimension::number, assume.sizeFactor);
    if (reader.ok() && !(assume.sizeFactor > 0)) reader.fail("sizeFactor", "must be above 0");
    return reader.ok() ? Status(Done{}) : Status(reader.error());
}

Result<WorkloadSource> readWorkloadFile(const Json& value, const std::string& path) {
    FileReference file;
    ObjectReader reader(value, path, keys::workloadFile);
    reader.text("file", file.path);
    if (const Json* assume = reader.find("assume"))
        if (const Status read = readAssumptions(*assume, path + ".assume", file.assume); !read) return read.error();
    if (!reader.ok()) return reader.error();
    return WorkloadSource(std::move(file));
}

}  // namespace

Result<WorkloadSource> readWorkload(const Json& value, const std::string& path) {
    if (value.is_string()) {
        const Result<std::string> text = readText(value, path);
        if (!text) return text.error();
        Result<WorkloadSource> source = parseWorkloadSource(*text);
        return source.ok() ? source : failureAt(path, source.error().cause);
    }
    if (!value.is_object())
        return failureAt(path, "expected registry text, {\"file\": ...} or {\"tasks\": ...}, found " + kindOf(value));
    if (value.contains("file")) return readWorkloadFile(value, path);
    Result<InlineWorkload> workload = readInlineWorkload(value, path);
    if (!workload) return workload.error();
    return WorkloadSource(std::move(*workload));
}

}  // namespace loom
