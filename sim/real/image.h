// A decoded picture, and how it becomes the input of a network.
#pragma once

#include <cstdint>
#include <vector>

namespace loom {

// Row-major, channels interleaved; `channels` is 1 (grey) or 3 (red, green, blue).
struct Image {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 0;
    std::uint8_t largest = 255;  // the pixel value that means full brightness
    std::vector<std::uint8_t> pixels;
};

// What a network takes: one picture of this shape.
struct InputShape {
    std::uint32_t channels = 3;
    std::uint32_t height = 224;
    std::uint32_t width = 224;
    bool normalise = true;  // subtract ImageNet's mean, divide by its deviation (three channels only)
    [[nodiscard]] std::size_t size() const { return std::size_t{channels} * height * width; }
};

// The reference workload's preprocessing: enlarged or reduced until the shorter side fits, bilinear with
// antialiasing (the triangle filter widens when reducing, as in PyTorch's vision library, but in float throughout),
// centre crop, scale to [0, 1], normalise with mean 0.485/0.456/0.406 and deviation 0.229/0.224/0.225. Grey becomes
// three equal channels; colour becomes grey by the Rec. 601 weights. The result is channel-major (C x H x W). Only
// the cropped window is computed, so a very long picture costs no more than a square one.
std::vector<float> prepareImage(const Image& image, const InputShape& shape);

}  // namespace loom
