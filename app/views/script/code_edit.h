// A plain editor for programs: line numbers, the current line, one line marked as wrong, indentation.
#pragma once

#include <QPlainTextEdit>

namespace loom {

// GUI thread. Tab indents by two blanks; Return keeps the indentation. F6 leaves the editor.
class CodeEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeEdit(QWidget* parent = nullptr);

    // Edits this text from now on, in the editor's font; it must outlive the editor.
    void setText(QTextDocument* text);
    // A line from 1; 0 for none.
    void markWrong(int line, const QString& why);
    void goToLine(int line);
    [[nodiscard]] int wrongLine() const { return wrongLine_; }

signals:
    void saveRequested();  // Ctrl+S while it has the focus

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    friend class LineNumbers;
    [[nodiscard]] int numbersWidth() const;
    void paintNumbers(QPaintEvent* event);
    void layOutNumbers();
    void colour();

    QWidget* numbers_;
    int wrongLine_ = 0;
    QString why_;
};

}  // namespace loom
