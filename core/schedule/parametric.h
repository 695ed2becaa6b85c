// The switches of parametric list scheduling; see parametric.cpp.
#pragma once

#include <cstdint>

#include "core/schedule/schedulers.h"

namespace loom {

enum class ListPriority : std::uint8_t { rankU, bandwidth, path, staticLevel, deviation, alap, oct, index };
enum class NodeComparator : std::uint8_t { finish, start, quickest };

struct ListSwitches {
    ListPriority priority = ListPriority::rankU;
    NodeComparator comparator = NodeComparator::finish;
    bool insertion = true;
    bool criticalPath = false;
    bool sufferage = false;
};
SchedulerPtr makeParametric(const ListSwitches& switches);

}  // namespace loom
