// The words of a DOT file: ids, punctuation, comments left out. Inside core/io only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace loom {

enum class DotKind { end, id, arrow, line, punctuation };

struct DotToken {
    DotKind kind = DotKind::end;
    std::string text;     // an id without its quotes or brackets, or one of { } [ ] ; , = : +
    bool quoted = false;  // then it is no keyword
    std::size_t offset = 0;

    [[nodiscard]] bool is(char mark) const { return kind == DotKind::punctuation && text[0] == mark; }
    // Keywords are written in any case.
    [[nodiscard]] bool isWord(std::string_view keyword) const;
};

class DotLexer {
public:
    explicit DotLexer(std::string_view content) : content_(content) {}
    // A text that does not end or a stray letter is refused with line:column.
    Result<DotToken> next();
    [[nodiscard]] Error wrong(std::size_t offset, std::string cause) const;

private:
    [[nodiscard]] bool skipBlanks();
    Result<DotToken> quotedText();
    Result<DotToken> markup();
    DotToken word();

    std::string_view content_;
    std::size_t at_ = 0;
};

}  // namespace loom
