// The idle devices of one kind on a node, by the kind of task each ran last.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/base/id.h"

namespace loom {

class DevicePool {
public:
    explicit DevicePool(std::uint32_t count) : unused_(count) {}

    // Takes an idle device for a task of `kind`: one that ran that kind last, else one that ran nothing yet, else the one
    // that has been idle longest. True when it must be set up first. There must be one.
    bool take(KindId kind) {
        const auto same = std::find(idle_.begin(), idle_.end(), kind);
        if (same != idle_.end()) {
            idle_.erase(same);
            return false;
        }
        if (unused_ > 0) {
            --unused_;
            return false;
        }
        idle_.erase(idle_.begin());
        return true;
    }
    void giveBack(KindId kind) { idle_.push_back(kind); }

private:
    std::uint32_t unused_;
    std::vector<KindId> idle_;  // longest idle first
};

}  // namespace loom
