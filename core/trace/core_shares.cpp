#include "core/trace/core_shares.h"

#include <algorithm>
#include <limits>

namespace loom {

double CoreShares::share(std::uint32_t width) const { return std::min(static_cast<double>(width), level_); }

void CoreShares::advance(Time now) {
    const double seconds = (now - now_).seconds();
    now_ = now;
    if (seconds <= 0) return;
    for (auto& [width, present] : classes_) {
        if (present.count == 0) continue;
        present.had.coreSeconds += share(width) * seconds;
        present.had.work += (width == 0 ? 1 : share(width)) * speed_ * seconds;
    }
}

// Who asks for no more than an even part of what is left gets it; the others divide the rest.
void CoreShares::divide() {
    double left = cores_;
    std::uint64_t sharing = 0;
    for (const auto& [width, present] : classes_) sharing += width > 0 ? present.count : 0;
    for (const auto& [width, present] : classes_) {
        if (width == 0 || present.count == 0) continue;
        level_ = left / static_cast<double>(sharing);
        if (level_ < width) return;
        left -= static_cast<double>(width) * present.count;
        sharing -= present.count;
    }
    level_ = std::numeric_limits<double>::infinity();
}

void CoreShares::enter(std::uint32_t width, Time now) {
    advance(now);
    ++classes_[width].count;
    divide();
}

void CoreShares::leave(std::uint32_t width, Time now) {
    advance(now);
    --classes_[width].count;
    divide();
}

// Nobody is here to notice; sums that only grew would lose the digits of short stays.
void CoreShares::forgetIfEmpty() {
    for (const auto& [width, present] : classes_)
        if (present.count > 0) return;
    for (auto& [width, present] : classes_) present.had = {};
}

void CoreShares::setSpeed(double factor, Time now) {
    advance(now);
    speed_ = factor;
}

CoreShares::Had CoreShares::had(std::uint32_t width, Time now) {
    advance(now);
    const auto found = classes_.find(width);
    return found == classes_.end() ? Had{} : found->second.had;
}

}  // namespace loom
