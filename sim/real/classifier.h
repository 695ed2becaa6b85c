// The seam to an inference engine: networks are read once and instantiated once a worker thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "sim/real/image.h"

namespace loom {

// One instance of a network, used by one thread. Batch 1, one thread, so an answer depends on nothing but the input.
class Classifier {
public:
    virtual ~Classifier() = default;
    // `tensor` has the network's input shape; gives one score (logit) a class. Errors instead of exceptions.
    virtual Result<std::vector<float>> classify(const std::vector<float>& tensor) = 0;
};

// A network ready to be instantiated. Immutable; any thread.
class Network {
public:
    virtual ~Network() = default;
    // A new instance, warmed up by one pass.
    [[nodiscard]] virtual Result<std::unique_ptr<Classifier>> instantiate() const = 0;
    [[nodiscard]] virtual const InputShape& input() const = 0;
    [[nodiscard]] virtual std::size_t classes() const = 0;
    [[nodiscard]] virtual std::uint64_t parameters() const = 0;  // numbers learned, or seeded
};
using NetworkPtr = std::unique_ptr<const Network>;

// An image classifier from an ONNX file's bytes, which the network keeps. One input of 1 x C x H x W with C = 1
// or 3 and sides of at most 2048 (unstated sides are 224); one output of 1 x classes. Anything else is refused.
Result<NetworkPtr> onnxNetwork(std::string bytes);

// ResNet-18 (He, Zhang, Ren, Sun, "Deep residual learning for image recognition", CVPR 2016, table 1): 224 x 224 x 3,
// 1000 classes, 11.7 million parameters, with He-initialised weights drawn from the seed. Its labels mean nothing;
// its cost is that of the trained network.
Result<NetworkPtr> seededResnet18(std::uint64_t seed);

// Index and probability (softmax) of the largest score; the lowest index wins a tie. {-1, 0} if a score is not finite.
struct TopClass {
    std::int32_t label = -1;
    float probability = 0;
};
TopClass topClass(const std::vector<float>& scores);

}  // namespace loom
