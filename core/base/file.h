// Files written whole or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace loom {

// A temporary file beside a target that takes its place when it is whole. Without `commit` the old file stays and the
// temporary one goes with this object. Movable; one owner.
class ReplacementFile {
public:
    static Result<ReplacementFile> beside(const std::string& target);
    ReplacementFile(ReplacementFile&& other) noexcept;
    ReplacementFile& operator=(ReplacementFile&&) = delete;
    ~ReplacementFile();

    [[nodiscard]] const std::string& path() const { return temporary_; }
    Status write(std::string_view content);
    // Syncs what anybody wrote to it, closes and renames; call once.
    Status commit();

private:
    ReplacementFile(std::string target, std::string temporary, int descriptor);

    std::string target_;
    std::string temporary_;  // empty: nothing to remove
    int descriptor_ = -1;    // -1: closed
};

// Writes beside the target, syncs, renames over it. On failure the old file is untouched and nothing is left behind.
Status writeFileAtomically(const std::string& path, std::string_view content);
// Reads at most `limit` bytes; a larger file is refused before memory is taken. A pipe is read, but refused when nothing comes
// out of it for a second. Errors name the file.
Result<std::string> readWholeFile(const std::string& path, std::uint64_t limit);

}  // namespace loom
