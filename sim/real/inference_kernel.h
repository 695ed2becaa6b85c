// Classifies images with a network: the kernel that really recognises something.
#pragma once

#include <memory>

#include "sim/real/classifier.h"
#include "sim/real/image_set.h"
#include "sim/real/inference_plan.h"
#include "sim/real/kernel.h"

namespace loom {

struct InferenceParts {
    InferencePlan plan;
    NetworkPtr network;
    ImageSetPtr images;
    bool imagesLabelled = false;          // the network's classes are the image set's
    std::uint32_t repeat = 1;             // passes over each image; the answer of the last counts
    std::vector<std::string> labelNames;  // may be empty
    std::vector<std::string> notes;
};
std::unique_ptr<Kernel> inferenceKernel(InferenceParts parts);

// inference[model=digits|resnet18|FILE.onnx, weights=seeded|FILE.onnx, labels=FILE, repeat=N].
Result<std::unique_ptr<Kernel>> makeInferenceKernel(const Params& params, const KernelSetup& setup);

}  // namespace loom
