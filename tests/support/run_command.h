// Runs the command line as a user would and keeps what it says.
#pragma once

#include <filesystem>
#include <string>

namespace loom::test {

struct CommandResult {
    int status = -1;      // exit status
    std::string output;   // standard output
    std::string errors;   // standard error
};

// `arguments` as typed in a shell after `clusterloom`, in `folder`.
CommandResult clusterloom(const std::string& arguments, const std::filesystem::path& folder = std::filesystem::current_path());

// A folder of the test's own, removed with everything in it.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // Writes a file in it and returns its path.
    std::filesystem::path write(const std::string& name, const std::string& content) const;

private:
    std::filesystem::path path_;
};

std::string readFile(const std::filesystem::path& path);

}  // namespace loom::test
