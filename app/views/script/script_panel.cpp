#include "app/views/script/script_panel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/session/text.h"
#include "app/theme.h"
#include "app/views/script/code_edit.h"
#include "app/views/script/lua_highlighter.h"

namespace loom {

ScriptPanel::ScriptPanel(Studio* studio, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      script_(&studio->script()),
      edit_(new CodeEdit),
      name_(new QLabel),
      words_(new QLabel),
      new_(new QToolButton),
      open_(new QPushButton(tr("&Open…"))),
      save_(new QPushButton(tr("Save and &run"))),
      saveAs_(new QPushButton(tr("Save &as…"))),
      toMistake_(new QPushButton(tr("&Go there"))) {
    edit_->setObjectName(QStringLiteral("scriptEdit"));
    edit_->setAccessibleName(tr("The scheduler's script"));
    edit_->setAccessibleDescription(tr("Lua. Ctrl+S saves and runs it, F6 leaves the editor."));
    edit_->setText(script_->text());
    edit_->setPlaceholderText(
        tr("A scheduler is a page of Lua: react(ready) places tasks while the run goes on, plan() places all of "
           "them before.\nNew starts from an example, Open takes a script of yours. Ctrl+S saves it and runs it."));
    auto* highlighter = new LuaHighlighter(script_->text());
    connect(this, &QObject::destroyed, highlighter, &QObject::deleteLater);
    name_->setObjectName(QStringLiteral("scriptName"));
    words_->setObjectName(QStringLiteral("scriptWords"));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    new_->setObjectName(QStringLiteral("scriptNew"));
    new_->setText(tr("New"));
    new_->setToolTip(tr("Start from an example, or from nothing"));
    new_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(new_);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillTemplates(menu); });
    new_->setMenu(menu);
    open_->setObjectName(QStringLiteral("scriptOpen"));
    save_->setObjectName(QStringLiteral("scriptSave"));
    save_->setToolTip(tr("Save the script and run the scenario under it (Ctrl+S in the editor)"));
    saveAs_->setObjectName(QStringLiteral("scriptSaveAs"));
    toMistake_->setObjectName(QStringLiteral("scriptGoTo"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QWidget* button : std::initializer_list<QWidget*>{new_, open_, save_, saveAs_}) buttons->addWidget(button);
    buttons->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(words_, 1);
    foot->addWidget(toMistake_, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(buttons);
    layout->addWidget(name_);
    layout->addWidget(edit_, 1);
    layout->addLayout(foot);
    setFocusProxy(edit_);
    connect(open_, &QPushButton::clicked, this, &ScriptPanel::open);
    connect(save_, &QPushButton::clicked, this, &ScriptPanel::saveAndRun);
    connect(saveAs_, &QPushButton::clicked, this, &ScriptPanel::saveAs);
    connect(edit_, &CodeEdit::saveRequested, this, &ScriptPanel::saveAndRun);
    connect(toMistake_, &QPushButton::clicked, this, [this] {
        if (script_->mistake()) edit_->goToLine(script_->mistake()->line);
        edit_->setFocus();
    });
    connect(edit_, &QPlainTextEdit::textChanged, this, &ScriptPanel::refresh);
    for (const auto signal : {&ScriptFile::pathChanged, &ScriptFile::mistakeChanged})
        connect(script_, signal, this, &ScriptPanel::refresh);
    connect(script_, &ScriptFile::modifiedChanged, this, &ScriptPanel::refresh);
    connect(&studio_->document(), &Document::modelChanged, this, &ScriptPanel::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &ScriptPanel::refresh);
    refresh();
}

void ScriptPanel::fillTemplates(QMenu* menu) {
    menu->clear();
    for (const QString& name : ScriptFile::templates()) {
        menu->addAction(tr("As %1").arg(name), this, [this, name] { startFrom(name); });
    }
    menu->addSeparator();
    menu->addAction(tr("Empty"), this, [this] {
        if (mayDiscard()) script_->start({}, {});
        edit_->setFocus();
    });
}

void ScriptPanel::startFrom(const QString& name) {
    if (mayDiscard()) script_->start(ScriptFile::templateText(name), QStringLiteral("my-%1.lua").arg(name));
    edit_->setFocus();
}

bool ScriptPanel::mayDiscard() {
    if (!script_->modified()) return true;
    const QString name = script_->path().isEmpty() ? tr("The new script") : QFileInfo(script_->path()).fileName();
    const auto button =
        QMessageBox::question(window(), tr("Unsaved script"), tr("%1 has changes that are not saved. Save them?").arg(name),
                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (button == QMessageBox::Discard) return true;
    if (button != QMessageBox::Save) return false;
    // Not run: something else is wanted, and a window that closes must not be left with an edited scenario.
    const QString path = script_->path().isEmpty() ? askForPath() : script_->path();
    return !path.isEmpty() && save(path);
}

void ScriptPanel::open() {
    if (!mayDiscard()) return;
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a scheduler's script"), script_->path(), tr("Lua scripts (*.lua)"));
    if (!path.isEmpty()) read(path);
    edit_->setFocus();
}

void ScriptPanel::openFile(const QString& path) {
    if (mayDiscard()) read(path);
    edit_->setFocus();
}

void ScriptPanel::read(const QString& path) {
    QString error;
    if (!script_->open(path, &error)) emit studio_->notice(error);
}

void ScriptPanel::saveAndRun() {
    if (script_->path().isEmpty()) return saveAs();
    saveAndRunAt(script_->path());
}

void ScriptPanel::saveAs() {
    const QString path = askForPath();
    if (!path.isEmpty()) saveAndRunAt(path);
}

QString ScriptPanel::askForPath() {
    const QString folder = toQString(studio_->document().empty() ? std::string() : studio_->document().model().file->baseFolder);
    const QString suggested = script_->suggestedName().isEmpty() ? QStringLiteral("my.lua") : script_->suggestedName();
    const QString start = script_->path().isEmpty() ? QDir(folder).filePath(suggested) : script_->path();
    QString path = QFileDialog::getSaveFileName(this, tr("Save the script"), start, tr("Lua scripts (*.lua)"));
    if (!path.isEmpty() && !path.endsWith(QLatin1String(".lua"))) path += QStringLiteral(".lua");
    return path;
}

bool ScriptPanel::save(const QString& path) {
    QString error;
    if (script_->save(path, &error)) return true;
    emit studio_->notice(error);
    return false;
}

void ScriptPanel::saveAndRunAt(const QString& path) {
    QString error;
    if (save(path) && !studio_->runScript(script_->path(), &error)) emit studio_->notice(error);
}

void ScriptPanel::refresh() {
    const bool nowhere = script_->path().isEmpty();
    QString name =
        nowhere ? (script_->empty() ? tr("No script yet") : tr("New, not saved")) : QFileInfo(script_->path()).fileName();
    if (script_->modified()) name += QStringLiteral(" •");
    const bool runs = !nowhere && !studio_->document().empty() && namesScript(studio_->document().model().file->scheduler) &&
                      script_->path().endsWith(toQString(studio_->document().model().file->scheduler.name));
    name_->setText(runs ? tr("%1 · the scenario's scheduler").arg(name) : name);
    name_->setToolTip(script_->path());
    save_->setEnabled(!script_->empty());
    saveAs_->setEnabled(!script_->empty());
    const auto& mistake = script_->mistake();
    edit_->markWrong(mistake ? mistake->line : 0, mistake ? mistake->text : QString());
    toMistake_->setVisible(mistake && mistake->line > 0);
    words_->setVisible(mistake.has_value());
    if (!mistake) return;
    const QString text = mistake->line > 0 ? tr("Line %1: %2").arg(mistake->line).arg(mistake->text) : mistake->text;
    words_->setText(QStringLiteral("⚠ <span style='color:%1'>%2</span>")
                        .arg(Theme::instance().style(TaskState::failed).outline.name(), text.toHtmlEscaped()));
}

}  // namespace loom
