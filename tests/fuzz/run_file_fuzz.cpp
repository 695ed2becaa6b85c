// Any bytes as a saved run: an error that names the file, or a run whose tables can be asked.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "core/io/run_file.h"

namespace {

// loadRun reads files only. One for this process, written anew for every input.
class Scratch {
public:
    Scratch() : path_(std::filesystem::temp_directory_path() / ("run_fuzz_" + std::to_string(::getpid()) + ".loom")) {}
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    std::string write(const char* data, std::size_t size) const {
        std::ofstream(path_, std::ios::binary | std::ios::trunc).write(data, static_cast<std::streamsize>(size));
        return path_.string();
    }

private:
    std::filesystem::path path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Scratch scratch;
    const std::string path = scratch.write(reinterpret_cast<const char*>(data), size);
    const loom::Result<loom::RunPtr> run = loom::loadRun(path);
    if (!run.ok()) {
        if (run.error().text().find(path) == std::string::npos) std::abort();
        return 0;
    }
    const loom::Run& loaded = **run;
    if (loaded.scenario == nullptr || loaded.trace == nullptr || loaded.trace->end() < loom::Time::zero()) std::abort();
    return 0;
}
