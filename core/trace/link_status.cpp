#include "core/trace/link_status.h"

#include <algorithm>

namespace loom {

void foldLink(std::vector<LinkStatus>& links, const Record& record) {
    auto at = std::lower_bound(links.begin(), links.end(), record.link(),
                               [](const LinkStatus& status, LinkId link) { return status.link < link; });
    if (at == links.end() || at->link != record.link()) at = links.insert(at, LinkStatus{record.link()});
    if (record.kind == RecordKind::linkRate) at->bandwidthFactor = static_cast<double>(record.a) / 1e6;
    if (record.kind == RecordKind::linkLatency) at->latency = latencyOf(record).seconds();
    if (record.kind == RecordKind::linkUp) at->up = true;
    if (record.kind != RecordKind::linkDown) return;
    at->up = false;
    at->downSince = record.time;
}

}  // namespace loom
