// The trace: append-only chunks of records that never move. One thread appends; any number read the published
// prefix without locks.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <new>
#include <string>

#include "core/trace/record.h"

namespace loom {

class Trace {
public:
    static constexpr std::size_t kChunkRecords = std::size_t{1} << 14;  // 384 KiB
    static constexpr std::size_t kMaxChunks = std::size_t{1} << 17;     // 2.1 G records

    Trace() = default;
    ~Trace();
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;

    // Appending thread only. Times must not decrease. False (and nothing appended) when the trace is full.
    bool append(const Record& record) {
        const std::size_t index = published_.load(std::memory_order_relaxed);
        if (index == room_ && !grow()) return false;
        ::new (static_cast<void*>(last_ + index % kChunkRecords)) Record(record);
        published_.store(index + 1, std::memory_order_release);
        return true;
    }

    // Any thread. Records [0, size()) are complete and will never change.
    [[nodiscard]] std::size_t size() const { return published_.load(std::memory_order_acquire); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const Record& operator[](std::size_t i) const {
        const std::size_t chunk = i / kChunkRecords;
        const Shelf& shelf = *shelves_[chunk / kShelfChunks].load(std::memory_order_acquire);
        return shelf[chunk % kShelfChunks].load(std::memory_order_acquire)[i % kChunkRecords];
    }
    // The time of the last record, zero when empty.
    [[nodiscard]] Time end() const;
    // The index of the first record later than `time` (binary search).
    [[nodiscard]] std::size_t upperBound(Time time) const;

private:
    // Chunks stand on shelves, so that a short run pays for few of them.
    static constexpr std::size_t kShelfChunks = 256;
    using Shelf = std::array<std::atomic<Record*>, kShelfChunks>;

    bool grow();

    Record* last_ = nullptr;  // the chunk that is being filled
    std::size_t room_ = 0;    // records that fit before another chunk is needed
    std::array<std::atomic<Shelf*>, kMaxChunks / kShelfChunks> shelves_{};
    std::atomic<std::size_t> published_{0};
};

// A hash of all published records in order; sixteen hexadecimal digits. Equal for equal runs, everywhere.
std::string fingerprint(const Trace& trace);

}  // namespace loom
