// The scheduler's script that is being written: its text, where it is saved, and where the last run found it wrong.
#pragma once

#include <optional>

#include <QObject>
#include <QString>
#include <QStringList>

class QTextDocument;

namespace loom {

// GUI thread only.
class ScriptFile : public QObject {
    Q_OBJECT

public:
    // A line from 1, 0 when no line can be named.
    struct Mistake {
        int line = 0;
        QString text;
    };
    static constexpr qint64 kMostBytes = 1 << 20;  // what the interpreter takes

    explicit ScriptFile(QObject* parent = nullptr);

    // For an editor that shows it; its own undo history and modified state.
    [[nodiscard]] QTextDocument* text() const { return text_; }
    [[nodiscard]] const QString& path() const { return path_; }  // empty: never saved
    [[nodiscard]] bool modified() const;
    [[nodiscard]] bool empty() const;

    // A new script that is not saved anywhere; `name` is offered when it is.
    void start(const QString& text, const QString& name);
    [[nodiscard]] const QString& suggestedName() const { return name_; }
    // False and one sentence; then everything stays as it is. Text is UTF-8, at most kMostBytes.
    bool open(const QString& path, QString* error);
    // Atomic; on success the path is the script's.
    bool save(const QString& path, QString* error);

    [[nodiscard]] const std::optional<Mistake>& mistake() const { return mistake_; }
    // Reads a run's sentence: a mistake when it is about this script ("my.lua:3: ..."), else nothing happens.
    void takeFailure(const QString& sentence);
    void forgetMistake();

    // The examples to start from: their names, and their text by name.
    static QStringList templates();
    static QString templateText(const QString& name);

signals:
    void pathChanged();
    void modifiedChanged(bool modified);
    void mistakeChanged();

private:
    QTextDocument* text_;
    QString path_, name_;
    std::optional<Mistake> mistake_;
    QString mistaken_;  // the text it was found in
};

}  // namespace loom
