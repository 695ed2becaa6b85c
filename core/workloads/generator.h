// What the generators share. Inside core/workloads only.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/spec.h"
#include "core/graph/graph_builder.h"

namespace loom {

// One row of the registry with the function behind it, which gets checked parameters.
struct Generator {
    RegistryEntry entry;
    Result<TaskGraph> (*build)(const Params& params, std::uint64_t seed);
};

Generator chainGenerator();
Generator forkJoinGenerator();
Generator layeredGenerator();
Generator choleskyGenerator();
Generator montageGenerator();
Generator mapReduceGenerator();
Generator imageRecognitionGenerator();

// Largest graph a generator makes; also the range of parameters that count tasks.
inline constexpr double kMostTasks = 4e6;
inline constexpr double kMostEdges = 32e6;
// Refuses a graph beyond them, before memory is taken. Counts are doubles so that products cannot wrap.
Status withinLimits(double tasks, double edges);

ParamDef integerParam(std::string name, std::string defaultValue, double low, double high, std::string help);
ParamDef numberParam(std::string name, std::string defaultValue, double low, double high, std::string help);
ParamDef workParam(std::string name, std::string defaultValue, std::string help);   // 0 .. 1 Eflop
ParamDef bytesParam(std::string name, std::string defaultValue, std::string help);  // 0 .. 1 PB

// A task with these columns and no others.
TaskId addTask(GraphBuilder& builder, std::string name, std::string kind, double work);

}  // namespace loom
