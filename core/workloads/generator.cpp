#include "core/workloads/generator.h"

namespace loom {
namespace {

ParamDef param(ParamType type, std::string name, std::string defaultValue, double low, double high, std::string help,
               Dimension dimension) {
    return {std::move(name), type, std::move(defaultValue), std::move(help), low, high, {}, dimension};
}

}  // namespace

Status withinLimits(double tasks, double edges) {
    if (tasks > kMostTasks) return failure(formatNumber(tasks) + " tasks; at most " + formatNumber(kMostTasks) + " are accepted");
    if (edges > kMostEdges)
        return failure(formatNumber(edges) + " dependencies; at most " + formatNumber(kMostEdges) + " are accepted");
    return Done{};
}

ParamDef integerParam(std::string name, std::string defaultValue, double low, double high, std::string help) {
    return param(ParamType::integer, std::move(name), std::move(defaultValue), low, high, std::move(help), Dimension::number);
}
ParamDef numberParam(std::string name, std::string defaultValue, double low, double high, std::string help) {
    return param(ParamType::number, std::move(name), std::move(defaultValue), low, high, std::move(help), Dimension::number);
}
ParamDef workParam(std::string name, std::string defaultValue, std::string help) {
    return param(ParamType::quantity, std::move(name), std::move(defaultValue), 0, 1e18, std::move(help), Dimension::work);
}
ParamDef bytesParam(std::string name, std::string defaultValue, std::string help) {
    return param(ParamType::quantity, std::move(name), std::move(defaultValue), 0, 1e15, std::move(help), Dimension::bytes);
}

TaskId addTask(GraphBuilder& builder, std::string name, std::string kind, double work) {
    TaskAttributes task;
    task.name = std::move(name);
    task.kind = std::move(kind);
    task.work = work;
    return builder.addTask(std::move(task));
}

}  // namespace loom
