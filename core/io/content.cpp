// Bytes of a file: unpacked, without a byte order mark, within limits.
#include <zlib.h>
#include <zstd.h>
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/base/file.h"
#include "core/base/units.h"
#include "core/io/formats.h"

namespace loom {
namespace {

constexpr std::size_t kChunk = 1 << 16;
// A workflow shrinks ten- to fifty-fold. What unpacks to far more was made to exhaust us; small files may be anything.
constexpr std::uint64_t kMostRatio = 200, kHarmless = 32u << 20;

std::uint64_t unpackedLimit(std::size_t packed, const ImportLimits& limits) {
    return std::min(limits.bytes, std::max(kHarmless, packed * kMostRatio));
}

// Where unpacked bytes go: counted at first, kept in a second pass, so that a bomb is refused in constant memory and
// an honest file takes exactly its size.
class Sink {
public:
    explicit Sink(std::uint64_t limit) : limit_(limit) {}

    void add(const std::string& chunk, std::size_t count) {
        if (keep_)
            content_.append(chunk, 0, count);
        else
            counted_ += count;
    }
    [[nodiscard]] bool overflows() const { return counted_ > limit_; }
    void keepFromNowOn() {
        keep_ = true;
        content_.reserve(counted_);
    }
    [[nodiscard]] std::string take() { return std::move(content_); }

private:
    std::uint64_t limit_, counted_ = 0;
    bool keep_ = false;
    std::string content_;
};

Status unpackGzip(std::string_view packed, Sink& sink) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return failure("gzip cannot be started");
    std::string chunk(kChunk, '\0');
    // zlib's interface is not const-correct and counts in 32 bits.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    std::size_t left = packed.size();
    int state = Z_OK;
    while (state == Z_OK && !sink.overflows()) {
        if (stream.avail_in == 0) {
            stream.avail_in = static_cast<uInt>(std::min<std::size_t>(left, 1u << 30));
            left -= stream.avail_in;
        }
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(kChunk);
        state = inflate(&stream, Z_NO_FLUSH);
        sink.add(chunk, kChunk - stream.avail_out);
        // Several packed files behind each other are one file.
        if (state == Z_STREAM_END && stream.avail_in > 0 && *stream.next_in == 0x1f) state = inflateReset(&stream);
    }
    const auto zero = [](Bytef byte) { return byte == 0; };
    const bool padded = std::all_of(stream.next_in, stream.next_in + stream.avail_in, zero);
    inflateEnd(&stream);
    if (state == Z_STREAM_END && !padded) return failure("the gzip data are followed by something that is not gzip");
    if (sink.overflows() || state == Z_STREAM_END) return Done{};
    return failure(state == Z_BUF_ERROR ? "the gzip data end too early" : "the gzip data are damaged");
}

Status unpackZstd(std::string_view packed, Sink& sink) {
    ZSTD_DStream* stream = ZSTD_createDStream();
    if (stream == nullptr) return failure("zstd cannot be started");
    std::string chunk(kChunk, '\0');
    ZSTD_inBuffer input{packed.data(), packed.size(), 0};
    std::size_t state = 1;
    bool filled = true;  // the last call had more to say than the chunk holds
    while ((input.pos < input.size || filled) && !sink.overflows()) {
        ZSTD_outBuffer output{chunk.data(), chunk.size(), 0};
        state = ZSTD_decompressStream(stream, &output, &input);
        if (ZSTD_isError(state) != 0) break;
        sink.add(chunk, output.pos);
        filled = output.pos == output.size;
    }
    ZSTD_freeDStream(stream);
    if (sink.overflows()) return Done{};
    if (ZSTD_isError(state) != 0) return failure(std::string("the zstd data are damaged: ") + ZSTD_getErrorName(state));
    if (state != 0) return failure("the zstd data end too early");
    return Done{};
}

Result<std::string> unpack(std::string_view packed, Status (*unpackInto)(std::string_view, Sink&), std::uint64_t limit) {
    Sink sink(limit);
    if (const Status counted = unpackInto(packed, sink); !counted) return counted.error();
    if (sink.overflows())
        return failure("unpacks to more than " + formatQuantity(static_cast<double>(limit), Dimension::bytes) +
                       ", which is refused");
    sink.keepFromNowOn();
    if (const Status kept = unpackInto(packed, sink); !kept) return kept.error();
    return sink.take();
}

// By its byte order mark, or by the zero in its first character, which in all formats is a plain one.
bool isUtf16(std::string_view content) {
    if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF")) return true;
    return content.size() >= 2 && (content[0] == '\0') != (content[1] == '\0');
}

}  // namespace

Result<std::string> unpackContent(std::string packed, const ImportLimits& limits) {
    const auto startsWith = [&](std::string_view magic) { return std::string_view(packed).starts_with(magic); };
    const std::uint64_t limit = unpackedLimit(packed.size(), limits);
    if (startsWith("LZ4Block")) return failure("packed with LZ4 in Java's own framing, which is not read; unpack it first");
    if (startsWith(std::string_view("\x82SNAPPY\0", 8))) return failure("packed with Snappy, which is not read; unpack it first");
    Result<std::string> content = startsWith("\x1f\x8b")           ? unpack(packed, unpackGzip, limit)
                                  : startsWith("\x28\xb5\x2f\xfd") ? unpack(packed, unpackZstd, limit)
                                                                   : Result<std::string>(std::move(packed));
    if (!content) return content;
    if (std::string_view(*content).starts_with("\xEF\xBB\xBF")) content->erase(0, 3);
    if (isUtf16(*content)) return failure("the text is UTF-16 or UTF-32, which is not read; save it as UTF-8");
    if (content->empty()) return failure("the file is empty");
    return content;
}

Result<std::string> readContent(const std::string& path, const ImportLimits& limits) {
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) return readRolledLog(path, limits);
    Result<std::string> packed = readWholeFile(path, limits.bytes);
    if (!packed) return packed.error().in(path);
    Result<std::string> content = unpackContent(std::move(*packed), limits);
    if (!content) return content.error().in(path);
    return content;
}

}  // namespace loom
