// Colours of Lua: keywords, texts, comments, numbers, and what schedulers call.
#pragma once

#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace loom {

// GUI thread. Colours follow the theme. Long brackets ([[ ]], --[[ ]], [==[ ]==]) go on over lines.
class LuaHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit LuaHighlighter(QTextDocument* document);

    enum class Kind { plain, keyword, call, text, comment, number };
    // What stands at `column` of a line (from 0); for tests. Colours the line first.
    [[nodiscard]] Kind kindAt(int line, int column) const;

protected:
    void highlightBlock(const QString& text) override;

private:
    void recolour();
    void paint(int from, int length, Kind kind);
    // Goes on in a long bracket begun before; returns where it ends, or the end of the line.
    int finishLong(const QString& text, int from, int state);

    QTextCharFormat formats_[6];
};

}  // namespace loom
