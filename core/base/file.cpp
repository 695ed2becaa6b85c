#include "core/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace loom {

namespace {

Error systemError(const std::string& path, const std::string& what) {
    return Error{path, {}, what + ": " + std::strerror(errno)};
}

bool writeAll(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Status writeFileAtomically(const std::string& path, std::string_view content) {
    std::string temporary = path + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return systemError(path, "cannot be written");
    struct stat old {};
    ::fchmod(descriptor, ::stat(path.c_str(), &old) == 0 ? old.st_mode & 07777 : 0644);
    const bool written = writeAll(descriptor, content) && ::fsync(descriptor) == 0;
    const bool closed = ::close(descriptor) == 0;
    if (!written || !closed || ::rename(temporary.c_str(), path.c_str()) != 0) {
        const Error error = systemError(path, "cannot be written");
        ::unlink(temporary.c_str());
        return error;
    }
    return Done{};
}

Result<std::string> readWholeFile(const std::string& path, std::uint64_t limit) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return systemError(path, "cannot be opened");
    struct stat info {};
    if (::fstat(::fileno(file), &info) == 0 && S_ISDIR(info.st_mode)) {
        std::fclose(file);
        return Error{path, {}, "is a folder, not a file"};
    }
    const auto tooLarge = [&] { return Error{path, {}, "is larger than the limit of " + std::to_string(limit) + " bytes"}; };
    if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > limit) {
        std::fclose(file);
        return tooLarge();
    }
    std::string content;
    char buffer[1 << 16];
    std::size_t count = 0;
    while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
        if (content.size() + count > limit) {
            std::fclose(file);
            return tooLarge();
        }
        content.append(buffer, count);
    }
    if (std::ferror(file) != 0) {
        const Error error = systemError(path, "cannot be read");
        std::fclose(file);
        return error;
    }
    std::fclose(file);
    return content;
}

}  // namespace loom
