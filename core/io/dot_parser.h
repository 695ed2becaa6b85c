// DOT's grammar: a file becomes nodes, edges and their sizes. Inside core/io only.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/importer.h"
#include "core/io/text_table.h"

namespace loom {

// Of the attributes only those that mean something to a task graph.
struct DotAttributes {
    static constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();
    double size = kAbsent;
    std::uint32_t category = TextTable::kNone;  // in DotGraph::categories
};

struct DotEdge {
    std::uint32_t from, to;
    double size = DotAttributes::kAbsent;
};

struct DotGraph {
    TextTable names;                   // of nodes
    std::vector<DotAttributes> nodes;  // by number in `names`
    std::vector<DotEdge> edges;        // as written
    TextTable categories;
    bool strict = false;               // repeated edges are one
    bool more = false;                 // another graph follows, which is not read
};

// Reads the first graph. Undirected graphs and sizes that are no numbers are refused; errors carry line:column.
Result<DotGraph> parseDot(std::string_view content, const ImportLimits& limits);
// Whether the first words, comments aside, open a graph of either kind.
bool opensDot(std::string_view content);

}  // namespace loom
