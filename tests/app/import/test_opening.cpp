// Files opened and dropped by real clicks: platforms, several at once, what cannot be opened, every reference file.
#include <functional>

#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFrame>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QToolButton>

#include "tests/app/support/opening_test.h"
#include "tests/app/support/reference_files.h"

using namespace loom;
using namespace loom::test;

class TestOpening : public OpeningTest {
    Q_OBJECT

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

private slots:
    void initTestCase() { QVERIFY(installLanguage(QStringLiteral("en"))); }
    void init() { QVERIFY(show()); }
    void cleanup() { closeWindow(); }

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

    void theDialogOffersEveryFormatAndTakesSeveralFiles() {
        const QString graph = write(QStringLiteral("g.dot"), kGraph), platform = write(QStringLiteral("two.xml"), kPlatform);
        QStringList filters;
        whenAsked<QFileDialog>([&](QFileDialog* asking) {
            filters = asking->nameFilters();
            auto* name = asking->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            name->setText(QStringLiteral("\"%1\" \"%2\"").arg(graph, platform));
            QTest::keyClick(name, Qt::Key_Return);
        });
        QTest::keyClick(window_.get(), Qt::Key_O, Qt::ControlModifier);
        for (const char* pattern : {"*.json", "*.json.gz", "*.loom", "*.dax.gz", "*.xml.zst", "*.dot", "*.stg", "*.dag", "*.swf.gz", "*.csv.zst",
                                    "*eventlog*", "*.txt", "*.gv"})
            QVERIFY2(filters.first().contains(QLatin1String(pattern)), pattern);
        QVERIFY(QTest::qWaitFor([&] { return document().path() == graph; }, 10'000));
        QCOMPARE(platformFile(), platform.toStdString());
    }

    // The machines on which a workflow was recorded are a platform, too, where one is asked for.
    void recordedMachinesAreAPlatform() {
        if (!QFileInfo::exists(referenceFolder())) QSKIP("reference data absent");
        studio().usePlatform(referenceFolder() + QStringLiteral("/wfformat/1000genome-chameleon-22ch-250k-001.json"));
        QVERIFY(QTest::qWaitFor([&] { return document().undoStack().count() == 1; }, 10'000));
        QVERIFY(waitForRun());
        QCOMPARE(document().title(), QStringLiteral("before"));
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
        ScenarioFile file = *plainScenario();
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
        studio().adopt(plainScenario("45"), {});
        window_->openPaths({write(QStringLiteral("empty.json"), "")});
        QVERIFY(dialog("openFailure") != nullptr);
        QVERIFY(waitForRun());
        QCOMPARE(document().title(), QStringLiteral("before"));
    }

    void platformsStandAmongTheRecentFiles() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_->path());
        QCoreApplication::setOrganizationName(QStringLiteral("clusterloom-test"));
        QVERIFY(show(Remember::yes));
        drop({write(QStringLiteral("two.xml"), kPlatform)});
        QVERIFY(QTest::qWaitFor([&] { return document().undoStack().count() == 1; }, 10'000));
        auto* recent = child<QMenu>("recentMenu");
        emit recent->aboutToShow();
        QCOMPARE(recent->actions().size(), 1);
        QCOMPARE(recent->actions().first()->text(), QStringLiteral("two.xml"));
        document().undoStack().undo();
        recent->actions().first()->trigger();
        QVERIFY(QTest::qWaitFor([&] { return !platformFile().empty(); }, 10'000));
        document().undoStack().undo();  // nothing is asked when the window goes
    }

    // Every reference file through the window: each is opened, or refused in a dialog that leaves all as it was; and while it is
    // read and shown the window answers.
    void everyReferenceFileIsOpenedOrRefused() {
        if (!QFileInfo::exists(referenceFolder())) QSKIP("reference data absent");
        QElapsedTimer clock;
        qint64 longest = 0;
        QTimer tick;
        connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, clock.restart()); });
        const QDir data(referenceFolder());
        int opened = 0, refused = 0;
        for (const QString& path : filesBelow(data.path())) {
            const QString name = data.relativeFilePath(path);
            studio().adopt(plainScenario(), {});
            QVERIFY(waitForRun());
            studio().playback().setPlaying(false);
            const Model before = document().model();
            const RunPtr run = studio().view().run();
            clock.start();
            tick.start(5);
            window_->openPaths({path});
            QVERIFY2(QTest::qWaitFor([&] { return !studio().engine().loading(); }, 60'000), qPrintable(name));
            QTest::qWait(60);  // and while it is taken and shown
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
};

QTEST_MAIN(TestOpening)
#include "test_opening.moc"
