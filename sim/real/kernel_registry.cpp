// The table of kernels, and how the inference kernel's parts are found.
#include <algorithm>
#include <filesystem>

#include "core/base/file.h"
#include "core/base/units.h"
#include "sim/real/aligned_new.h"
#include "sim/real/busy_kernels.h"
#include "sim/real/embedded.h"
#include "sim/real/inference_kernel.h"

namespace loom {

namespace {

constexpr std::uint64_t kMaxModelFile = std::uint64_t{1} << 30;
constexpr std::uint64_t kMaxLabelFile = std::uint64_t{1} << 20;

ParamDef quantity(std::string name, std::string value, std::string help, double low, double high, Dimension dimension) {
    return {std::move(name), ParamType::quantity, std::move(value), std::move(help), low, high, {}, dimension};
}

ParamDef text(std::string name, std::string value, std::string help) {
    return {std::move(name), ParamType::text, std::move(value), std::move(help), 0, 1e18, {}, Dimension::number};
}

std::vector<RegistryEntry> makeTable() {
    return {
        {"spin",
         "burns processor time in proportion to each task's stated work or recorded runtime",
         "",
         {quantity("rate", "1Gf", "work done per second of processor time", 1e3, 1e18, Dimension::speed),
          quantity("limit", "10s", "processor time of all tasks together above which all are shrunk alike; 0 = none", 0, 1e6,
                   Dimension::time)}},
        {"matrix",
         "multiplies matrices of 128 x 128 until about the task's stated work is done",
         "",
         {quantity("limit", "50Gf", "work of all tasks together above which all are shrunk alike; 0 = none", 0, 1e18,
                   Dimension::work)}},
        {"inference",
         "classifies the workload's images with a neural network, one at a time",
         "He, Zhang, Ren, Sun, CVPR 2016 (ResNet-18)",
         {text("model", "digits", "digits (trained, 10 classes), resnet18, or an ONNX file"),
          text("weights", "seeded", "of resnet18: seeded, or an ONNX file of the trained network"),
          text("labels", "none", "file with one class name a line; none = numbers"),
          {"repeat",
           ParamType::integer,
           "1",
           "passes over each image: makes a small network's work longer",
           1,
           10000,
           {},
           Dimension::number}}},
    };
}

std::string resolvePath(const std::string& path, const std::string& baseFolder) {
    const std::filesystem::path given(path);
    return given.is_absolute() || baseFolder.empty() ? path
                                                     : (std::filesystem::path(baseFolder) / given).lexically_normal().string();
}

Result<std::vector<std::string>> readLabels(const std::string& path) {
    const Result<std::string> bytes = readWholeFile(path, kMaxLabelFile);
    if (!bytes) return bytes.error();
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin < bytes->size()) {
        const std::size_t end = std::min(bytes->find('\n', begin), bytes->size());
        std::string line = bytes->substr(begin, end - begin);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        names.push_back(std::move(line));
        begin = end + 1;
    }
    return names;
}

Result<NetworkPtr> readNetwork(const std::string& path, std::vector<std::string>& notes) {
    Result<std::string> bytes = readWholeFile(path, kMaxModelFile);
    if (!bytes) return bytes.error();
    Result<NetworkPtr> network = onnxNetwork(std::move(*bytes));
    if (!network) return network.error().in(path);
    notes.push_back("The network and its weights are those of " + path + ": " +
                    formatNumber(static_cast<double>((*network)->parameters()) / 1e6, 4) + " million parameters, " +
                    std::to_string((*network)->classes()) + " classes.");
    return network;
}

Result<NetworkPtr> chooseNetwork(const Params& params, const KernelSetup& setup, std::vector<std::string>& notes) {
    const std::string& model = params.text("model");
    const std::string& weights = params.text("weights");
    if (model != "resnet18" && weights != "seeded") return failure("kernel inference: weights= belongs to model=resnet18");
    if (model == "digits") {
        notes.emplace_back(
            "The digit network is the one that comes with the program, trained by resources/kernels/train_digits.py.");
        return onnxNetwork(std::string(embeddedDigitsModel()));
    }
    if (model == "resnet18" && weights == "seeded") {
        notes.emplace_back("ResNet-18 runs with seeded weights: its cost is real, its labels mean nothing.");
        return seededResnet18(setup.seed);
    }
    return readNetwork(resolvePath(model == "resnet18" ? weights : model, setup.baseFolder), notes);
}

Result<ImageSetPtr> chooseImages(const KernelSetup& setup, const Network& network, std::uint32_t items) {
    if (!setup.images.empty()) return imageFolder(resolvePath(setup.images, setup.baseFolder), items);
    if (network.input().channels == 1 && network.classes() == 10) return labelledDigits(embeddedDigitsHeldOut());
    return generatedImages(items, setup.seed);
}

}  // namespace

Result<std::unique_ptr<Kernel>> makeInferenceKernel(const Params& params, const KernelSetup& setup) {
    InferenceParts parts;
    Result<InferencePlan> plan = planInference(*setup.graph);
    if (!plan) return plan.error();
    parts.plan = std::move(*plan);
    parts.repeat = static_cast<std::uint32_t>(params.integer("repeat"));

    Result<NetworkPtr> network = chooseNetwork(params, setup, parts.notes);
    if (!network) return network.error();
    parts.network = std::move(*network);
    Result<ImageSetPtr> images = chooseImages(setup, *parts.network, parts.plan.items);
    if (!images) return images.error();
    parts.images = std::move(*images);
    parts.imagesLabelled = setup.images.empty() && params.text("model") == "digits";

    parts.notes.push_back(parts.images->description());
    if (!parts.plan.itemsStated) parts.notes.emplace_back("The workload names no items, so every task classifies one image.");
    if (parts.plan.items > parts.images->size()) {
        parts.notes.push_back("There are " + std::to_string(parts.plan.items) + " items, so images are used more than once.");
    }
    if (params.text("labels") != "none") {
        Result<std::vector<std::string>> names = readLabels(resolvePath(params.text("labels"), setup.baseFolder));
        if (!names) return names.error();
        parts.labelNames = std::move(*names);
    } else if (params.text("model") == "digits") {
        for (int digit = 0; digit < 10; ++digit) parts.labelNames.push_back(std::to_string(digit));
    }
    if (!alignedNewActive())
        parts.notes.emplace_back("This build has no aligned allocation; inference may take half as long again.");
    return inferenceKernel(std::move(parts));
}

const std::vector<RegistryEntry>& kernelRegistry() {
    static const std::vector<RegistryEntry> table = makeTable();
    return table;
}

Result<std::unique_ptr<Kernel>> makeKernel(const Spec& spec, const KernelSetup& setup) {
    const Result<const RegistryEntry*> entry = findEntry(kernelRegistry(), spec.name, "kernel");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    if (spec.name == "spin") return spinKernel(setup, params->number("rate"), params->number("limit"));
    if (spec.name == "matrix") return matrixKernel(setup, params->number("limit"));
    try {
        return makeInferenceKernel(*params, setup);
    } catch (const std::exception& e) {  // out of memory for a large model
        return failure(std::string("kernel inference: ") + e.what());
    }
}

}  // namespace loom
