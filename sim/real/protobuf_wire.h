// The wire format of protocol buffers, read without a schema: https://protobuf.dev/programming-guides/encoding.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace loom::wire {

// One field of a message: a varint in `value` (then bytes.data() is null), or fixed or length-delimited bytes.
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

// Calls `visit` for every varint of a packed field; false when the last one is cut off.
template <class Visit>
bool forEachVarint(std::string_view packed, Visit visit) {
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const char c : packed) {
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(c) & 0x7F) << (shift & 63);
        shift += 7;
        if ((static_cast<unsigned char>(c) & 0x80) != 0) continue;
        visit(value);
        value = 0;
        shift = 0;
    }
    return shift == 0;
}

}  // namespace loom::wire
