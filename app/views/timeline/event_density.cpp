#include "app/views/timeline/event_density.h"

#include <algorithm>

namespace loom {

bool EventDensity::update(const Trace& trace, std::size_t records) {
    const std::size_t size = position_ + std::min(records, trace.size() - position_);
    for (; position_ < size; ++position_) {
        const Record& record = trace[position_];
        const std::int64_t at = record.time.nanoseconds();
        while (at / length_ >= static_cast<std::int64_t>(kBins)) widen();
        Bin& bin = bins_[static_cast<std::size_t>(at / length_)];
        ++bin.records;
        if (record.kind == RecordKind::computeEnd) ++bin.completions;
        if (record.kind == RecordKind::nodeDown) downs_.push_back({record.node(), record.time, Time::never()});
        if (record.kind != RecordKind::nodeUp) continue;
        // One stretch of a node is open at most, and most likely a late one.
        const auto open = std::find_if(downs_.rbegin(), downs_.rend(),
                                       [&](const DownSpan& span) { return span.node == record.node() && span.end.isNever(); });
        if (open != downs_.rend()) open->end = record.time;
    }
    return size < trace.size();
}

void EventDensity::widen() {
    for (std::size_t i = 0; i < kBins / 2; ++i) {
        bins_[i] = {bins_[2 * i].records + bins_[2 * i + 1].records, bins_[2 * i].completions + bins_[2 * i + 1].completions};
    }
    std::fill(bins_.begin() + kBins / 2, bins_.end(), Bin{});
    length_ *= 2;
}

}  // namespace loom
