#include "core/trace/transfer_table.h"

#include <map>
#include <tuple>

#include <gtest/gtest.h>

#include "core/base/rng.h"

namespace loom {
namespace {

// Against std::map over a long random history with few distinct keys, so that clusters form, shift and empty.
TEST(TransferTable, AgreesWithAnOrderedMap) {
    RandomStream random(1, Purpose::test, 0);
    TransferTable table;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> reference;
    for (std::uint32_t step = 0; step < 200'000; ++step) {
        const auto data = static_cast<std::uint32_t>(random.below(50));
        const auto from = static_cast<std::uint32_t>(random.below(4));
        const auto to = static_cast<std::uint32_t>(random.below(4));
        const auto known = reference.find({data, from, to});
        const std::uint32_t* found = table.find(data, from, to);
        ASSERT_EQ(found != nullptr, known != reference.end());
        if (known == reference.end()) {
            table.insert(data, from, to, step);
            reference[{data, from, to}] = step;
        } else {
            ASSERT_EQ(*found, known->second);
            table.erase(data, from, to);
            reference.erase(known);
        }
        ASSERT_EQ(table.size(), reference.size());
    }
    EXPECT_GT(reference.size(), 300u);  // it did grow beyond its first size
}

TEST(TransferTable, IsEmptyAfterClear) {
    TransferTable table;
    for (std::uint32_t i = 0; i < 1000; ++i) table.insert(i, 0, 1, i);
    table.clear();
    EXPECT_EQ(table.size(), 0u);
    EXPECT_EQ(table.find(5, 0, 1), nullptr);
}

}  // namespace
}  // namespace loom
