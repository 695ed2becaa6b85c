// The costs a scenario can switch on, against the closed forms of core/laws and the law vectors' numbers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/laws/network.h"
#include "tests/support/transfer_race.h"

namespace loom::test {
namespace {

constexpr double kBytes = 1e9;
constexpr double kNanosecond = 1.5e-9;

Platform cable(double bandwidth, double latency = 0) {
    return wiredPlatform({"a", "b"}, {{.name = "there", .bandwidth = bandwidth, .latency = latency}, {.name = "back", .bandwidth = bandwidth, .latency = latency}},
                         {{"a", "b", {"there"}}, {"b", "a", {"back"}}});
}

double timeOf(const std::string& network, const Platform& platform, double bytes = kBytes) {
    return finishTimes(network, platform, {{NodeId(0), NodeId(1), bytes}})[0];
}

class Compressing : public testing::TestWithParam<const char*> {};

TEST_P(Compressing, TakesTheTimesOfTheLaw) {
    const std::string network = GetParam();
    for (const double bandwidth : {125e6, 1250e6}) {
        const Platform platform = cable(bandwidth);
        const laws::Compression lz4 = laws::compression(kBytes, bandwidth, 2.101, 675e6, 3850e6);
        EXPECT_NEAR(timeOf(network + "[compression=lz4,compression-mode=sequential]", platform), lz4.sequential, kNanosecond);
        EXPECT_NEAR(timeOf(network + "[compression=lz4]", platform), lz4.pipelined, kNanosecond);
    }
    const Platform gigabit = cable(125e6);
    EXPECT_NEAR(timeOf(network + "[compression=zstd]", gigabit), 2.7624309392265194, kNanosecond);
    EXPECT_NEAR(timeOf(network + "[compression=zlib]", gigabit), 9.523809523809524, kNanosecond);
    EXPECT_NEAR(timeOf(network + "[compression=zlib,compression-mode=sequential]", gigabit), 15.004426852768084, kNanosecond);
    EXPECT_NEAR(timeOf(network + "[compression=custom,compression-ratio=4]", gigabit), 2, kNanosecond);
}

TEST_P(Compressing, EncryptionCapsTheRate) {
    const std::string network = GetParam();
    const Platform platform = cable(12.5e9);
    EXPECT_NEAR(timeOf(network + "[encryption=aes-128-gcm]", platform), 0.21367521367521367, kNanosecond);
    EXPECT_NEAR(timeOf(network + "[encryption=aes-128-gcm,encryption-cores=3]", platform), 0.08, kNanosecond);
    // What the codec left over is what gets encrypted: 1 GB at 2 : 1 by 4.22 GB/s.
    EXPECT_NEAR(timeOf(network + "[encryption=aes-256-gcm,compression=custom,compression-ratio=2]", platform), 0.5 / 4.22, kNanosecond);
}

INSTANTIATE_TEST_SUITE_P(EveryModel, Compressing, testing::Values("unshared", "fair-share", "max-min"));

// Round trips of 40 ms before the first byte, which then takes one way.
TEST(NetworkCosts, HandshakesCostRoundTrips) {
    const Platform platform = cable(1e9, 0.02);
    for (const auto& [handshake, expected] : {std::pair{"0", 0.02}, {"1", 0.06}, {"2", 0.1}})
        EXPECT_NEAR(timeOf(std::string("max-min[encryption=chacha20,handshake=") + handshake + "]", platform, 0), expected, kNanosecond);
}

// Headers cost the wire what bandwidth-factor says, whatever the codec does before.
TEST(NetworkCosts, CodecAndTcpMultiply) {
    const Platform platform = cable(1e8, 1e-3);
    const double alone = timeOf("max-min[tcp=lv08]", platform) - 0.01301;
    EXPECT_NEAR(timeOf("max-min[tcp=lv08,compression=custom,compression-ratio=4]", platform) - 0.01301, alone / 4, kNanosecond);
    EXPECT_NEAR(timeOf("max-min[tcp=lv08,compression=custom,compression-ratio=4,compress-rate=100MBps]", platform) - 0.01301,
                kBytes / 1e8, kNanosecond);
    EXPECT_NEAR(timeOf("max-min[tcp=lv08,encryption=chacha20,encryption-rate=10MBps,handshake=0]", platform) - 0.01301, kBytes / 1e7, kNanosecond);
}

TEST(NetworkCosts, StartupIsPaidByEveryTransferBetweenNodes) {
    const Platform platform = cable(1e8, 1e-3);
    EXPECT_NEAR(timeOf("unshared[startup=5ms]", platform), 10.006, kNanosecond);
    EXPECT_EQ(finishTimes("unshared[startup=5ms]", platform, {{NodeId(0), NodeId(0), kBytes}})[0], 0);
}

// A copy on one node is free unless a loopback is named; then each copy has it alone.
TEST(NetworkCosts, LoopbackPricesCopiesOnOneNode) {
    const Platform platform = cable(1e8);
    const std::vector<RaceTransfer> copies = {{NodeId(0), NodeId(0), kBytes}, {NodeId(0), NodeId(0), kBytes}};
    for (const std::string network : {"unshared", "fair-share", "max-min"}) {
        EXPECT_FALSE(makeNetworkModel(Spec{network, {}}, platform)->network.pricesLocalCopies());
        EXPECT_THAT(finishTimes(network, platform, copies), testing::Each(0));
        const std::string priced = network + "[loopback=10GBps,loopback-latency=1us]";
        EXPECT_TRUE(makeNetworkModel(parseSpec(priced).value(), platform)->network.pricesLocalCopies());
        EXPECT_THAT(finishTimes(priced, platform, copies), testing::Each(testing::DoubleNear(0.100001, kNanosecond)));
    }
}

// Lossless as it is, it cannot make more of the wire than it has: two compressed transfers share a link by wire bytes.
TEST(NetworkCosts, CompressedTransfersShareTheWire) {
    const Platform platform = cable(1e8);
    const std::vector<RaceTransfer> two = {{NodeId(0), NodeId(1), kBytes}, {NodeId(0), NodeId(1), kBytes}};
    for (const char* network : {"fair-share[compression=custom,compression-ratio=4]", "max-min[compression=custom,compression-ratio=4]"})
        EXPECT_THAT(finishTimes(network, platform, two), testing::Each(testing::DoubleNear(5, kNanosecond)));
}

}  // namespace
}  // namespace loom::test
