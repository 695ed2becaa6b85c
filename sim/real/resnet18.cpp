// ResNet-18 built layer by layer, with seeded weights.
#include <cmath>

#include "core/base/rng.h"
#include "sim/real/opencv_classifier.h"

namespace loom {

namespace {

constexpr int kClasses = 1000;
// Stages of two basic blocks each: channels, and the stride of the first block.
struct Stage {
    int channels, stride;
};
constexpr Stage kStages[] = {{64, 1}, {128, 2}, {256, 2}, {512, 2}};

// One learned tensor; entity numbers key its stream, so the draw order does not matter.
cv::Mat heNormal(std::uint64_t seed, std::uint64_t entity, std::initializer_list<int> shape, double deviation) {
    cv::Mat blob(static_cast<int>(shape.size()), shape.begin(), CV_32F);
    RandomStream random(seed, Purpose::kernel, entity);
    auto* value = blob.ptr<float>();
    for (std::size_t i = 0; i < blob.total(); ++i) value[i] = static_cast<float>(random.normal(0, deviation));
    return blob;
}

// The convolutions' and the last layer's weights, in the order the builder below asks for them.
struct Weights {
    std::vector<cv::Mat> tensors;
    std::uint64_t parameters = 0;
};

void addConvolution(Weights& weights, std::uint64_t seed, int in, int out, int side) {
    const double fanOut = static_cast<double>(out) * side * side;
    weights.tensors.push_back(heNormal(seed, weights.tensors.size(), {out, in, side, side}, std::sqrt(2 / fanOut)));
    weights.parameters += weights.tensors.back().total() + 2 * static_cast<std::uint64_t>(out);  // and the batch norm's
}

Weights drawWeights(std::uint64_t seed) {
    Weights weights;
    addConvolution(weights, seed, 3, 64, 7);
    int in = 64;
    for (const Stage& stage : kStages) {
        for (int block = 0; block < 2; ++block) {
            addConvolution(weights, seed, in, stage.channels, 3);
            addConvolution(weights, seed, stage.channels, stage.channels, 3);
            if (in != stage.channels) addConvolution(weights, seed, in, stage.channels, 1);
            in = stage.channels;
        }
    }
    weights.tensors.push_back(heNormal(seed, weights.tensors.size(), {kClasses, in}, 1 / std::sqrt(static_cast<double>(in))));
    weights.parameters += weights.tensors.back().total() + kClasses;
    return weights;
}

// Adds layers one after another; each call returns the new layer's number.
class Builder {
public:
    explicit Builder(const Weights& weights) : weights_(&weights) {}

    int convolution(int input, int out, int side, int stride) {
        cv::dnn::LayerParams params;
        params.set("kernel_size", side);
        params.set("stride", stride);
        params.set("pad", side / 2);
        params.set("num_output", out);
        params.set("bias_term", false);
        // A copy: the engine may rewrite weights when it fuses layers, and instances share nothing.
        params.blobs = {weights_->tensors[next_++].clone()};
        return batchNorm(add("Convolution", params, input), out);
    }
    int relu(int input) {
        cv::dnn::LayerParams params;
        return add("ReLU", params, input);
    }
    int maxPool(int input) {
        cv::dnn::LayerParams params;
        params.set("pool", "max");
        params.set("kernel_size", 3);
        params.set("stride", 2);
        params.set("pad", 1);
        params.set("ceil_mode", false);
        return add("Pooling", params, input);
    }
    int sum(int a, int b) {
        cv::dnn::LayerParams params;
        params.set("operation", "sum");
        const int layer = add("Eltwise", params, a);
        net_.connect(b, 0, layer, 1);
        return layer;
    }
    int block(int input, int in, int channels, int stride) {
        const int first = relu(convolution(input, channels, 3, stride));
        const int second = convolution(first, channels, 3, 1);
        const int shortcut = in == channels ? input : convolution(input, channels, 1, stride);
        return relu(sum(second, shortcut));
    }
    void head(int input) {
        cv::dnn::LayerParams pool;
        pool.set("pool", "ave");
        pool.set("global_pooling", true);
        cv::dnn::LayerParams dense;
        dense.set("num_output", kClasses);
        dense.set("axis", 1);
        dense.blobs = {weights_->tensors[next_++].clone(), cv::Mat::zeros(1, kClasses, CV_32F)};
        add("InnerProduct", dense, add("Pooling", pool, input));
    }
    cv::dnn::Net take() { return std::move(net_); }

private:
    // With the statistics of a fresh network: it scales by 1 / sqrt(1 + eps), and is fused away like a trained one.
    int batchNorm(int input, int channels) {
        cv::dnn::LayerParams params;
        params.set("eps", 1e-5);
        params.set("has_weight", true);
        params.set("has_bias", true);
        const cv::Mat zeros = cv::Mat::zeros(1, channels, CV_32F), ones = cv::Mat::ones(1, channels, CV_32F);
        params.blobs = {zeros.clone(), ones.clone(), ones.clone(), zeros.clone()};
        return add("BatchNorm", params, input);
    }
    int add(const char* type, cv::dnn::LayerParams& params, int input) {
        const int layer = net_.addLayer(std::string(type) + std::to_string(count_++), type, params);
        net_.connect(input, 0, layer, 0);
        return layer;
    }

    const Weights* weights_;
    std::size_t next_ = 0;
    int count_ = 0;
    cv::dnn::Net net_;
};

cv::dnn::Net build(const Weights& weights) {
    Builder builder(weights);
    int layer = builder.maxPool(builder.relu(builder.convolution(0, 64, 7, 2)));
    int in = 64;
    for (const Stage& stage : kStages) {
        layer = builder.block(layer, in, stage.channels, stage.stride);
        layer = builder.block(layer, stage.channels, stage.channels, 1);
        in = stage.channels;
    }
    builder.head(layer);
    return builder.take();
}

class Resnet18 final : public Network {
public:
    explicit Resnet18(std::uint64_t seed) : weights_(drawWeights(seed)) {}

    [[nodiscard]] Result<std::unique_ptr<Classifier>> instantiate() const override {
        try {
            return opencvClassifier(build(weights_), input_);
        } catch (const std::exception& e) {
            return failure(std::string("the inference engine cannot build ResNet-18: ") + e.what());
        }
    }
    [[nodiscard]] const InputShape& input() const override { return input_; }
    [[nodiscard]] std::size_t classes() const override { return kClasses; }
    [[nodiscard]] std::uint64_t parameters() const override { return weights_.parameters; }

private:
    Weights weights_;
    InputShape input_;
};

}  // namespace

Result<NetworkPtr> seededResnet18(std::uint64_t seed) {
    configureOpenCv();
    try {
        return NetworkPtr(std::make_unique<Resnet18>(seed));
    } catch (const std::exception& e) {
        return failure(std::string("ResNet-18 cannot be made: ") + e.what());
    }
}

}  // namespace loom
