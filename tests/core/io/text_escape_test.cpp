#include "core/io/text_escape.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/io/unique_names.h"
#include "core/io/xml_tree.h"

namespace loom {
namespace {

constexpr std::string_view kUnknown = "\xEF\xBF\xBD";

TEST(TextEscape, WhatIsNoUtf8BecomesTheReplacementCharacter) {
    EXPECT_EQ(validUtf8("plain \xC3\xA9 \xE4\xBB\xBB \xF0\x9F\x98\x80"), "plain \xC3\xA9 \xE4\xBB\xBB \xF0\x9F\x98\x80");
    const std::string one(kUnknown);
    EXPECT_EQ(validUtf8("a\xFFz"), "a" + one + "z");
    EXPECT_EQ(validUtf8("\xC0\x80"), one + one);              // an overlong zero
    EXPECT_EQ(validUtf8("\xED\xA0\x80"), one + one + one);    // a surrogate
    EXPECT_EQ(validUtf8("\xF4\x90\x80\x80").size(), 4 * one.size());  // above U+10FFFF
    EXPECT_EQ(validUtf8("\xE4\xBB"), one + one);              // cut off
}

TEST(TextEscape, EachFormatQuotesAsItDoes) {
    EXPECT_EQ(xmlText("<a & \"b\">'"), "&lt;a &amp; &quot;b&quot;&gt;&#39;");
    EXPECT_EQ(xmlText("a\nb\tc"), "a&#10;b&#9;c");
    EXPECT_EQ(xmlText(std::string_view("\0\x01", 2)), std::string(kUnknown) + std::string(kUnknown));
    EXPECT_EQ(dotText("a\"b\\"), "\"a\\\"b\\\\\"");
    EXPECT_EQ(csvText("plain"), "plain");
    EXPECT_EQ(csvText("a,b"), "\"a,b\"");
    EXPECT_EQ(csvText("say \"x\"\n"), "\"say \"\"x\"\"\n\"");
    EXPECT_EQ(pajeText("a \"b\"\n"), "\"a 'b' \"");
    EXPECT_EQ(finiteNumber(0.1), "0.1");
    EXPECT_EQ(finiteNumber(std::numeric_limits<double>::infinity()), "0");
}

RC_GTEST_PROP(TextEscape, JsonReadsBackWhatIsUtf8, (const std::string& text)) {
    RC_ASSERT(nlohmann::json::parse(jsonText(text)).get<std::string>() == validUtf8(text));
}

RC_GTEST_PROP(TextEscape, XmlReadsBackWhatXmlCanHold, (const std::string& text)) {
    std::string held;
    for (const char c : text) held += static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' ? '?' : c;
    const std::string document = "<a b=\"" + xmlText(held) + "\"/>";
    const Result<XmlTree> tree = XmlTree::parse(document);
    RC_ASSERT(tree.ok());
    RC_ASSERT(tree->root().text("b") == validUtf8(held));
}

TEST(UniqueNames, TheFirstKeepsItsNameAndTheOthersGetNumbers) {
    const std::vector<std::string> given{"a", "a", "", "d2", "a_2", "\xFF", "\xFE"};
    const auto names = uniqueNames(given.size(), [&](std::size_t i) -> std::string_view { return given[i]; }, "d", validUtf8);
    const std::string unknown(kUnknown);
    EXPECT_EQ(names, (std::vector<std::string>{"a", "a_3", "d2_2", "d2", "a_2", unknown, unknown + "_2"}));
}

}  // namespace
}  // namespace loom
