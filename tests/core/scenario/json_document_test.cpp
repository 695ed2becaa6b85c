#include "core/scenario/json_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace loom {
namespace {

using testing::HasSubstr;

std::string errorOf(std::string_view text, const JsonLimits& limits = {}) {
    const Result<Json> json = parseJson(text, limits);
    return json.ok() ? "no error" : json.error().text();
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

TEST(Json, ReadsEveryKindOfValueInOrder) {
    const Result<Json> json = parseJson(R"({"z": [1, -2, 2.5, true, null, "x\u00e9"], "a": {"k": {}}, "m": []})");
    ASSERT_TRUE(json.ok()) << json.error().text();
    EXPECT_EQ(json->dump(), R"({"z":[1,-2,2.5,true,null,"xé"],"a":{"k":{}},"m":[]})");
}

TEST(Json, ByteOrderMarkIsSkipped) {
    EXPECT_EQ(errorOf("\xEF\xBB\xBF{\"a\": 1}"), "no error");
    EXPECT_TRUE(hasTopLevelKey("\xEF\xBB\xBF{\"a\": 1}", "a"));
}

TEST(Json, SyntaxErrorsNameLineAndColumn) {
    EXPECT_THAT(errorOf("{\"a\": 1,\n  \"b\": ]\n}"), HasSubstr("2:8: invalid JSON"));
    EXPECT_THAT(errorOf("{\"a\": 1,\n\"b\": [1, 2"), HasSubstr("2:"));
    EXPECT_THAT(errorOf("{\"a\": 1,\n\"b\": [1, 2"), HasSubstr("unexpected end of JSON"));
    EXPECT_THAT(errorOf("{} {}"), HasSubstr("1:4: invalid JSON"));
    EXPECT_THAT(errorOf("{\"a\": NaN}"), HasSubstr("1:7: invalid JSON"));
    EXPECT_THAT(errorOf("[Infinity]"), HasSubstr("invalid JSON"));
    EXPECT_THAT(errorOf("// no\n{}"), HasSubstr("invalid JSON"));
    EXPECT_THAT(errorOf("{\"a\": \"\xFF\"}"), HasSubstr("invalid JSON"));
    EXPECT_THAT(errorOf(std::string_view("{\"a\0\": 1}", 9)), HasSubstr("invalid JSON"));
}

TEST(Json, NumbersADoubleCannotHoldAreRefused) {
    EXPECT_THAT(errorOf("[1e999]"), HasSubstr("invalid JSON"));
    EXPECT_EQ(errorOf("[" + std::string(300, '9') + "]"), "no error");
    EXPECT_THAT(errorOf("[" + std::string(400, '9') + "]"), HasSubstr("invalid JSON"));
}

TEST(Json, EmptyInputIsSaidToBeEmpty) {
    EXPECT_EQ(errorOf(""), "the file is empty");
    EXPECT_EQ(errorOf(" \n\t "), "the file is empty");
}

TEST(Json, RepeatedKeysAreRefused) {
    EXPECT_EQ(errorOf("{\"a\": 1,\n \"b\": {\"a\": 2, \"a\": 3}}"), "2:18: the key 'a' stands twice in one object");
    EXPECT_EQ(errorOf("{\"a\": {\"a\": {\"a\": 1}}, \"b\": 1}"), "no error");
}

TEST(Json, LimitsHoldBeforeMemoryIsTaken) {
    EXPECT_THAT(errorOf(std::string(1'000'000, '[')), HasSubstr("nested deeper than 32 levels"));
    EXPECT_THAT(errorOf(repeated("{\"a\":", 1'000'000)), HasSubstr("nested deeper than 32 levels"));
    EXPECT_EQ(errorOf(std::string(32, '[') + std::string(32, ']')), "no error");
    EXPECT_THAT(errorOf("[1,2,3,4,5]", {.bytes = 100, .depth = 4, .values = 5}), HasSubstr("more than 5 values"));
    EXPECT_EQ(errorOf("[1,2,3,4]", {.bytes = 100, .depth = 4, .values = 5}), "no error");
    EXPECT_THAT(errorOf("[1,2,3,4]", {.bytes = 5, .depth = 4, .values = 5}), HasSubstr("larger than 5 bytes"));
}

TEST(Json, ManyKeysCostNoQuadraticTime) {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":0";
    const Result<Json> json = parseJson(text + "}");
    ASSERT_TRUE(json.ok());
    EXPECT_EQ(json->size(), 200'000u);
}

TEST(TopLevelKey, IsFoundAnywhereAtTheTopAndNowhereElse) {
    EXPECT_TRUE(hasTopLevelKey(R"({"x": {"deep": [1, {"y": 2}]}, "clusterloom": 1})", "clusterloom"));
    EXPECT_TRUE(hasTopLevelKey(R"({"clusterloom": 1, broken)", "clusterloom"));
    EXPECT_FALSE(hasTopLevelKey(R"({"x": {"clusterloom": 1}, "y": "clusterloom"})", "clusterloom"));
    EXPECT_FALSE(hasTopLevelKey(R"([{"clusterloom": 1}])", "clusterloom"));
    EXPECT_FALSE(hasTopLevelKey(R"({"x": broken, "clusterloom": 1})", "clusterloom"));
    EXPECT_FALSE(hasTopLevelKey("", "clusterloom"));
    EXPECT_FALSE(hasTopLevelKey("7", "clusterloom"));
    EXPECT_FALSE(hasTopLevelKey(repeated("{\"a\":", 1'000'000), "clusterloom"));
}

}  // namespace
}  // namespace loom
