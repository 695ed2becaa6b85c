// The parts of the catalogue. Inside core/laws only.
#pragma once

#include "core/laws/catalog.h"

namespace loom {

std::vector<LawFamily> performanceLaws();
std::vector<LawFamily> networkLaws();
std::vector<LawFamily> reliabilityLaws();
std::vector<LawFamily> systemLaws();

}  // namespace loom
