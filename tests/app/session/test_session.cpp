// The document, the sliders' model, the runs and the engine, without a window.
#include <QTemporaryDir>
#include <QtTest>

#include "app/session/studio.h"
#include "core/io/run_file.h"

using namespace loom;

namespace {

FilePtr scenario(const char* tiles = "6") {
    ScenarioFile file;
    file.name = "test";
    file.workload = Spec{"cholesky", {{"tiles", tiles}}};
    file.platform = Spec{"star", {{"nodes", "4"}}};
    return std::make_shared<const ScenarioFile>(file);
}

bool waitForRun(Studio& studio) {
    return QTest::qWaitFor([&] { return studio.runs().byRun(studio.view().run()) != nullptr && !studio.engine().busy(); },
                           20'000);
}

}  // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void undoGivesBackTheVeryModel() {
        Document document;
        document.reset(scenario(), {});
        const Model before = document.model();
        QVERIFY(!document.modified());
        document.editFile(QStringLiteral("seed"), [](ScenarioFile& file) { file.seed = 7; });
        QVERIFY(document.modified());
        QCOMPARE(document.effective()->seed, std::uint64_t{7});
        document.undoStack().undo();
        QVERIFY(document.model() == before);
        QVERIFY(!document.modified());
    }

    // A step in the history that is no edit of the scenario leaves it saved.
    void onlyAnotherScenarioIsUnsaved() {
        Document document;
        document.reset(scenario(), {});
        document.undoStack().push(new QUndoCommand(QStringLiteral("pane C added")));
        QVERIFY(!document.modified());
        document.editFile(QStringLiteral("seed"), [](ScenarioFile& file) { file.seed = 7; });
        QVERIFY(document.modified());
        QCOMPARE(document.lastEdit(), QStringLiteral("seed"));
        document.undoStack().push(new QUndoCommand(QStringLiteral("pane D added")));
        document.takeBack();
        QVERIFY(!document.modified());
        QCOMPARE(document.undoStack().index(), 1);
    }

    void aRunIsNamedAfterTheEditThatMadeIt() {
        Studio studio;
        studio.adopt(scenario(), {});
        const auto settled = [&] { return studio.simulated() != nullptr && !studio.engine().busy(); };
        QVERIFY(QTest::qWaitFor(settled, 10'000));
        studio.nextSeed();
        QVERIFY(QTest::qWaitFor(settled, 10'000));
        QVERIFY2(studio.simulated()->title.endsWith(QStringLiteral("seed 2")), qPrintable(studio.simulated()->title));
    }

    void aDragIsOneStep() {
        Document document;
        document.reset(scenario(), {});
        for (std::uint32_t nodes : {5u, 6u, 7u})
            document.edit({document.model().file, {.nodes = nodes}}, QStringLiteral("nodes"), 1);
        document.edit({document.model().file, {.nodes = 2}}, QStringLiteral("nodes"), 2);
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        QCOMPARE(*document.model().whatIf.nodes, 7u);
        document.undoStack().undo();
        QVERIFY(document.model().whatIf.neutral());
    }

    void savedAndLoadedIsTheSame() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.json"));
        Document document;
        document.reset(scenario(), {});
        document.edit({document.model().file, {.nodes = 9, .bandwidthFactor = 2}}, QStringLiteral("what if"));
        QString error;
        QVERIFY2(document.save(path, &error), qPrintable(error));
        QVERIFY(!document.modified());
        QCOMPARE(document.path(), path);
        const Result<ScenarioFile> loaded = loadScenarioFile(path.toStdString());
        QVERIFY(loaded.ok());
        QCOMPARE(QString::fromStdString(formatScenario(*loaded)), QString::fromStdString(formatScenario(*document.effective())));
        QVERIFY(std::get<Spec>(loaded->platform).find("nodes") != nullptr);
        QCOMPARE(*std::get<Spec>(loaded->platform).find("nodes"), std::string("9"));
    }

    void aSavedRunIsShownAndNotMadeAgain() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.loom"));
        {
            Studio studio;
            studio.adopt(scenario(), {});
            QVERIFY(waitForRun(studio));
            const Status saved = saveRun(*studio.view().run(), path.toStdString());
            QVERIFY2(saved.ok(), saved ? "" : saved.error().text().c_str());
        }
        Studio studio;
        QSignalSpy opened(&studio, &Studio::opened);
        QSignalSpy made(&studio.engine(), &Engine::runFinished);
        studio.open({path});
        QVERIFY(opened.wait());
        QCOMPARE(opened.first().first().toString(), path);
        QVERIFY(waitForRun(studio));
        QCOMPARE(made.count(), 0);
        QCOMPARE(studio.runs().entries().size(), std::size_t{1});
        QVERIFY(studio.simulated() != nullptr);
        QVERIFY(!studio.document().modified());
        QVERIFY(!studio.document().canSaveInPlace());  // a scenario is not written over a run
        // What is edited is simulated as ever.
        studio.document().editFile(QStringLiteral("seed"), [](ScenarioFile& file) { file.seed = 9; });
        QVERIFY(waitForRun(studio));
        QCOMPARE(made.count(), 1);
    }

    void aDamagedRunLeavesWhatIsOpen() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.loom"));
        Studio studio;
        studio.adopt(scenario(), {});
        QVERIFY(waitForRun(studio));
        const RunPtr before = studio.view().run();
        QVERIFY(saveRun(*before, path.toStdString()).ok());
        QFile file(path);
        QVERIFY(file.resize(file.size() / 2));
        QString sentence;
        connect(&studio, &Studio::openFailed, this,
                [&](const QString&, const Error& error) { sentence = QString::fromStdString(error.text()); });
        studio.open({path});
        QVERIFY(QTest::qWaitFor([&] { return !sentence.isEmpty(); }, 10'000));
        QVERIFY2(sentence.contains(QStringLiteral("cut off")), qPrintable(sentence));
        QCOMPARE(studio.view().run(), before);
    }

    void aFailedSaveSaysWhyAndChangesNothing() {
        Document document;
        document.reset(scenario(), {});
        document.editFile(QStringLiteral("seed"), [](ScenarioFile& file) { file.seed = 2; });
        QString error;
        QVERIFY(!document.save(QStringLiteral("/no/such/folder/s.json"), &error));
        QVERIFY(!error.isEmpty());
        QVERIFY(document.modified());
        QVERIFY(document.path().isEmpty());
    }

    void slidersScaleWhatTheyName() {
        const FilePtr file = scenario();
        const auto makespan = [](const ScenarioFile& changed) {
            Engine engine;
            QSignalSpy finished(&engine, &Engine::runFinished);
            double value = 0;
            connect(&engine, &Engine::runFinished, &engine,
                    [&](quint64, const RunPtr&, const DigestPtr& digest) { value = digest->metrics.makespan; });
            engine.simulate(std::make_shared<const ScenarioFile>(changed));
            return QTest::qWaitFor([&] { return finished.count() > 0; }, 20'000) ? value : -1;
        };
        const double plain = makespan(*file);
        QVERIFY(plain > 0);
        QVERIFY(makespan(applyWhatIf(*file, {.nodes = 1})) > plain);
        QVERIFY(makespan(applyWhatIf(*file, {.bandwidthFactor = 0.01})) > plain);
        QVERIFY(makespan(applyWhatIf(*file, {.costFactor = 2})) > 1.5 * plain);
        QCOMPARE(applyWhatIf(*file, {.meanTimeToFailure = 10}).failures.random.size(), std::size_t{1});
    }

    void fewerInlineNodesKeepTheMatrixAndDropTheirCrashes() {
        ScenarioFile file;
        InlinePlatform platform;
        for (const char* id : {"a", "b", "c"}) {
            platform.nodes.emplace_back();
            platform.nodes.back().id = id;
        }
        platform.bandwidth = {0, 1, 2, 3, 0, 4, 5, 6, 0};
        platform.latency = {0};
        file.platform = platform;
        file.failures.crashes = {{"c", Time::zero()}, {"a", Time::zero()}};
        QCOMPARE(whatIfLimits(file).maxNodes, 3u);
        const ScenarioFile fewer = applyWhatIf(file, {.nodes = 2});
        const auto& kept = std::get<InlinePlatform>(fewer.platform);
        QCOMPARE(kept.nodes.size(), std::size_t{2});
        QVERIFY((kept.bandwidth == std::vector<double>{0, 1, 3, 0}));
        QCOMPARE(fewer.failures.crashes.size(), std::size_t{1});
    }

    void theNewestRequestWins() {
        Engine engine;
        QList<quint64> finished;
        connect(&engine, &Engine::runFinished, this, [&](quint64 request) { finished << request; });
        quint64 last = 0;
        for (int i = 0; i < 30; ++i) last = engine.simulate(scenario(i < 29 ? "40" : "4"));
        QVERIFY(QTest::qWaitFor([&] { return !engine.busy(); }, 30'000));
        QTest::qWait(20);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first(), last);
    }

    void cancelIsHeardAndQuitsCleanly() {
        Engine engine;
        QSignalSpy finished(&engine, &Engine::runFinished), cancelled(&engine, &Engine::cancelled);
        engine.simulate(scenario("60"));
        QVERIFY(engine.busy());
        engine.cancel();
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(!engine.busy());
        QTest::qWait(50);
        QCOMPARE(finished.count(), 0);
        engine.simulate(scenario("60"));  // left running: the destructor must end it
    }

    void anUnreadableFileIsOneSentence() {
        Engine engine;
        QStringList sentences;
        connect(&engine, &Engine::failed, this, [&](quint64, const Error& error) { sentences << QString::fromStdString(error.text()); });
        engine.load({QStringLiteral("/no/such/file.json")});
        QVERIFY(QTest::qWaitFor([&] { return !sentences.isEmpty(); }, 10'000));
        QVERIFY2(sentences.first().contains(QStringLiteral("/no/such/file.json")), qPrintable(sentences.first()));
        QVERIFY(!sentences.first().contains('\n'));
    }

    void aModelSeenBeforeShowsItsRun() {
        Studio studio;
        studio.adopt(scenario(), {});
        QVERIFY(waitForRun(studio));
        const RunPtr first = studio.view().run();
        QString error;
        QVERIFY2(studio.setScheduler(QStringLiteral("fifo"), &error), qPrintable(error));
        QVERIFY(waitForRun(studio));
        QVERIFY(QTest::qWaitFor([&] { return studio.view().run() != first; }, 20'000));
        QCOMPARE(studio.view().ghost(), first);
        studio.document().undoStack().undo();
        QCOMPARE(studio.view().run(), first);  // at once: nothing is computed
        QCOMPARE(studio.runs().entries().size(), std::size_t{2});
    }

    void anUnknownSchedulerIsRefusedWithANearName() {
        Studio studio;
        studio.adopt(scenario(), {});
        QVERIFY(waitForRun(studio));
        QString error;
        QVERIFY(!studio.setScheduler(QStringLiteral("hefd"), &error));
        QVERIFY2(error.contains(QStringLiteral("heft")), qPrintable(error));
        QVERIFY(!studio.document().modified());
    }

    void theListForgetsOldRunsButNotTheCurrentOne() {
        RunList runs;
        const RunPtr run = std::make_shared<Run>();
        for (int i = 0; i < 40; ++i) {
            RunEntry entry;
            entry.title = QString::number(i);
            entry.run = run;
            entry.parent = 38;
            runs.add(entry);
        }
        QCOMPARE(runs.entries().size(), RunList::kMost);
        QCOMPARE(runs.bySerial(runs.current())->title, QStringLiteral("39"));
        QCOMPARE(runs.bySerial(27)->label, QStringLiteral("AB"));
    }
};

QTEST_MAIN(TestSession)
#include "test_session.moc"
