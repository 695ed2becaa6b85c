// Image files of a folder, decoded with stb_image.
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "core/base/file.h"
#include "sim/real/image_set.h"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STBI_NO_PIC
#define STBI_NO_PSD
#define STBI_NO_TGA
#define STBI_MAX_DIMENSIONS (1 << 16)
#include <stb_image.h>

namespace loom {

namespace {

constexpr std::uint64_t kMaxFile = std::uint64_t{64} << 20;
constexpr std::int64_t kMaxPixels = std::int64_t{64} << 20;
constexpr std::size_t kMaxImages = 1'000'000;

const stbi_uc* raw(const std::string& bytes) { return reinterpret_cast<const stbi_uc*>(bytes.data()); }

bool isImageName(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 7> kEndings{".png", ".jpg", ".jpeg", ".bmp", ".gif", ".ppm", ".pgm"};
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

// The file's bytes once its header is known to be that of an image of bearable size.
Result<std::string> readChecked(const std::string& path) {
    Result<std::string> bytes = readWholeFile(path, kMaxFile);
    if (!bytes) return bytes.error();
    int width = 0, height = 0, channels = 0;
    if (stbi_info_from_memory(raw(*bytes), static_cast<int>(bytes->size()), &width, &height, &channels) == 0) {
        return Error{path, {}, std::string("not a readable image: ") + stbi_failure_reason()};
    }
    if (width <= 0 || height <= 0 || std::int64_t{width} * height > kMaxPixels) {
        return Error{
            path, {}, "the image has " + std::to_string(std::int64_t{width} * height) + " pixels, the limit is 64 million"};
    }
    // The decoder leaves memory as it was where the pixels of a PNM file are missing.
    const std::int64_t sample = stbi_is_16_bit_from_memory(raw(*bytes), static_cast<int>(bytes->size())) != 0 ? 2 : 1;
    const bool plainPixels = bytes->starts_with("P5") || bytes->starts_with("P6");
    if (plainPixels && static_cast<std::int64_t>(bytes->size()) < std::int64_t{width} * height * channels * sample) {
        return Error{path, {}, "the image is cut off"};
    }
    return bytes;
}

class Folder final : public ImageSet {
public:
    Folder(std::string folder, std::vector<std::string> files) : folder_(std::move(folder)), files_(std::move(files)) {}

    [[nodiscard]] std::uint32_t size() const override { return static_cast<std::uint32_t>(files_.size()); }
    [[nodiscard]] Result<Image> load(std::uint32_t index) const override {
        const Result<std::string> bytes = readChecked(files_[index]);
        if (!bytes) return bytes.error();
        int width = 0, height = 0, has = 0;
        stbi_uc* pixels = stbi_load_from_memory(raw(*bytes), static_cast<int>(bytes->size()), &width, &height, &has, 3);
        if (pixels == nullptr)
            return Error{files_[index], {}, std::string("the image cannot be decoded: ") + stbi_failure_reason()};
        Image image{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), 3, 255, {}};
        image.pixels.assign(pixels, pixels + std::size_t{image.width} * image.height * 3);
        stbi_image_free(pixels);
        return image;
    }
    [[nodiscard]] std::string description() const override {
        return "The images are the " + std::to_string(files_.size()) + (files_.size() == 1 ? " file of " : " files of ") +
               folder_ + ".";
    }

private:
    std::string folder_;
    std::vector<std::string> files_;
};

Result<std::vector<std::string>> listImages(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::is_regular_file(path, error)) return std::vector<std::string>{path};
    if (!fs::is_directory(path, error)) return Error{path, {}, "no such folder of images"};
    std::vector<std::string> files;
    fs::directory_iterator it(path, fs::directory_options::skip_permission_denied, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (!isImageName(it->path()) || !it->is_regular_file(ignored)) continue;
        if (files.size() == kMaxImages) return Error{path, {}, "more than a million images"};
        files.push_back(it->path().string());
    }
    if (error) return Error{path, {}, "cannot list the folder: " + error.message()};
    if (files.empty()) return Error{path, {}, "no PNG, JPEG, BMP, GIF, PPM or PGM file in this folder"};
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<ImageSetPtr> imageFolder(const std::string& path, std::uint32_t needed) {
    Result<std::vector<std::string>> files = listImages(path);
    if (!files) return files.error();
    for (std::size_t i = 0; i < files->size() && i < needed; ++i) {
        if (Result<std::string> bytes = readChecked((*files)[i]); !bytes) return bytes.error();
    }
    return ImageSetPtr(std::make_unique<Folder>(path, std::move(*files)));
}

}  // namespace loom
