// What can be said of every law in words: for help, the command line and the desktop's law panel.
#pragma once

#include <string_view>
#include <vector>

namespace loom {

struct LawInfo {
    std::string_view id;  // kebab-case, unique
    std::string_view title;
    std::string_view formula;      // plain text
    std::string_view assumptions;  // what must hold; shown in red where a scenario violates it
    std::string_view unit;         // of the value; "-" = a pure number
    std::string_view source;
    std::string_view vectors;  // reference vectors it is tested against, blank-separated; may be empty
};

struct LawFamily {
    std::string_view title;
    std::vector<LawInfo> laws;
};

// Every law by family, in the order to be shown. Immutable, made on first use.
const std::vector<LawFamily>& lawCatalog();
// The law called `id`, or nullptr.
const LawInfo* findLaw(std::string_view id);

}  // namespace loom
