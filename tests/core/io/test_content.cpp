#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include "core/io/formats.h"

namespace loom {
namespace {

std::string gzip(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string zstd(const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

std::string causeOf(std::string packed, const ImportLimits& limits = {}) {
    const Result<std::string> content = unpackContent(std::move(packed), limits);
    return content.ok() ? "unpacked" : content.error().cause;
}

TEST(Content, UnpacksByMagicAndStripsTheMark) {
    const std::string text(300000, 'x');
    EXPECT_EQ(*unpackContent("plain", {}), "plain");
    EXPECT_EQ(*unpackContent("\xEF\xBB\xBFplain", {}), "plain");
    EXPECT_EQ(*unpackContent(gzip("\xEF\xBB\xBF" + text), {}), text);
    EXPECT_EQ(*unpackContent(zstd(text), {}), text);
    EXPECT_EQ(*unpackContent(gzip("one") + gzip("two"), {}), "onetwo");
    EXPECT_EQ(*unpackContent(zstd("one") + zstd("two"), {}), "onetwo");
}

TEST(Content, DamagedAndCutDataAreRefused) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919);
    for (const std::string& packed : {gzip(text), zstd(text)}) {
        EXPECT_NE(causeOf(packed.substr(0, packed.size() / 2)).find("end too early"), std::string::npos)
            << causeOf(packed.substr(0, packed.size() / 2));
        std::string damaged = packed;
        for (std::size_t i = packed.size() / 2; i < packed.size() / 2 + 50; ++i) damaged[i] = static_cast<char>(~damaged[i]);
        EXPECT_NE(causeOf(damaged).find("damaged"), std::string::npos);
    }
    EXPECT_NE(causeOf("\x1f\x8b"), "unpacked");
    EXPECT_NE(causeOf("\x28\xb5\x2f\xfd"), "unpacked");
}

TEST(Content, BombsAreRefusedEarly) {
    const std::string zeros(40 << 20, '\0');
    EXPECT_EQ(causeOf(gzip(zeros)), "unpacks to more than 33.55 MB, which is refused");
    EXPECT_EQ(causeOf(zstd(zeros)), "unpacks to more than 33.55 MB, which is refused");
    ImportLimits limits;
    limits.bytes = 1000;
    EXPECT_EQ(causeOf(gzip(std::string(1001, 'x')), limits), "unpacks to more than 1 kB, which is refused");
    EXPECT_EQ(causeOf(gzip(std::string(1000, 'x')), limits), "unpacked");
}

TEST(Content, WhatFollowsGzipIsNotPassedOver) {
    EXPECT_EQ(causeOf(gzip("one") + "two"), "the gzip data are followed by something that is not gzip");
    EXPECT_EQ(causeOf(gzip("one") + std::string(512, '\0')), "unpacked");
}

TEST(Content, WideTextIsNamed) {
    const std::string refusal = "the text is UTF-16 or UTF-32, which is not read; save it as UTF-8";
    using std::string_literals::operator""s;
    for (const std::string& text : {"\xFF\xFE{\0"s, "\xFE\xFF\0{"s, "{\0}\0"s, "\0<\0a"s, "\xFF\xFE\0\0{\0\0\0"s}) EXPECT_EQ(causeOf(text), refusal);
    EXPECT_EQ(causeOf("\0\0\0"s), "unpacked");
}

TEST(Content, NothingInsideIsAnEmptyFile) {
    EXPECT_EQ(causeOf(""), "the file is empty");
    EXPECT_EQ(causeOf("\xEF\xBB\xBF"), "the file is empty");
    EXPECT_EQ(causeOf(gzip("")), "the file is empty");
}

TEST(Content, ErrorsNameTheFile) {
    const Result<std::string> absent = readContent("/nonexistent/file.json");
    ASSERT_FALSE(absent.ok());
    EXPECT_EQ(absent.error().file, "/nonexistent/file.json");
    const std::string path = testing::TempDir() + "loom_unknown_format";
    std::ofstream(path) << "just some prose\n";
    const Result<ImportedWorkload> workload = importWorkload(path);
    ASSERT_FALSE(workload.ok());
    EXPECT_EQ(workload.error().file, path);
    EXPECT_NE(workload.error().cause.find("known: wfformat, "), std::string::npos);
    EXPECT_NE(workload.error().cause.find("task list"), std::string::npos);
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace loom
