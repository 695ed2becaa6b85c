// What is compared: differences by hand, linked views, the runs of the sides, ratios.
#include <QSignalSpy>
#include <QTest>

#include "app/session/difference.h"
#include "app/session/ratios.h"
#include "app/view_link.h"
#include "sim/session.h"
#include "tests/app/support/network_studio.h"

namespace loom {

namespace {

RunPtr runUnder(const char* scheduler, const char* workload = "cholesky[tiles=5]") {
    ScenarioFile file;
    file.scheduler = parseSpec(scheduler).value();
    file.workload = parseSpec(workload).value();
    file.platform = parseSpec("star[nodes=4,bandwidth=1Gbps,speed=2Gf,speeds=1Gf;2Gf;3Gf;4Gf]").value();
    const Result<ScenarioPtr> scenario = resolveScenario(file);
    RunControl control;
    return simulate(*scenario, control).value();
}

NodeId firstNode(const Run& run, TaskId task) {
    for (std::size_t i = 0; i < run.trace->size(); ++i)
        if ((*run.trace)[i].kind == RecordKind::taskPlaced && (*run.trace)[i].task() == task) return (*run.trace)[i].node();
    return NodeId::none();
}

}  // namespace

class TestComparison : public QObject {
    Q_OBJECT

    std::unique_ptr<Studio> studio_;
    Comparison& comparison() { return studio_->comparison(); }
    bool waitForRuns() {
        return QTest::qWaitFor([&] { return comparison().idle() && !studio_->engine().busy(); }, 20'000);
    }
    CompareSide& side(std::size_t i) { return *comparison().sides()[i]; }

private slots:
    void init() {
        studio_ = std::make_unique<Studio>();
        studio_->adopt(test::contendedScenario("unshared"), {});
        QVERIFY(test::waitForRun(*studio_));
        studio_->playback().setPlaying(false);
    }
    void cleanup() { studio_.reset(); }

    void differencesOfStepsByHand() {
        const DifferenceSeries steps({{0, 2, 4, 6}, {3, 1, 2, 2}}, {{0, 3, 5}, {1, 4, 4}});
        QCOMPARE(steps.mean(0, 2), 2.0);   // 3 - 1
        QCOMPARE(steps.mean(2, 3), 0.0);   // 1 - 1
        QCOMPARE(steps.mean(3, 4), -3.0);  // 1 - 4
        QCOMPARE(steps.mean(5, 6), 2.0);   // b is over
        QCOMPARE(steps.mean(6, 9), 0.0);   // both are
        QCOMPARE(steps.mean(1, 4), -1.0 / 3);
        QCOMPARE(steps.largest(), 3.0);
        QVERIFY(DifferenceSeries({}, {}).empty());
    }

    void partingsAreTheTasksOnOtherNodes() {
        const RunPtr a = runUnder("heft"), b = runUnder("round-robin");
        const Progress progress;
        const RunDifferencePtr difference = makeDifference(a, b, progress);
        QSet<std::uint32_t> listed;
        Time before;
        for (const Parting& parting : difference->partings) {
            QCOMPARE(parting.a, firstNode(*a, parting.task));
            QCOMPARE(parting.b, firstNode(*b, parting.task));
            QVERIFY(parting.a != parting.b && parting.at >= before);
            before = parting.at;
            listed.insert(parting.task.value);
        }
        QVERIFY(!listed.isEmpty());
        for (std::size_t t = 0; t < a->scenario->graph->taskCount(); ++t)
            QCOMPARE(listed.contains(TaskId(t).value), firstNode(*a, TaskId(t)) != firstNode(*b, TaskId(t)));
        QVERIFY(makeDifference(a, a, progress)->partings.empty());
    }

    void theAreaUnderTheDifferenceIsTheDifferenceOfTheWork() {
        const RunPtr a = runUnder("heft"), b = runUnder("fifo");
        const Progress progress;
        const double end = std::max(a->trace->end(), b->trace->end()).seconds();
        const double area = makeDifference(a, b, progress)->busy.mean(0, end) * end;
        QVERIFY(std::abs(area - (computeMetrics(*a).busySeconds - computeMetrics(*b).busySeconds)) < 1e-6);
    }

    void aCancelledDifferenceIsNone() {
        Progress progress;
        progress.cancel();
        QVERIFY(makeDifference(runUnder("heft"), runUnder("fifo"), progress) == nullptr);
    }

    void linkedViewsGoTogetherAndUnlinkedOnesDoNot() {
        ViewState a, b;
        ViewLink link;
        a.setRun(runUnder("heft"));
        b.setRun(runUnder("fifo"));
        const Time longest = std::max(a.run()->trace->end(), b.run()->trace->end());
        link.setViews({&a, &b}, longest);
        QCOMPARE(a.end(), longest);
        QCOMPARE(b.rangeEnd(), longest);
        b.setCursor(longest);  // beyond the end of the shorter one
        QCOMPARE(a.cursor(), longest);
        a.setRange(Time::fromSeconds(0.1), Time::fromSeconds(0.2));
        QCOMPARE(b.rangeBegin(), Time::fromSeconds(0.1));
        b.selectTask(TaskId(3));
        QCOMPARE(a.selectedTask(), TaskId(3));
        link.setLinked(false);
        a.setCursor(Time::zero());
        a.selectTask(TaskId(4));
        QCOMPARE(b.cursor(), longest);
        QCOMPARE(b.selectedTask(), TaskId(3));
        link.setLinked(true);
        QCOMPARE(b.cursor(), Time::zero());
        QCOMPARE(b.selectedTask(), TaskId(4));
        link.setViews({});
    }

    void itBeginsWithTheRunOnShowAndAnother() {
        QVERIFY(comparison().sides().empty());
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().sides().size(), std::size_t{2});
        QCOMPARE(side(0).run, studio_->view().run());  // not made twice
        QCOMPARE(QString::fromStdString(side(1).run->scenario->file.scheduler.text()), QStringLiteral("heft"));
        QVERIFY(comparison().difference() && comparison().difference()->a == side(0).run);
        QCOMPARE(comparison().best(), std::min(side(0).digest->metrics.makespan, side(1).digest->metrics.makespan));
        comparison().setActive(false);
        QCOMPARE(studio_->view().end(), studio_->view().run()->trace->end());
    }

    void anEditOfTheDocumentRunsAllAgain() {
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        const RunPtr before = side(1).run;
        studio_->nextSeed();
        QVERIFY(waitForRuns());
        QVERIFY(side(1).run && side(1).run != before);
        QCOMPARE(side(1).run->scenario->file.seed, studio_->document().model().file->seed);
        studio_->document().undoStack().undo();
        QVERIFY(waitForRuns());
        QCOMPARE(side(1).run->scenario->file.seed, before->scenario->file.seed);
        QCOMPARE(fingerprint(*side(1).run->trace), fingerprint(*before->trace));
    }

    void stepsOfThePanesAreUndoneAndComputeNothingAnew() {
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        QUndoStack& steps = studio_->document().undoStack();
        QString error;
        comparison().add();
        QVERIFY(waitForRuns());
        const RunPtr third = side(2).run;
        QVERIFY(comparison().setScheduler(1, QStringLiteral("min-min"), &error));
        QVERIFY(waitForRuns());
        comparison().setRun(2, studio_->runs().current());
        comparison().remove(0);
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().sides().size(), std::size_t{2});
        QCOMPARE(steps.count(), 4);
        QVERIFY(!studio_->document().modified());  // the scenario is what it was
        QVERIFY(steps.undoText().contains('A'));
        steps.undo();
        QCOMPARE(comparison().sides().size(), std::size_t{3});
        QCOMPARE(side(0).run, studio_->view().run());
        QCOMPARE(side(2).serial, studio_->runs().current());
        steps.undo();
        QCOMPARE(side(2).run, third);
        QVERIFY(comparison().idle() || comparison().sides()[1]->run);  // no run is made again
        steps.undo();
        QCOMPARE(comparison().nameOf(side(1)), QStringLiteral("heft"));
        steps.undo();
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().sides().size(), std::size_t{2});
        QVERIFY(comparison().difference() && comparison().difference()->b == side(1).run);
        steps.redo();
        QCOMPARE(comparison().sides().size(), std::size_t{3});
        QCOMPARE(side(2).run, third);
    }

    // An edit that cannot be run is taken back although panes were changed since.
    void whatCannotBeRunIsTakenBackFromBelowAPane() {
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        const Model before = studio_->document().model();
        QSignalSpy failed(studio_.get(), &Studio::failed);
        QString error;
        QVERIFY(studio_->setNetwork(QStringLiteral("no-such-network"), &error));
        comparison().add();
        QVERIFY(QTest::qWaitFor([&] { return failed.count() == 1; }, 10'000));
        QVERIFY(studio_->document().model() == before);
        QVERIFY(!studio_->document().modified());
    }

    void sidesCanBeChangedAddedAndTakenOut() {
        comparison().setActive(true);
        comparison().add();
        comparison().add();
        comparison().add();
        QCOMPARE(comparison().sides().size(), Comparison::kMost);
        QVERIFY(waitForRuns());
        QSet<QString> names;
        for (const auto& each : comparison().sides()) {
            QVERIFY(each->run);
            names << comparison().nameOf(*each);
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(Comparison::kMost));
        QString error;
        QVERIFY(!comparison().setScheduler(1, QStringLiteral("hefty"), &error));
        QVERIFY(error.contains(QStringLiteral("heft")));
        QVERIFY(comparison().setScheduler(1, QStringLiteral("min-min"), &error));
        QVERIFY(waitForRuns());
        QCOMPARE(side(1).run->scenario->file.scheduler.name, std::string("min-min"));
        for (int i = 0; i < 4; ++i) comparison().remove(comparison().sides().size() - 1);
        QCOMPARE(comparison().sides().size(), Comparison::kFewest);
        QCOMPARE(side(1).run->scenario->file.scheduler.name, std::string("min-min"));
    }

    void aRunOfTheSittingStandsAsItIs() {
        const int serial = studio_->runs().current();
        studio_->crash(NodeId(2), Time::fromSeconds(studio_->view().end().seconds() / 3));
        QVERIFY(QTest::qWaitFor([&] { return studio_->runs().entries().size() == 2 && !studio_->engine().busy(); }, 20'000));
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().choosable().size(), std::size_t{2});
        comparison().setRun(1, serial);
        QVERIFY(waitForRuns());
        QCOMPARE(side(1).run, studio_->runs().bySerial(serial)->run);
        QVERIFY(comparison().nameOf(side(1)).startsWith(QStringLiteral("A")));
    }

    void aDivergentDecisionIsShownOnBothSides() {
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        QVERIFY(comparison().goToParting(1));
        QVERIFY(waitForRuns());
        const Parting& parting = comparison().difference()->partings.front();
        QCOMPARE(comparison().parting(), 0);
        QCOMPARE(studio_->view().cursor(), parting.at);
        QCOMPARE(side(1).view.selectedTask(), parting.task);
        QVERIFY(comparison().decisions() && comparison().decisions()->a && comparison().decisions()->b);
        QCOMPARE(comparison().decisions()->a->chosen, parting.a);
        QCOMPARE(comparison().decisions()->b->chosen, parting.b);
        QVERIFY(!comparison().goToParting(-1));
        while (comparison().goToParting(1)) {}
        QCOMPARE(comparison().parting(), static_cast<int>(comparison().difference()->partings.size()) - 1);
        // From where the cursor was put by hand: the first after it, and from the start the first of all.
        const Time middle = Time::fromNanoseconds(studio_->view().end().nanoseconds() / 3);
        side(0).view.setCursor(middle);
        QVERIFY(comparison().goToParting(1));
        QVERIFY(comparison().difference()->partings[static_cast<std::size_t>(comparison().parting())].at > middle);
        QVERIFY(comparison().difference()->partings[static_cast<std::size_t>(comparison().parting()) - 1].at <= middle);
        side(0).view.setCursor(Time::zero());
        QVERIFY(comparison().goToParting(1));
        QCOMPARE(comparison().parting(), 0);
    }

    void aSideThatCannotRunSaysWhy() {
        comparison().setActive(true);
        QString error;
        QVERIFY(comparison().setScheduler(1, QStringLiteral("/no/such.lua"), &error));
        QVERIFY(waitForRuns());
        QVERIFY(!side(1).run);
        QVERIFY2(side(1).wrong.contains(QStringLiteral("such.lua")), qPrintable(side(1).wrong));
        QVERIFY(comparison().difference() == nullptr);
    }

    void cancellingLeavesNothingHalfMade() {
        comparison().setActive(true);
        comparison().add();
        studio_->engine().cancel();
        QVERIFY(comparison().idle());
        for (const auto& each : comparison().sides()) QVERIFY(each->run || each->wrong == QStringLiteral("Cancelled."));
    }

    void ratiosAreThoseOfTheRuns() {
        const FilePtr file = studio_->document().effective();
        Progress progress;
        const RatiosPtr ratios = measureRatios(file, {{"round-robin", {}}, {"heft", {}}}, 3, progress);
        QCOMPARE(ratios->seeds, std::size_t{3});
        QVERIFY(ratios->failure.isEmpty());
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        const double a = side(0).digest->metrics.makespan, b = side(1).digest->metrics.makespan;
        QVERIFY(ratios->alike);  // nothing in it is drawn
        QVERIFY(std::abs(ratios->rows[0].meanRatio - a / std::min(a, b)) < 1e-12);
        QVERIFY(std::abs(ratios->rows[1].toFirst - (b - a) / a) < 1e-12);
        QCOMPARE(ratios->rows[0].ratio95, 0.0);
    }

    void measuringGoesOnBehindAndCanBeStopped() {
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        comparison().measure(Comparison::kMostSeeds);
        QVERIFY(comparison().measuring());
        QVERIFY(QTest::qWaitFor([&] { return studio_->engine().measured().first > 3; }, 20'000));
        comparison().stopMeasuring();
        QVERIFY(QTest::qWaitFor([&] { return !comparison().measuring(); }, 20'000));
        QVERIFY(comparison().ratios()->seeds < static_cast<std::size_t>(Comparison::kMostSeeds));
        comparison().measure(2);
        comparison().stopMeasuring();  // before it has begun, perhaps
        QVERIFY(QTest::qWaitFor([&] { return !comparison().measuring(); }, 20'000));
    }

    void anotherDocumentForgetsAll() {
        comparison().setActive(true);
        QVERIFY(waitForRuns());
        studio_->adopt(test::contendedScenario(), {});
        QVERIFY(waitForRuns());
        QCOMPARE(comparison().sides().size(), std::size_t{2});
        QVERIFY(side(0).run && side(0).run->scenario->file.network.name == "max-min");
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestComparison)
#include "test_comparison.moc"
