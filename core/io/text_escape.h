// Names as they may stand in other formats. What comes in may hold anything: quotes, line ends, bytes that are no UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace loom {

// The text with U+FFFD for every byte that is not part of valid UTF-8 (Unicode 15, table 3-7).
std::string validUtf8(std::string_view text);

// For XML and HTML, between tags and in attributes; characters XML 1.0 does not have become U+FFFD.
std::string xmlText(std::string_view text);
// With its quotes.
std::string jsonText(std::string_view text);
// With its quotes. A backslash is doubled: so Graphviz shows one, and a quote or the end behind it stays what it is.
std::string dotText(std::string_view text);
// Quoted where RFC 4180 asks for it.
std::string csvText(std::string_view text);
// With its quotes, which the format cannot escape: quotes inside become apostrophes, control characters blanks.
std::string pajeText(std::string_view text);

// A number that JSON, DOT and the others read: not finite becomes 0 (nothing that is written is).
std::string finiteNumber(double value);

}  // namespace loom
