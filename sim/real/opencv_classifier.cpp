#include "sim/real/opencv_classifier.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <opencv2/core/utils/logger.hpp>

#include "sim/real/onnx_probe.h"

namespace loom {

namespace {

constexpr std::size_t kMaxClasses = 100'000;
constexpr std::int64_t kMaxSide = 2048;
constexpr std::int64_t kDefaultSide = 224;

class OpenCvClassifier final : public Classifier {
public:
    OpenCvClassifier(cv::dnn::Net net, const InputShape& shape) : net_(std::move(net)), shape_(shape) {
        const int sizes[4] = {1, static_cast<int>(shape.channels), static_cast<int>(shape.height), static_cast<int>(shape.width)};
        input_.create(4, sizes, CV_32F);
    }

    Result<std::vector<float>> classify(const std::vector<float>& tensor) override {
        if (tensor.size() != shape_.size()) return failure("the network's input has another size");
        try {
            std::copy(tensor.begin(), tensor.end(), input_.ptr<float>());
            net_.setInput(input_);
            const cv::Mat output = net_.forward();
            if (output.type() != CV_32F || !output.isContinuous() || output.dims < 2 || output.size[0] != 1) {
                return failure("the network's output is not one row of scores");
            }
            if (output.total() < 2 || output.total() > kMaxClasses) {
                return failure("the network gives " + std::to_string(output.total()) +
                               " scores; 2 to 100000 classes are accepted");
            }
            const auto* scores = output.ptr<float>();
            return std::vector<float>(scores, scores + output.total());
        } catch (const cv::Exception& e) {
            return failure("the inference engine cannot run the network: " + e.err);
        } catch (const std::exception& e) {
            return failure(std::string("the inference engine cannot run the network: ") + e.what());
        }
    }

private:
    cv::dnn::Net net_;
    InputShape shape_;
    cv::Mat input_;
};

class OnnxNetwork final : public Network {
public:
    OnnxNetwork(std::string bytes, const InputShape& input, std::uint64_t parameters)
        : bytes_(std::move(bytes)), input_(input), parameters_(parameters) {}

    [[nodiscard]] Result<std::unique_ptr<Classifier>> instantiate() const override {
        try {
            return opencvClassifier(cv::dnn::readNetFromONNX(bytes_.data(), bytes_.size()), input_);
        } catch (const cv::Exception& e) {
            return failure("the inference engine cannot read the network: " + e.err);
        } catch (const std::exception& e) {
            return failure(std::string("the inference engine cannot read the network: ") + e.what());
        }
    }
    [[nodiscard]] const InputShape& input() const override { return input_; }
    [[nodiscard]] std::size_t classes() const override { return classes_; }
    [[nodiscard]] std::uint64_t parameters() const override { return parameters_; }

    // Runs one instance to learn the number of classes; what cannot run is refused here.
    Status probe() {
        Result<std::unique_ptr<Classifier>> instance = instantiate();
        if (!instance) return instance.error();
        const Result<std::vector<float>> scores = (*instance)->classify(std::vector<float>(input_.size(), 0.0f));
        if (!scores) return scores.error();
        classes_ = scores->size();
        return Done{};
    }

private:
    std::string bytes_;
    InputShape input_;
    std::uint64_t parameters_;
    std::size_t classes_ = 0;
};

Result<InputShape> inputShape(const std::vector<std::int64_t>& dims) {
    if (dims.size() != 4) return failure("the network's input is not batch x channels x height x width");
    const std::int64_t channels = dims[1] < 0 ? 3 : dims[1];
    const std::int64_t height = dims[2] < 0 ? kDefaultSide : dims[2], width = dims[3] < 0 ? kDefaultSide : dims[3];
    if (dims[0] > 1) return failure("the network takes batches of " + std::to_string(dims[0]) + "; batch 1 is needed");
    if (channels != 1 && channels != 3)
        return failure("the network takes " + std::to_string(channels) + " channels; 1 or 3 are known");
    if (height > kMaxSide || width > kMaxSide) return failure("the network's input is larger than 2048 x 2048");
    return InputShape{static_cast<std::uint32_t>(channels), static_cast<std::uint32_t>(height), static_cast<std::uint32_t>(width),
                      channels == 3};
}

}  // namespace

void configureOpenCv() {
    static std::once_flag once;
    std::call_once(once, [] {
        cv::setNumThreads(1);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    });
}

Result<std::unique_ptr<Classifier>> opencvClassifier(cv::dnn::Net net, const InputShape& shape) {
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    auto classifier = std::make_unique<OpenCvClassifier>(std::move(net), shape);
    // The first pass allocates and fuses layers; it must not count as the first task's time.
    const Result<std::vector<float>> first = classifier->classify(std::vector<float>(shape.size(), 0.0f));
    if (!first) return first.error();
    return std::unique_ptr<Classifier>(std::move(classifier));
}

Result<NetworkPtr> onnxNetwork(std::string bytes) {
    configureOpenCv();
    const Result<OnnxSummary> summary = probeOnnx(bytes);
    if (!summary) return summary.error();
    const Result<InputShape> shape = inputShape(summary->inputShape);
    if (!shape) return shape.error();
    auto network = std::make_unique<OnnxNetwork>(std::move(bytes), *shape, summary->parameters);
    if (Status probed = network->probe(); !probed) return probed.error();
    return NetworkPtr(std::move(network));
}

TopClass topClass(const std::vector<float>& scores) {
    TopClass top;
    if (scores.empty() || !std::all_of(scores.begin(), scores.end(), [](float s) { return std::isfinite(s); })) return top;
    const auto best = std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (const float s : scores) sum += std::exp(static_cast<double>(s) - *best);
    top.label = static_cast<std::int32_t>(best - scores.begin());
    top.probability = static_cast<float>(1.0 / sum);
    return top;
}

}  // namespace loom
