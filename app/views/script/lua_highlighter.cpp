#include "app/views/script/lua_highlighter.h"

#include <QSet>
#include <QTextDocument>
#include <QTextLayout>

#include "app/theme.h"

namespace loom {

namespace {

// A block's state: 0 outside; else 2 * (level of the long bracket + 1), plus 1 in a comment.
constexpr int kOutside = 0;
constexpr int stateOf(int level, bool comment) { return 2 * (level + 1) + (comment ? 1 : 0); }

const QSet<QStringView>& keywords() {
    static const QSet<QStringView> words = {u"and",      u"break",  u"do",   u"else", u"elseif", u"end",  u"false", u"for",
                                            u"function", u"goto",   u"if",   u"in",   u"local",  u"nil",  u"not",   u"or",
                                            u"repeat",   u"return", u"then", u"true", u"until",  u"while"};
    return words;
}

// What sim/script offers, and what a script defines for it.
const QSet<QStringView>& calls() {
    static const QSet<QStringView> words = {u"plan", u"react",    u"explain", u"tasks",     u"nodes",    u"estimate",
                                            u"data", u"schedule", u"place",   u"can_place", u"priority", u"insertion"};
    return words;
}

// The level of a long bracket that opens at `at`, -1 when none does.
int longBracket(const QString& text, int at) {
    if (at >= text.size() || text[at] != u'[') return -1;
    int level = 0;
    while (at + 1 + level < text.size() && text[at + 1 + level] == u'=') ++level;
    return at + 1 + level < text.size() && text[at + 1 + level] == u'[' ? level : -1;
}

bool inWord(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

}  // namespace

LuaHighlighter::LuaHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {
    recolour();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        recolour();
        rehighlight();
    });
}

void LuaHighlighter::recolour() {
    const Theme& theme = Theme::instance();
    const ThemeColors& colors = theme.colors();
    const QColor inks[] = {
        colors.text,      colors.accent, theme.style(TaskState::retry).outline, theme.style(TaskState::done).outline,
        colors.mutedText, colors.warning};
    for (std::size_t i = 0; i < std::size(formats_); ++i) {
        formats_[i] = QTextCharFormat();
        formats_[i].setForeground(inks[i]);
        formats_[i].setProperty(QTextFormat::UserProperty, static_cast<int>(i));
    }
    formats_[static_cast<int>(Kind::keyword)].setFontWeight(QFont::Bold);
    formats_[static_cast<int>(Kind::comment)].setFontItalic(true);
}

void LuaHighlighter::paint(int from, int length, Kind kind) { setFormat(from, length, formats_[static_cast<int>(kind)]); }

int LuaHighlighter::finishLong(const QString& text, int from, int state) {
    const QString close = u']' + QString(state / 2 - 1, u'=') + u']';
    const qsizetype found = text.indexOf(close, from);
    const auto end = static_cast<int>(found < 0 ? text.size() : found + close.size());
    setCurrentBlockState(found < 0 ? state : kOutside);
    return end;
}

void LuaHighlighter::highlightBlock(const QString& text) {
    int at = 0;
    const auto size = static_cast<int>(text.size());
    setCurrentBlockState(kOutside);
    if (const int before = std::max(kOutside, previousBlockState()); before != kOutside) {
        at = finishLong(text, 0, before);
        paint(0, at, before % 2 == 1 ? Kind::comment : Kind::text);
    }
    while (at < size) {
        const int begin = at;
        const QChar c = text[at];
        const bool comment = c == u'-' && at + 1 < size && text[at + 1] == u'-';
        const int level = longBracket(text, comment ? at + 2 : at);
        if (level >= 0) {
            at = finishLong(text, (comment ? at + 2 : at) + level + 2, stateOf(level, comment));
            paint(begin, at - begin, comment ? Kind::comment : Kind::text);
        } else if (comment) {
            at = size;
            paint(begin, at - begin, Kind::comment);
        } else if (c == u'"' || c == u'\'') {
            for (++at; at < size && text[at] != c; ++at)
                if (text[at] == u'\\') ++at;
            at = std::min(at + 1, size);
            paint(begin, at - begin, Kind::text);
        } else if (c.isDigit()) {
            while (at < size && (inWord(text[at]) || text[at] == u'.')) ++at;
            paint(begin, at - begin, Kind::number);
        } else if (inWord(c)) {
            while (at < size && inWord(text[at])) ++at;
            const QStringView word = QStringView(text).mid(begin, at - begin);
            // A field of something else is not the function of that name.
            const bool field = begin > 0 && (text[begin - 1] == u'.' || text[begin - 1] == u':');
            if (keywords().contains(word))
                paint(begin, at - begin, Kind::keyword);
            else if (!field && calls().contains(word))
                paint(begin, at - begin, Kind::call);
        } else {
            ++at;
        }
    }
}

LuaHighlighter::Kind LuaHighlighter::kindAt(int line, int column) const {
    const QTextBlock block = document()->findBlockByNumber(line);
    for (const QTextLayout::FormatRange& range : block.layout()->formats())
        if (column >= range.start && column < range.start + range.length)
            return static_cast<Kind>(range.format.property(QTextFormat::UserProperty).toInt());
    return Kind::plain;
}

}  // namespace loom
