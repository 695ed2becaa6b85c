#include "core/io/text_escape.h"

#include <cmath>
#include <cstdint>

#include "core/base/units.h"

namespace loom {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The length of the valid sequence at the text's beginning, 0 if there is none.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const auto follows = [&](std::size_t i, std::uint8_t low, std::uint8_t high) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const std::uint8_t first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    if (first < 0xE0) return follows(1, 0x80, 0xBF) ? 2 : 0;
    if (first < 0xF0) {
        const std::uint8_t low = first == 0xE0 ? 0xA0 : 0x80;    // shorter forms
        const std::uint8_t high = first == 0xED ? 0x9F : 0xBF;   // surrogates
        return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
    }
    const std::uint8_t low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;  // up to U+10FFFF
    return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
}

// Calls `take` with one valid sequence after the other.
template <class Take>
void eachCharacter(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        take(length == 0 ? kReplacement : text.substr(0, length));
        text.remove_prefix(length == 0 ? 1 : length);
    }
}

bool isControl(std::string_view character) { return character.size() == 1 && static_cast<std::uint8_t>(character[0]) < 0x20; }

std::string escapedXml(std::string_view character) {
    switch (character[0]) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\t': return "&#9;";
        case '\n': return "&#10;";
        case '\r': return "&#13;";
        default: break;
    }
    // U+FFFE and U+FFFF are no characters of XML either.
    const bool none = isControl(character) || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
    return std::string(none ? kReplacement : character);
}

std::string escapedJson(std::string_view character) {
    constexpr char kDigits[] = "0123456789abcdef";
    switch (character[0]) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: break;
    }
    if (!isControl(character)) return std::string(character);
    const auto code = static_cast<std::uint8_t>(character[0]);
    return std::string("\\u00") + kDigits[code >> 4] + kDigits[code & 15];
}

}  // namespace

std::string validUtf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    eachCharacter(text, [&](std::string_view character) { out += character; });
    return out;
}

std::string xmlText(std::string_view text) {
    std::string out;
    eachCharacter(text, [&](std::string_view character) { out += escapedXml(character); });
    return out;
}

std::string jsonText(std::string_view text) {
    std::string out = "\"";
    eachCharacter(text, [&](std::string_view character) { out += escapedJson(character); });
    return out + "\"";
}

std::string dotText(std::string_view text) {
    std::string out = "\"";
    eachCharacter(text, [&](std::string_view character) {
        if (character == "\"" || character == "\\") out += '\\';
        out += character[0] == '\0' ? kReplacement : character;
    });
    return out + "\"";
}

std::string csvText(std::string_view text) {
    std::string out = validUtf8(text);
    if (out.find_first_of("\",\r\n") == std::string::npos) return out;
    for (std::size_t at = out.find('"'); at != std::string::npos; at = out.find('"', at + 2)) out.insert(at, 1, '"');
    return "\"" + out + "\"";
}

std::string pajeText(std::string_view text) {
    std::string out = "\"";
    eachCharacter(text, [&](std::string_view character) {
        if (isControl(character))
            out += ' ';
        else
            out += character == "\"" ? std::string_view("'") : character;
    });
    return out + "\"";
}

std::string finiteNumber(double value) { return std::isfinite(value) ? exactNumber(value) : "0"; }

}  // namespace loom
