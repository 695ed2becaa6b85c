// The scenario being worked on: what it is, where it is saved, and every edit undoable.
#pragma once

#include <memory>

#include <QObject>
#include <QString>
#include <QUndoStack>

#include "app/session/what_if.h"
#include "core/scenario/scenario.h"

namespace loom {

using FilePtr = std::shared_ptr<const ScenarioFile>;

// The scenario as opened or edited, and the sliders laid over it. Cheap to copy and to compare: undoing gives back the
// very same object, so a run made from it is found again.
struct Model {
    FilePtr file;
    WhatIf whatIf;
    friend bool operator==(const Model&, const Model&) = default;
};

// GUI thread only.
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    // Replaces everything and forgets the undo history. `path` is empty for a scenario that was never saved.
    void reset(FilePtr file, const QString& path);
    [[nodiscard]] bool empty() const { return model_.file == nullptr; }
    [[nodiscard]] const Model& model() const { return model_; }
    // What is simulated and saved: the file with the sliders applied.
    [[nodiscard]] FilePtr effective() const { return effective_; }
    [[nodiscard]] const QString& path() const { return path_; }
    // For people: the scenario's name, else the file's.
    [[nodiscard]] QString title() const;
    // It is another scenario than the one last opened or saved. Steps that are not edits of the scenario (the panes of the
    // comparison) stand in the same history and change nothing of this.
    [[nodiscard]] bool modified() const { return model_ != saved_; }
    [[nodiscard]] QUndoStack& undoStack() { return undo_; }

    // The file of a model with its sliders applied.
    [[nodiscard]] static FilePtr effectiveOf(const Model& model);

    // One undoable edit. Edits in a row with the same `mergeKey` (>= 0) are one step: a slider's drag.
    void edit(Model after, const QString& text, int mergeKey = -1);
    // What the edit that made the model is called; empty after an undo.
    [[nodiscard]] const QString& lastEdit() const { return lastEdit_; }
    // Undoes the edit that made the model, and what stands above it in the history.
    void takeBack();
    // An edited copy of the file, the sliders kept.
    template <class Change>
    void editFile(const QString& text, Change change) {
        auto file = std::make_shared<ScenarioFile>(*model_.file);
        change(*file);
        edit({std::move(file), model_.whatIf}, text);
    }

    // False when there is no path yet, or it is the workflow the scenario was made of: that is not written over.
    [[nodiscard]] bool canSaveInPlace() const;
    // Atomic. On success the path is the document's and it is unmodified. On failure one sentence.
    bool save(const QString& path, QString* error);

signals:
    void modelChanged();
    void pathChanged();
    void modifiedChanged(bool modified);

private:
    friend class ModelCommand;
    void set(const Model& model, const QString& edit);

    Model model_, saved_;
    QString lastEdit_;
    FilePtr effective_;
    QString path_;
    QUndoStack undo_;
};

}  // namespace loom
