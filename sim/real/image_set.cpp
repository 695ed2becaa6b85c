#include "sim/real/image_set.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "core/base/rng.h"

namespace loom {

namespace {

constexpr std::string_view kMagic = "LOOMDIG1";
constexpr std::size_t kHeader = 8 + 5 * 4;

std::uint32_t readU32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

class Digits final : public ImageSet {
public:
    Digits(std::string_view bytes, std::uint32_t count, std::uint32_t width, std::uint32_t height, std::uint8_t largest)
        : images_(bytes.substr(kHeader)), count_(count), width_(width), height_(height), largest_(largest) {}

    [[nodiscard]] std::uint32_t size() const override { return count_; }
    [[nodiscard]] Result<Image> load(std::uint32_t index) const override {
        const std::string_view pixels = record(index).substr(1);
        Image image{width_, height_, 1, largest_, {}};
        image.pixels.assign(pixels.begin(), pixels.end());
        return image;
    }
    [[nodiscard]] std::int32_t truth(std::uint32_t index) const override { return record(index).front(); }
    [[nodiscard]] std::string description() const override {
        return "The images are " + std::to_string(count_) + " handwritten digits that were held out of the training.";
    }

private:
    [[nodiscard]] std::string_view record(std::uint32_t index) const {
        const std::size_t bytes = 1 + std::size_t{width_} * height_;
        return images_.substr(index * bytes, bytes);
    }

    std::string_view images_;
    std::uint32_t count_, width_, height_;
    std::uint8_t largest_;
};

class Generated final : public ImageSet {
public:
    Generated(std::uint32_t count, std::uint64_t seed) : count_(count), seed_(seed) {}

    [[nodiscard]] std::uint32_t size() const override { return count_; }
    [[nodiscard]] Result<Image> load(std::uint32_t index) const override;
    [[nodiscard]] std::string description() const override {
        return "The images are generated from the seed and show nothing in particular.";
    }

private:
    std::uint32_t count_;
    std::uint64_t seed_;
};

Result<Image> Generated::load(std::uint32_t index) const {
    constexpr std::uint32_t kWidth = 256, kHeight = 224;
    RandomStream random(seed_, Purpose::kernel, std::uint64_t{1} << 32 | index);
    const double angle = random.uniform(0, std::numbers::pi), period = random.uniform(8, 64);
    const double discX = random.uniform(0, kWidth), discY = random.uniform(0, kHeight), radius = random.uniform(20, 90);
    double tint[3], disc[3];
    for (double& t : tint) t = random.uniform(40, 200);
    for (double& d : disc) d = random.uniform(0, 255);
    Image image{kWidth, kHeight, 3, 255, std::vector<std::uint8_t>(std::size_t{kWidth} * kHeight * 3)};
    std::uint8_t* out = image.pixels.data();
    for (std::uint32_t y = 0; y < kHeight; ++y) {
        for (std::uint32_t x = 0; x < kWidth; ++x) {
            const bool inside = (x - discX) * (x - discX) + (y - discY) * (y - discY) < radius * radius;
            const double stripe = 40 * std::sin((x * std::cos(angle) + y * std::sin(angle)) * 2 * std::numbers::pi / period);
            const std::uint64_t noise = random.next();
            for (unsigned c = 0; c < 3; ++c) {
                const double grain = static_cast<double>(noise >> (8 * c) & 31) - 16;
                *out++ = static_cast<std::uint8_t>(std::clamp((inside ? disc[c] : tint[c] + stripe) + grain, 0.0, 255.0));
            }
        }
    }
    return image;
}

}  // namespace

Result<ImageSetPtr> labelledDigits(std::string_view bytes) {
    if (bytes.size() < kHeader || bytes.substr(0, 8) != kMagic) return failure("not a set of labelled digits");
    const std::uint32_t count = readU32(bytes, 8), width = readU32(bytes, 12), height = readU32(bytes, 16);
    const std::uint32_t largest = readU32(bytes, 20), classes = readU32(bytes, 24);
    if (count == 0 || width == 0 || height == 0 || width > 1024 || height > 1024 || largest == 0 || largest > 255 ||
        classes > 127) {
        return failure("the header of the labelled digits is out of range");
    }
    const std::size_t record = 1 + std::size_t{width} * height;
    if ((bytes.size() - kHeader) / record != count || (bytes.size() - kHeader) % record != 0) {
        return failure("the labelled digits are cut off");
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (static_cast<unsigned char>(bytes[kHeader + i * record]) >= classes) return failure("a digit's label is out of range");
    }
    return ImageSetPtr(std::make_unique<Digits>(bytes, count, width, height, static_cast<std::uint8_t>(largest)));
}

ImageSetPtr generatedImages(std::uint32_t count, std::uint64_t seed) {
    return std::make_unique<Generated>(std::max(1u, count), seed);
}

}  // namespace loom
