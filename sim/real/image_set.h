// The images a kernel works on: item i of the workload is image i of the set.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "sim/real/image.h"

namespace loom {

// Immutable once made; any thread. Items beyond `size` start again from the first image.
class ImageSet {
public:
    virtual ~ImageSet() = default;
    [[nodiscard]] virtual std::uint32_t size() const = 0;
    // Decodes image `index` (below size). The error names the file.
    [[nodiscard]] virtual Result<Image> load(std::uint32_t index) const = 0;
    // The true class of image `index`, -1 = unknown.
    [[nodiscard]] virtual std::int32_t truth(std::uint32_t) const { return -1; }
    // Where the images come from, one sentence.
    [[nodiscard]] virtual std::string description() const = 0;
};
using ImageSetPtr = std::unique_ptr<const ImageSet>;

// Reads the layout that train_digits.py describes; refuses wrong magic, sizes that do not fit and labels out of range.
Result<ImageSetPtr> labelledDigits(std::string_view bytes);
// `count` pictures of 256 x 224 drawn from the seed: stripes, discs and noise that mean nothing.
ImageSetPtr generatedImages(std::uint32_t count, std::uint64_t seed);
// Every PNG, JPEG, BMP, GIF, PPM and PGM file of the folder in the order of their names, or one such file. The headers of the
// first `needed` files are read at once; a file above 64 MiB or 64 million pixels is refused.
Result<ImageSetPtr> imageFolder(const std::string& path, std::uint32_t needed);

}  // namespace loom
