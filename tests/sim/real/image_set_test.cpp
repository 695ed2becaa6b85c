#include "sim/real/image_set.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "sim/real/embedded.h"

namespace loom {
namespace {

namespace fs = std::filesystem;

class ImageFolder : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ =
            fs::temp_directory_path() / ("loom_images_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                                         "_" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }

    fs::path folder_;
};

std::string ppm(int width, int height, const std::string& pixels) {
    return "P6\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n" + pixels;
}

TEST_F(ImageFolder, TakesImagesInTheOrderOfTheirNames) {
    write("b.ppm", ppm(1, 1, "\x01\x02\x03"));
    write("a.PPM", ppm(2, 1, "\x10\x11\x12\x20\x21\x22"));
    write("notes.txt", "no image");
    const Result<ImageSetPtr> set = imageFolder(folder_.string(), 2);
    ASSERT_TRUE(set.ok()) << set.error().text();
    ASSERT_EQ((*set)->size(), 2u);
    const Result<Image> first = (*set)->load(0);
    ASSERT_TRUE(first.ok()) << first.error().text();
    EXPECT_EQ(first->width, 2u);
    EXPECT_EQ(first->pixels, (std::vector<std::uint8_t>{0x10, 0x11, 0x12, 0x20, 0x21, 0x22}));
    EXPECT_EQ((*set)->load(1)->pixels, (std::vector<std::uint8_t>{1, 2, 3}));
    EXPECT_EQ((*set)->truth(0), -1);
}

TEST_F(ImageFolder, RefusesHostileFiles) {
    write("a.ppm", ppm(60000, 60000, ""));
    const Result<ImageSetPtr> huge = imageFolder(folder_.string(), 1);
    ASSERT_FALSE(huge.ok());
    EXPECT_NE(huge.error().text().find("a.ppm"), std::string::npos);
    EXPECT_NE(huge.error().cause.find("pixels"), std::string::npos);
    write("a.ppm", "this is text");
    const Result<ImageSetPtr> text = imageFolder(folder_.string(), 1);
    ASSERT_FALSE(text.ok());
    EXPECT_NE(text.error().cause.find("not a readable image"), std::string::npos);
}

TEST_F(ImageFolder, TruncatedImagesAreRefused) {
    write("a.ppm", ppm(100, 100, "short"));
    const Result<ImageSetPtr> cut = imageFolder(folder_.string(), 1);
    ASSERT_FALSE(cut.ok());
    EXPECT_EQ(cut.error().cause, "the image is cut off");

    // A PNG that ends after its header can only be seen to be broken when it is decoded.
    fs::remove(folder_ / "a.ppm");
    const char header[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x04\0\0\0\x04\x08\x02\0\0\0\0\0\0\0";
    write("a.png", std::string(header, sizeof(header) - 1));
    const Result<ImageSetPtr> set = imageFolder(folder_.string(), 1);
    ASSERT_TRUE(set.ok()) << set.error().text();
    const Result<Image> image = (*set)->load(0);
    ASSERT_FALSE(image.ok());
    EXPECT_NE(image.error().text().find("a.png: the image cannot be decoded"), std::string::npos) << image.error().text();
}

TEST_F(ImageFolder, RefusesAnEmptyOrMissingFolder) {
    EXPECT_FALSE(imageFolder(folder_.string(), 1).ok());
    EXPECT_FALSE(imageFolder((folder_ / "nothing").string(), 1).ok());
}

TEST(LabelledDigits, RefusesDamagedSets) {
    const std::string whole(embeddedDigitsHeldOut());
    EXPECT_TRUE(labelledDigits(whole).ok());
    EXPECT_FALSE(labelledDigits(whole.substr(0, whole.size() - 1)).ok());
    EXPECT_FALSE(labelledDigits(whole + "x").ok());
    EXPECT_FALSE(labelledDigits("LOOM").ok());
    std::string label = whole;
    label[28] = '\x7f';
    EXPECT_FALSE(labelledDigits(label).ok());
    std::string count = whole;
    count[11] = '\x7f';
    EXPECT_FALSE(labelledDigits(count).ok());
}

TEST(GeneratedImages, DependOnSeedAndNumberOnly) {
    const ImageSetPtr a = generatedImages(10, 1), b = generatedImages(20, 1), other = generatedImages(10, 2);
    EXPECT_EQ(a->load(3)->pixels, b->load(3)->pixels);
    EXPECT_NE(a->load(3)->pixels, a->load(4)->pixels);
    EXPECT_NE(a->load(3)->pixels, other->load(3)->pixels);
}

}  // namespace
}  // namespace loom
