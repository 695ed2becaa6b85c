#include "tests/support/run_command.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

namespace loom::test {

namespace fs = std::filesystem;

std::string readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

ScratchFolder::ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "clusterloom-test-XXXXXX").string();
    std::vector<char> buffer(name.begin(), name.end());
    buffer.push_back('\0');
    path_ = ::mkdtemp(buffer.data());
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path ScratchFolder::write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path_ / name;
}

CommandResult clusterloom(const std::string& arguments, const fs::path& folder) {
    const ScratchFolder scratch;
    const fs::path out = scratch.path() / "out", err = scratch.path() / "err";
    const std::string command = "cd '" + folder.string() + "' && '" LOOM_BINARY_DIR "/bin/clusterloom' < /dev/null " + arguments + " > '" + out.string() +
                                "' 2> '" + err.string() + "'";
    const int status = std::system(command.c_str());
    return CommandResult{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), readFile(out), readFile(err)};
}

}  // namespace loom::test
