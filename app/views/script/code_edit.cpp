#include "app/views/script/code_edit.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include "app/theme.h"

namespace loom {

// The strip left of the text.
class LineNumbers : public QWidget {
public:
    explicit LineNumbers(CodeEdit* edit) : QWidget(edit), edit_(edit) {}
    [[nodiscard]] QSize sizeHint() const override { return {edit_->numbersWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { edit_->paintNumbers(event); }

private:
    CodeEdit* edit_;
};

CodeEdit::CodeEdit(QWidget* parent) : QPlainTextEdit(parent), numbers_(new LineNumbers(this)) {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::layOutNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int down) {
        if (down != 0)
            numbers_->scroll(0, down);
        else
            numbers_->update(0, area.y(), numbers_->width(), area.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEdit::colour);
    connect(&Theme::instance(), &Theme::changed, this, &CodeEdit::colour);
    layOutNumbers();
    colour();
}

// A document brings a font and tabulators of its own.
void CodeEdit::setText(QTextDocument* text) {
    text->setDefaultFont(font());
    setDocument(text);
    setTabStopDistance(2 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
}

void CodeEdit::markWrong(int line, const QString& why) {
    wrongLine_ = line;
    why_ = why;
    colour();
    numbers_->update();
}

void CodeEdit::goToLine(int line) {
    const QTextBlock block = document()->findBlockByNumber(std::max(1, line) - 1);
    if (!block.isValid()) return;
    setTextCursor(QTextCursor(block));
    centerCursor();
}

int CodeEdit::numbersWidth() const {
    const auto digits = static_cast<int>(QString::number(std::max(10, blockCount())).size());
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * (digits + 2) + 6;
}

void CodeEdit::layOutNumbers() {
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    numbers_->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
}

void CodeEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    layOutNumbers();
}

void CodeEdit::paintNumbers(QPaintEvent* event) {
    const ThemeColors& colors = Theme::instance().colors();
    const StateStyle& failed = Theme::instance().style(TaskState::failed);
    QPainter painter(numbers_);
    painter.fillRect(event->rect(), colors.window);
    const int height = fontMetrics().height();
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom()) break;
        if (!block.isVisible() || area.bottom() < event->rect().top()) continue;
        const int line = block.blockNumber() + 1;
        const bool wrong = line == wrongLine_;
        painter.setPen(wrong ? failed.outline : block.blockNumber() == current ? colors.text : colors.mutedText);
        const QString text = wrong ? failed.glyph + QString::number(line) : QString::number(line);
        painter.drawText(QRectF(0, area.top(), numbers_->width() - 6, height), Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

void CodeEdit::colour() {
    const ThemeColors& colors = Theme::instance().colors();
    QList<QTextEdit::ExtraSelection> selections;
    const auto whole = [&](const QTextCursor& at, const QColor& back) {
        QTextEdit::ExtraSelection selection;
        selection.format.setBackground(back);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = at;
        selection.cursor.clearSelection();
        selections << selection;
    };
    whole(textCursor(), colors.window);
    const QTextBlock wrong = document()->findBlockByNumber(wrongLine_ - 1);
    if (wrongLine_ > 0 && wrong.isValid()) {
        QColor back = Theme::instance().style(TaskState::failed).fill;
        back.setAlphaF(0.22f);
        whole(QTextCursor(wrong), back);
    }
    setExtraSelections(selections);
    numbers_->update();
}

bool CodeEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // The window's keys step the playback and save the scenario; in a program they move the caret and save it.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool moves =
            key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
        if (moves || key->matches(QKeySequence::Save)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip && wrongLine_ > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPoint inText = viewport()->mapFrom(this, help->pos());
        if (cursorForPosition(inText).blockNumber() == wrongLine_ - 1) {
            QToolTip::showText(help->globalPos(), why_, this);
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Save)) return emit saveRequested();
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier) return insertPlainText(QStringLiteral("  "));
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QString line = textCursor().block().text().left(textCursor().positionInBlock());
        qsizetype blanks = 0;
        while (blanks < line.size() && line[blanks] == QLatin1Char(' ')) ++blanks;
        textCursor().insertText(QLatin1Char('\n') + line.left(blanks));
        return ensureCursorVisible();
    }
    QPlainTextEdit::keyPressEvent(event);
}

}  // namespace loom
