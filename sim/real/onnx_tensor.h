// One stored tensor of an ONNX file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom {

struct OnnxTensor {
    std::string name;
    std::uint64_t numbers = 1;  // product of the dimensions
};

// Reads TensorProto (onnx.proto3). nullopt when it is damaged, of an unknown type, kept in another file, or when it
// brings less or more data than its dimensions say: the engine takes the dimensions' word and would read beyond.
std::optional<OnnxTensor> readOnnxTensor(std::string_view tensor);

}  // namespace loom
