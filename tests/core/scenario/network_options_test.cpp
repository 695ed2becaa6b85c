#include "core/scenario/network_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/scenario/network_models.h"

namespace loom::test {
namespace {

NetworkOptions read(const char* text) { return networkOptions(parseSpec(text).value()).value(); }
std::string refusal(const char* text) { return networkOptions(parseSpec(text).value()).error().cause; }

TEST(NetworkOptions, PresetsFillInAndParametersOverride) {
    EXPECT_EQ(read("max-min").tcp, TcpFactors{});
    const TcpFactors lv08 = read("max-min[tcp=lv08]").tcp;
    EXPECT_EQ(lv08, (TcpFactors{13.01, 0.97, 20537, 4194304, 0.05, true}));
    EXPECT_EQ(read("max-min[tcp=cm02]").tcp, (TcpFactors{1, 1, 0, 4194304, 0, true}));
    const TcpFactors changed = read("max-min[tcp=lv08,window=64KiB,cross-traffic=0,zero-latency=formula]").tcp;
    EXPECT_EQ(changed, (TcpFactors{13.01, 0.97, 20537, 65536, 0, true, false}));
    EXPECT_EQ(read("max-min[tcp=custom,latency-factor=10.4,bandwidth-factor=0.92,weight=8775]").tcp,
              (TcpFactors{10.4, 0.92, 8775, 0, 0, true}));
}

TEST(NetworkOptions, CodecsAndCiphersComeWithTheirMeasuredRates) {
    EXPECT_EQ(read("unshared").codec, Codec{});
    EXPECT_EQ(read("unshared[compression=lz4]").codec, (Codec{2.101, 675e6, 3850e6, true}));
    EXPECT_EQ(read("fair-share[compression=zstd,compression-ratio=3.5,compression-mode=sequential]").codec,
              (Codec{3.5, 510e6, 1550e6, false}));
    EXPECT_EQ(read("max-min[compression=custom,compression-ratio=4]").codec.ratio, 4);
    EXPECT_EQ(read("max-min[encryption=aes-128-gcm,encryption-cores=3]").cipher, (Cipher{3 * 4.68e9, 1}));
    EXPECT_EQ(read("max-min[encryption=chacha20,encryption-rate=300MBps,handshake=0]").cipher, (Cipher{300e6, 0}));
}

TEST(NetworkOptions, RefusesWhatWouldDoNothing) {
    EXPECT_THAT(refusal("max-min[latency-factor=2]"), testing::HasSubstr("'latency-factor' means nothing without tcp="));
    EXPECT_THAT(refusal("unshared[tcp=lv08]"), testing::HasSubstr("unknown parameter of unshared 'tcp'"));
    EXPECT_THAT(refusal("unshared[compress-rate=1GBps]"), testing::HasSubstr("means nothing without compression"));
    EXPECT_THAT(refusal("unshared[compression=custom]"), testing::HasSubstr("needs a compression-ratio"));
    EXPECT_THAT(refusal("fair-share[handshake=2]"), testing::HasSubstr("means nothing without encryption"));
    EXPECT_THAT(refusal("max-min[loopback-latency=1us]"), testing::HasSubstr("means nothing without loopback"));
    EXPECT_THAT(refusal("max-min[tcp=custom,bandwidth-factor=0]"), testing::HasSubstr("'bandwidth-factor' must be in"));
}

// A form may write down every parameter with its default.
TEST(NetworkOptions, DefaultsWrittenOutChangeNothing) {
    for (const RegistryEntry& entry : networkRegistry()) {
        Spec spec{entry.name, {}};
        for (const ParamDef& param : entry.params) spec.set(param.name, param.defaultValue);
        const Result<NetworkOptions> options = networkOptions(spec);
        ASSERT_TRUE(options.ok()) << options.error().text();
        EXPECT_EQ(*options, read(entry.name.c_str()));
    }
}

}  // namespace
}  // namespace loom::test
