// What lies ahead in a real run, in the order (time, phase, sequence): wall times may come in late, so the order of pushing
// says nothing (sim/virtual/calendar.h is faster where it does).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/base/time.h"
#include "sim/virtual/phase.h"

namespace loom {

// A binary heap of small payloads. Nothing is ever removed but the top: owners void an entry by a generation of
// their own. Entries of equal (time, phase) come out in the order they went in.
template <class Payload>
class EventQueue {
public:
    struct Entry {
        Time time;
        std::uint64_t order;  // phase in the top byte, sequence below
        Payload payload;
        [[nodiscard]] Phase phase() const { return static_cast<Phase>(order >> 56); }
    };

    void push(Time time, Phase phase, Payload payload) {
        heap_.push_back(Entry{time, (static_cast<std::uint64_t>(phase) << 56) | sequence_++, payload});
        std::push_heap(heap_.begin(), heap_.end(), later);
    }
    [[nodiscard]] bool empty() const { return heap_.empty(); }
    [[nodiscard]] std::size_t size() const { return heap_.size(); }
    [[nodiscard]] const Entry& top() const { return heap_.front(); }
    Entry pop() {
        std::pop_heap(heap_.begin(), heap_.end(), later);
        const Entry entry = heap_.back();
        heap_.pop_back();
        return entry;
    }

private:
    static bool later(const Entry& a, const Entry& b) { return a.time != b.time ? a.time > b.time : a.order > b.order; }

    std::vector<Entry> heap_;
    std::uint64_t sequence_ = 0;
};

}  // namespace loom
