#include "core/base/hash.h"

#include <gtest/gtest.h>

#include "core/base/id.h"

namespace loom {
namespace {

std::uint64_t hashOf(std::initializer_list<std::uint64_t> words) {
    Hasher hasher;
    for (std::uint64_t w : words) hasher.add(w);
    return hasher.value();
}

// Expected values computed apart from this code; they are part of every stored fingerprint.
TEST(Hasher, ValuesArePinned) {
    EXPECT_EQ(hashOf({}), 0xe9e0033e3badaf36u);
    EXPECT_EQ(hashOf({1, 2}), 0x794f00e563651e30u);
    EXPECT_EQ(hashOf({2, 1}), 0x1a53358ef4c6a26eu);
    Hasher text;
    text.add(std::string_view("abc"));
    EXPECT_EQ(text.value(), 0x7ac4526e0ad06450u);
}

TEST(Hasher, TextsDoNotRunTogether) {
    Hasher a, b;
    a.add(std::string_view("ab"));
    a.add(std::string_view("c"));
    b.add(std::string_view("a"));
    b.add(std::string_view("bc"));
    EXPECT_NE(a.value(), b.value());
}

TEST(Hasher, IsUsableAtCompileTime) {
    constexpr std::uint64_t value = [] {
        Hasher h;
        h.add(1);
        h.add(2);
        return h.value();
    }();
    static_assert(value == 0x794f00e563651e30u);
    EXPECT_EQ(value, hashOf({1, 2}));
}

TEST(Hex64, SixteenLowerCaseDigits) {
    EXPECT_EQ(hex64(0), "0000000000000000");
    EXPECT_EQ(hex64(0xDEADBEEF01234567u), "deadbeef01234567");
    EXPECT_EQ(hex64(~0ull), "ffffffffffffffff");
}

TEST(Id, NoneIsInvalidAndGreatest) {
    EXPECT_FALSE(TaskId{}.valid());
    EXPECT_EQ(TaskId{}, TaskId::none());
    EXPECT_LT(TaskId(5), TaskId(6));
    EXPECT_LT(TaskId(0xFFFFFFFEu), TaskId::none());
    EXPECT_EQ(NodeId(3).index(), 3u);
    static_assert(!std::is_convertible_v<TaskId, NodeId>);
    static_assert(sizeof(TaskId) == 4);
}

}  // namespace
}  // namespace loom
