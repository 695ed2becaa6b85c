#include "sim/real/image.h"

#include <gtest/gtest.h>

namespace loom {
namespace {

Image grey(std::uint32_t width, std::uint32_t height, std::vector<std::uint8_t> pixels) {
    return {width, height, 1, 255, std::move(pixels)};
}

InputShape plain(std::uint32_t side) { return {1, side, side, false}; }

TEST(PrepareImage, KeepsAnImageOfTheRightSize) {
    const std::vector<float> out = prepareImage(grey(2, 2, {0, 51, 102, 255}), plain(2));
    EXPECT_EQ(out, (std::vector<float>{0.0f, 51.0f / 255, 102.0f / 255, 1.0f}));
}

// Reducing 4 samples to 2: centres 1 and 3, support 2, triangle weights at distance 0.5, 0.5, 1.5 of 2: 3/4, 3/4, 1/4, the
// sample beyond the border falls away and the rest is renormalised to 3/7, 3/7, 1/7.
TEST(PrepareImage, ReducesWithTheWidenedTriangle) {
    std::vector<std::uint8_t> pixels;
    for (int row = 0; row < 4; ++row) pixels.insert(pixels.end(), {0, 70, 140, 210});
    const std::vector<float> out = prepareImage(grey(4, 4, pixels), plain(2));
    const double left = (3.0 * 0 + 3.0 * 70 + 1.0 * 140) / 7, right = (1.0 * 70 + 3.0 * 140 + 3.0 * 210) / 7;
    for (const std::size_t row : {0u, 1u}) {
        EXPECT_NEAR(out[row * 2], left / 255, 1e-6);
        EXPECT_NEAR(out[row * 2 + 1], right / 255, 1e-6);
    }
}

// Enlarging 2 to 4: centres at 0.25, 0.75, 1.25, 1.75 source samples: half-pixel bilinear, clamped at the border.
TEST(PrepareImage, EnlargesBilinearly) {
    const std::vector<float> out = prepareImage(grey(2, 2, {0, 100, 0, 100}), plain(4));
    const double expected[4] = {0, 25, 75, 100};
    for (std::size_t i = 0; i < 16; ++i) EXPECT_NEAR(out[i], expected[i % 4] / 255, 1e-6) << i;
}

// 4 x 2 onto 2 x 2: already of the right height, the middle columns remain.
TEST(PrepareImage, CropsTheMiddle) {
    const std::vector<float> out = prepareImage(grey(4, 2, {1, 2, 3, 4, 5, 6, 7, 8}), plain(2));
    EXPECT_EQ(out, (std::vector<float>{2.0f / 255, 3.0f / 255, 6.0f / 255, 7.0f / 255}));
}

TEST(PrepareImage, CropOffsetRoundsHalvesToEven) {
    // 5 wide onto 2: (5 - 2) / 2 = 1.5 rounds to 2.
    const std::vector<float> out = prepareImage(grey(5, 2, {0, 1, 2, 3, 4, 0, 1, 2, 3, 4}), plain(2));
    EXPECT_EQ(out, (std::vector<float>{2.0f / 255, 3.0f / 255, 2.0f / 255, 3.0f / 255}));
}

TEST(PrepareImage, NormalisesChannelMajor) {
    const Image red{1, 1, 3, 255, {255, 0, 51}};
    const std::vector<float> out = prepareImage(red, {3, 1, 1, true});
    EXPECT_NEAR(out[0], (1.0 - 0.485) / 0.229, 1e-5);
    EXPECT_NEAR(out[1], (0.0 - 0.456) / 0.224, 1e-5);
    EXPECT_NEAR(out[2], (0.2 - 0.406) / 0.225, 1e-5);
}

TEST(PrepareImage, MixesColourAndSpreadsGrey) {
    EXPECT_NEAR(prepareImage({1, 1, 3, 255, {100, 200, 50}}, plain(1))[0], (29.9 + 117.4 + 5.7) / 255, 1e-6);
    const std::vector<float> spread = prepareImage(grey(1, 1, {51}), {3, 1, 1, false});
    EXPECT_EQ(spread, (std::vector<float>(3, 51.0f / 255)));
}

TEST(PrepareImage, AVeryLongPictureCostsOnlyItsWindow) {
    const std::vector<float> out = prepareImage(grey(60000, 1, std::vector<std::uint8_t>(60000, 255)), plain(224));
    ASSERT_EQ(out.size(), 224u * 224u);
    EXPECT_NEAR(out[100], 1.0f, 1e-6);
}

}  // namespace
}  // namespace loom
