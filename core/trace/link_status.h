// What a trace says of the links: how they differ from what was built.
#pragma once

#include <vector>

#include "core/trace/record.h"

namespace loom {

// A link that changed at least once so far.
struct LinkStatus {
    LinkId link;
    bool up = true;
    double bandwidthFactor = 1;  // of nominal bandwidth
    double latency = -1;         // s; negative: the nominal one
    Time downSince = {};         // of the last time it went down
    friend bool operator==(const LinkStatus&, const LinkStatus&) = default;
};

// Folds a record about a link into `links`, which are ascending. Links that never change have no row: platforms have many
// and few of them fail.
void foldLink(std::vector<LinkStatus>& links, const Record& record);

}  // namespace loom
