// A contest as tables and JSON: standings, head to head, performance profile.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/sweep/contest.h"

namespace loom::cli {

nlohmann::ordered_json contestJson(const Contest& contest);
// Head to head only for up to twelve contestants; the JSON has all of it.
void printContest(const Contest& contest);

}  // namespace loom::cli
