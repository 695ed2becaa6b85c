#include "core/base/indexed_heap.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace loom::test {
namespace {

TEST(IndexedHeap, AChangedKeyMovesBothWays) {
    IndexedHeap<int> heap;
    for (std::uint32_t id = 0; id < 10; ++id) heap.set(id, static_cast<int>(10 + id));
    heap.set(7, 1);
    EXPECT_EQ(heap.top().id, 7u);
    heap.set(7, 99);
    EXPECT_EQ(heap.top().id, 0u);
    heap.erase(0);
    heap.erase(0);  // what is not there stays away
    EXPECT_FALSE(heap.contains(0));
    EXPECT_EQ(heap.top().id, 1u);
    EXPECT_EQ(heap.size(), 9u);
}

// Against a sorted map, whatever is set, changed, erased and popped.
TEST(IndexedHeap, AlwaysShowsTheLeast) {
    EXPECT_TRUE(rc::check([](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& steps) {
        IndexedHeap<int> heap;
        std::map<std::uint32_t, int> model;
        for (const auto& [what, key] : steps) {
            const std::uint32_t id = what % 32;
            if (what < 192) {
                heap.set(id, key);
                model[id] = key;
            } else if (what < 224) {
                heap.erase(id);
                model.erase(id);
            } else if (!model.empty()) {
                model.erase(heap.top().id);
                heap.pop();
            }
            RC_ASSERT(heap.size() == model.size());
            if (model.empty()) continue;
            const auto least = std::min_element(model.begin(), model.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
            RC_ASSERT(heap.top().key == least->second);
            RC_ASSERT(model.at(heap.top().id) == least->second);
        }
    }));
}

}  // namespace
}  // namespace loom::test
