// What a workload's file says of the real run: beside the simulated one in timeline, answers and inspector.
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "app/main_window.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/recorded_pane.h"
#include "app/views/timeline/timeline_view.h"

namespace loom {

class TestRecordedRun : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    template <class Widget>
    Widget* child(const char* name) {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    ViewState& view() { return window_->studio().view(); }
    RecordedPane* pane() { return child<TimelineView>("timelineView")->recorded(); }
    QAction* action() { return child<QAction>("recordedRun"); }

    bool open(const QString& name, const char* text) {
        const QString path = folder_.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0) return false;
        file.close();
        window_->studio().open({path});
        if (!QTest::qWaitFor([&] { return view().run() && window_->ready(); }, 10'000)) return false;
        window_->studio().playback().setPlaying(false);
        for (QDialog* report : window_->findChildren<QDialog*>()) report->close();
        window_->activateWindow();
        window_->finishRendering();
        return QTest::qWaitFor([&] { return !pane()->isVisible() || pane()->gantt()->height() >= 60; }, 5000);
    }
    // Two tasks of a second on one machine and the third, which took four, on another, when the first was done.
    bool openTrace() {
        return open(QStringLiteral("trace.json"),
                    R"([{"name":"a","ph":"X","ts":0,"dur":1000000,"pid":1,"tid":1},
                        {"name":"b","ph":"X","ts":1000000,"dur":1000000,"pid":1,"tid":1},
                        {"name":"c","ph":"X","ts":1000000,"dur":4000000,"pid":2,"tid":1}])");
    }

private slots:
    void init() {
        window_ = std::make_unique<MainWindow>(Remember::no);
        window_->resize(1366, 768);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() { window_.reset(); }

    void bothRunsStandOnOneAxis() {
        QVERIFY(openTrace());
        QVERIFY(pane()->isVisible());
        const RunPtr recorded = view().recorded();
        QVERIFY(recorded);
        QCOMPARE(recorded->trace->end(), Time::fromSeconds(5));
        QCOMPARE(view().end(), std::max(view().run()->trace->end(), Time::fromSeconds(5)));
        QCOMPARE(view().rangeEnd(), view().end());
        const GanttView* above = child<TimelineView>("timelineView")->gantt();
        const double at = above->mapTo(window_.get(), above->position(NodeId(0), 0, Time::fromSeconds(2))).x();
        QCOMPARE(pane()->gantt()->mapTo(window_.get(), pane()->gantt()->position(NodeId(0), 0, Time::fromSeconds(2))).x(), at);
        QVERIFY(child<QLabel>("recordedWords")->text().contains(QStringLiteral("5 s")));
        QCOMPARE(pane()->gantt()->model()->bars().size(), std::size_t{3});
    }

    void theyShareCursorRangeAndSelection() {
        QVERIFY(openTrace());
        GanttView* gantt = pane()->gantt();
        const auto& bars = gantt->model()->bars();
        const auto c = std::ranges::find(bars, Time::fromSeconds(5), &Bar::end);
        QVERIFY(c != bars.end());
        QTest::mouseClick(gantt, Qt::LeftButton, {}, gantt->position(c->node, c->lane, Time::fromSeconds(3)).toPoint());
        QCOMPARE(view().selectedTask(), c->task);
        QVERIFY(child<QLabel>("inspectorFacts")->text().contains(QStringLiteral("took 4 s")));
        QTest::mouseDClick(gantt, Qt::LeftButton, {}, gantt->position(c->node, c->lane, Time::fromSeconds(4)).toPoint());
        QVERIFY(std::abs(view().cursor().seconds() - 4) < 0.1);
        QTest::keyClick(gantt, Qt::Key_W);
        QVERIFY(view().rangeEnd() - view().rangeBegin() < view().end());
        QTest::keyClick(gantt, Qt::Key_Z);
        QCOMPARE(view().rangeEnd(), view().end());
        // The past cannot be changed.
        QSignalSpy asked(gantt, &GanttView::crashRequested);
        QTest::mouseClick(gantt, Qt::LeftButton, {}, QPoint(20, gantt->height() / 2));
        QKeyEvent press(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier);
        QApplication::sendEvent(gantt, &press);
        QVERIFY(asked.isEmpty());
    }

    void itIsAnAnswerBesideTheThree() {
        QVERIFY(openTrace());
        const auto* table = child<QTableView>("answersTable");
        QCOMPARE(table->model()->rowCount(), 4);
        QCOMPARE(table->model()->index(3, 0).data().toString(), QStringLiteral("Recorded"));
        QCOMPARE(table->model()->index(3, 1).data().toString(), QStringLiteral("5 s"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(3, 0)).center());
        QVERIFY(child<QLabel>("answersNote")->text().contains(QStringLiteral("3 of 3 tasks")));
        QCOMPARE(window_->studio().answer(), Answer::simulation);
    }

    void itClosesAndComesBack() {
        QVERIFY(openTrace());
        QVERIFY(action()->isEnabled() && action()->isChecked());
        QTest::mouseClick(child<QToolButton>("recordedClose"), Qt::LeftButton);
        QVERIFY(!pane()->isVisible() && !action()->isChecked());
        QCOMPARE(view().end(), view().run()->trace->end());
        QCOMPARE(view().rangeEnd(), view().end());
        QTest::keyClick(child<TimelineView>("timelineView")->gantt(), Qt::Key_R);
        QVERIFY(pane()->isVisible() && action()->isChecked());
        QVERIFY(view().recorded());
    }

    void anotherRunOfTheWorkloadKeepsItAndAnotherWorkloadDoesNot() {
        QVERIFY(openTrace());
        const RunPtr recorded = view().recorded(), before = view().run();
        QString error;
        QVERIFY(window_->studio().setScheduler(QStringLiteral("fifo"), &error));
        QVERIFY(QTest::qWaitFor([&] { return window_->ready() && view().run() != before; }, 10'000));
        QCOMPARE(view().recorded(), recorded);
        window_->studio().setMayReplace([] { return true; });
        window_->studio().openFirstExample();
        QVERIFY(QTest::qWaitFor([&] { return window_->ready() && !view().run()->scenario->recorded; }, 10'000));
        QVERIFY(!pane()->isVisible() && !action()->isEnabled());
        QVERIFY(!view().recorded());
        QCOMPARE(child<QTableView>("answersTable")->model()->rowCount(), 3);
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestRecordedRun)
#include "test_recorded_run.moc"
