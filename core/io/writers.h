// The writers of foreign formats: pure functions from what we have to text. `exporter.h` is the table that chooses.
// Names come out escaped whatever they hold. What a format cannot carry is left out; export_losses.h says what.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/trace/run.h"

namespace loom {

// The plain task list (formats.md 7, peers): tasks in topological order, so numbers may change; one object an edge.
std::string writeTaskList(const TaskGraph& graph);

// WfFormat 1.5, split layout: runtimes are work at 1 Gflop/s on the cores a task takes, means where a task has a runtime for
// every node. Objects without a name, or with a taken one, get one. `makespan` in seconds, of a recorded run, or 0.
std::string writeWfFormat(const TaskGraph& graph, const std::string& name, double makespan);

// DOT with SimGrid's size attributes: flops of a node (of the whole task: work of one core), bytes of an edge, none on an
// edge without data.
std::string writeDot(const TaskGraph& graph, const std::string& name);

// GraphML with typed keys: kind, work, cores, memory, accelerator of nodes, bytes of edges.
std::string writeGraphMl(const TaskGraph& graph, const std::string& name);

// SimGrid platform XML (DTD 4.1): a Cluster zone where every route is an up link, perhaps one backbone, and a down link;
// else a Full zone with every route. Refuses routes that name more than 1,000,000 links in all, unnamed or doubly
// named links get names. Links are written one direction each.
Result<std::string> writePlatformXml(const Platform& platform);

// Paje (ViTE, pj_dump): a container a node with one a lane in it, a state an attempt, a link a transfer, the nodes' down
// times. Times in seconds that never decrease; at most 256 lanes of one attempt.
std::string writePaje(const Run& run);

}  // namespace loom
