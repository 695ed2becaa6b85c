// Opening files of others by real clicks: the importer's report and its assumptions, platforms, what cannot be opened.
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>
#include <QtTest>

#include "app/language.h"
#include "app/main_window.h"

using namespace loom;

namespace {

FilePtr scenario(const char* tiles = "4") {
    ScenarioFile file;
    file.name = "before";
    file.workload = Spec{"cholesky", {{"tiles", tiles}}};
    file.platform = Spec{"star", {{"nodes", "4"}}};
    return std::make_shared<const ScenarioFile>(file);
}

// Two tasks of which one states no work.
const char kGraph[] = "digraph g { a [size=\"3e9\"]; b; c; a -> b; a -> c; }";
const char kPlatform[] =
    "<?xml version='1.0'?><!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\"><platform version=\"4.1\">"
    "<zone id=\"z\" routing=\"Full\"><host id=\"h1\" speed=\"1Gf\" core=\"2\"/><host id=\"h2\" speed=\"2Gf\"/>"
    "<link id=\"l\" bandwidth=\"1GBps\" latency=\"1us\"/><route src=\"h1\" dst=\"h2\"><link_ctn id=\"l\"/></route>"
    "</zone></platform>";

}  // namespace

class TestImport : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<QTemporaryDir> folder_;

    Studio& studio() { return window_->studio(); }
    Document& document() { return studio().document(); }
    template <class Widget>
    Widget* child(const char* name) {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    QString write(const QString& name, const QByteArray& text) {
        const QString path = folder_->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(text);
        return path;
    }
    bool waitForRun() {
        return QTest::qWaitFor([&] { return studio().simulated() != nullptr && window_->ready(); }, 20'000);
    }
    // The dialog of that name, once it is there; dialogs that were closed go with the next round of events.
    QDialog* dialog(const char* name) {
        QDialog* found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = child<QDialog>(name)) != nullptr && found->isVisible(); }, 10'000);
        return found;
    }
    bool close(const char* name) {
        if (auto* open = child<QDialog>(name)) open->close();
        return QTest::qWaitFor([&] { return child<QDialog>(name) == nullptr; }, 5000);
    }
    void click(const char* name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void type(const char* name, const char* text) {
        auto* field = child<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
    }
    QString reportText() { return child<QTextBrowser>("importReport")->toPlainText(); }
    void drop(const QStringList& paths) {
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &drop);
    }
    // Answers the next modal dialog of the class.
    template <class Dialog>
    void whenAsked(std::function<void(Dialog*)> answer) {
        auto* look = new QTimer(this);
        connect(look, &QTimer::timeout, this, [look, answer = std::move(answer)] {
            auto* asking = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            if (asking == nullptr) return;
            look->deleteLater();
            look->stop();
            answer(asking);
        });
        look->start(10);
    }
    std::string platformFile() {
        const auto* reference = std::get_if<FileReference>(&document().model().file->platform);
        return reference == nullptr ? "" : reference->path;
    }
    const Assumptions& assumed() { return std::get<FileReference>(document().model().file->workload).assume; }

private slots:
    void initTestCase() { QVERIFY(installLanguage(QStringLiteral("en"))); }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        window_ = std::make_unique<MainWindow>(Remember::no);
        window_->resize(1400, 900);
        window_->show();
        studio().adopt(scenario(), {});
        QVERIFY(waitForRun());
        studio().playback().setPlaying(false);
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() {
        window_.reset();
        folder_.reset();
    }

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
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
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
        QVERIFY(saveScenarioFile(*scenario(), path.toStdString()).ok());
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

    void aDroppedPlatformGoesIntoTheDocument() {
        const Model before = document().model();
        const RunPtr run = studio().view().run();
        drop({write(QStringLiteral("two.xml"), kPlatform)});
        QVERIFY(QTest::qWaitFor([&] { return document().undoStack().count() == 1; }, 10'000));
        QVERIFY(waitForRun());
        QCOMPARE(studio().view().run()->scenario->platform->nodeCount(), std::size_t{2});
        QCOMPARE(document().title(), QStringLiteral("before"));
        QVERIFY(std::holds_alternative<Spec>(document().model().file->workload));
        document().undoStack().undo();
        QVERIFY(document().model() == before);
        QCOMPARE(studio().view().run(), run);
    }

    void aPlatformIsChosenFromTheMenu() {
        const QString path = write(QStringLiteral("two.xml"), kPlatform);
        whenAsked<QFileDialog>([&](QFileDialog* asking) {
            QVERIFY(asking->nameFilters().join(' ').contains(QStringLiteral("*.xml.gz")));
            auto* name = asking->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
        });
        QTest::keyClick(window_.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([&] { return document().undoStack().count() == 1; }, 10'000));
        QCOMPARE(platformFile(), path.toStdString());
    }

    void aPlatformThatCannotBeReadChangesNothing() {
        const Model before = document().model();
        const RunPtr run = studio().view().run();
        const QString path = write(QStringLiteral("bad.xml"), QByteArray(kPlatform).replace("1GBps", "0Bps"));
        drop({path});
        QVERIFY(dialog("openFailure") != nullptr);
        QCOMPARE(child<QLabel>("failureTitle")->text(), QStringLiteral("<b>bad.xml cannot be opened</b>"));
        QCOMPARE(child<QLabel>("failureFile")->text(), path);
        QVERIFY(child<QLabel>("failurePlace")->text().startsWith(QStringLiteral("1:")));
        QVERIFY(child<QLabel>("failureCause")->text().contains(QStringLiteral("bandwidth")));
        QVERIFY(child<QLabel>("failureCause")->textInteractionFlags() & Qt::TextSelectableByKeyboard);
        QVERIFY(child<QLabel>("failureKept")->text().contains(QStringLiteral("before is still open")));
        click("failureCopy");
        QVERIFY(QApplication::clipboard()->text().startsWith(path + QStringLiteral(":1:")));
        QVERIFY(document().model() == before);
        QVERIFY(!document().undoStack().canUndo() && !document().undoStack().canRedo());
        QCOMPARE(studio().view().run(), run);
        QTest::keyClick(child<QDialog>("openFailure"), Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return child<QDialog>("openFailure") == nullptr; }, 5000));
    }

    // Tasks that no node of it can run.
    void aPlatformThatDoesNotFitChangesNothing() {
        ScenarioFile file = *scenario();
        InlineTask wide;
        wide.id = "wide";
        wide.work = 1e9;
        wide.cores = 3;
        file.workload = InlineWorkload{{wide}, {}, {}};
        file.platform = Spec{"star", {{"nodes", "1"}, {"cores", "4"}}};
        studio().adopt(std::make_shared<const ScenarioFile>(file), {});
        QVERIFY(waitForRun());
        const Model before = document().model();
        drop({write(QStringLiteral("two.xml"), kPlatform)});
        QVERIFY(dialog("openFailure") != nullptr);
        QVERIFY(child<QLabel>("failureCause")->text().contains(QStringLiteral("3 cores")));
        QVERIFY(document().model() == before && !document().undoStack().canRedo());
    }

    void aWorkloadAndAPlatformAreOpenedTogether() {
        const QString graph = write(QStringLiteral("g.dot"), kGraph), platform = write(QStringLiteral("two.xml"), kPlatform);
        drop({platform, graph});
        QVERIFY(dialog("importDialog") != nullptr);
        QVERIFY(waitForRun());
        QCOMPARE(document().path(), graph);
        QCOMPARE(platformFile(), platform.toStdString());
        QCOMPARE(studio().view().run()->scenario->graph->taskCount(), std::size_t{3});
        QVERIFY(child<QFrame>("messageBar")->isHidden());
    }

    void filesWithoutAPlaceAreNamed() {
        drop({write(QStringLiteral("g.dot"), kGraph), write(QStringLiteral("h.dot"), kGraph),
              write(QStringLiteral("two.xml"), kPlatform), write(QStringLiteral("three.xml"), kPlatform)});
        QVERIFY(dialog("importDialog") != nullptr);
        QCOMPARE(document().title(), QStringLiteral("g"));
        QVERIFY(child<QFrame>("messageBar")->isVisible());
        const QString said = child<QLabel>("messageText")->text();
        QVERIFY2(said.contains(QStringLiteral("h.dot, three.xml")) && !said.contains(QStringLiteral("two.xml")), qPrintable(said));
    }

    void changesAreAskedForBeforeTheyGo() {
        const QString path = write(QStringLiteral("g.dot"), kGraph);
        studio().nextSeed();
        QVERIFY(waitForRun());
        const Model before = document().model();
        const auto press = [](QMessageBox::StandardButton button) {
            return [button](QMessageBox* box) { QTest::mouseClick(box->button(button), Qt::LeftButton); };
        };
        QSignalSpy idle(&studio().engine(), &Engine::busyChanged);
        whenAsked<QMessageBox>(press(QMessageBox::Cancel));
        drop({path});
        QVERIFY(QTest::qWaitFor([&] { return idle.count() >= 2 && !studio().engine().busy(); }, 10'000));
        QVERIFY(document().model() == before);
        whenAsked<QMessageBox>(press(QMessageBox::Discard));
        drop({path});
        QVERIFY(QTest::qWaitFor([&] { return document().path() == path; }, 10'000));
    }

    void whatIsBeingReadCanBeCancelled() {
        QByteArray graph = "digraph g {\n";
        for (int i = 0; i < 200'000; ++i)
            graph += 't' + QByteArray::number(i) + " [size=\"1e9\"];\nt" + QByteArray::number(i / 2) + " -> t" + QByteArray::number(i + 1) + ";\n";
        const QString path = write(QStringLiteral("large.dot"), graph + "}\n");
        const Model before = document().model();
        window_->openPaths({path});
        auto* cancel = child<QToolButton>("cancelButton");
        QVERIFY(cancel->isVisible() && child<QWidget>("progress")->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!studio().engine().busy());
        QVERIFY(child<QLabel>("messageText")->text().contains(QStringLiteral("Cancelled")));
        // Another file waits for the reader to be free, and nothing of the first is heard.
        window_->openPaths({write(QStringLiteral("g.dot"), kGraph)});
        QVERIFY(QTest::qWaitFor([&] { return document().model() != before; }, 30'000));
        QCOMPARE(document().title(), QStringLiteral("g"));
    }

    void aRunUnderWayOutlivesAFileThatCannotBeRead() {
        studio().adopt(scenario("45"), {});
        window_->openPaths({write(QStringLiteral("empty.json"), "")});
        QVERIFY(dialog("openFailure") != nullptr);
        QVERIFY(waitForRun());
        QCOMPARE(document().title(), QStringLiteral("before"));
    }

    void platformsStandAmongTheRecentFiles() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_->path());
        QCoreApplication::setOrganizationName(QStringLiteral("clusterloom-test"));
        window_ = std::make_unique<MainWindow>(Remember::yes);
        window_->show();
        studio().adopt(scenario(), {});
        QVERIFY(waitForRun());
        drop({write(QStringLiteral("two.xml"), kPlatform)});
        QVERIFY(QTest::qWaitFor([&] { return document().undoStack().count() == 1; }, 10'000));
        auto* recent = child<QMenu>("recentMenu");
        emit recent->aboutToShow();
        QCOMPARE(recent->actions().size(), 1);
        QCOMPARE(recent->actions().first()->text(), QStringLiteral("two.xml"));
        document().undoStack().undo();
        recent->actions().first()->trigger();
        QVERIFY(QTest::qWaitFor([&] { return !platformFile().empty(); }, 10'000));
        document().undoStack().setClean();
    }

    // Every reference file through the window: each is opened, or refused in a dialog that leaves all as it was; and while it is
    // read the window answers.
    void everyReferenceFileIsOpenedOrRefused() {
        const QString shared = qEnvironmentVariable("LOOM_SHARED");
        if (shared.isEmpty()) QSKIP("LOOM_SHARED is not set");
        QElapsedTimer clock;
        qint64 longest = 0;
        QTimer tick;
        connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, clock.restart()); });
        const QDir data(shared + QStringLiteral("/data"));
        int opened = 0, refused = 0;
        for (QDirIterator each(data.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            const QString path = each.next(), name = data.relativeFilePath(path);
            studio().adopt(scenario(), {});
            QVERIFY(waitForRun());
            studio().playback().setPlaying(false);
            const Model before = document().model();
            const RunPtr run = studio().view().run();
            clock.start();
            tick.start(5);
            window_->openPaths({path});
            QVERIFY2(QTest::qWaitFor([&] { return !studio().engine().loading(); }, 60'000), qPrintable(name));
            tick.stop();
            const bool bad = name.startsWith(QStringLiteral("bad/")) && !name.contains(QStringLiteral("utf8-bom"));
            const bool none = name.startsWith(QStringLiteral("platform/profiles")) || name.endsWith(QStringLiteral(".md")) ||
                              name == QStringLiteral("facts.json") || name.endsWith(QStringLiteral(".trace"));
            QCOMPARE(child<QDialog>("openFailure") != nullptr, bad || none);
            if (bad || none) {
                ++refused;
                QVERIFY2(document().model() == before && studio().view().run() == run, qPrintable(name));
                QVERIFY2(!child<QLabel>("failureCause")->text().isEmpty(), qPrintable(name));
                QCOMPARE(child<QLabel>("failureFile")->text(), path);
            } else {
                ++opened;
                QVERIFY2(document().model() != before, qPrintable(name));
                if (!name.startsWith(QStringLiteral("platform/"))) QCOMPARE(document().path(), path);
            }
            studio().engine().cancel();
            QVERIFY(close("openFailure") && close("importDialog"));
        }
        qInfo("%d opened, %d refused; the window was away for at most %lld ms", opened, refused, static_cast<long long>(longest));
        QVERIFY(opened > 30 && refused >= 11);
        QVERIFY2(longest < 2000, qPrintable(QString::number(longest)));
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
