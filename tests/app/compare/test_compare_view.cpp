// The window's comparison by real clicks and keys, offscreen.
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "app/main_window.h"
#include "app/views/compare/compare_pane.h"
#include "app/views/compare/compare_view.h"
#include "app/views/compare/difference_strip.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/timeline_view.h"
#include "tests/app/support/contended_window.h"

using namespace loom;

class TestCompareView : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;

    Studio& studio() { return window_->studio(); }
    Comparison& comparison() { return studio().comparison(); }
    template <class Widget>
    Widget* child(const char* name) {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    bool waitForRuns() {
        return QTest::qWaitFor([&] { return comparison().idle() && window_->ready(); }, 20'000);
    }
    GanttView* gantt(const char* pane) { return child<ComparePane>(pane)->gantt(); }
    // A pane that was just made has no height until its row is laid out, and nobody clicks on what is not there.
    bool takeOut(const char* button) {
        if (!QTest::qWaitFor([&] { return child<QToolButton>(button)->height() > 0; }, 5000)) return false;
        QTest::mouseClick(child<QToolButton>(button), Qt::LeftButton);
        return true;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(gantt("comparePaneA"), key, modifiers); }

private slots:
    void init() {
        window_ = test::contendedWindow();
        QVERIFY(window_ != nullptr);
        studio().view().setCursor(Time::zero());  // the run played until now, however long it took to get here
        window_->findChild<DagView*>()->setFocus();
        QTest::keyClick(window_->findChild<DagView*>(), Qt::Key_3, Qt::ControlModifier);
        QVERIFY(child<CompareView>("compareView")->isVisible());
        QVERIFY(waitForRuns());
    }
    void cleanup() { window_.reset(); }

    void theCanvasIsTheComparisonsAlone() {
        QVERIFY(!window_->findChild<TimelineView*>()->isVisible());
        QVERIFY(!child<QDockWidget>("chartsDock")->isVisible());
        child<QTabWidget>("pictures")->setCurrentIndex(0);
        QVERIFY(window_->findChild<TimelineView*>()->isVisible());
        QVERIFY(child<QDockWidget>("chartsDock")->isVisible());
        QVERIFY(!comparison().active());
    }

    void headersSayWhoIsHowFarFromTheBest() {
        const double a = comparison().sides()[0]->digest->metrics.makespan, b = comparison().sides()[1]->digest->metrics.makespan;
        QVERIFY(a != b);
        const char* slower = a > b ? "compareRatioA" : "compareRatioB";
        const char* faster = a > b ? "compareRatioB" : "compareRatioA";
        QVERIFY(child<QLabel>(faster)->text().contains(QStringLiteral("✓")));
        QVERIFY(child<QLabel>(slower)->text().contains(QLocale().toString(std::max(a, b) / std::min(a, b), 'f', 3)));
        QVERIFY(!child<QLabel>("compareMakespanA")->text().isEmpty());
        QCOMPARE(child<QComboBox>("compareChoiceB")->currentText(), QStringLiteral("heft"));
    }

    void onePaneMovesTheOthersUntilUnlinked() {
        ViewState& a = comparison().sides()[0]->view;
        ViewState& b = comparison().sides()[1]->view;
        QCOMPARE(a.rangeEnd(), b.rangeEnd());
        const Time goal = Time::fromNanoseconds(a.end().nanoseconds() / 2);
        const QPointF at = gantt("comparePaneA")->position(NodeId(0), 0, goal);
        QTest::mouseDClick(gantt("comparePaneA"), Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(b.cursor(), a.cursor());
        QVERIFY(std::abs((a.cursor() - goal).seconds()) < a.end().seconds() / 50);
        QCOMPARE(studio().view().cursor(), a.cursor());
        key(Qt::Key_W);  // zooms
        QVERIFY(b.rangeEnd() < b.end());
        QCOMPARE(b.rangeBegin(), a.rangeBegin());
        key(Qt::Key_L);
        QVERIFY(!comparison().linked());
        QVERIFY(!child<QCheckBox>("compareLink")->isChecked());
        const Time still = b.rangeBegin();
        key(Qt::Key_D);
        QVERIFY(a.rangeBegin() != still);
        QCOMPARE(b.rangeBegin(), still);
        child<QCheckBox>("compareLink")->click();
        QVERIFY(comparison().linked());
        QCOMPARE(b.rangeBegin(), studio().view().rangeBegin());
        QCOMPARE(a.rangeBegin(), studio().view().rangeBegin());
    }

    void panesComeAndGo() {
        QTest::mouseClick(child<QPushButton>("compareAdd"), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>("compareAdd"), Qt::LeftButton);
        QVERIFY(waitForRuns());
        QVERIFY(child<ComparePane>("comparePaneD")->isVisible());
        QVERIFY(!child<QPushButton>("compareAdd")->isEnabled());
        // One time axis: the same moment is above the same pixel.
        const Time at = Time::fromNanoseconds(comparison().sides()[0]->view.end().nanoseconds() / 3);
        QCOMPARE(gantt("comparePaneD")->position(NodeId(0), 0, at).x(), gantt("comparePaneA")->position(NodeId(0), 0, at).x());
        QVERIFY(takeOut("compareRemoveC"));
        QVERIFY(QTest::qWaitFor([&] { return comparison().sides().size() == 3; }, 5000));
        QVERIFY(takeOut("compareRemoveC"));
        QVERIFY(QTest::qWaitFor([&] { return comparison().sides().size() == 2; }, 5000));
        QVERIFY(!child<QToolButton>("compareRemoveA")->isVisible());
    }

    void undoBringsAPaneBackAndShowsIt() {
        QTest::mouseClick(child<QPushButton>("compareAdd"), Qt::LeftButton);
        QVERIFY(waitForRuns());
        QVERIFY(takeOut("compareRemoveB"));
        QVERIFY(QTest::qWaitFor([&] { return comparison().sides().size() == 2; }, 5000));
        child<QTabWidget>("pictures")->setCurrentIndex(0);
        QTest::keyClick(window_->findChild<DagView*>(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(child<CompareView>("compareView")->isVisible());
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().sides().size(), std::size_t{3});
        QVERIFY(QTest::qWaitFor([&] { return child<ComparePane>("comparePaneC")->isVisible(); }, 5000));
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return comparison().sides().size() == 2; }, 5000));
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([&] { return comparison().sides().size() == 3; }, 5000));
        QVERIFY(!studio().document().modified());
    }

    void anotherSchedulerIsTypedIn() {
        auto* choice = child<QComboBox>("compareChoiceB");
        choice->lineEdit()->selectAll();
        QTest::keyClicks(choice->lineEdit(), QStringLiteral("heft[insertion=false]"));
        QTest::keyClick(choice->lineEdit(), Qt::Key_Return);
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().sides()[1]->run->scenario->file.scheduler.text(), std::string("heft[insertion=false]"));
        choice->lineEdit()->setText(QStringLiteral("hefty"));
        QTest::keyClick(choice->lineEdit(), Qt::Key_Return);
        QVERIFY(child<QLabel>("messageText")->text().contains(QStringLiteral("heft")));
        QCOMPARE(choice->currentText(), QStringLiteral("heft[insertion=false]"));
    }

    // A run that failed before it placed anything does not "put every task on the same node".
    void aRunThatFailsIsSaidInItsPaneAndBelow() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.lua"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("function react(ready)\n  error('this student went home before lunch and left a very long sentence about it, twice')\nend\n");
        file.close();
        QString error;
        QVERIFY2(comparison().setScheduler(1, path, &error), qPrintable(error));
        QVERIFY(waitForRuns());
        QVERIFY(child<QLabel>("partingWords")->text().contains(QStringLiteral("went home")));
        auto* state = child<QLabel>("compareStateB");
        QVERIFY(state->toolTip().contains(QStringLiteral("broken.lua:2")));
        QVERIFY(QTest::qWaitFor([&] { return state->text().contains(QStringLiteral("broken.lua:2")); }, 5000));
        window_->resize(1000, 700);
        QVERIFY(QTest::qWaitFor([&] { return state->text().endsWith(QStringLiteral("…")); }, 5000));
        key(Qt::Key_N);  // leads nowhere and says no more than that
        QVERIFY(child<QLabel>("partingWords")->text().contains(QStringLiteral("went home")));
    }

    void nGoesToTheNextDivergentDecision() {
        key(Qt::Key_N);
        QVERIFY(waitForRuns());
        auto* a = child<QTableView>("partingTableA");
        auto* b = child<QTableView>("partingTableB");
        QVERIFY(a->isVisible() && b->isVisible());
        QCOMPARE(a->model()->rowCount(), b->model()->rowCount());
        const Parting first = comparison().difference()->partings[0];
        QCOMPARE(studio().view().cursor(), first.at);
        QVERIFY(child<QLabel>("partingWords")->text().contains(QStringLiteral("1")));
        QVERIFY(!child<QLabel>("partingRuleB")->text().isEmpty());
        key(Qt::Key_N);
        QCOMPARE(comparison().parting(), 1);
        key(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(comparison().parting(), 0);
        key(Qt::Key_N, Qt::ShiftModifier);
        QVERIFY(child<QLabel>("partingWords")->text().endsWith(QStringLiteral("before this.")));
        key(Qt::Key_N);
        QVERIFY(!child<QLabel>("partingWords")->text().contains(QStringLiteral("before this.")));
    }

    // A run that was played stands at its end.
    void theFirstStepFromTheEndLeadsSomewhere() {
        studio().view().setCursor(studio().view().end());
        key(Qt::Key_N);
        QCOMPARE(comparison().parting(), 0);
        QCOMPARE(studio().view().cursor(), comparison().difference()->partings[0].at);
        studio().view().setCursor(studio().view().end());
        key(Qt::Key_N);
        QCOMPARE(comparison().parting(), 0);
        QVERIFY(child<QLabel>("partingWords")->text().endsWith(QStringLiteral("after this.")));
    }

    void aDecisionGoneToStaysWhenAPaneIsAdded() {
        key(Qt::Key_N);
        key(Qt::Key_N);
        QVERIFY(waitForRuns());
        QTest::mouseClick(child<QPushButton>("compareAdd"), Qt::LeftButton);
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().parting(), 1);
        QVERIFY(child<QTableView>("partingTableA")->isVisible());
    }

    void aStepShowsTheRowsOfBothNodes() {
        window_->resize(1000, 560);
        QVERIFY(QTest::qWaitFor([&] { return gantt("comparePaneA")->height() < 150; }, 5000));
        bool scrolled = false;
        for (std::size_t i = 0; i < comparison().difference()->partings.size(); ++i) {
            key(Qt::Key_N);
            const Parting parting = comparison().difference()->partings[i];
            for (const auto& [pane, node] : {std::pair("comparePaneA", parting.a), std::pair("comparePaneB", parting.b)}) {
                const double y = gantt(pane)->position(node, 0, parting.at).y();
                QVERIFY2(y >= 0 && y <= gantt(pane)->pageHeight(), qPrintable(QString::number(y)));
                scrolled = scrolled || gantt(pane)->scroll() > 0;
            }
        }
        QVERIFY(scrolled);
    }

    void thePanesHaveMostOfTheRoom() {
        const QList<int> sizes = child<QSplitter>("compareSplit")->sizes();
        QVERIFY2(sizes[0] > sizes[1], qPrintable(QStringLiteral("%1 over %2").arg(sizes[0]).arg(sizes[1])));
    }

    void withoutAScenarioASentenceSaysWhatBelongsHere() {
        MainWindow empty(Remember::no);
        empty.show();
        empty.showCompare();
        auto* sentence = empty.findChild<QLabel*>(QStringLiteral("compareEmpty"));
        QVERIFY(sentence->isVisible() && sentence->text().contains(QStringLiteral("Ctrl+O")));
        QVERIFY(!empty.findChild<QTabWidget*>(QStringLiteral("compareBelow"))->isVisible());
        empty.studio().adopt(test::contendedScenario(), {});
        QVERIFY(test::waitForRun(empty.studio()));
        QVERIFY(!sentence->isVisible());
        QVERIFY(empty.findChild<QTabWidget*>(QStringLiteral("compareBelow"))->isVisible());
    }

    void theStripPutsTheCursor() {
        auto* strip = child<DifferenceStrip>("differenceStrip");
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(strip->width() / 2, strip->height() / 3));
        QVERIFY(comparison().sides()[1]->view.cursor() > Time::zero());
        QVERIFY(!strip->grab().isNull());
    }

    void ratiosAreMeasuredInTheBackground() {
        child<QTabWidget>("compareBelow")->setCurrentIndex(1);
        child<QSpinBox>("ratioSeeds")->setValue(4);
        QTest::mouseClick(child<QPushButton>("ratioMeasure"), Qt::LeftButton);
        QVERIFY(!child<QPushButton>("ratioMeasure")->isEnabled());
        QVERIFY(QTest::qWaitFor([&] { return !comparison().measuring(); }, 20'000));
        auto* table = child<QTableView>("ratioTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->model()->index(0, 2).data().toString().contains(QStringLiteral("±")));
        // Long work can be stopped and keeps what is done.
        child<QSpinBox>("ratioSeeds")->setValue(1000);
        QTest::mouseClick(child<QPushButton>("ratioMeasure"), Qt::LeftButton);
        QVERIFY(child<QPushButton>("ratioStop")->isVisible());
        QTest::mouseClick(child<QPushButton>("ratioStop"), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !comparison().measuring(); }, 20'000));
        QVERIFY(comparison().ratios()->seeds < 1000);
    }

    void languageAndThemeChangeWhileComparing() {
        key(Qt::Key_N);
        QVERIFY(waitForRuns());
        window_->setLanguage(QStringLiteral("zh_CN"));
        QVERIFY(QTest::qWaitFor([&] { return child<QCheckBox>("compareLink")->text() != QStringLiteral("&Linked"); }, 5000));
        QVERIFY(child<CompareView>("compareView")->isVisible());
        QVERIFY(child<QTableView>("partingTableA")->isVisible());
        window_->setDark(true);
        window_->setDark(false);
        window_->setLanguage(QStringLiteral("en"));
        QVERIFY(QTest::qWaitFor([&] { return child<QCheckBox>("compareLink")->text() == QStringLiteral("&Linked"); }, 5000));
    }

    void everyControlHasANameForScreenReaders() {
        for (const QWidget* widget : child<CompareView>("compareView")->findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QComboBox*>(widget) || qobject_cast<const QTableView*>(widget) ||
                                 qobject_cast<const QSpinBox*>(widget) || qobject_cast<const QToolButton*>(widget) ||
                                 qobject_cast<const GanttView*>(widget);
            if (control && !widget->objectName().isEmpty() && !widget->objectName().startsWith(QLatin1String("qt_")))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestCompareView)
#include "test_compare_view.moc"
