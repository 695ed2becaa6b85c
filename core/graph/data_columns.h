// Which task reads and writes which data object. Inside core/graph only.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/graph/graph_columns.h"

namespace loom {

using TaskDataPair = std::pair<std::uint32_t, std::uint32_t>;  // task, object it reads

// Fills the data columns of a graph whose structure is finished. `columns` already holds the objects added one by
// one (bytes, producers); `edgeBytes` (by edge, or empty) adds an object for each entry above zero, numbered after
// them in edge order. `reads` has every pair added; each has its edge if the object has a producer.
void fillDataColumns(GraphColumns& columns, std::vector<double> edgeBytes, std::vector<TaskDataPair> reads);

}  // namespace loom
