#include "sim/real/image.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace loom {

namespace {

constexpr std::array<float, 3> kMean{0.485f, 0.456f, 0.406f};
constexpr std::array<float, 3> kDeviation{0.229f, 0.224f, 0.225f};

// The source samples [first, first + weights.size()) one destination sample is made of; the weights sum to 1.
struct Taps {
    std::size_t first = 0;
    std::vector<float> weights;
};

// Destination samples [offset, offset + count) of `source` samples stretched over `target`.
std::vector<Taps> filterTaps(std::uint32_t source, std::uint32_t target, std::uint32_t offset, std::uint32_t count) {
    const double scale = static_cast<double>(source) / target;
    const double support = std::max(scale, 1.0);
    std::vector<Taps> taps(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const double centre = (static_cast<double>(offset) + i + 0.5) * scale;
        const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(centre - support + 0.5)));
        const auto last =
            std::min(static_cast<std::size_t>(source), static_cast<std::size_t>(std::floor(centre + support + 0.5)));
        double sum = 0;
        std::vector<double> weights;
        for (std::size_t s = first; s < last; ++s) {
            const double distance = std::abs((static_cast<double>(s) + 0.5 - centre) / support);
            weights.push_back(std::max(0.0, 1.0 - distance));
            sum += weights.back();
        }
        taps[i].first = first;
        for (double w : weights) taps[i].weights.push_back(static_cast<float>(w / sum));
    }
    return taps;
}

// The size after resizing, and where the crop begins.
struct Window {
    std::uint32_t width, height, left, top;
};

Window cropWindow(const Image& image, const InputShape& shape) {
    const double w = image.width, h = image.height;
    const bool fitWidth = static_cast<double>(shape.width) * h >= static_cast<double>(shape.height) * w;
    Window window{};
    window.width = fitWidth ? shape.width : std::max(shape.width, static_cast<std::uint32_t>(shape.height * w / h));
    window.height = fitWidth ? std::max(shape.height, static_cast<std::uint32_t>(shape.width * h / w)) : shape.height;
    // Halves to even, as Python's round does.
    window.left = static_cast<std::uint32_t>(std::nearbyint((window.width - shape.width) / 2.0));
    window.top = static_cast<std::uint32_t>(std::nearbyint((window.height - shape.height) / 2.0));
    return window;
}

// One row of `image` filtered to the window's columns, channels interleaved.
void filterRow(const Image& image, std::size_t row, const std::vector<Taps>& columns, float* out) {
    const std::uint8_t* source = image.pixels.data() + row * image.width * image.channels;
    for (const Taps& taps : columns) {
        for (std::uint32_t c = 0; c < image.channels; ++c) {
            float sum = 0;
            for (std::size_t k = 0; k < taps.weights.size(); ++k) {
                sum += taps.weights[k] * static_cast<float>(source[(taps.first + k) * image.channels + c]);
            }
            *out++ = sum;
        }
    }
}

// A picture's channels as the network's: copied, spread or mixed.
float channelValue(const float* pixel, std::uint32_t has, std::uint32_t wants, std::uint32_t c) {
    if (has == wants) return pixel[c];
    if (has == 1) return pixel[0];
    return 0.299f * pixel[0] + 0.587f * pixel[1] + 0.114f * pixel[2];
}

}  // namespace

std::vector<float> prepareImage(const Image& image, const InputShape& shape) {
    const Window window = cropWindow(image, shape);
    const std::vector<Taps> columns = filterTaps(image.width, window.width, window.left, shape.width);
    const std::vector<Taps> rows = filterTaps(image.height, window.height, window.top, shape.height);
    const std::size_t firstRow = rows.front().first;
    const std::size_t endRow = rows.back().first + rows.back().weights.size();
    const std::size_t stride = std::size_t{shape.width} * image.channels;
    std::vector<float> wide((endRow - firstRow) * stride);
    for (std::size_t r = firstRow; r < endRow; ++r) filterRow(image, r, columns, wide.data() + (r - firstRow) * stride);

    std::vector<float> out(shape.size());
    std::vector<float> line(stride);
    const auto largest = static_cast<float>(image.largest);
    const bool normalise = shape.normalise && shape.channels == 3;
    for (std::size_t y = 0; y < shape.height; ++y) {
        std::fill(line.begin(), line.end(), 0.0f);
        for (std::size_t k = 0; k < rows[y].weights.size(); ++k) {
            const float* source = wide.data() + (rows[y].first + k - firstRow) * stride;
            for (std::size_t i = 0; i < stride; ++i) line[i] += rows[y].weights[k] * source[i];
        }
        for (std::uint32_t c = 0; c < shape.channels; ++c) {
            float* target = out.data() + (std::size_t{c} * shape.height + y) * shape.width;
            for (std::size_t x = 0; x < shape.width; ++x) {
                const float value = channelValue(line.data() + x * image.channels, image.channels, shape.channels, c) / largest;
                target[x] = normalise ? (value - kMean[c]) / kDeviation[c] : value;
            }
        }
    }
    return out;
}

}  // namespace loom
