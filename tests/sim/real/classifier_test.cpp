#include "sim/real/classifier.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/rng.h"
#include "sim/real/embedded.h"
#include "sim/real/image_set.h"
#include "sim/real/onnx_probe.h"
#include "sim/real/onnx_tensor.h"

namespace loom {
namespace {

std::string model() { return std::string(embeddedDigitsModel()); }

TEST(OnnxProbe, ReadsTheShippedNetwork) {
    const Result<OnnxSummary> summary = probeOnnx(embeddedDigitsModel());
    ASSERT_TRUE(summary.ok()) << summary.error().text();
    EXPECT_EQ(summary->inputName, "image");
    EXPECT_EQ(summary->inputShape, (std::vector<std::int64_t>{1, 1, 32, 32}));
    // Five convolutions with the batch norms folded into weights and biases, one dense layer.
    EXPECT_EQ(summary->parameters,
              24u * 9 + 24 + 24 * 24 * 9 + 24 + 24 * 48 * 9 + 48 + 48 * 48 * 9 + 48 + 48 * 96 * 9 + 96 + 96 * 10 + 10);
}

TEST(OnnxNetwork, RefusesEveryTruncation) {
    const std::string whole = model();
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 60) {
        const Result<NetworkPtr> network = onnxNetwork(whole.substr(0, length));
        ASSERT_FALSE(network.ok()) << length;
        EXPECT_EQ(network.error().cause, "not an ONNX model, or cut off");
    }
}

TEST(OnnxNetwork, RefusesTextAndOtherFiles) {
    for (const std::string& bytes : {std::string("{ \"clusterloom\": 1 }\n"), std::string(1000, '\0'), std::string(1000, '\xff'),
                                     std::string("\x89PNG\r\n\x1a\n"), std::string(embeddedDigitsHeldOut())}) {
        EXPECT_FALSE(onnxNetwork(bytes).ok());
    }
}

// An operator the engine does not know: the error is a value, not an exception or a crash.
TEST(OnnxNetwork, RefusesAnUnknownOperator) {
    std::string bytes = model();
    std::size_t changed = 0;
    for (std::size_t at = bytes.find("\x22\x04"
                                     "Conv");
         at != std::string::npos; at = bytes.find("\x22\x04"
                                                  "Conv",
                                                  at + 1)) {
        bytes.replace(at + 2, 4, "Foom");
        ++changed;
    }
    ASSERT_GT(changed, 0u);
    const Result<NetworkPtr> network = onnxNetwork(bytes);
    ASSERT_FALSE(network.ok());
    EXPECT_NE(network.error().cause.find("inference engine"), std::string::npos) << network.error().cause;
}

// The engine trusts the dimensions; a weight with less data than they say must not reach it.
TEST(OnnxTensor, MustBringWhatItsDimensionsSay) {
    const std::string head = std::string("\x08\x02\x08\x03\x10\x01", 6) + "\x42\x01w";  // 2 x 3 floats called w
    const auto withRaw = [&](std::size_t bytes) { return head + "\x4a" + static_cast<char>(bytes) + std::string(bytes, '\0'); };
    const std::optional<OnnxTensor> whole = readOnnxTensor(withRaw(24));
    ASSERT_TRUE(whole.has_value());
    EXPECT_EQ(whole->name, "w");
    EXPECT_EQ(whole->numbers, 6u);
    EXPECT_FALSE(readOnnxTensor(withRaw(20)).has_value());
    EXPECT_FALSE(readOnnxTensor(withRaw(28)).has_value());
    EXPECT_FALSE(readOnnxTensor(head).has_value()) << "no data at all";
    EXPECT_FALSE(readOnnxTensor(withRaw(24).substr(0, 30)).has_value());
    EXPECT_TRUE(readOnnxTensor(head + "\x22\x18" + std::string(24, '\0')).has_value()) << "packed floats";
    EXPECT_FALSE(readOnnxTensor(head + "\x22\x14" + std::string(20, '\0')).has_value());
    EXPECT_FALSE(readOnnxTensor(withRaw(24) + "\x70\x01").has_value()) << "data in another file";
    const std::string huge("\x08\xff\xff\xff\xff\x07\x08\xff\xff\xff\xff\x07\x10\x01\x4a\x00", 16);
    EXPECT_FALSE(readOnnxTensor(huge).has_value());
}

// Random bytes where the structure stands (the begin and the end of the file): refused or run, never worse.
TEST(OnnxNetwork, SurvivesDamage) {
    const std::string whole = model();
    std::size_t refused = 0;
    for (std::uint64_t i = 0; i < 120; ++i) {
        RandomStream random(7, Purpose::test, i);
        std::string bytes = whole;
        for (std::uint64_t change = 0, changes = 1 + random.below(4); change < changes; ++change) {
            const std::uint64_t at = random.below(2) == 0 ? random.below(2600) : bytes.size() - 1 - random.below(1500);
            bytes[at] = static_cast<char>(random.below(256));
        }
        refused += onnxNetwork(bytes).ok() ? 0 : 1;
    }
    EXPECT_GT(refused, 20u);
}

TEST(OnnxNetwork, RefusesATensorOfAnotherSize) {
    const Result<NetworkPtr> network = onnxNetwork(model());
    ASSERT_TRUE(network.ok());
    const auto instance = (*network)->instantiate();
    ASSERT_TRUE(instance.ok());
    EXPECT_FALSE((*instance)->classify(std::vector<float>(7)).ok());
}

// The accuracy the training script printed, reached by this engine and this preprocessing on the same images.
TEST(Digits, RecognisesHeldOutImages) {
    const Result<NetworkPtr> network = onnxNetwork(model());
    ASSERT_TRUE(network.ok()) << network.error().text();
    EXPECT_EQ((*network)->classes(), 10u);
    const Result<ImageSetPtr> images = labelledDigits(embeddedDigitsHeldOut());
    ASSERT_TRUE(images.ok());
    const auto instance = (*network)->instantiate();
    ASSERT_TRUE(instance.ok());
    std::uint32_t right = 0;
    for (std::uint32_t i = 0; i < (*images)->size(); ++i) {
        const Result<std::vector<float>> scores = (*instance)->classify(prepareImage(*(*images)->load(i), (*network)->input()));
        ASSERT_TRUE(scores.ok());
        right += topClass(*scores).label == (*images)->truth(i) ? 1 : 0;
    }
    const double accuracy = static_cast<double>(right) / (*images)->size();
    std::printf("held-out digits: %u of %u right, %.2f %%\n", right, (*images)->size(), accuracy * 100);
    RecordProperty("accuracy", std::to_string(accuracy));
    EXPECT_GE(accuracy, 0.97);
    EXPECT_LT(accuracy, 1.0) << "the demo wants a visible mistake";
}

TEST(Resnet18, HasTheParametersOfTheArchitectureAndSeededAnswers) {
    const Result<NetworkPtr> network = seededResnet18(1);
    ASSERT_TRUE(network.ok()) << network.error().text();
    EXPECT_EQ((*network)->parameters(), 11'689'512u);
    const auto one = (*network)->instantiate(), two = (*network)->instantiate();
    ASSERT_TRUE(one.ok()) << one.error().text();
    ASSERT_TRUE(two.ok());
    const std::vector<float> tensor = prepareImage(*generatedImages(1, 5)->load(0), (*network)->input());
    const Result<std::vector<float>> scores = (*one)->classify(tensor);
    ASSERT_TRUE(scores.ok());
    EXPECT_EQ(scores->size(), 1000u);
    EXPECT_GE(topClass(*scores).label, 0);
    EXPECT_EQ(*(*two)->classify(tensor), *scores) << "two instances give bitwise the same scores";
    EXPECT_EQ(*(*one)->classify(tensor), *scores) << "an instance keeps no state";
}

TEST(TopClass, PrefersTheFirstAndRefusesWhatIsNotFinite) {
    EXPECT_EQ(topClass({1, 3, 3}).label, 1);
    EXPECT_NEAR(topClass({0, 0, 0, 0}).probability, 0.25f, 1e-7);
    EXPECT_NEAR(topClass({1000, 999}).probability, 1 / (1 + std::exp(-1.0)), 1e-6);
    EXPECT_EQ(topClass({1, std::numeric_limits<float>::quiet_NaN()}).label, -1);
    EXPECT_EQ(topClass({}).label, -1);
}

}  // namespace
}  // namespace loom
