#include "core/trace/trace.h"

#include "core/base/hash.h"

namespace loom {

Trace::~Trace() {
    for (std::size_t chunk = 0; chunk * kChunkRecords < room_; ++chunk)
        ::operator delete((*shelves_[chunk / kShelfChunks].load(std::memory_order_relaxed))[chunk % kShelfChunks].load(
            std::memory_order_relaxed));
    for (std::atomic<Shelf*>& shelf : shelves_) delete shelf.load(std::memory_order_relaxed);
}

bool Trace::grow() {
    const std::size_t chunk = room_ / kChunkRecords;
    if (chunk >= kMaxChunks) return false;
    std::atomic<Shelf*>& place = shelves_[chunk / kShelfChunks];
    Shelf* shelf = place.load(std::memory_order_relaxed);
    if (shelf == nullptr) {
        shelf = new (std::nothrow) Shelf{};
        if (shelf == nullptr) return false;
        place.store(shelf, std::memory_order_release);
    }
    // Raw memory: a short run touches only the pages it fills.
    auto* records = static_cast<Record*>(::operator new(kChunkRecords * sizeof(Record), std::nothrow));
    if (records == nullptr) return false;
    last_ = records;
    (*shelf)[chunk % kShelfChunks].store(records, std::memory_order_release);
    room_ += kChunkRecords;
    return true;
}

Time Trace::end() const {
    const std::size_t count = size();
    return count == 0 ? Time::zero() : (*this)[count - 1].time;
}

std::size_t Trace::upperBound(Time time) const {
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if ((*this)[middle].time <= time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::string fingerprint(const Trace& trace) {
    Hasher hasher;
    const std::size_t count = trace.size();
    hasher.add(static_cast<std::uint64_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
        const Record& r = trace[i];
        hasher.add(static_cast<std::uint64_t>(r.time.nanoseconds()));
        hasher.add((static_cast<std::uint64_t>(r.subject) << 32) | (static_cast<std::uint64_t>(r.extra) << 8) |
                   static_cast<std::uint64_t>(r.kind));
        hasher.add((static_cast<std::uint64_t>(r.a) << 32) | r.b);
    }
    return hex64(hasher.value());
}

}  // namespace loom
