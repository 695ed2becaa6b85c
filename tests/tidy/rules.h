// The house rules, as functions over one file's text.
#pragma once

#include <string>
#include <vector>

namespace loom::test {

// One line of the project that breaks a rule: "PATH:LINE: what is wrong".
using Findings = std::vector<std::string>;

// `path` is relative to the project's root with '/' between folders.
Findings checkIncludes(const std::string& path, const std::string& text);
Findings checkLength(const std::string& path, const std::string& text);
Findings checkBans(const std::string& path, const std::string& text);
// Range-for over a variable that the same file declares as an unordered container.
Findings checkUnorderedIteration(const std::string& path, const std::string& text);
// All of them.
Findings checkFile(const std::string& path, const std::string& text);

}  // namespace loom::test
