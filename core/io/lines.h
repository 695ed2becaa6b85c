// Text formats line by line: views into the content, so that the place of any word can be said. Inside core/io only.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/place.h"

namespace loom {

// Walks over the lines of a text, without line ends; the last one needs none.
class Lines {
public:
    explicit Lines(std::string_view content) : content_(content) {}

    bool next(std::string_view& line) {
        if (at_ >= content_.size()) return false;
        const std::size_t end = std::min(content_.find('\n', at_), content_.size());
        line = content_.substr(at_, end - at_);
        while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        at_ = end + 1;
        return true;
    }
    // True when the line given last was the last one of the content and had no line end: it may have been cut.
    [[nodiscard]] bool unended() const { return at_ > content_.size(); }
    // What is wrong with a word of the content.
    [[nodiscard]] Error wrong(std::string_view word, std::string cause) const {
        return failureAt(placeOf(content_, static_cast<std::size_t>(word.data() - content_.data())), std::move(cause));
    }

private:
    std::string_view content_;
    std::size_t at_ = 0;
};

// The words of a line, split at blanks, into a vector that is used again.
inline void splitWords(std::string_view line, std::vector<std::string_view>& words) {
    words.clear();
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') {
            ++at;
            continue;
        }
        const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end;
    }
}

// The fields of a line between separators, blanks around them taken off; always one more than separators.
inline void splitFields(std::string_view line, char separator, std::vector<std::string_view>& fields) {
    fields.clear();
    for (;;) {
        const std::size_t end = std::min(line.find(separator), line.size());
        std::string_view field = line.substr(0, end);
        while (!field.empty() && (field.front() == ' ' || field.front() == '\t')) field.remove_prefix(1);
        while (!field.empty() && (field.back() == ' ' || field.back() == '\t' || field.back() == '\r')) field.remove_suffix(1);
        fields.push_back(field);
        if (end == line.size()) return;
        line.remove_prefix(end + 1);
    }
}

// A finite decimal number, with or without sign and exponent; nothing else.
inline std::optional<double> finiteNumber(std::string_view word) {
    if (word.starts_with("+")) word.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || !std::isfinite(value)) return {};
    return value;
}

// A whole number without sign; "12846.0" is one too.
inline std::optional<std::uint64_t> wholeNumber(std::string_view word) {
    std::uint64_t whole = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), whole);
    if (error == std::errc{} && end == word.data() + word.size()) return whole;
    const std::optional<double> value = finiteNumber(word);
    if (!value || *value < 0 || *value >= 1.8e19 || *value != std::floor(*value)) return {};
    return static_cast<std::uint64_t>(*value);
}

// A stranger's word in a message: short enough to read.
inline std::string shown(std::string_view word) { return "'" + std::string(word.substr(0, 60)) + (word.size() > 60 ? "...'" : "'"); }

}  // namespace loom
