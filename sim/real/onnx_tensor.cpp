#include "sim/real/onnx_tensor.h"

#include <array>

#include "sim/real/protobuf_wire.h"

namespace loom {

namespace {

using wire::Field;

constexpr std::uint64_t kMostNumbers = std::uint64_t{1} << 30;

// Bytes of one number by TensorProto.DataType; 0 = not accepted (text, complex numbers, unknown).
constexpr std::array<std::uint64_t, 17> kNumberBytes{0, 4, 1, 1, 2, 2, 4, 8, 0, 1, 2, 8, 4, 8, 0, 0, 2};

// How much each of the fields brings that can carry a tensor's data.
struct Carried {
    std::optional<std::uint64_t> raw, floats, doubles;  // bytes
    std::optional<std::uint64_t> varints;               // numbers
};

void add(std::optional<std::uint64_t>& sum, std::uint64_t more) { sum = sum.value_or(0) + more; }

// dims = 1, data_type = 2, float_data = 4, int32_data = 5, string_data = 6, int64_data = 7, name = 8, raw_data = 9,
// double_data = 10, uint64_data = 11, external_data = 13, data_location = 14.
class TensorReader {
public:
    bool take(const Field& f) {
        switch (f.number) {
            case 1:
                return eachVarint(f, [this](std::uint64_t dim) { multiply(dim); });
            case 2:
                type_ = f.value;
                return true;
            case 4:
                add(carried_.floats, f.bytes.size());
                return true;
            case 5:
            case 7:
            case 11:
                return eachVarint(f, [this](std::uint64_t) { add(carried_.varints, 1); });
            case 8:
                tensor_.name = std::string(f.bytes);
                return true;
            case 9:
                carried_.raw = f.bytes.size();
                return true;
            case 10:
                add(carried_.doubles, f.bytes.size());
                return true;
            case 6:
            case 13:
                return false;
            case 14:
                return f.value == 0;
            default:
                return true;
        }
    }
    // The tensor, if every field that carries data carries exactly what the dimensions say, and one does.
    std::optional<OnnxTensor> finish() {
        const std::uint64_t bytes = type_ < kNumberBytes.size() ? kNumberBytes[type_] : 0;
        if (bytes == 0 || tooLarge_) return std::nullopt;
        const std::uint64_t numbers = tensor_.numbers;
        if (carried_.raw && *carried_.raw != numbers * bytes) return std::nullopt;
        if (carried_.floats && *carried_.floats != numbers * 4) return std::nullopt;
        if (carried_.doubles && *carried_.doubles != numbers * 8) return std::nullopt;
        if (carried_.varints && *carried_.varints != numbers) return std::nullopt;
        const bool any = carried_.raw || carried_.floats || carried_.doubles || carried_.varints;
        if (!any && numbers > 0) return std::nullopt;
        return std::move(tensor_);
    }

private:
    template <class Visit>
    static bool eachVarint(const Field& f, Visit visit) {
        if (f.bytes.data() != nullptr) return wire::forEachVarint(f.bytes, visit);
        visit(f.value);
        return true;
    }
    void multiply(std::uint64_t dim) {
        tooLarge_ = tooLarge_ || dim > kMostNumbers || tensor_.numbers * dim > kMostNumbers;
        if (!tooLarge_) tensor_.numbers *= dim;
    }

    OnnxTensor tensor_;
    Carried carried_;
    std::uint64_t type_ = 0;
    bool tooLarge_ = false;
};

}  // namespace

std::optional<OnnxTensor> readOnnxTensor(std::string_view tensor) {
    TensorReader reader;
    bool sound = true;
    const bool whole = wire::forEachField(tensor, [&](const Field& f) { sound = sound && reader.take(f); });
    return whole && sound ? reader.finish() : std::nullopt;
}

}  // namespace loom
