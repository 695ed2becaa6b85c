#include "core/io/dot_lexer.h"

#include <algorithm>
#include <cctype>

#include "core/io/place.h"

namespace loom {
namespace {

bool wordLetter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

bool DotToken::isWord(std::string_view keyword) const {
    return kind == DotKind::id && !quoted &&
           std::equal(text.begin(), text.end(), keyword.begin(), keyword.end(),
                      [](unsigned char a, char b) { return std::tolower(a) == b; });
}

Error DotLexer::wrong(std::size_t offset, std::string cause) const { return failureAt(placeOf(content_, offset), std::move(cause)); }

// Behind blanks, comments and lines of a C preprocessor; false when a comment does not end.
bool DotLexer::skipBlanks() {
    while (at_ < content_.size()) {
        const std::string_view rest = content_.substr(at_);
        if (std::isspace(static_cast<unsigned char>(rest[0])) != 0) {
            ++at_;
        } else if (rest.starts_with("//") || (rest[0] == '#' && (at_ == 0 || content_[at_ - 1] == '\n'))) {
            at_ = std::min(content_.find('\n', at_), content_.size());
        } else if (rest.starts_with("/*")) {
            const std::size_t end = content_.find("*/", at_ + 2);
            if (end == std::string_view::npos) return false;
            at_ = end + 2;
        } else {
            break;
        }
    }
    return true;
}

Result<DotToken> DotLexer::next() {
    const std::size_t start = at_;
    if (!skipBlanks()) return wrong(start, "a comment does not end");
    DotToken token;
    token.offset = at_;
    if (at_ >= content_.size()) return token;
    const char c = content_[at_];
    const char following = at_ + 1 < content_.size() ? content_[at_ + 1] : '\0';
    if (c == '"') return quotedText();
    if (c == '<') return markup();
    if (c == '-' && (following == '>' || following == '-')) {
        token.kind = following == '>' ? DotKind::arrow : DotKind::line;
        at_ += 2;
        return token;
    }
    if (std::string_view("{}[];,=:+").find(c) != std::string_view::npos) {
        token.kind = DotKind::punctuation;
        token.text = c;
        ++at_;
        return token;
    }
    if (wordLetter(c) || c == '.' || c == '-') return word();
    return wrong(at_, "unexpected '" + std::string(1, std::isprint(static_cast<unsigned char>(c)) != 0 ? c : '?') + "'");
}

// Letters and digits, or a numeral: [-]digits[.digits]. Exponents are read as well, though dot wants quotes around them.
DotToken DotLexer::word() {
    DotToken token;
    token.kind = DotKind::id;
    token.offset = at_;
    const bool numeral = content_[at_] == '-' || content_[at_] == '.' || std::isdigit(static_cast<unsigned char>(content_[at_])) != 0;
    ++at_;
    while (at_ < content_.size()) {
        const char c = content_[at_], last = content_[at_ - 1];
        const bool exponentSign = numeral && (c == '+' || c == '-') && (last == 'e' || last == 'E') && at_ + 1 < content_.size() &&
                                  std::isdigit(static_cast<unsigned char>(content_[at_ + 1])) != 0;
        if (!wordLetter(c) && !(numeral && c == '.') && !exponentSign) break;
        ++at_;
    }
    token.text = content_.substr(token.offset, at_ - token.offset);
    return token;
}

// Only \" is an escape of the language; a backslash before a line end joins the lines.
Result<DotToken> DotLexer::quotedText() {
    DotToken token;
    token.kind = DotKind::id;
    token.quoted = true;
    token.offset = at_;
    for (++at_; at_ < content_.size(); ++at_) {
        const char c = content_[at_], following = at_ + 1 < content_.size() ? content_[at_ + 1] : '\0';
        if (c == '"') {
            ++at_;
            return token;
        }
        if (c == '\\' && following == '"') {
            token.text += '"';
            ++at_;
        } else if (c == '\\' && following == '\n') {
            ++at_;
        } else if (c == '\n' || c == '\r') {
            token.text += ' ';
        } else {
            token.text += c;
        }
    }
    return wrong(token.offset, "a text does not end");
}

// Between angle brackets that match; what is inside stays as it is written.
Result<DotToken> DotLexer::markup() {
    DotToken token;
    token.kind = DotKind::id;
    token.quoted = true;
    token.offset = at_;
    std::size_t depth = 0;
    for (; at_ < content_.size(); ++at_) {
        if (content_[at_] == '<') ++depth;
        if (content_[at_] != '>' || --depth > 0) continue;
        token.text = content_.substr(token.offset + 1, at_ - token.offset - 1);
        ++at_;
        return token;
    }
    return wrong(token.offset, "an HTML text does not end");
}

}  // namespace loom
