// How much happens when: counts of records over the whole run in at most a few thousand bins, and the times nodes
// were down. Follows a growing trace.
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/trace.h"

namespace loom {

struct DownSpan {
    NodeId node;
    Time begin, end;  // end = never() while the node is down
};

class EventDensity {
public:
    static constexpr std::size_t kBins = 2048;

    struct Bin {
        std::uint32_t records = 0;
        std::uint32_t completions = 0;
    };

    // Reads at most `records` of what `trace` gained since the last call; true while some are left.
    bool update(const Trace& trace, std::size_t records = SIZE_MAX);

    [[nodiscard]] Time binLength() const { return Time::fromNanoseconds(length_); }
    // Bins from time zero; index i covers [i, i + 1) bin lengths.
    [[nodiscard]] const std::vector<Bin>& bins() const { return bins_; }
    [[nodiscard]] const std::vector<DownSpan>& downs() const { return downs_; }

private:
    void widen();  // makes bins twice as long
    std::int64_t length_ = 1;
    std::size_t position_ = 0;
    std::vector<Bin> bins_ = std::vector<Bin>(kBins);
    std::vector<DownSpan> downs_;
};

}  // namespace loom
