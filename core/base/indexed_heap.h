// 4-ary minimum heaps whose entries know where they are, so that a key can change and an entry can go in O(log n).
// Four children to a node: half the levels of a binary heap, and the children of a node share a cache line
// (LaMarca and Ladner, The Influence of Caches on the Performance of Heaps, 1996).
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace loom {

// The algorithms, over a vector of anything with a `key`. `moved(entry, position)` hears of every entry that is put
// somewhere; whoever wants to erase must remember it. Equal keys come out in an order that depends on the history
// alone, never on addresses.
namespace heap {

constexpr std::size_t kArity = 4;

template <class Entry, class Moved>
void siftUp(std::vector<Entry>& entries, std::size_t at, const Moved& moved) {
    const Entry entry = entries[at];
    while (at > 0) {
        const std::size_t parent = (at - 1) / kArity;
        if (!(entry.key < entries[parent].key)) break;
        entries[at] = entries[parent];
        moved(entries[at], at);
        at = parent;
    }
    entries[at] = entry;
    moved(entries[at], at);
}

template <class Entry, class Moved>
void siftDown(std::vector<Entry>& entries, std::size_t at, const Moved& moved) {
    const Entry entry = entries[at];
    const std::size_t size = entries.size();
    for (std::size_t child = at * kArity + 1; child < size; child = at * kArity + 1) {
        const std::size_t last = child + kArity < size ? child + kArity : size;
        std::size_t least = child;
        while (++child < last)
            if (entries[child].key < entries[least].key) least = child;
        if (!(entries[least].key < entry.key)) break;
        entries[at] = entries[least];
        moved(entries[at], at);
        at = least;
    }
    entries[at] = entry;
    moved(entries[at], at);
}

template <class Entry, class Moved>
void push(std::vector<Entry>& entries, const Entry& entry, const Moved& moved) {
    entries.push_back(entry);
    siftUp(entries, entries.size() - 1, moved);
}

template <class Entry, class Moved>
void erase(std::vector<Entry>& entries, std::size_t at, const Moved& moved) {
    const Entry last = entries.back();
    entries.pop_back();
    if (at == entries.size()) return;
    const bool rises = last.key < entries[at].key;
    entries[at] = last;
    if (rises) siftUp(entries, at, moved);
    else siftDown(entries, at, moved);
}

template <class Entry, class Moved>
void build(std::vector<Entry>& entries, const Moved& moved) {
    if (entries.empty()) return;
    for (std::size_t at = (entries.size() + kArity - 2) / kArity; at-- > 0;) siftDown(entries, at, moved);
}

}  // namespace heap

// At most one key for each of the ids 0, 1, 2 ... (small: a column of positions is kept). Keys are copied and compared
// with <. Allocates only when it grows.
template <class Key>
class IndexedHeap {
public:
    struct Entry {
        Key key;
        std::uint32_t id;
    };

    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] const Entry& top() const { return entries_.front(); }
    [[nodiscard]] bool contains(std::uint32_t id) const { return id < position_.size() && position_[id] != kNowhere; }

    // Puts the id in, or changes its key.
    void set(std::uint32_t id, const Key& key) {
        if (id >= position_.size()) position_.resize(id + std::size_t{1}, kNowhere);
        const std::uint32_t at = position_[id];
        if (at == kNowhere) return heap::push(entries_, Entry{key, id}, note());
        const bool rises = key < entries_[at].key;
        entries_[at].key = key;
        if (rises) heap::siftUp(entries_, at, note());
        else heap::siftDown(entries_, at, note());
    }
    void erase(std::uint32_t id) {
        if (!contains(id)) return;
        const std::uint32_t at = std::exchange(position_[id], kNowhere);
        heap::erase(entries_, at, note());
    }
    void pop() { erase(entries_.front().id); }

private:
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFFu;
    [[nodiscard]] auto note() {
        return [this](const Entry& entry, std::size_t at) { position_[entry.id] = static_cast<std::uint32_t>(at); };
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> position_;  // by id
};

}  // namespace loom
