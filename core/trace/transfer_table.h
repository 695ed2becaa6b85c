// Which transfers are under way: a flat hash table from (data, from, to) to a number of the owner's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/trace/record.h"

namespace loom {

// Open addressing with linear probing: a run begins and ends millions of transfers, and a table that allocates for
// each was what replay spent its time on. Not thread-safe.
class TransferTable {
public:
    TransferTable();

    // The value of the transfer `record` speaks of (its subject, a, b), or nullptr. Valid until the next change.
    [[nodiscard]] std::uint32_t* find(const Record& record) { return find(record.subject, record.a, record.b); }
    [[nodiscard]] std::uint32_t* find(std::uint32_t data, std::uint32_t from, std::uint32_t to);
    // The key must be absent.
    void insert(std::uint32_t data, std::uint32_t from, std::uint32_t to, std::uint32_t value);
    // The key must be present.
    void erase(std::uint32_t data, std::uint32_t from, std::uint32_t to);
    void clear();
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    struct Slot {
        std::uint32_t data = Record::kNone;  // none: free
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::uint32_t value = 0;
    };
    [[nodiscard]] std::size_t home(std::uint32_t data, std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] std::size_t slotOf(std::uint32_t data, std::uint32_t from, std::uint32_t to) const;
    void grow();

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
};

}  // namespace loom
