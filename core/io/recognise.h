// By what a format is told from its content. Inside core/io only.
#pragma once

#include <string_view>
#include <vector>

namespace loom {

// The content from its first byte that is not blank.
std::string_view withoutLeadingBlanks(std::string_view content);

// The first key of the outermost JSON object that is one of `keys`, or empty. Needs no valid JSON beyond it.
std::string_view firstTopLevelKey(std::string_view json, const std::vector<std::string_view>& keys);

// The local name of the root element behind the XML declaration, comments and DOCTYPE; empty if this is not XML.
std::string_view xmlRoot(std::string_view content);
// Where a DOCTYPE declares an entity; npos if none does.
std::size_t xmlEntity(std::string_view content);

// The first `count` lines that are not blank, without line ends.
std::vector<std::string_view> firstLines(std::string_view content, std::size_t count);
// The words of a line, at most `limit` of them.
std::vector<std::string_view> words(std::string_view line, std::size_t limit);
bool isWhole(std::string_view word);   // digits only
bool isNumber(std::string_view word);  // a decimal number, exponent and sign allowed

}  // namespace loom
