// What an importer did with a file, in sentences: nothing is filled in or left out silently.
#pragma once

#include <string>
#include <vector>

namespace loom {

struct ImportReport {
    std::vector<std::string> read;     // what was found, as it stands in the file
    std::vector<std::string> assumed;  // what the file leaves out or says twice, and what counts instead
    std::vector<std::string> dropped;  // what was ignored, counted, with a first example
    [[nodiscard]] bool empty() const { return read.empty() && assumed.empty() && dropped.empty(); }
};

}  // namespace loom
