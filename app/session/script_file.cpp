#include "app/session/script_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPlainTextDocumentLayout>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTextDocument>

namespace loom {

namespace {
const QString kTemplates = QStringLiteral(":/examples/10-write-your-own");
}  // namespace

ScriptFile::ScriptFile(QObject* parent) : QObject(parent), text_(new QTextDocument(this)) {
    text_->setDocumentLayout(new QPlainTextDocumentLayout(text_));
    connect(text_, &QTextDocument::modificationChanged, this, &ScriptFile::modifiedChanged);
    connect(text_, &QTextDocument::contentsChanged, this, [this] {
        // A line that is being mended is not marked any longer; colouring it counts as a change, too.
        if (mistake_ && text_->toPlainText() != mistaken_) forgetMistake();
    });
}

bool ScriptFile::modified() const { return text_->isModified(); }
bool ScriptFile::empty() const { return path_.isEmpty() && text_->isEmpty(); }

void ScriptFile::start(const QString& text, const QString& name) {
    path_.clear();
    name_ = name;
    text_->setPlainText(text);
    text_->setModified(!text.isEmpty());
    emit pathChanged();
}

bool ScriptFile::open(const QString& path, QString* error) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *error = tr("%1 cannot be read: %2").arg(path, file.errorString());
        return false;
    }
    const QByteArray bytes = file.read(kMostBytes + 1);
    const QString text = QString::fromUtf8(bytes);
    if (bytes.size() > kMostBytes || text.toUtf8() != bytes) {
        *error = bytes.size() > kMostBytes ? tr("%1 is longer than a script may be (1 MB).").arg(path)
                                           : tr("%1 is not a text in UTF-8.").arg(path);
        return false;
    }
    path_ = QFileInfo(path).absoluteFilePath();
    name_ = QFileInfo(path).fileName();
    text_->setPlainText(text);
    text_->setModified(false);
    forgetMistake();
    emit pathChanged();
    return true;
}

bool ScriptFile::save(const QString& path, QString* error) {
    QSaveFile file(path);
    const QByteArray bytes = text_->toPlainText().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        *error = tr("%1 cannot be written: %2").arg(path, file.errorString());
        return false;
    }
    path_ = QFileInfo(path).absoluteFilePath();
    name_ = QFileInfo(path).fileName();
    text_->setModified(false);
    forgetMistake();
    emit pathChanged();
    return true;
}

void ScriptFile::takeFailure(const QString& sentence) {
    if (path_.isEmpty()) return;
    const QString name = QRegularExpression::escape(QFileInfo(path_).fileName());
    const QRegularExpression place(QStringLiteral("(?<![\\w.-])%1(?::(\\d+))?: (.*)").arg(name),
                                   QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = place.match(sentence);
    if (!match.hasMatch()) return;
    mistake_ = Mistake{match.captured(1).toInt(), match.captured(2)};
    mistaken_ = text_->toPlainText();
    emit mistakeChanged();
}

void ScriptFile::forgetMistake() {
    if (!mistake_) return;
    mistake_.reset();
    emit mistakeChanged();
}

QStringList ScriptFile::templates() {
    QStringList names;
    for (const QString& file : QDir(kTemplates).entryList({QStringLiteral("*.lua")}, QDir::Files, QDir::Name))
        names << QFileInfo(file).completeBaseName();
    return names;
}

QString ScriptFile::templateText(const QString& name) {
    QFile file(QStringLiteral("%1/%2.lua").arg(kTemplates, name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace loom
