#include "app/main_window.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/icons.h"
#include "app/language.h"
#include "app/theme.h"
#include "app/views/charts/charts_panel.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/compare/compare_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/script/script_panel.h"
#include "app/views/timeline/timeline_view.h"
#include "app/views/topology/topology_view.h"

namespace loom {

MainWindow::MainWindow(Remember remember, QWidget* parent) : QMainWindow(parent), remember_(remember) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setWindowIcon(programIcon());
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    buildCanvas();
    resize(1440, 900);
    rebuild();
    connectStudio();
    connectOpening();
    restoreRemembered();
    dag_->setFocus();
}

MainWindow::~MainWindow() {
    // The views listen to the studio, which goes before them.
    disconnect(&studio_, nullptr, this, nullptr);
    pictures_->disconnect(this);
    delete words_;
    for (QDockWidget* dock : docks_) delete dock;
    delete takeCentralWidget();
}

void MainWindow::buildCanvas() {
    dag_ = new DagView(&studio_.view());
    timeline_ = new TimelineView(&studio_.view());
    cluster_ = new ClusterView(&studio_.view(), this);
    topology_ = new TopologyView(&studio_.view(), &studio_.network());
    pictures_ = new QTabWidget;
    pictures_->setObjectName(QStringLiteral("pictures"));
    pictures_->setDocumentMode(true);
    pictures_->addTab(dag_, QString());
    pictures_->addTab(topology_, QString());
    canvas_ = new QSplitter(Qt::Vertical);
    canvas_->addWidget(pictures_);
    canvas_->addWidget(timeline_);
    canvas_->setStretchFactor(0, 3);
    canvas_->setStretchFactor(1, 2);
    canvas_->setChildrenCollapsible(false);
    messageBar_ = new QFrame;
    messageBar_->setObjectName(QStringLiteral("messageBar"));
    messageBar_->setFrameShape(QFrame::StyledPanel);
    messageText_ = new QLabel;
    messageText_->setObjectName(QStringLiteral("messageText"));
    messageText_->setWordWrap(true);
    messageText_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setObjectName(QStringLiteral("messageClose"));
    auto* line = new QHBoxLayout(messageBar_);
    line->setContentsMargins(8, 4, 4, 4);
    line->addWidget(messageText_, 1);
    line->addWidget(close);
    messageBar_->hide();
    connect(close, &QToolButton::clicked, messageBar_, &QWidget::hide);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(messageBar_);
    layout->addWidget(canvas_, 1);
    setCentralWidget(centre);
    const auto crash = [this](NodeId node, Time time) { studio_.crash(node, time); };
    connect(dag_, &DagView::crashRequested, this, crash);
    connect(timeline_, &TimelineView::crashRequested, this, crash);
    connect(cluster_, &ClusterView::crashRequested, this, crash);
    connect(topology_, &TopologyView::crashRequested, this, crash);
    connect(&Theme::instance(), &Theme::changed, this, [this] { setIcons(); });
    connect(pictures_, &QTabWidget::currentChanged, this, &MainWindow::pictureChanged);
}

void MainWindow::rebuild() {
    const QByteArray layout = docks_.isEmpty() ? QByteArray() : saveState();
    cluster_->setParent(this);
    delete words_;
    qDeleteAll(docks_);
    docks_.clear();
    delete toolbar_;
    menuBar()->clear();
    words_ = new QObject(this);
    buildCompareView();
    buildMenus();
    buildToolbar();
    buildDocks();
    buildStatus();
    dag_->setAccessibleName(tr("Task graph"));
    timeline_->setAccessibleName(tr("Timeline of the nodes"));
    cluster_->setAccessibleName(tr("Cluster"));
    topology_->setAccessibleName(tr("Network"));
    pictures_->setTabText(0, tr("Task graph"));
    pictures_->setTabText(1, tr("Network"));
    if (layout.isEmpty())
        firstLayout_ = saveState();
    else
        restoreState(layout);
    setIcons();
    showChoices();
    showSpeed();
    showPlaying();
    showTitle();
    showStatus();
}

void MainWindow::connectStudio() {
    Document& document = studio_.document();
    connect(&document, &Document::modelChanged, this, &MainWindow::showChoices);
    connect(&document, &Document::modelChanged, this, &MainWindow::showTitle);
    connect(&document, &Document::pathChanged, this, &MainWindow::showTitle);
    connect(&document, &Document::modifiedChanged, this, &MainWindow::showTitle);
    connect(&studio_, &Studio::answerChanged, this, &MainWindow::showChoices);
    connect(&studio_, &Studio::answerChanged, this, &MainWindow::showFormula);
    connect(&studio_, &Studio::answersChanged, this, &MainWindow::showFormula);
    connect(&studio_, &Studio::failed, this, &MainWindow::showMessage);
    connect(&studio_, &Studio::notice, this, &MainWindow::showMessage);
    connect(&studio_.playback(), &Playback::playingChanged, this, &MainWindow::showPlaying);
    connect(&studio_.playback(), &Playback::speedChanged, this, &MainWindow::showSpeed);
    connect(&studio_.engine(), &Engine::busyChanged, this, &MainWindow::showBusy);
    connect(&studio_.comparison(), &Comparison::linkedChanged, this,
            [this] { link_->setChecked(studio_.comparison().linked()); });
    // What is undone is seen.
    connect(&studio_.comparison(), &Comparison::sidesRestored, this, [this] {
        if (pictures_->currentWidget() != compare_) showCompare();
    });
    connect(dag_, &DagView::statusChanged, this, &MainWindow::showNotices);
    connect(&studio_.view(), &ViewState::runChanged, this, &MainWindow::showNotices);
    statusTimer_.setInterval(100);
    connect(&statusTimer_, &QTimer::timeout, this, [this] {
        showStatus();
        showBusy();
    });
    statusTimer_.start();
}

bool MainWindow::ready() {
    const RunEntry* entry = studio_.runs().byRun(studio_.view().run());
    return entry != nullptr && !studio_.engine().busy();
}

void MainWindow::finishRendering() {
    dag_->finishRendering();
    timeline_->finishRendering();
    compare_->finishRendering();
    charts_->finishRendering();
    showStatus();
    showBusy();
    showNotices();
}

void MainWindow::showMessage(const QString& sentence) {
    if (sentence.isEmpty()) return;
    messageText_->setText(sentence);
    messageBar_->show();
}

void MainWindow::showFormula() {
    const RunEntry* entry = studio_.simulated();
    const bool shown = studio_.answer() == Answer::formula && entry != nullptr && entry->digest && entry->digest->formulas;
    const double total = shown ? entry->digest->formulas->makespan.serialTotal : 0;
    charts_->setFormula(total);
    // The formula's end may lie far beyond the run's: make room for both, or go back.
    const Time formula = Time::fromSeconds(total);
    ViewState& view = studio_.view();
    if (shown && !formula.isNever() && formula > view.rangeEnd())
        view.setRange(Time::zero(), Time::fromSeconds(total * 1.02));
    else if (!shown && view.rangeEnd() > view.end())
        view.fitRange();
}

void MainWindow::showTitle() {
    const Document& document = studio_.document();
    setWindowTitle(document.empty() ? QStringLiteral("Clusterloom") : document.title() + QStringLiteral("[*] – Clusterloom"));
    setWindowModified(document.modified());
    setWindowFilePath(document.path());
    showStatus();
}

bool MainWindow::save() {
    const QString path = studio_.document().path();
    if (!studio_.document().canSaveInPlace()) return saveAs();
    QString error;
    if (studio_.document().save(path, &error)) return true;
    showMessage(error);
    return false;
}

bool MainWindow::saveAs() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save scenario"), studio_.document().path(), tr("Scenario (*.json)"));
    if (path.isEmpty()) return false;
    if (!path.endsWith(QLatin1String(".json"))) path += QStringLiteral(".json");
    QString error;
    if (!studio_.document().save(path, &error)) {
        showMessage(error);
        return false;
    }
    rememberRecent(path);
    return true;
}

bool MainWindow::mayDiscard() {
    if (!studio_.document().modified()) return true;
    const auto button = QMessageBox::question(this, tr("Unsaved changes"),
                                              tr("%1 has changes that are not saved. Save them?").arg(studio_.document().title()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (button == QMessageBox::Save) return save();
    return button == QMessageBox::Discard;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    // Tests and pictures are never asked.
    if (remember_ == Remember::yes && !(mayDiscard() && script_->mayDiscard())) return event->ignore();
    storeRemembered();
    studio_.playback().setPlaying(false);
    studio_.engine().cancel();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) rebuild();
    QMainWindow::changeEvent(event);
}

void MainWindow::setDark(bool dark) {
    Theme::instance().setDark(dark);
    if (remember_ == Remember::yes) QSettings().setValue(QStringLiteral("dark"), dark);
}

void MainWindow::setLanguage(const QString& code) {
    if (code == language_) return;
    language_ = code;
    if (!installLanguage(code)) return showMessage(tr("The translation for %1 is not there.").arg(languageName(code)));
}

void MainWindow::restoreRemembered() {
    if (remember_ == Remember::no) return;
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("layout")).toByteArray());
    canvas_->restoreState(settings.value(QStringLiteral("canvas")).toByteArray());
}

void MainWindow::storeRemembered() {
    if (remember_ == Remember::no) return;
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("layout"), saveState());
    settings.setValue(QStringLiteral("canvas"), canvas_->saveState());
}

}  // namespace loom
