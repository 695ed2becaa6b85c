// The importer's report and its assumptions, by real clicks.
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QTextBrowser>

#include "tests/app/support/opening_test.h"

using namespace loom;
using namespace loom::test;

class TestImport : public OpeningTest {
    Q_OBJECT

    QString reportText() { return child<QTextBrowser>("importReport")->toPlainText(); }
    void type(const char* name, const char* text) {
        auto* field = child<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
    }
    const Assumptions& assumed() { return std::get<FileReference>(document().model().file->workload).assume; }

private slots:
    void initTestCase() { QVERIFY(installLanguage(QStringLiteral("en"))); }
    void init() { QVERIFY(show()); }
    void cleanup() { closeWindow(); }

    void aWorkloadThatLeavesThingsOutShowsItsReport() {
        window_->openPaths({write(QStringLiteral("g.dot"), kGraph)});
        QVERIFY(dialog("importDialog") != nullptr);
        const QString report = reportText();
        QVERIFY2(report.contains(QStringLiteral("2 tasks have no runtime and count as 0 s (first: b)")), qPrintable(report));
        QVERIFY2(report.contains(QStringLiteral("format: ")), qPrintable(report));
        QVERIFY(!report.contains(QStringLiteral("--assume")));
        const QString counts = child<QLabel>("importCounts")->text();
        QVERIFY2(counts.contains(QStringLiteral("3 tasks · 2 dependencies")), qPrintable(counts));
        click("importCopy");
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(QStringLiteral("g.dot")) && copied.contains(QStringLiteral("2 tasks have no runtime")), qPrintable(copied));
        QVERIFY(!child<QPushButton>("importApply")->isEnabled());  // nothing to change yet
        QVERIFY(close("importDialog"));
        // It stays with the document.
        QVERIFY(activate());
        QTest::keyClick(window_.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(dialog("importDialog") != nullptr);
        QCOMPARE(reportText(), report);
    }

    void assumptionsReadTheFileAgainAsOneStep() {
        window_->openPaths({write(QStringLiteral("g.dot"), kGraph)});
        QVERIFY(dialog("importDialog") != nullptr);
        QVERIFY(waitForRun());
        const RunPtr before = studio().view().run();
        type("assumeRuntime", "10 s");
        QVERIFY(child<QPushButton>("importApply")->isEnabled());
        click("importApply");
        QVERIFY(QTest::qWaitFor([&] { return document().undoStack().count() == 1; }, 10'000));
        QVERIFY(waitForRun());
        QCOMPARE(assumed().runtime->seconds, 10.0);
        QVERIFY(studio().view().run() != before);
        QVERIFY2(reportText().contains(QStringLiteral("count as 10 s")), qPrintable(reportText()));
        QCOMPARE(studio().view().run()->scenario->graph->work(TaskId(1)), 10e9);
        QVERIFY(!child<QPushButton>("importApply")->isEnabled());
        // The mean of the known ones, with the keyboard.
        auto* rule = child<QComboBox>("assumeRule");
        rule->setFocus();
        QTest::keyClick(rule, Qt::Key_Down);
        QVERIFY(!child<QLineEdit>("assumeRuntime")->isEnabled());
        QTest::keyClick(child<QDialog>("importDialog"), Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return document().undoStack().count() == 2; }, 10'000));
        QVERIFY(waitForRun());
        QCOMPARE(studio().view().run()->scenario->graph->work(TaskId(1)), 3e9);
        document().undoStack().undo();
        document().undoStack().undo();
        QCOMPARE(studio().view().run(), before);
        QVERIFY(assumed().empty());
        QVERIFY(child<QLineEdit>("assumeRuntime")->text().isEmpty());
        QVERIFY(reportText().contains(QStringLiteral("count as 0 s")));
    }

    void aWrongAssumptionIsSaidAtOnce() {
        window_->openPaths({write(QStringLiteral("g.dot"), kGraph)});
        QVERIFY(dialog("importDialog") != nullptr);
        for (const auto& [field, text] : {std::pair("assumeRuntime", "10 furlongs"), std::pair("assumeSize", "much"),
                                          std::pair("assumeCores", "1.5"), std::pair("assumeSizeFactor", "0")}) {
            type(field, text);
            const auto* state = child<QLabel>("importState");
            QVERIFY2(state->isVisible() && state->text().contains(QStringLiteral("⚠")), text);
            QVERIFY(!child<QPushButton>("importApply")->isEnabled());
            child<QLineEdit>(field)->clear();
            QVERIFY(!state->isVisible());
        }
    }

    void anImpossibleAssumptionChangesNothing() {
        window_->openPaths({write(QStringLiteral("g.dot"), "digraph g { a; b; a -> b; }")});
        QVERIFY(dialog("importDialog") != nullptr);
        QVERIFY(waitForRun());
        const Model before = document().model();
        child<QComboBox>("assumeRule")->setCurrentIndex(1);
        click("importApply");
        QVERIFY(dialog("openFailure") != nullptr);
        QVERIFY(child<QLabel>("failureCause")->text().contains(QStringLiteral("no runtime at all")));
        QVERIFY(document().model() == before);
        QVERIFY(!document().undoStack().canUndo() && !document().undoStack().canRedo());
        QVERIFY(child<QPushButton>("importApply")->isEnabled());  // to be tried otherwise
    }

    void scenariosHaveNothingToReport() {
        const QString path = folder_->filePath(QStringLiteral("s.json"));
        QVERIFY(saveScenarioFile(*plainScenario(), path.toStdString()).ok());
        QSignalSpy opened(&studio(), &Studio::opened);
        window_->openPaths({path});
        QVERIFY(opened.wait());
        QVERIFY(waitForRun());
        QVERIFY(child<QDialog>("importDialog") == nullptr);
        QTest::keyClick(window_.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(dialog("importDialog") != nullptr);
        QVERIFY(reportText().isEmpty());
        QVERIFY(!child<QPushButton>("importApply")->isEnabled() && !child<QPushButton>("importCopy")->isEnabled());
    }

    void theReportSpeaksChinese() {
        window_->setLanguage(QStringLiteral("zh_CN"));
        window_->openPaths({write(QStringLiteral("g.dot"), kGraph)});
        QVERIFY(dialog("importDialog") != nullptr);
        QVERIFY2(reportText().contains(QString::fromUtf8("2 个任务没有运行时间，按 0 s 计（第一个：b）")), qPrintable(reportText()));
        QCOMPARE(child<QDialog>("importDialog")->windowTitle(), QString::fromUtf8("导入报告"));
        window_->setLanguage(QStringLiteral("en"));
    }
};

QTEST_MAIN(TestImport)
#include "test_import.moc"
