#include "app/session/document.h"

#include <QDir>
#include <QFileInfo>
#include <QUndoCommand>

namespace loom {

class ModelCommand : public QUndoCommand {
public:
    ModelCommand(Document* document, Model after, const QString& text, int mergeKey)
        : QUndoCommand(text), document_(document), before_(document->model()), after_(std::move(after)), mergeKey_(mergeKey) {}

    void undo() override { document_->set(before_, {}); }
    void redo() override { document_->set(after_, text()); }
    [[nodiscard]] int id() const override { return mergeKey_; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const ModelCommand*>(other);
        if (next == nullptr || next->mergeKey_ != mergeKey_) return false;
        after_ = next->after_;
        setText(next->text());
        return true;
    }

private:
    Document* document_;
    Model before_, after_;
    int mergeKey_;
};

Document::Document(QObject* parent) : QObject(parent) {}

Document::~Document() {
    // The stack reports as it is emptied; by then nobody of ours may be called.
    undo_.disconnect(this);
}

void Document::reset(FilePtr file, const QString& path) {
    undo_.clear();
    path_ = path;
    emit pathChanged();
    saved_ = {std::move(file), {}};
    set(saved_, {});
}

QString Document::title() const {
    if (model_.file && !model_.file->name.empty()) return QString::fromStdString(model_.file->name);
    return path_.isEmpty() ? tr("Untitled") : QFileInfo(path_).completeBaseName();
}

void Document::edit(Model after, const QString& text, int mergeKey) {
    if (after == model_) return;
    undo_.push(new ModelCommand(this, std::move(after), text, mergeKey));
}

void Document::takeBack() {
    const Model now = model_;
    while (model_ == now && undo_.canUndo()) undo_.undo();
}

bool Document::canSaveInPlace() const {
    if (path_.isEmpty() || empty()) return false;
    const auto* reference = std::get_if<FileReference>(&model_.file->workload);
    if (reference == nullptr) return true;
    const QDir base(QString::fromStdString(model_.file->baseFolder.empty() ? "." : model_.file->baseFolder));
    return QFileInfo(base.absoluteFilePath(QString::fromStdString(reference->path))) != QFileInfo(path_);
}

bool Document::save(const QString& path, QString* error) {
    ScenarioFile file = *effective_;
    // References are relative to the scenario's folder; saved elsewhere they must still point to the same files.
    const QString folder = QFileInfo(path).absolutePath();
    const QDir base(QString::fromStdString(file.baseFolder.empty() ? "." : file.baseFolder));
    const auto move = [&](std::string& reference) {
        const QString old = QString::fromStdString(reference);
        if (old.isEmpty() || QFileInfo(old).isAbsolute()) return;
        reference = QDir(folder).relativeFilePath(base.absoluteFilePath(old)).toStdString();
    };
    if (auto* workload = std::get_if<FileReference>(&file.workload)) move(workload->path);
    if (auto* platform = std::get_if<FileReference>(&file.platform)) move(platform->path);
    move(file.real.images);
    const Status saved = saveScenarioFile(file, path.toStdString());
    if (!saved) {
        *error = QString::fromStdString(saved.error().text());
        return false;
    }
    if (path_ != path) {
        path_ = path;
        emit pathChanged();
    }
    saved_ = model_;
    emit modifiedChanged(false);
    return true;
}

FilePtr Document::effectiveOf(const Model& model) {
    return model.whatIf.neutral() ? model.file : std::make_shared<const ScenarioFile>(applyWhatIf(*model.file, model.whatIf));
}

void Document::set(const Model& model, const QString& edit) {
    model_ = model;
    lastEdit_ = edit;
    effective_ = effectiveOf(model);
    emit modelChanged();
    emit modifiedChanged(modified());
}

}  // namespace loom
