// What an ONNX file says about itself, read before the engine gets it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace loom {

struct OnnxSummary {
    std::string inputName;
    std::vector<std::int64_t> inputShape;  // batch, channels, height, width; -1 = not stated
    std::size_t nodes = 0;                 // operators
    std::size_t weights = 0;               // tensors stored in the file
    std::uint64_t parameters = 0;          // numbers in them
};

// Walks the protocol-buffer structure of ModelProto and GraphProto (onnx.proto3 of the ONNX project). Refuses text,
// truncated files and models without exactly one input that is not a weight.
Result<OnnxSummary> probeOnnx(std::string_view bytes);

}  // namespace loom
