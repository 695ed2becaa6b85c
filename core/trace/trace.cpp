#include "core/trace/trace.h"

#include "core/base/hash.h"

namespace loom {

Trace::Trace() : chunks_(std::make_unique<std::atomic<Record*>[]>(kMaxChunks)) {}

Trace::~Trace() {
    const std::size_t used = (size() + kChunkRecords - 1) / kChunkRecords;
    for (std::size_t i = 0; i < used; ++i) ::operator delete(chunks_[i].load(std::memory_order_relaxed));
}

bool Trace::grow() {
    const std::size_t chunk = room_ / kChunkRecords;
    if (chunk >= kMaxChunks) return false;
    // Raw memory: a short run touches only the pages it fills.
    last_ = static_cast<Record*>(::operator new(kChunkRecords * sizeof(Record), std::nothrow));
    if (last_ == nullptr) return false;
    chunks_[chunk].store(last_, std::memory_order_release);
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
