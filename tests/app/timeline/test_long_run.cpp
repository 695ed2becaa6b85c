// A run too long to be read at once: the window stays alive while it is read, and what is shown is always true. Work is
// counted in records and turns of the event loop, never in time.
#include <QTest>

#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/scrubber_view.h"
#include "app/views/timeline/timeline_view.h"
#include "tests/app/support/sample_run.h"

namespace loom {

class TestLongRun : public QObject {
    Q_OBJECT

private:
    RunPtr long_, short_;
    std::unique_ptr<ViewState> state_;
    std::unique_ptr<TimelineView> view_;

    GanttView* gantt() const { return view_->gantt(); }
    ScrubberView* scrubber() const { return view_->scrubber(); }
    Time part(double share) const {
        return Time::fromNanoseconds(static_cast<std::int64_t>(share * static_cast<double>(state_->end().nanoseconds())));
    }
    // One turn of the event loop, in which something posted before is heard.
    bool turn() {
        bool heard = false;
        QMetaObject::invokeMethod(
            this, [&heard] { heard = true; }, Qt::QueuedConnection);
        QCoreApplication::processEvents();
        return heard;
    }
    void clickScrubber(Time time) {
        QTest::mouseClick(scrubber(), Qt::LeftButton, Qt::NoModifier, QPoint(static_cast<int>(scrubber()->position(time)), 20));
    }
    bool stateIsTrue() const {
        const Scenario& scenario = *state_->run()->scenario;
        Replay fresh(*scenario.graph, *scenario.platform, *state_->run()->trace);
        fresh.seekRecord(state_->replay()->position());
        for (std::size_t i = 0; i < kTaskStates; ++i) {
            const auto state = static_cast<TaskState>(i);
            if (fresh.countOf(state) != state_->replay()->countOf(state)) return false;
        }
        for (std::size_t i = 0; i < fresh.tasks().size(); ++i) {
            if (fresh.tasks()[i].state != state_->replay()->tasks()[i].state) return false;
        }
        return fresh.transfers().size() == state_->replay()->transfers().size();
    }

private slots:
    void initTestCase() {
        test::SampleOptions options;
        long_ = test::sampleRun(test::layeredGraph(1000, 256, 2), test::rackPlatform(16, 4, 16), options);
        short_ = test::choleskyRun();
        QVERIFY2(long_->trace->size() > 3 * ViewState::kSlice, qPrintable(QString::number(long_->trace->size())));
    }
    void init() {
        state_ = std::make_unique<ViewState>();
        view_ = std::make_unique<TimelineView>(state_.get());
        view_->resize(900, 340);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() {
        view_.reset();
        state_.reset();
    }

    void openingReadsOneSliceATurn() {
        state_->setRun(long_);
        const std::size_t size = long_->trace->size();
        QCOMPARE(gantt()->model()->read(), GanttView::kSlice);
        QVERIFY(gantt()->reading());
        std::size_t turns = 1;
        while (gantt()->reading()) {
            const std::size_t before = gantt()->model()->read();
            QVERIFY(turn());
            QVERIFY(gantt()->model()->read() - before <= GanttView::kSlice);
            QVERIFY(++turns <= size / GanttView::kSlice + 2);
        }
        QCOMPARE(gantt()->model()->read(), size);
        GanttModel fresh(long_);
        fresh.update();
        QCOMPARE(gantt()->model()->bars().size(), fresh.bars().size());
        for (std::size_t r = 0; r < fresh.rows().size(); ++r) {
            const GanttRow& sliced = gantt()->model()->rows()[r];
            QCOMPARE(sliced.bars, fresh.rows()[r].bars);
            QCOMPARE(sliced.summarised, fresh.rows()[r].summarised);
            for (std::size_t i = 0; i < sliced.spans.size(); ++i) QCOMPARE(sliced.spans[i].end, fresh.rows()[r].spans[i].end);
        }
    }

    void saysHowFarItHasRead() {
        state_->setRun(long_);
        const QImage reading = gantt()->grab().toImage();
        view_->finishRendering();
        QVERIFY(!gantt()->reading());
        QVERIFY(gantt()->grab().toImage() != reading);
    }

    void anotherRunEndsTheReading() {
        state_->setRun(long_);
        QVERIFY(turn());
        state_->setRun(short_);
        QVERIFY(!gantt()->reading());
        QCOMPARE(gantt()->model()->run(), short_);
        QCOMPARE(gantt()->model()->read(), short_->trace->size());
        state_->setRun(long_);
        QVERIFY(turn());
        state_->setRun(nullptr);
        for (int i = 0; i < 3; ++i) QVERIFY(turn());
        QVERIFY(gantt()->model() == nullptr);
    }

    void aClickWhileReadingMovesTheCursor() {
        state_->setRun(long_);
        clickScrubber(part(0.05));
        QVERIFY(gantt()->reading());
        QVERIFY(std::abs(state_->cursor().seconds() / state_->end().seconds() - 0.05) < 0.01);
        QVERIFY(stateIsTrue());
    }

    // Where nobody was yet, the cursor travels; cursor and state belong together on every turn.
    void theCursorTravelsWhereNobodyWas() {
        state_->setRun(long_);
        clickScrubber(part(0.9));
        QVERIFY(state_->cursorTravels());
        QVERIFY(state_->replay()->position() <= 2 * ViewState::kSlice);  // the run was opened, then clicked
        while (state_->cursorTravels()) {
            const std::size_t before = state_->replay()->position();
            QCOMPARE(state_->cursor(), state_->replay()->time());
            QVERIFY(turn());
            QVERIFY(state_->replay()->position() > before);
            QVERIFY(state_->replay()->position() - before <= ViewState::kSlice);
        }
        QVERIFY(std::abs(state_->cursor().seconds() / state_->end().seconds() - 0.9) < 0.01);
        QCOMPARE(state_->replay()->position(), long_->trace->upperBound(state_->cursor()));
        QVERIFY(stateIsTrue());
        // From now on every place before is one step away.
        for (const double share : {0.1, 0.85, 0.4, 0.6, 0.02}) {
            clickScrubber(part(share));
            QVERIFY(!state_->cursorTravels());
            QVERIFY(std::abs(state_->cursor().seconds() / state_->end().seconds() - share) < 0.01);
        }
        QVERIFY(stateIsTrue());
    }

    void aLaterClickReplacesTheJourney() {
        state_->setRun(long_);
        state_->setCursor(state_->end());
        QVERIFY(state_->cursorTravels());
        clickScrubber(part(0.1));
        QVERIFY(!state_->cursorTravels());
        QVERIFY(std::abs(state_->cursor().seconds() / state_->end().seconds() - 0.1) < 0.01);
        state_->setCursorRecord(long_->trace->size());
        state_->finishTravelling();
        QCOMPARE(state_->replay()->position(), long_->trace->size());
        QVERIFY(stateIsTrue());
    }

    void sameGraphKeepsWhereTheCursorWasGoing() {
        state_->setRun(long_);
        state_->setCursor(part(0.95));
        QVERIFY(state_->cursorTravels());
        state_->setRun(std::make_shared<Run>(*long_));
        state_->finishTravelling();
        QVERIFY(std::abs(state_->cursor().seconds() / state_->end().seconds() - 0.95) < 1e-6);
    }

    // The strip of transfers: the union of all transfer bars into a node.
    void transferTimesAreTheUnionOfTransfers() {
        const Scenario& scenario = *short_->scenario;
        Timeline timeline(*scenario.graph, *scenario.platform, *short_->trace);
        timeline.update();
        GanttModel model(short_);
        model.update();
        std::size_t seen = 0;
        for (std::size_t n = 0; n < scenario.platform->nodeCount(); ++n) {
            std::vector<TransferTimes::Span> expected;
            for (const Bar& bar : timeline.bars()) {
                if (bar.kind != BarKind::transfer || bar.node != NodeId(n)) continue;
                if (expected.empty() || expected.back().end < bar.begin)
                    expected.push_back({bar.begin, bar.end});
                else
                    expected.back().end = std::max(expected.back().end, bar.end);
            }
            const auto& spans = model.transfers(NodeId(n)).spans();
            QCOMPARE(spans.size(), expected.size());
            for (std::size_t i = 0; i < spans.size(); ++i) {
                QCOMPARE(spans[i].begin, expected[i].begin);
                QCOMPARE(spans[i].end, expected[i].end);
            }
            seen += spans.size();
        }
        QVERIFY(seen > 10);
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestLongRun)
#include "test_long_run.moc"
