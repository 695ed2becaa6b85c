#include "core/base/file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace loom {

namespace {

Error systemError(const std::string& path, const std::string& what) {
    return Error{path, {}, what + ": " + std::strerror(errno)};
}

constexpr int kPatienceMs = 1000;  // for the first byte of a pipe

// Opens for reading without ever waiting for good: a pipe nobody writes into is refused.
Result<std::FILE*> openForReading(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return systemError(path, "cannot be opened");
    struct stat info {};
    pollfd first{descriptor, POLLIN, 0};
    if (::fstat(descriptor, &info) == 0 && S_ISFIFO(info.st_mode) && ::poll(&first, 1, kPatienceMs) == 0) {
        ::close(descriptor);
        return Error{path, {}, "is a pipe into which nothing is written"};
    }
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    std::FILE* file = ::fdopen(descriptor, "rb");
    if (file != nullptr) return file;
    const Error error = systemError(path, "cannot be opened");
    ::close(descriptor);
    return error;
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

ReplacementFile::ReplacementFile(std::string target, std::string temporary, int descriptor)
    : target_(std::move(target)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

ReplacementFile::ReplacementFile(ReplacementFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

ReplacementFile::~ReplacementFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<ReplacementFile> ReplacementFile::beside(const std::string& target) {
    std::string temporary = target + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return systemError(target, "cannot be written");
    struct stat old {};
    ::fchmod(descriptor, ::stat(target.c_str(), &old) == 0 ? old.st_mode & 07777 : 0644);
    return ReplacementFile(target, std::move(temporary), descriptor);
}

Status ReplacementFile::write(std::string_view content) {
    if (!writeAll(descriptor_, content)) return systemError(target_, "cannot be written");
    return Done{};
}

Status ReplacementFile::commit() {
    const bool synced = ::fsync(descriptor_) == 0;
    const bool closed = ::close(std::exchange(descriptor_, -1)) == 0;
    if (!synced || !closed || ::rename(temporary_.c_str(), target_.c_str()) != 0) return systemError(target_, "cannot be written");
    temporary_.clear();
    return Done{};
}

Status writeFileAtomically(const std::string& path, std::string_view content) {
    Result<ReplacementFile> file = ReplacementFile::beside(path);
    if (!file) return file.error();
    if (Status status = file->write(content); !status) return status;
    return file->commit();
}

Result<std::string> readWholeFile(const std::string& path, std::uint64_t limit) {
    const Result<std::FILE*> opened = openForReading(path);
    if (!opened) return opened.error();
    std::FILE* file = *opened;
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
