// The toolbar: playback, speed, scheduler, network, answer, fork and crash.
#include <algorithm>

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolBar>
#include <QToolButton>

#include "app/icons.h"
#include "app/main_window.h"
#include "app/session/text.h"
#include "app/views/canvas/keep_keys.h"
#include "app/views/form/scheduler_names.h"

namespace loom {

namespace {

constexpr std::size_t kMostInMenu = 40;  // nodes listed one by one; beyond, the selection is used

QComboBox* addCombo(QToolBar* bar, const QString& label, const QString& name, bool editable) {
    auto* text = new QLabel(label, bar);
    text->setContentsMargins(8, 0, 4, 0);
    bar->addWidget(text);
    auto* combo = new QComboBox(bar);
    combo->setObjectName(name);
    combo->setAccessibleName(label);
    combo->setEditable(editable);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setSizeAdjustPolicy(editable ? QComboBox::AdjustToMinimumContentsLengthWithIcon : QComboBox::AdjustToContents);
    combo->setMinimumContentsLength(editable ? 14 : 8);
    new KeepKeys(combo);
    text->setBuddy(combo);
    bar->addWidget(combo);
    return combo;
}

}  // namespace

void MainWindow::buildToolbar() {
    toolbar_ = addToolBar(tr("Playback and choices"));
    toolbar_->setObjectName(QStringLiteral("toolbar"));
    toolbar_->setMovable(false);
    toolbar_->setIconSize({20, 20});
    for (const char* name : {"toStart", "stepBack", "play", "stepForward", "toEnd"}) {
        toolbar_->addAction(words_->findChild<QAction*>(QLatin1String(name)));
    }
    auto* label = new QLabel(tr("Speed"), toolbar_);
    label->setContentsMargins(8, 0, 4, 0);
    toolbar_->addWidget(label);
    speed_ = new QSlider(Qt::Horizontal, toolbar_);
    speed_->setObjectName(QStringLiteral("speedSlider"));
    speed_->setAccessibleName(tr("Playback speed"));
    speed_->setRange(Playback::kSlowest, Playback::kMax);
    speed_->setFixedWidth(110);
    new KeepKeys(speed_);
    toolbar_->addWidget(speed_);
    speedText_ = new QLabel(toolbar_);
    speedText_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("×1/64 · 000 ms/s")));
    speedText_->setContentsMargins(6, 0, 0, 0);
    toolbar_->addWidget(speedText_);
    connect(speed_, &QSlider::valueChanged, &studio_.playback(), &Playback::setGear);
    toolbar_->addSeparator();

    scheduler_ = addCombo(toolbar_, tr("Scheduler"), QStringLiteral("schedulerCombo"), true);
    addSchedulerNames(scheduler_);
    scheduler_->insertSeparator(scheduler_->count());
    scheduler_->addItem(tr("A script …"));
    connect(scheduler_, &QComboBox::activated, this, [this](int index) {
        if (index == scheduler_->count() - 1) return chooseScript();
        schedulerChosen();
    });
    connect(scheduler_->lineEdit(), &QLineEdit::returnPressed, this, [this] { schedulerChosen(); });
    toolbar_->addAction(words_->findChild<QAction*>(QStringLiteral("schedulerForm")));
    network_ = addCombo(toolbar_, tr("Network"), QStringLiteral("networkCombo"), false);
    network_->addItems({QStringLiteral("unshared"), QStringLiteral("fair-share"), QStringLiteral("max-min"),
                        QStringLiteral("max-min[tcp=cm02]"), QStringLiteral("max-min[tcp=lv08]")});
    connect(network_, &QComboBox::textActivated, this, [this] { networkChosen(); });
    answer_ = addCombo(toolbar_, tr("Answer"), QStringLiteral("answerCombo"), false);
    answer_->addItems({tr("Formula"), tr("Simulation"), tr("Real run")});
    connect(answer_, &QComboBox::activated, this, [this](int index) {
        studio_.setAnswer(static_cast<Answer>(index));
        for (QDockWidget* dock : docks_) {
            if (dock->objectName() == QLatin1String("answersDock")) dock->raise();
        }
    });
    toolbar_->addSeparator();
    auto* fork = new QToolButton(toolbar_);
    fork->setObjectName(QStringLiteral("forkButton"));
    fork->setText(tr("Fork"));
    fork->setToolTip(tr("The same past, another future from here (F)"));
    fork->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fork->setPopupMode(QToolButton::InstantPopup);
    fork->setProperty("iconName", QStringLiteral("fork"));
    auto* forkMenu = new QMenu(fork);
    connect(forkMenu, &QMenu::aboutToShow, this, [this, forkMenu] { fillForkMenu(forkMenu); });
    fork->setMenu(forkMenu);
    auto* forkKey = new QAction(tr("Fork here"), words_);
    forkKey->setShortcut(QKeySequence(Qt::Key_F));
    connect(forkKey, &QAction::triggered, fork, &QToolButton::showMenu);
    addAction(forkKey);
    toolbar_->addWidget(fork);
    auto* crash = new QToolButton(toolbar_);
    crash->setDefaultAction(words_->findChild<QAction*>(QStringLiteral("crash")));
    crash->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    crash->setObjectName(QStringLiteral("crashButton"));
    toolbar_->addWidget(crash);
}

void MainWindow::fillForkMenu(QMenu* menu) {
    menu->clear();
    ViewState& view = studio_.view();
    if (view.replay() == nullptr) return;
    const Platform& platform = *view.run()->scenario->platform;
    const Time at = view.cursor();
    const Time pause = Time::fromNanoseconds(std::max<std::int64_t>(1, view.end().nanoseconds() / 10));
    menu->addSection(tr("At %1").arg(momentText(at)));
    QMenu* crashes = menu->addMenu(tr("Crash"));
    QMenu* repairs = menu->addMenu(tr("Crash, back after %1").arg(momentText(pause)));
    QMenu* slow = menu->addMenu(tr("Four times slower"));
    std::size_t listed = 0;
    for (std::uint32_t i = 0; i < platform.nodeCount(); ++i) {
        const NodeId node(i);
        if (!platform.computes(node) || !view.replay()->nodes()[i].up) continue;
        if (++listed > kMostInMenu && node != view.selectedNode()) continue;
        const QString name = toQString(platform.node(node).name);
        crashes->addAction(name, this, [this, node, at] { studio_.crash(node, at); });
        repairs->addAction(name, this, [this, node, at, pause] { studio_.crash(node, at, pause); });
        slow->addAction(name, this, [this, node, at] { studio_.slowDown(node, at, 4); });
    }
}

void MainWindow::crashSelected() {
    ViewState& view = studio_.view();
    NodeId node = view.selectedNode();
    if (!node.valid() && view.selectedTask().valid() && view.replay() != nullptr) {
        node = view.replay()->tasks()[view.selectedTask().index()].node;
    }
    if (!node.valid()) node = view.hoveredNode();
    if (!node.valid()) return showMessage(tr("Select a node first, or a task that is placed on one."));
    studio_.crash(node, view.cursor());
}

void MainWindow::schedulerChosen() {
    const QString text = scheduler_->currentText().trimmed();
    if (studio_.document().empty() || text == QString::fromStdString(studio_.document().model().file->scheduler.text())) return;
    QString error;
    if (studio_.setScheduler(text, &error)) return messageBar_->hide();
    showMessage(error);
    showChoices();
}

// A scheduler of the user's own.
void MainWindow::chooseScript() {
    showChoices();
    if (studio_.document().empty()) return;
    const QString folder = QString::fromStdString(studio_.document().model().file->baseFolder);
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a scheduler's script"), folder, tr("Lua scripts (*.lua)"));
    if (path.isEmpty()) return;
    QString error;
    if (studio_.runScript(path, &error)) return messageBar_->hide();
    showMessage(error);
    showChoices();
}

void MainWindow::networkChosen() {
    const QString text = network_->currentText();
    if (studio_.document().empty() || text == QString::fromStdString(studio_.document().model().file->network.text())) return;
    QString error;
    if (!studio_.setNetwork(text, &error)) showMessage(error);
}

void MainWindow::showChoices() {
    if (studio_.document().empty()) return;
    const ScenarioFile& file = *studio_.document().model().file;
    const QString scheduler = QString::fromStdString(file.scheduler.text());
    const QSignalBlocker blockScheduler(scheduler_), blockNetwork(network_), blockAnswer(answer_);
    scheduler_->setCurrentIndex(scheduler_->findText(scheduler));
    scheduler_->setEditText(scheduler);
    const QString network = QString::fromStdString(file.network.text());
    if (network_->findText(network) < 0) network_->addItem(network);
    network_->setCurrentIndex(network_->findText(network));
    answer_->setCurrentIndex(static_cast<int>(studio_.answer()));
}

void MainWindow::showSpeed() {
    const Playback& playback = studio_.playback();
    const QSignalBlocker block(speed_);
    const int gear = playback.gear();
    speed_->setValue(gear);
    if (gear >= Playback::kMax) return speedText_->setText(tr("Max"));
    const QString factor = gear < 0 ? QStringLiteral("×1/%1").arg(1 << -gear) : QStringLiteral("×%1").arg(1 << gear);
    const double speed = playback.speed();
    speedText_->setText(
        speed > 0 ? QStringLiteral("%1 · %2/s")
                        .arg(factor, QString::fromStdString(formatQuantity(std::stod(formatNumber(speed, 2)), Dimension::time)))
                  : factor);
}

void MainWindow::showPlaying() {
    const bool playing = studio_.playback().playing();
    play_->setText(playing ? tr("&Pause") : tr("&Play"));
    play_->setToolTip(playing ? tr("Pause (Space)") : tr("Play (Space)"));
    play_->setProperty("iconName", playing ? QStringLiteral("pause") : QStringLiteral("play"));
    play_->setIcon(themedIcon(play_->property("iconName").toString()));
}

void MainWindow::setIcons() {
    for (QAction* action : words_->findChildren<QAction*>()) {
        const QString icon = action->property("iconName").toString();
        if (!icon.isEmpty()) action->setIcon(themedIcon(icon));
    }
    for (QToolButton* button : toolbar_->findChildren<QToolButton*>()) {
        const QString icon = button->property("iconName").toString();
        if (!icon.isEmpty()) button->setIcon(themedIcon(icon));
    }
}

}  // namespace loom
