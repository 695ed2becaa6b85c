// The window by real clicks and keys, offscreen.
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QSlider>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolBar>
#include <QTreeWidget>
#include <QtTest>

#include "app/main_window.h"
#include "app/picture.h"
#include "app/theme.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/scrubber_view.h"

using namespace loom;

namespace {

FilePtr scenario() {
    ScenarioFile file;
    file.name = "test";
    file.workload = Spec{"cholesky", {{"tiles", "6"}}};
    file.platform = Spec{"star", {{"nodes", "4"}}};
    return std::make_shared<const ScenarioFile>(file);
}

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;

    Studio& studio() { return window_->studio(); }
    ViewState& view() { return window_->studio().view(); }
    template <class Widget>
    Widget* child(const char* name) {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    bool waitForRun() {
        return QTest::qWaitFor([&] { return window_->ready(); }, 20'000);
    }
    bool waitForAnotherRun(const RunPtr& before) {
        return QTest::qWaitFor([&] { return view().run() != before && window_->ready(); }, 20'000);
    }
    DagView* canvas() { return window_->findChild<DagView*>(); }
    void pauseAt(double seconds) {
        studio().playback().setPlaying(false);
        view().setCursor(Time::fromSeconds(seconds));
    }
    QAction* action(const char* name) { return child<QAction>(name); }

private slots:
    void init() {
        window_ = std::make_unique<MainWindow>(Remember::no);
        window_->resize(1400, 900);
        window_->show();
        studio().adopt(scenario(), {});
        QVERIFY(waitForRun());
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        canvas()->setFocus();
    }
    void cleanup() { window_.reset(); }

    void itPlaysAtOnce() {
        const Time first = view().cursor();
        QVERIFY(studio().playback().playing());
        QVERIFY(QTest::qWaitFor([&] { return view().cursor() > first; }, 5000));
    }

    void spacePausesAndPlays() {
        QTest::keyClick(canvas(), Qt::Key_Space);
        QVERIFY(!studio().playback().playing());
        const Time still = view().cursor();
        QTest::qWait(60);
        QCOMPARE(view().cursor(), still);
        QTest::keyClick(canvas(), Qt::Key_Space);
        QVERIFY(studio().playback().playing());
    }

    void arrowsStepByOneEvent() {
        pauseAt(view().end().seconds() / 2);
        const std::size_t at = view().replay()->position();
        QTest::keyClick(canvas(), Qt::Key_Right);
        QCOMPARE(view().replay()->position(), at + 1);
        QTest::keyClick(canvas(), Qt::Key_Left);
        QTest::keyClick(canvas(), Qt::Key_Left);
        QCOMPARE(view().replay()->position(), at - 1);
        QTest::keyClick(canvas(), Qt::Key_Home);
        QCOMPARE(view().replay()->position(), std::size_t{0});
        QTest::keyClick(canvas(), Qt::Key_End);
        QCOMPARE(view().replay()->position(), view().run()->trace->size());
    }

    void shiftArrowGoesToTheNextDecision() {
        pauseAt(0);
        QTest::keyClick(canvas(), Qt::Key_Home);
        QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
        const std::size_t at = view().replay()->position();
        QCOMPARE((*view().run()->trace)[at - 1].kind, RecordKind::taskPlaced);
    }

    void theScrubberMovesEveryView() {
        pauseAt(0);
        auto* scrubber = window_->findChild<ScrubberView*>();
        const Time goal = Time::fromSeconds(view().end().seconds() * 0.6);
        QTest::mouseClick(scrubber, Qt::LeftButton, {},
                          QPoint(static_cast<int>(scrubber->position(goal)), scrubber->height() / 2));
        QVERIFY(std::abs((view().cursor() - goal).seconds()) < view().end().seconds() / 50);
        auto* table = child<QTableView>("logTable");
        QVERIFY(QTest::qWaitFor([&] { return table->currentIndex().row() == static_cast<int>(view().replay()->position()) - 1; },
                                5000));
        scrubber->setFocus();
        const Time before = view().cursor();
        QTest::keyClick(scrubber, Qt::Key_Right);
        QVERIFY(view().cursor() >= before);
    }

    void anotherSchedulerRunsAgainWithAGhost() {
        const RunPtr first = view().run();
        auto* combo = child<QComboBox>("schedulerCombo");
        combo->setFocus();
        combo->lineEdit()->selectAll();
        QTest::keyClicks(combo->lineEdit(), QStringLiteral("min-min"));
        QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
        QVERIFY(waitForAnotherRun(first));
        QCOMPARE(view().ghost(), first);
        QCOMPARE(QString::fromStdString(view().run()->scenario->file.scheduler.name), QStringLiteral("min-min"));
        QCOMPARE(studio().runs().entries().size(), std::size_t{2});
    }

    void schedulersStandUnderTheirFamilies() {
        auto* combo = child<QComboBox>("schedulerCombo");
        const auto* model = qobject_cast<QStandardItemModel*>(combo->model());
        const int heft = combo->findText(QStringLiteral("heft"));
        QVERIFY(heft > 0);
        QVERIFY(!model->item(heft - 1)->isEnabled());
        QCOMPARE(combo->itemText(heft - 1), QStringLiteral("list schedulers"));
        QVERIFY(combo->findText(QStringLiteral("branch-and-bound")) > heft);
    }

    void aScriptRunsAsAScheduler() {
        const RunPtr first = view().run();
        auto* combo = child<QComboBox>("schedulerCombo");
        const QString script = QStringLiteral(LOOM_SOURCE_DIR "/examples/10-write-your-own/fifo.lua");
        combo->lineEdit()->setText(script);
        QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
        QVERIFY(waitForAnotherRun(first));
        QCOMPARE(QString::fromStdString(view().run()->scenario->file.scheduler.name), script);
        QVERIFY(view().run()->outcome == Outcome::finished);
    }

    void anUnknownSchedulerIsSaidAndTakenBack() {
        const RunPtr first = view().run();
        auto* combo = child<QComboBox>("schedulerCombo");
        combo->lineEdit()->setText(QStringLiteral("hefty"));
        QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
        QVERIFY(child<QLabel>("messageText")->text().contains(QStringLiteral("heft")));
        QVERIFY(child<QFrame>("messageBar")->isVisible());
        QCOMPARE(combo->currentText(), QStringLiteral("heft"));
        QCOMPARE(view().run(), first);
    }

    void anotherNetworkRunsAgain() {
        const RunPtr first = view().run();
        auto* combo = child<QComboBox>("networkCombo");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QVERIFY(waitForAnotherRun(first));
        QCOMPARE(QString::fromStdString(view().run()->scenario->file.network.name), QStringLiteral("fair-share"));
    }

    void aSliderLeavesAGhostAndUndoBringsItBack() {
        const RunPtr first = view().run();
        auto* slider = child<QSlider>("nodesSlider");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);  // fewer nodes, though the arrow steps elsewhere
        QVERIFY(waitForAnotherRun(first));
        QCOMPARE(view().ghost(), first);
        QCOMPARE(view().run()->scenario->platform->totalCores(), 3u);
        QVERIFY(child<QLabel>("deltaLabel")->text().contains('%'));
        QVERIFY(studio().document().modified());
        QVERIFY(window_->isWindowModified());
        QTest::keyClick(canvas(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(view().run(), first);
        QCOMPARE(slider->value(), 4);
        QVERIFY(!studio().document().modified());
    }

    void aDraggedSliderKeepsTheRunFromBeforeTheDragBehind() {
        const RunPtr first = view().run();
        auto* slider = child<QSlider>("costSlider");
        slider->setSliderDown(true);
        for (int step = 1; step <= 8; ++step) {
            slider->setValue(step);
            QTest::qWait(30);
        }
        slider->setSliderDown(false);
        QVERIFY(QTest::qWaitFor(
            [&] { return window_->ready() && studio().runs().byModel(studio().document().model()) != nullptr; }, 20'000));
        QCOMPARE(view().ghost(), first);
        QCOMPARE(studio().runs().entries().size(), std::size_t{2});
        QCOMPARE(studio().document().undoStack().count(), 1);
    }

    void aCrashForksTheRunAndUndoTakesItBack() {
        const RunPtr parent = view().run();
        pauseAt(view().end().seconds() * 0.4);
        const Time at = view().cursor();
        view().selectNode(NodeId(1));
        QTest::keyClick(canvas(), Qt::Key_X);
        QVERIFY(waitForAnotherRun(parent));
        QCOMPARE(view().ghost(), parent);
        const RunPtr fork = view().run();
        QCOMPARE(fork->scenario->file.failures.crashes.size(), std::size_t{1});
        // The past is the same, record for record; then the node goes down.
        const std::size_t shared = parent->trace->upperBound(Time::fromNanoseconds(at.nanoseconds() - 1));
        QVERIFY(shared > 10);
        for (std::size_t i = 0; i < shared; ++i) QVERIFY((*fork->trace)[i] == (*parent->trace)[i]);
        studio().playback().setPlaying(false);
        view().setCursor(at);
        QVERIFY(!view().replay()->nodes()[1].up);
        QVERIFY(studio().runs().entries().back().title.contains(QStringLiteral("fork of A")));
        QTest::keyClick(canvas(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(view().run(), parent);
    }

    void aForkBehindTheCursorIsShownFromItsCrash() {
        const RunPtr parent = view().run();
        pauseAt(view().end().seconds() * 0.8);
        const Time at = Time::fromSeconds(view().end().seconds() * 0.3);
        studio().crash(NodeId(1), at);
        bool shownFromCrash = false;  // it plays on from there at once
        connect(&view(), &ViewState::cursorChanged, this, [&] { shownFromCrash = shownFromCrash || view().cursor() == at; });
        QVERIFY(waitForAnotherRun(parent));
        QVERIFY(shownFromCrash);
    }

    void aClickOnARunGoesBackToIt() {
        const RunPtr parent = view().run();
        studio().crash(NodeId(0), Time::fromSeconds(view().end().seconds() / 3));
        QVERIFY(waitForAnotherRun(parent));
        auto* tree = child<QTreeWidget>("scenarioTree");
        QTreeWidgetItem* runs = tree->topLevelItem(tree->topLevelItemCount() - 1);
        QCOMPARE(runs->childCount(), 2);
        const QRect where = tree->visualItemRect(runs->child(0));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, where.center());
        QVERIFY(QTest::qWaitFor([&] { return view().run() == parent; }, 5000));
        QVERIFY(studio().document().model().file->failures.crashes.empty());
    }

    void aSelectedTaskIsExplained() {
        pauseAt(view().end().seconds() / 2);
        view().selectTask(TaskId(5));
        auto* table = child<QTableView>("whyTable");
        QVERIFY(QTest::qWaitFor([&] { return table->isVisible() && table->model()->rowCount() == 4; }, 10'000));
        QVERIFY(!child<QLabel>("whyRule")->text().isEmpty());
        QVERIFY(child<QLabel>("inspectorTitle")->text().contains(QStringLiteral("<b>")));
    }

    void theFormulaStandsBesideTheSimulation() {
        auto* table = child<QTableView>("answersTable");
        const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QVERIFY(cell(0, 1) != QStringLiteral("–"));
        QVERIFY(cell(1, 1) != QStringLiteral("–"));
        QVERIFY(cell(0, 2).contains('%'));
        QVERIFY(child<QTableView>("lawsTable")->model()->rowCount() > 5);
        auto* combo = child<QComboBox>("answerCombo");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Up);
        QCOMPARE(studio().answer(), Answer::formula);
        QVERIFY(view().rangeEnd() > view().end());
    }

    void aRealRunStandsInTheTable() {
        const RunPtr simulated = view().run();
        action("real")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return studio().measured() != nullptr; }, 120'000));
        QCOMPARE(view().run()->world, WorldKind::real);
        QCOMPARE(view().ghost(), simulated);
        auto* table = child<QTableView>("answersTable");
        QVERIFY(table->model()->index(2, 1).data().toString() != QStringLiteral("–"));
    }

    void theLogFilterCountsHonestly() {
        pauseAt(0);
        auto* filter = child<QLineEdit>("logFilter");
        QTest::keyClicks(filter, QStringLiteral("n2"));
        auto* table = child<QTableView>("logTable");
        const auto all = static_cast<int>(view().run()->trace->size());
        QVERIFY(QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }, 5000));
        QVERIFY(table->model()->rowCount() < all);
        const QString count = child<QLabel>("logCount")->text();
        QVERIFY2(count.contains(QLocale().toString(all)), qPrintable(count));
    }

    void aBadFileChangesNothing() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bad.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"clusterloom\": 1, \"shceduler\": \"heft\"}");
        file.close();
        const RunPtr before = view().run();
        window_->openPaths({path});
        QVERIFY(QTest::qWaitFor([&] { return child<QDialog>("openFailure") != nullptr; }, 10'000));
        auto* dialog = child<QDialog>("openFailure");
        QVERIFY(dialog->isVisible());
        const QString cause = child<QLabel>("failureCause")->text();
        QVERIFY2(cause.contains(QStringLiteral("scheduler")), qPrintable(cause));
        QVERIFY(!cause.contains('\n'));
        QCOMPARE(child<QLabel>("failureFile")->text(), path);
        dialog->close();
        QCOMPARE(view().run(), before);
        QCOMPARE(studio().document().title(), QStringLiteral("test"));
    }

    void aDroppedFileIsOpened() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("dropped.json"));
        ScenarioFile file = *scenario();
        file.name = "dropped";
        QVERIFY(saveScenarioFile(file, path.toStdString()).ok());
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &drop);
        QVERIFY(QTest::qWaitFor([&] { return studio().document().title() == QStringLiteral("dropped"); }, 10'000));
        QVERIFY(window_->windowTitle().startsWith(QStringLiteral("dropped")));
        QVERIFY(waitForRun());
        QVERIFY(window_->save());
    }

    void themeAndLanguageChangeInPlace() {
        pauseAt(view().end().seconds() / 2);
        const Time at = view().cursor();
        action("dark")->trigger();
        QVERIFY(Theme::instance().isDark());
        window_->setLanguage(QStringLiteral("zh_CN"));
        QVERIFY(QTest::qWaitFor([&] { return window_->menuBar()->actions().first()->text() != QStringLiteral("&File"); }, 5000));
        QCOMPARE(view().cursor(), at);
        QCOMPARE(child<QComboBox>("answerCombo")->itemText(1), QString::fromUtf8("仿真"));
        QCOMPARE(window_->findChildren<QDockWidget*>().size(), 8);
        window_->setLanguage(QStringLiteral("en"));
        QVERIFY(QTest::qWaitFor([&] { return window_->menuBar()->actions().first()->text() == QStringLiteral("&File"); }, 5000));
        Theme::instance().setDark(false);
    }

    void everythingWithKeysIsInTheOverlay() {
        QTest::keyClick(canvas(), Qt::Key_Question);
        auto* dialog = child<QDialog>("shortcutsDialog");
        QVERIFY(dialog != nullptr);
        const QString wanted = action("stepForward")->shortcut().toString(QKeySequence::NativeText);
        QVERIFY(!dialog->findChild<QTreeWidget*>()->findItems(wanted, Qt::MatchContains | Qt::MatchRecursive, 1).isEmpty());
        dialog->close();
    }

    void everyControlHasANameForScreenReaders() {
        for (const QWidget* widget : window_->findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QSlider*>(widget) != nullptr ||
                                 qobject_cast<const QComboBox*>(widget) != nullptr ||
                                 qobject_cast<const QTableView*>(widget) != nullptr;
            if (control && !widget->objectName().isEmpty() && !widget->objectName().startsWith(QLatin1String("qt_"))) {
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

    void thePictureHasTheWindowInIt() {
        QTemporaryDir folder;
        PictureOrder order;
        order.file = folder.filePath(QStringLiteral("p.png"));
        order.size = {1200, 760};
        QString error;
        QVERIFY2(takePicture(*window_, order, &error), qPrintable(error));
        const QImage image(order.file);
        QCOMPARE(image.size(), order.size * static_cast<int>(window_->devicePixelRatio()));
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
        }
        QVERIFY(colours.contains(Theme::instance().style(TaskState::done).fill.rgb()));
        QVERIFY(colours.size() > 50);
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
