#include "sim/real/onnx_probe.h"

#include <algorithm>
#include <optional>

namespace loom {

namespace {

// One field of a message: varint, fixed or length-delimited bytes.
struct Field {
    std::uint32_t number = 0;
    std::uint64_t value = 0;
    std::string_view bytes;
};

// Reads fields one after another; every length is checked against what is left.
class WireReader {
public:
    explicit WireReader(std::string_view bytes) : rest_(bytes) {}

    // The next field; nullopt at the end or when the bytes are not a message (`broken`).
    std::optional<Field> next() {
        if (rest_.empty()) return std::nullopt;
        const std::optional<std::uint64_t> key = varint();
        Field field;
        if (!key || (field.number = static_cast<std::uint32_t>(*key >> 3)) == 0) return fail();
        switch (*key & 7) {
            case 0: {
                const std::optional<std::uint64_t> value = varint();
                if (!value) return fail();
                field.value = *value;
                return field;
            }
            case 1:
                return take(field, 8);
            case 2: {
                const std::optional<std::uint64_t> length = varint();
                return length ? take(field, *length) : fail();
            }
            case 5:
                return take(field, 4);
            default:
                return fail();
        }
    }
    [[nodiscard]] bool broken() const { return broken_; }

private:
    std::optional<Field> fail() {
        broken_ = true;
        return std::nullopt;
    }
    std::optional<Field> take(Field field, std::uint64_t length) {
        if (length > rest_.size()) return fail();
        field.bytes = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return field;
    }
    std::optional<std::uint64_t> varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0) return value;
        }
        return std::nullopt;
    }

    std::string_view rest_;
    bool broken_ = false;
};

// Calls `visit` for every field; false when the bytes are not a well-formed message.
template <class Visit>
bool forEachField(std::string_view message, Visit visit) {
    WireReader reader(message);
    while (const std::optional<Field> field = reader.next()) visit(*field);
    return !reader.broken();
}

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

// TensorProto: dims = 1 (repeated, packed or not), name = 8.
bool readWeight(std::string_view tensor, std::string& name, std::uint64_t& numbers) {
    numbers = 1;
    const auto multiply = [&](std::uint64_t dim) { numbers = dim > (1u << 30) || numbers > (1u << 30) ? 0 : numbers * dim; };
    return forEachField(tensor, [&](const Field& f) {
        if (f.number == 8) name = std::string(f.bytes);
        if (f.number != 1) return;
        if (f.bytes.data() == nullptr) return multiply(f.value);
        std::uint64_t value = 0;
        unsigned shift = 0;
        for (const char c : f.bytes) {
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(c) & 0x7F) << (shift & 63);
            shift += 7;
            if ((static_cast<unsigned char>(c) & 0x80) != 0) continue;
            multiply(value);
            value = shift = 0;
        }
    });
}

}  // namespace

// ModelProto: graph = 7. GraphProto: node = 1, initializer = 5, input = 11.
Result<OnnxSummary> probeOnnx(std::string_view bytes) {
    std::string_view graph;
    if (!forEachField(bytes,
                      [&](const Field& f) {
                          if (f.number == 7) graph = f.bytes;
                      }) ||
        graph.empty()) {
        return failure("not an ONNX model, or cut off");
    }
    OnnxSummary summary;
    std::vector<Input> inputs;
    std::vector<std::string> weights;
    bool sound = true;
    const bool outer = forEachField(graph, [&](const Field& f) {
        if (f.number == 1) ++summary.nodes;
        if (f.number == 11) sound &= readInput(f.bytes, inputs.emplace_back());
        if (f.number == 5) {
            std::uint64_t numbers = 0;
            sound &= readWeight(f.bytes, weights.emplace_back(), numbers);
            summary.parameters += numbers;
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
