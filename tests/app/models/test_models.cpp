// The tables over a run: never out of step with the trace, and right in what they say.
#include <QAbstractItemModelTester>
#include <QtTest>

#include "app/models/answers_model.h"
#include "app/models/decision_model.h"
#include "app/models/event_log_model.h"
#include "app/models/laws_model.h"
#include "app/models/record_text.h"
#include "sim/session.h"

using namespace loom;

namespace {

RunPtr simulatedRun() {
    ScenarioFile file;
    file.workload = Spec{"cholesky", {{"tiles", "5"}}};
    file.platform = Spec{"star", {{"nodes", "3"}}};
    file.failures.crashes.push_back({"n1", Time::fromSeconds(0.5)});
    RunControl control;
    return simulate(resolveScenario(file).value(), control).value();
}

Record readyRecord(std::uint32_t task) {
    Record record;
    record.kind = RecordKind::taskReady;
    record.subject = task;
    return record;
}

}  // namespace

class TestModels : public QObject {
    Q_OBJECT

private slots:
    void logShowsEveryRecord() {
        const RunPtr run = simulatedRun();
        EventLogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRun(run);
        QCOMPARE(model.rowCount(), static_cast<int>(run->trace->size()));
        const int last = model.rowCount() - 1;
        QCOMPARE(model.data(model.index(last, EventLogModel::eventColumn), Qt::DisplayRole).toString(),
                 RecordText::kind(RecordKind::runEnd));
        QCOMPARE(model.rowBefore(0), -1);
        QCOMPARE(model.rowBefore(7), 6);
    }

    void logFilterKeepsWhatMatchesAndNothingElse() {
        const RunPtr run = simulatedRun();
        EventLogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRun(run);
        model.setFilter(QStringLiteral("NODE DOWN"));
        QVERIFY(model.filtering());
        while (model.continueFilter(10)) {
        }
        QCOMPARE(model.shown(), std::size_t{1});
        QCOMPARE(model.record(0).kind, RecordKind::nodeDown);
        QCOMPARE(model.total(), run->trace->size());

        const QString task = RecordText::task(TaskId(3), *run->scenario->graph);
        model.setFilter(task);
        while (model.continueFilter(1000)) {
        }
        std::size_t expected = 0;
        for (std::size_t i = 0; i < run->trace->size(); ++i) {
            const Record& record = (*run->trace)[i];
            const QString texts = RecordText::subject(record, *run->scenario);
            if (texts.contains(task, Qt::CaseInsensitive)) ++expected;
        }
        QVERIFY(expected > 2);
        QCOMPARE(model.shown(), expected);
        model.setFilter({});
        QCOMPARE(model.shown(), run->trace->size());
    }

    void logGrowsWithTheTrace() {
        auto run = std::make_shared<Run>();
        run->scenario = simulatedRun()->scenario;
        run->trace = std::make_shared<Trace>();
        EventLogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRun(run);
        QCOMPARE(model.rowCount(), 0);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        for (std::uint32_t i = 0; i < 3; ++i) run->trace->append(readyRecord(i));
        model.grow();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(inserted.count(), 1);
        model.grow();
        QCOMPARE(inserted.count(), 1);
    }

    void everyRecordOfARunHasWords() {
        const RunPtr run = simulatedRun();
        for (std::size_t i = 0; i < run->trace->size(); ++i) {
            const Record& record = (*run->trace)[i];
            QVERIFY(!RecordText::kind(record.kind).isEmpty());
            QVERIFY(!RecordText::subject(record, *run->scenario).isEmpty());
        }
    }

    void recordsOutsideTheScenarioAreNumbers() {
        const RunPtr run = simulatedRun();
        QCOMPARE(RecordText::task(TaskId(99'999), *run->scenario->graph), QStringLiteral("#99999"));
        QCOMPARE(RecordText::node(NodeId(77), *run->scenario->platform), QStringLiteral("#77"));
    }

    void decisionNamesTheRunnerUp() {
        const RunPtr run = simulatedRun();
        DecisionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Decision decision;
        decision.task = TaskId(0);
        decision.chosen = NodeId(1);
        decision.scoreName = "EFT";
        decision.candidates = {{NodeId(0), Time::zero(), Time::zero(), Time::fromSeconds(3), 3},
                               {NodeId(1), Time::zero(), Time::zero(), Time::fromSeconds(2), 2},
                               {NodeId(2), Time::zero(), Time::never(), Time::never(), std::numeric_limits<double>::infinity()}};
        model.setDecision(decision, run->scenario->platform);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.chosenRow(), 1);
        QVERIFY2(model.runnerUp().contains(QStringLiteral("1 s later")), qPrintable(model.runnerUp()));
        QCOMPARE(model.headerData(DecisionModel::scoreColumn, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("EFT"));
        QCOMPARE(model.data(model.index(2, DecisionModel::scoreColumn), Qt::DisplayRole).toString(), QStringLiteral("–"));
        model.setDecision(std::nullopt, nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void answersAreComparedWithTheSimulation() {
        AnswersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<AnswerRow> rows(3);
        rows[0].makespan = 150;
        rows[1].makespan = 100;
        model.setRows(rows, 1);
        const auto text = [&](int row, int column) { return model.data(model.index(row, column), Qt::DisplayRole).toString(); };
        QCOMPARE(text(0, AnswersModel::differenceColumn), QStringLiteral("+50.0 %"));
        QCOMPARE(text(1, AnswersModel::differenceColumn), QStringLiteral("–"));
        QCOMPARE(text(2, AnswersModel::makespanColumn), QStringLiteral("–"));
    }

    void lawsSayWhatTheyLeaveOut() {
        LawsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LawRow law;
        law.name = QStringLiteral("serial total");
        law.omits = QStringLiteral("two nodes work at once");
        model.setRows({law});
        QCOMPARE(model.data(model.index(0, LawsModel::omitsColumn), Qt::DisplayRole).toString(), law.omits);
        QVERIFY(model.data(model.index(0, 0), Qt::ToolTipRole).toString().contains(law.omits));
    }
};

QTEST_MAIN(TestModels)
#include "test_models.moc"
