// The optimistic cost table of PEFT.
#pragma once

#include <vector>

#include "core/base/progress.h"
#include "core/cost/estimator.h"

namespace loom {

// OCT(t, p) = max over children c of min over q [OCT(c, q) + w(c, q) + (0 if p = q else transfer)], exit 0; Arabnejad and
// Barbosa 2014, eq. 3. In seconds, row-major: task x worker. The transfer is the mean over pairs of nodes (O(e m)) or,
// with `links`, that of the link p -> q (O(e m^2)). Children no worker can run count nothing. Once `progress`, which
// may be null, is cancelled the rest of the table stays 0.
std::vector<double> optimisticCosts(const Estimator& estimate, bool links, const Progress* progress = nullptr);

}  // namespace loom
