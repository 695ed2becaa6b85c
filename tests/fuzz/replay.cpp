// Runs a fuzz target without a fuzzer, with any compiler: every file of a folder, then files made of them, the same ones
// each time. So what a long run with libFuzzer found stays mended, and the sanitizers see hostile input on every test run.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/base/rng.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()); }

std::vector<std::string> readAll(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> inputs;
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return inputs;
}

// What breaks readers: an end too early, a number out of range, a piece twice, a piece missing, two files in one.
std::string mutated(const std::vector<std::string>& inputs, loom::RandomStream& rng) {
    static const char* const kTokens[] = {"-1", "1e999", "NaN", "18446744073709551616", "null", "{}", "[", "\"", "<", "\n", "\0x", "0"};
    std::string text = inputs[rng.below(inputs.size())];
    for (std::uint64_t left = 1 + rng.below(4); left > 0 && !text.empty(); --left) {
        const std::size_t at = rng.below(text.size());
        const std::size_t length = 1 + rng.below(std::min<std::size_t>(64, text.size() - at));
        switch (rng.below(6)) {
            case 0: text.resize(at); break;
            case 1: text[at] = static_cast<char>(rng.below(256)); break;
            case 2: text.erase(at, length); break;
            case 3: text.insert(rng.below(text.size()), text.substr(at, length)); break;
            case 4: text.replace(at, length, kTokens[rng.below(std::size(kTokens))]); break;
            default: {
                const std::string& other = inputs[rng.below(inputs.size())];
                text = text.substr(0, at) + other.substr(rng.below(other.size() + 1));
            }
        }
    }
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: replay FOLDER COUNT: the files of FOLDER, then COUNT files made of them\n", stderr);
        return 2;
    }
    const std::vector<std::string> inputs = readAll(argv[1]);
    if (inputs.empty()) {
        std::fprintf(stderr, "%s holds no files\n", argv[1]);
        return 2;
    }
    for (const std::string& input : inputs) run(input);
    loom::RandomStream rng(1, loom::Purpose::test, 0);
    const long count = std::atol(argv[2]);
    for (long made = 0; made < count; ++made) run(mutated(inputs, rng));
    std::printf("%zu files and %ld made of them\n", inputs.size(), count);
    return 0;
}
