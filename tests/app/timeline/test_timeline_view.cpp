// The timeline as a person meets it: real mouse, wheel and key events on an offscreen window.
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "app/theme.h"
#include "app/views/export/export_widget.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/scrubber_view.h"
#include "app/views/timeline/timeline_view.h"
#include "tests/app/support/sample_run.h"

namespace loom {

class TestTimelineView : public QObject {
    Q_OBJECT

private:
    ViewState state_;
    std::unique_ptr<TimelineView> view_;

    GanttView* gantt() const { return view_->gantt(); }
    int pixelsOf(const QColor& color) const {
        const QImage image = gantt()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            const QRgb* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            count += static_cast<int>(std::count(row, row + image.width(), color.rgb()));
        }
        return count;
    }
    // The first bar of a kind in the model.
    const Bar& barOf(BarKind kind) const {
        const auto& bars = gantt()->model()->bars();
        return *std::find_if(bars.begin(), bars.end(), [&](const Bar& bar) { return bar.kind == kind; });
    }
    QPoint middleOf(const Bar& bar) const {
        return gantt()
            ->position(bar.node, bar.lane, Time::fromNanoseconds((bar.begin.nanoseconds() + bar.end.nanoseconds()) / 2))
            .toPoint();
    }
    void wheel(QWidget* widget, QPointF where, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWheelEvent event(where, widget->mapToGlobal(where), {}, QPoint(0, delta), Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(widget, &event);
    }
    void moveWithButton(QWidget* widget, QPointF to) {
        QMouseEvent move(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
    }

private slots:
    void init() {
        Theme::instance().setDark(false);
        state_.setRun(nullptr);
        state_.setGhost(nullptr);
        state_.setRun(test::choleskyRun());
        state_.selectTask(TaskId::none());
        state_.selectNode(NodeId::none());
        state_.setCursor(Time::fromSeconds(20));
        view_ = std::make_unique<TimelineView>(&state_);
        view_->resize(900, 340);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() { view_.reset(); }

    void rowsAreExclusive() {
        const GanttModel& model = *gantt()->model();
        std::size_t bars = 0;
        for (const GanttRow& row : model.rows()) {
            for (std::size_t i = 1; i < row.bars.size(); ++i) {
                QVERIFY(model.bars()[row.bars[i - 1]].end <= model.bars()[row.bars[i]].begin);
            }
            bars += row.bars.size();
        }
        QVERIFY(bars >= state_.run()->scenario->graph->taskCount());
    }

    void coloursFollowTheCursor() {
        const Theme& theme = Theme::instance();
        state_.setCursor(Time::fromSeconds(2));
        const int early = pixelsOf(theme.style(TaskState::done).fill);
        QVERIFY(pixelsOf(theme.style(TaskState::running).fill) > 50);
        state_.setCursor(state_.end());
        QVERIFY(pixelsOf(theme.style(TaskState::done).fill) > 3 * early + 1000);
        QCOMPARE(pixelsOf(theme.style(TaskState::running).fill), 0);
        QVERIFY(pixelsOf(theme.colors().down.fill) > 500);
        QVERIFY(pixelsOf(theme.style(TaskState::transfer).fill) > 50);
    }

    void clickSelectsTaskAndNode() {
        const Bar& bar = barOf(BarKind::compute);
        QTest::mouseClick(gantt(), Qt::LeftButton, Qt::NoModifier, middleOf(bar));
        QCOMPARE(state_.selectedTask(), bar.task);
        QCOMPARE(state_.selectedNode(), bar.node);
        QTest::mouseClick(gantt(), Qt::LeftButton, Qt::NoModifier, QPoint(20, middleOf(bar).y()));
        QVERIFY(!state_.selectedTask().valid());
        QCOMPARE(state_.selectedNode(), bar.node);
    }

    void hoverIsShared() {
        const Bar& bar = barOf(BarKind::compute);
        QTest::mouseMove(gantt(), QPoint(2, 2));
        QTest::mouseMove(gantt(), middleOf(bar));
        QTRY_COMPARE(state_.hoveredTask(), bar.task);
        QCOMPARE(state_.hoveredNode(), bar.node);
    }

    void wheelZoomsAtThePointer() {
        const Time fixed = Time::fromSeconds(10);
        const QPointF where = gantt()->position(NodeId(0), 0, fixed);
        wheel(gantt(), where, 240);
        QVERIFY(state_.rangeEnd() - state_.rangeBegin() < Time::fromNanoseconds(state_.end().nanoseconds() * 7 / 10));
        QVERIFY(std::abs(gantt()->position(NodeId(0), 0, fixed).x() - where.x()) < 1.5);
        QTest::keyClick(gantt(), Qt::Key_F);
        QCOMPARE(state_.rangeBegin(), Time::zero());
        QCOMPARE(state_.rangeEnd(), state_.end());
    }

    void dragPansAndKeysMove() {
        wheel(gantt(), QPointF(450, 60), 480);
        const Time before = state_.rangeBegin();
        QTest::mousePress(gantt(), Qt::LeftButton, Qt::NoModifier, QPoint(500, 60));
        for (int i = 1; i <= 5; ++i) moveWithButton(gantt(), QPointF(500 - 10 * i, 60));
        QTest::mouseRelease(gantt(), Qt::LeftButton, Qt::NoModifier, QPoint(450, 60));
        QVERIFY(state_.rangeBegin() > before);
        QVERIFY(!state_.selectedTask().valid());
        const Time panned = state_.rangeBegin();
        QTest::keyClick(gantt(), Qt::Key_A);
        QVERIFY(state_.rangeBegin() < panned);
    }

    void axisAndScrubberMoveTheCursor() {
        const QPoint onAxis(static_cast<int>(gantt()->position(NodeId(0), 0, Time::fromSeconds(5)).x()), gantt()->height() - 6);
        QTest::mouseClick(gantt(), Qt::LeftButton, Qt::NoModifier, onAxis);
        QVERIFY(std::abs(state_.cursor().seconds() - 5) < 0.1);
        ScrubberView* scrubber = view_->scrubber();
        QTest::mousePress(scrubber, Qt::LeftButton, Qt::NoModifier,
                          QPoint(static_cast<int>(scrubber->position(Time::fromSeconds(9))), 20));
        QVERIFY(std::abs(state_.cursor().seconds() - 9) < 0.1);
        moveWithButton(scrubber, QPointF(scrubber->position(Time::fromSeconds(15)), 20));
        QVERIFY(std::abs(state_.cursor().seconds() - 15) < 0.1);
        QTest::mouseRelease(scrubber, Qt::LeftButton, Qt::NoModifier, QPoint(300, 20));
        const std::size_t at = state_.replay()->position();
        QTest::keyClick(scrubber, Qt::Key_Right);
        QCOMPARE(state_.replay()->position(), at + 1);
        QTest::keyClick(scrubber, Qt::Key_Left);
        QTest::keyClick(scrubber, Qt::Key_Left);
        QCOMPARE(state_.replay()->position(), at - 1);
        QTest::keyClick(scrubber, Qt::Key_End);
        QCOMPARE(state_.cursor(), state_.end());
    }

    void contextMenuAsksForACrash() {
        QSignalSpy spy(view_.get(), &TimelineView::crashRequested);
        const QPoint where = middleOf(barOf(BarKind::compute));
        QTimer::singleShot(0, this, [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            auto* crash = menu->findChild<QAction*>(QStringLiteral("crashNode"));
            QVERIFY(crash != nullptr);
            QVERIFY(crash->text().contains(QStringLiteral("n")));
            crash->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, where, gantt()->mapToGlobal(where));
        QApplication::sendEvent(gantt(), &event);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].value<NodeId>(), barOf(BarKind::compute).node);
        QCOMPARE(spy[0][1].value<Time>(), state_.cursor());
        QTest::keyClick(gantt(), Qt::Key_X);
        QCOMPARE(spy.count(), 2);
    }

    void manyRowsScroll() {
        QCOMPARE(gantt()->scrollRange(), 0);
        test::SampleOptions options;
        options.transfers = false;
        state_.setRun(test::sampleRun(test::layeredGraph(4, 400, 2), test::rackPlatform(200, 2, 20), options));
        QVERIFY(gantt()->scrollRange() > 0);
        auto* bar = gantt()->parentWidget()->findChild<QScrollBar*>();
        QVERIFY(bar->isVisible());
        bar->setValue(bar->maximum());
        QCOMPARE(gantt()->scroll(), gantt()->scrollRange());
        QTest::keyClick(gantt(), Qt::Key_PageUp);
        QVERIFY(gantt()->scroll() < gantt()->scrollRange());
        wheel(gantt(), QPointF(300, 100), -1200, Qt::ControlModifier);
        const int smaller = gantt()->geometryOfRows().laneHeight;
        wheel(gantt(), QPointF(300, 100), 120, Qt::ControlModifier);
        QCOMPARE(gantt()->geometryOfRows().laneHeight, smaller + 1);
    }

    void rangeFollowsAGrowingRun() {
        auto growing = std::make_shared<Run>(*test::choleskyRun());
        const auto whole = growing->trace;
        growing->trace = std::make_shared<Trace>();
        for (std::size_t i = 0; i < 40; ++i) growing->trace->append((*whole)[i]);
        state_.setRun(growing);
        const Time early = state_.rangeEnd();
        for (std::size_t i = 40; i < whole->size(); ++i) growing->trace->append((*whole)[i]);
        state_.announceGrowth();
        QVERIFY(state_.rangeEnd() > early);
        QCOMPARE(state_.rangeEnd(), state_.end());
        GanttModel fresh(state_.run());
        fresh.update();
        QCOMPARE(gantt()->model()->bars().size(), fresh.bars().size());
        for (std::size_t r = 0; r < fresh.rows().size(); ++r) {
            const GanttRow& grown = gantt()->model()->rows()[r];
            QCOMPARE(grown.bars, fresh.rows()[r].bars);
            for (std::size_t i = 0; i < grown.spans.size(); ++i) QCOMPARE(grown.spans[i].end, fresh.rows()[r].spans[i].end);
        }
    }

    void sumsKeepTheProportions() {
        std::vector<RowSpan> spans;
        test::Dice dice;
        std::int64_t at = 0;
        for (int i = 0; i < 20000; ++i) {
            const std::int64_t end = at + 1 + dice.below(5000);
            spans.push_back({at, end, dice.below(2) == 0 ? SlotUse::compute : SlotUse::repeated});
            at = end + dice.below(3000);
        }
        TimeShares sums;
        sums.begin(Time::zero(), 1024);  // as little as can be known: buckets widen as time goes on
        for (const RowSpan& span : spans) sums.add(span);
        for (const auto& [from, to] : {std::pair<double, double>{0, 1}, {0.1, 0.4}, {0.5, 0.52}, {0.9, 1}}) {
            const auto begin = static_cast<std::int64_t>(from * static_cast<double>(at)),
                       end = static_cast<std::int64_t>(to * static_cast<double>(at));
            double exact[kSlotUses] = {};
            for (const RowSpan& span : spans) {
                const auto overlap = std::min(end, span.end) - std::max(begin, span.begin);
                if (overlap > 0)
                    exact[static_cast<std::size_t>(span.use)] += static_cast<double>(overlap) / static_cast<double>(end - begin);
            }
            const SlotShares shares = sums.shares(begin, end);
            for (std::size_t use = 0; use < kSlotUses; ++use)
                QVERIFY(std::abs(static_cast<double>(shares[use]) - exact[use]) < 0.01);
        }
    }

    // A row of alternating short bars and equal pauses must look half covered, whatever path draws it.
    void denseRowsShowTrueProportions() {
        auto scenario = std::make_shared<Scenario>();
        GraphBuilder builder;
        builder.addTask({});
        scenario->graph = std::make_shared<const TaskGraph>(std::move(builder.build()).value());
        scenario->platform = test::rackPlatform(1, 1, 1);
        auto run = std::make_shared<Run>();
        run->trace = std::make_shared<Trace>();
        for (std::int64_t i = 0; i < 6000; ++i) {
            Record record{Time::fromNanoseconds(i * 2000), RecordKind::computeBegin, 0, 0, 0, 0, 0};
            run->trace->append(record);
            record.kind = RecordKind::computeEnd;
            record.time = Time::fromNanoseconds(i * 2000 + 1000);
            run->trace->append(record);
        }
        run->scenario = scenario;
        state_.setRun(run);
        state_.setCursor(state_.end());
        const QImage image = gantt()->grab().toImage();
        const QColor panel = Theme::instance().colors().panel, done = Theme::instance().style(TaskState::done).fill;
        const QPoint middle = gantt()->position(NodeId(0), 0, Time::fromNanoseconds(6000000)).toPoint();
        double green = 0;
        for (int x = middle.x() - 100; x < middle.x() + 100; ++x) green += image.pixelColor(x, middle.y()).red() / 200.0;
        QVERIFY2(std::abs(green - (panel.red() + done.red()) / 2.0) < 12, qPrintable(QString::number(green)));
    }

    void exportsVectors() {
        state_.setGhost(test::choleskyRun(6, false));
        QTemporaryDir folder;
        QString error;
        QVERIFY2(exportWidget(view_.get(), folder.filePath("t.svg"), &error), qPrintable(error));
        QFile svg(folder.filePath("t.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.contains("n5"));
        QVERIFY(text.count("<rect") + text.count("<path") > 100);
        QVERIFY(!text.contains("data:image/png") || text.count("<image") < 3);
    }

    void emptyViewTakesEveryInput() {
        state_.setRun(nullptr);
        QVERIFY(gantt()->model() == nullptr);
        QVERIFY(!view_->grab().isNull());
        QTest::mouseClick(gantt(), Qt::LeftButton);
        QTest::keyClick(gantt(), Qt::Key_W);
        QTest::keyClick(gantt(), Qt::Key_X);
        QTest::keyClick(view_->scrubber(), Qt::Key_Right);
        QTest::mouseClick(view_->scrubber(), Qt::LeftButton);
        wheel(gantt(), QPointF(300, 50), 120);
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestTimelineView)
#include "test_timeline_view.moc"
