#include "sim/real/onnx_probe.h"

#include <algorithm>
#include <optional>

#include "sim/real/onnx_tensor.h"
#include "sim/real/protobuf_wire.h"

namespace loom {

namespace {

using wire::Field;
using wire::forEachField;

struct Input {
    std::string name;
    std::vector<std::int64_t> shape;
};

// ValueInfoProto: name = 1, type = 2 { tensor_type = 1 { shape = 2 { dim = 1 { dim_value = 1 } } } }.
bool readShape(std::string_view shape, Input& input) {
    bool sound = true;
    const bool outer = forEachField(shape, [&](const Field& dim) {
        if (dim.number != 1) return;
        std::int64_t value = -1;
        sound &= forEachField(dim.bytes, [&](const Field& f) {
            if (f.number == 1 && f.value > 0 && f.value < (1u << 30)) value = static_cast<std::int64_t>(f.value);
        });
        input.shape.push_back(value);
    });
    return outer && sound;
}

bool readInput(std::string_view info, Input& input) {
    bool sound = true;
    const bool outer = forEachField(info, [&](const Field& f) {
        if (f.number == 1) input.name = std::string(f.bytes);
        if (f.number != 2) return;
        sound &= forEachField(f.bytes, [&](const Field& type) {
            if (type.number != 1) return;
            sound &= forEachField(type.bytes, [&](const Field& tensor) {
                if (tensor.number == 2) sound &= readShape(tensor.bytes, input);
            });
        });
    });
    return outer && sound;
}

// NodeProto: attribute = 5 { tensor = 5, graph = 6, tensors = 10, graphs = 11 }. Tensors in attributes (constants) are
// checked like weights; attributes with graphs of their own (loops, branches) are beyond a classifier.
bool nodeIsSound(std::string_view node) {
    bool sound = true;
    const bool outer = forEachField(node, [&](const Field& f) {
        if (f.number != 5) return;
        std::size_t singular = 0;
        sound &= forEachField(f.bytes, [&](const Field& part) {
            if (part.number == 5) ++singular;
            if (part.number == 5 || part.number == 10) sound &= readOnnxTensor(part.bytes).has_value();
            if (part.number == 6 || part.number == 11) sound = false;
        });
        sound &= singular <= 1;  // protocol buffers would merge them
    });
    return outer && sound;
}

}  // namespace

// ModelProto: graph = 7. GraphProto: node = 1, initializer = 5, input = 11.
Result<OnnxSummary> probeOnnx(std::string_view bytes) {
    std::string_view graph;
    std::size_t graphs = 0;
    const bool whole = forEachField(bytes, [&](const Field& f) {
        if (f.number != 7) return;
        graph = f.bytes;
        ++graphs;
    });
    if (!whole || graphs != 1 || graph.empty()) return failure("not an ONNX model, or cut off");
    OnnxSummary summary;
    std::vector<Input> inputs;
    std::vector<std::string> weights;
    bool sound = true;
    const bool outer = forEachField(graph, [&](const Field& f) {
        if (f.number == 1) {
            ++summary.nodes;
            sound &= nodeIsSound(f.bytes);
        }
        if (f.number == 11) sound &= readInput(f.bytes, inputs.emplace_back());
        if (f.number == 5) {
            std::optional<OnnxTensor> tensor = readOnnxTensor(f.bytes);
            sound &= tensor.has_value();
            if (!tensor) return;
            weights.push_back(std::move(tensor->name));
            summary.parameters += tensor->numbers;
        }
    });
    if (!outer || !sound) return failure("the ONNX model's graph is damaged");
    std::sort(weights.begin(), weights.end());
    std::erase_if(inputs, [&](const Input& i) { return std::binary_search(weights.begin(), weights.end(), i.name); });
    if (summary.nodes == 0) return failure("the ONNX model has no operators");
    if (inputs.size() != 1)
        return failure("the ONNX model has " + std::to_string(inputs.size()) + " inputs; an image classifier has one");
    summary.weights = weights.size();
    summary.inputName = inputs.front().name;
    summary.inputShape = std::move(inputs.front().shape);
    return summary;
}

}  // namespace loom
