#include "core/base/units.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <clocale>
#include <cmath>
#include <limits>

namespace loom {
namespace {

struct Case {
    const char* text;
    Dimension dimension;
    double value;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }

class ParseUnit : public testing::TestWithParam<Case> {};

TEST_P(ParseUnit, IsExact) {
    const Result<double> value = parseQuantity(GetParam().text, GetParam().dimension);
    ASSERT_TRUE(value.ok()) << value.error().text();
    EXPECT_EQ(*value, GetParam().value);
}

constexpr double kKi = 1024;

INSTANTIATE_TEST_SUITE_P(Time, ParseUnit,
                         testing::Values(Case{"7 ps", Dimension::time, 7e-12}, Case{"20ns", Dimension::time, 2e-8},
                                         Case{"20 us", Dimension::time, 2e-5}, Case{"20 \xC2\xB5s", Dimension::time, 2e-5},
                                         Case{"20 \xCE\xBCs", Dimension::time, 2e-5}, Case{"1.1 ms", Dimension::time, 1.1e-3},
                                         Case{"0.3s", Dimension::time, 0.3}, Case{"4 sec", Dimension::time, 4},
                                         Case{"1.5 min", Dimension::time, 90}, Case{"2h", Dimension::time, 7200},
                                         Case{"1 d", Dimension::time, 86400}, Case{"1w", Dimension::time, 604800},
                                         Case{"1 y", Dimension::time, 31557600}, Case{"12", Dimension::time, 12},
                                         Case{"  +1e-3 ms ", Dimension::time, 1e-6}, Case{"1E+2us", Dimension::time, 1e-4}));

INSTANTIATE_TEST_SUITE_P(Bytes, ParseUnit,
                         testing::Values(Case{"1.5 GiB", Dimension::bytes, 1.5 * kKi* kKi* kKi},
                                         Case{"1.1 GB", Dimension::bytes, 1.1e9}, Case{"3 kB", Dimension::bytes, 3000},
                                         Case{"3 KB", Dimension::bytes, 3000}, Case{"7 MB", Dimension::bytes, 7e6},
                                         Case{"2 TB", Dimension::bytes, 2e12}, Case{"2 PB", Dimension::bytes, 2e15},
                                         Case{"1 EB", Dimension::bytes, 1e18}, Case{"1 KiB", Dimension::bytes, kKi},
                                         Case{"1 kiB", Dimension::bytes, kKi}, Case{"1 MiB", Dimension::bytes, kKi* kKi},
                                         Case{"1 TiB", Dimension::bytes, kKi* kKi* kKi* kKi}, Case{"8 b", Dimension::bytes, 1},
                                         Case{"8 bit", Dimension::bytes, 1}, Case{"8 kb", Dimension::bytes, 1000},
                                         Case{"8 Mb", Dimension::bytes, 1e6}, Case{"8 Gb", Dimension::bytes, 1e9},
                                         Case{"8 Tb", Dimension::bytes, 1e12}, Case{"5 B", Dimension::bytes, 5},
                                         Case{"0", Dimension::bytes, 0}, Case{"-0", Dimension::bytes, 0}));

INSTANTIATE_TEST_SUITE_P(Rates, ParseUnit,
                         testing::Values(Case{"10 Gbps", Dimension::bandwidth, 1.25e9},
                                         Case{"10Gb/s", Dimension::bandwidth, 1.25e9},
                                         Case{"10 Gbit/s", Dimension::bandwidth, 1.25e9}, Case{"8 bps", Dimension::bandwidth, 1},
                                         Case{"8 kbps", Dimension::bandwidth, 1e3}, Case{"8 Mbps", Dimension::bandwidth, 1e6},
                                         Case{"8 Tbps", Dimension::bandwidth, 1e12}, Case{"8 Kibps", Dimension::bandwidth, kKi},
                                         Case{"9 Bps", Dimension::bandwidth, 9}, Case{"9 kBps", Dimension::bandwidth, 9e3},
                                         Case{"9 MBps", Dimension::bandwidth, 9e6}, Case{"9 GB/s", Dimension::bandwidth, 9e9},
                                         Case{"1 MiBps", Dimension::bandwidth, kKi* kKi}, Case{"125", Dimension::bandwidth, 125},
                                         Case{"3 Gf", Dimension::speed, 3e9}, Case{"0.3Gf", Dimension::speed, 3e8},
                                         Case{"1 f", Dimension::speed, 1}, Case{"2 kf", Dimension::speed, 2e3},
                                         Case{"2 Mf", Dimension::speed, 2e6}, Case{"19.5 Tf", Dimension::speed, 19.5e12},
                                         Case{"1 Pf", Dimension::speed, 1e15}, Case{"1Ef", Dimension::speed, 1e18},
                                         Case{"2 Gflops", Dimension::speed, 2e9}, Case{"2 Gflop/s", Dimension::speed, 2e9},
                                         Case{"2 Gf/s", Dimension::speed, 2e9}, Case{"7 flop", Dimension::work, 7},
                                         Case{"7 kflop", Dimension::work, 7e3}, Case{"7 Gflop", Dimension::work, 7e9},
                                         Case{"7 Gf", Dimension::work, 7e9}, Case{"4 k", Dimension::number, 4e3},
                                         Case{"4M", Dimension::number, 4e6}, Case{"4 G", Dimension::number, 4e9},
                                         Case{"0.25", Dimension::number, 0.25}));

class RefusedUnit : public testing::TestWithParam<Case> {};

TEST_P(RefusedUnit, NamesTheText) {
    const Result<double> value = parseQuantity(GetParam().text, GetParam().dimension);
    ASSERT_FALSE(value.ok()) << *value;
    EXPECT_NE(value.error().cause.find("'"), std::string::npos) << value.error().cause;
}

INSTANTIATE_TEST_SUITE_P(Bad, RefusedUnit,
                         testing::Values(Case{"", Dimension::time, 0}, Case{" ", Dimension::time, 0},
                                         Case{"ms", Dimension::time, 0}, Case{"-1 s", Dimension::time, 0},
                                         Case{"+-1 s", Dimension::time, 0}, Case{"1 m", Dimension::time, 0},
                                         Case{"1 s s", Dimension::time, 0}, Case{"nan", Dimension::time, 0},
                                         Case{"inf s", Dimension::time, 0}, Case{"1e999", Dimension::bytes, 0},
                                         Case{"1e308 GB", Dimension::bytes, 0}, Case{"1e308 PiB", Dimension::bytes, 0},
                                         Case{"1 e", Dimension::bytes, 0}, Case{"0x10 B", Dimension::bytes, 0},
                                         Case{"1,5 GB", Dimension::bytes, 0}, Case{"1 Gbps", Dimension::bytes, 0},
                                         Case{"1 GB", Dimension::bandwidth, 0}, Case{"1 gf", Dimension::speed, 0},
                                         Case{"1 GB", Dimension::speed, 0}, Case{"1 Gflop", Dimension::speed, 0},
                                         Case{"1 GHz", Dimension::speed, 0}, Case{"1 Gbps x", Dimension::bandwidth, 0},
                                         Case{"1 s", Dimension::number, 0}, Case{"1 kM", Dimension::number, 0},
                                         Case{"1e99999999999 s", Dimension::time, 0}, Case{"..5", Dimension::number, 0}));

TEST(ParseQuantity, SaysWhatIsWrong) {
    EXPECT_EQ(parseQuantity("1 GB", Dimension::time).error().cause, "unknown unit 'GB' in '1 GB'; known: ns us ms s min h d w y");
    EXPECT_EQ(parseQuantity("-1", Dimension::bytes).error().cause, "'-1' is negative");
    EXPECT_EQ(parseQuantity("abc", Dimension::bytes).error().cause, "'abc' is not a number");
    EXPECT_EQ(parseQuantity("inf", Dimension::bytes).error().cause, "'inf' is not a finite number");
    EXPECT_LT(parseQuantity(std::string(100000, 'x'), Dimension::bytes).error().cause.size(), 200u);
}

TEST(FormatQuantity, ChoosesThePrefixAfterRounding) {
    EXPECT_EQ(formatQuantity(999.96, Dimension::bytes), "1 kB");
    EXPECT_EQ(formatQuantity(999.94, Dimension::bytes), "999.9 B");
    EXPECT_EQ(formatQuantity(999999, Dimension::bytes), "1 MB");
    EXPECT_EQ(formatQuantity(0.99999, Dimension::time), "1 s");
    EXPECT_EQ(formatQuantity(0.99994, Dimension::time), "999.9 ms");
    EXPECT_EQ(formatQuantity(7199.9, Dimension::time), "2 h");
}

TEST(FormatQuantity, PlainCases) {
    EXPECT_EQ(formatQuantity(1.25e9, Dimension::bandwidth), "10 Gbps");
    EXPECT_EQ(formatQuantity(3e9, Dimension::speed), "3 Gf");
    EXPECT_EQ(formatQuantity(1.5e12, Dimension::work), "1.5 Tflop");
    EXPECT_EQ(formatQuantity(0, Dimension::time), "0 s");
    EXPECT_EQ(formatQuantity(0, Dimension::bytes), "0 B");
    EXPECT_EQ(formatQuantity(2e-5, Dimension::time), "20 us");
    EXPECT_EQ(formatQuantity(5e-9, Dimension::time), "5 ns");
    EXPECT_EQ(formatQuantity(-0.02, Dimension::time), "-20 ms");
    EXPECT_EQ(formatQuantity(90, Dimension::time), "90 s");
    EXPECT_EQ(formatQuantity(7200, Dimension::time), "2 h");
    EXPECT_EQ(formatQuantity(864000, Dimension::time), "10 d");
    EXPECT_EQ(formatQuantity(12345, Dimension::number), "12.35 k");
    EXPECT_EQ(formatQuantity(std::numeric_limits<double>::infinity(), Dimension::bytes), "inf B");
    EXPECT_EQ(formatQuantity(std::numeric_limits<double>::quiet_NaN(), Dimension::time), "nan s");
}

TEST(FormatQuantity, ReadsBackWithinItsDigits) {
    EXPECT_TRUE(rc::check("parse(format(x)) is x to four digits", [] {
        const auto dimension = *rc::gen::element(Dimension::time, Dimension::bytes, Dimension::bandwidth, Dimension::speed,
                                                 Dimension::work, Dimension::number);
        const double value = static_cast<double>(*rc::gen::inRange<int>(1, 1000000)) * std::pow(10.0, *rc::gen::inRange(-6, 15));
        const Result<double> back = parseQuantity(formatQuantity(value, dimension), dimension);
        RC_ASSERT(back.ok());
        RC_ASSERT(std::fabs(*back - value) <= value * 0.000501);
    }));
}

TEST(FormatNumber, DigitsAndZeros) {
    EXPECT_EQ(formatNumber(0), "0");
    EXPECT_EQ(formatNumber(-0.0), "0");
    EXPECT_EQ(formatNumber(1.0 / 3), "0.333333");
    EXPECT_EQ(formatNumber(2.50), "2.5");
    EXPECT_EQ(formatNumber(1234567, 4), "1234567");
    EXPECT_EQ(formatNumber(-1234.567, 5), "-1234.6");
    EXPECT_EQ(formatNumber(0.000012345, 3), "0.0000123");
    EXPECT_EQ(formatNumber(1e-6), "1e-06");
    EXPECT_EQ(formatNumber(1.5e15), "1.5e+15");
    EXPECT_EQ(formatNumber(999.9999996), "1000");
    EXPECT_EQ(formatNumber(std::nan("")), "nan");
    EXPECT_EQ(formatNumber(-std::numeric_limits<double>::infinity()), "-inf");
}

TEST(FormatNumber, PointInEveryLocale) {
    const char* set = nullptr;
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"})
        if (set = std::setlocale(LC_NUMERIC, name); set != nullptr) break;
    EXPECT_EQ(formatNumber(1.5), "1.5");
    std::setlocale(LC_NUMERIC, "C");
}

TEST(ExactNumber, ReadsBackTheSameDouble) {
    EXPECT_EQ(exactNumber(0.1), "0.1");
    EXPECT_EQ(exactNumber(3), "3");
    EXPECT_TRUE(rc::check("parse(exact(x)) == x", [] {
        const double value = std::fabs(*rc::gen::arbitrary<double>());
        RC_PRE(std::isfinite(value));
        const Result<double> back = parseQuantity(exactNumber(value), Dimension::number);
        RC_ASSERT(back.ok());
        RC_ASSERT(*back == value);
    }));
}

}  // namespace
}  // namespace loom
