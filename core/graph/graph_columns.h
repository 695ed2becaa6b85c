// What a TaskGraph is made of. Inside core/graph only.
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/csr.h"
#include "core/graph/name_index.h"
#include "core/graph/string_pool.h"
#include "core/graph/task_graph.h"

namespace loom {

// Rows of subscripts: row i is items[starts[i]] .. items[starts[i + 1]].
struct Rows {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> items;
};

// Columns that most graphs do not need stay empty; the comment gives what empty means.
struct GraphColumns {
    Csr structure;
    std::vector<std::uint32_t> order;  // topological; empty: ascending ids

    StringPool names;
    NameIndex nameIndex;  // empty: every name is "t<index>"
    StringPool kindNames;
    std::vector<std::uint32_t> kinds;  // empty: all of kind 0
    std::vector<double> work;
    std::vector<double> runtimes;              // of all tasks, one behind the other
    std::vector<std::uint64_t> runtimeStarts;  // n + 1 entries; empty: no runtimes
    std::vector<std::uint32_t> cores;          // empty: all 1
    std::vector<double> serialFractions;       // negative: not stated; empty: none is
    std::vector<double> efficiencies;          // of all tasks, one behind the other
    std::vector<std::uint64_t> efficiencyStarts;  // n + 1 entries; empty: no tables
    std::vector<double> memory;                // empty: all 0
    StringPool acceleratorNames;
    std::vector<std::uint32_t> accelerators;  // 0 = none, else 1 + subscript; empty: none
    std::vector<std::uint32_t> firstItems;    // empty: all 0
    std::vector<std::uint32_t> itemCounts;    // empty: all 0
    std::vector<double> releases;             // empty: all 0
    std::vector<double> priorities;           // empty: all 0

    // Either each edge carries exactly one object of its own (`dataPerEdge`: object e belongs to edge e and only
    // dataBytes is filled), or the general columns hold everything.
    bool dataPerEdge = false;
    std::vector<double> dataBytes;
    StringPool dataNames;                  // may be shorter than dataBytes: the rest is unnamed
    std::vector<std::uint32_t> producers;  // per object; kNone = workflow input
    Rows consumers;                        // per object: tasks
    Rows inputs;                           // per task: objects
    Rows outputs;                          // per task: objects
    Rows edgeData;                         // per edge: objects
};

struct TaskGraph::Columns : GraphColumns {};

// The subscript in "t<index>" as GraphBuilder names tasks, if `name` is exactly that and below `count`; else none().
TaskId defaultNamed(std::string_view name, std::size_t count);

}  // namespace loom
