// Files for other programs, by real clicks: everything the dialog offers, what it asks, what it leaves alone.
#include <functional>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QTableView>
#include <QTreeWidget>

#include "app/theme.h"
#include "app/views/dag/dag_view.h"
#include "core/io/exporter.h"
#include "core/io/run_file.h"
#include "tests/app/support/opening_test.h"

using namespace loom;
using namespace loom::test;

class TestExport : public OpeningTest {
    Q_OBJECT

    bool open() {
        if (!activate()) return false;
        QTest::keyClick(window_.get(), Qt::Key_E, Qt::ControlModifier);
        return dialog("exportDialog") != nullptr;
    }
    QTreeWidget* tree() { return child<QTreeWidget>("exportTree"); }
    QString said() { return child<QLabel>("exportState")->text(); }
    QString chosen() { return tree()->currentItem()->text(0); }
    QString file(const QString& name) { return folder_->filePath(name); }
    static QByteArray bytesOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTreeWidgetItem* line(const QString& title) {
        const auto found = tree()->findItems(title, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? nullptr : found.last();
    }
    bool choose(const QString& title) {
        QTreeWidgetItem* wanted = line(title);
        if (wanted == nullptr) return false;
        tree()->scrollToItem(wanted);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualItemRect(wanted).center());
        return tree()->currentItem() == wanted;
    }
    void setFormat(const char* extension) {
        auto* format = child<QComboBox>("exportFormat");
        format->setCurrentIndex(format->findData(QLatin1String(extension)));
    }
    bool write(const QString& path) {
        auto* field = child<QLineEdit>("exportFile");
        field->selectAll();
        QTest::keyClicks(field, path);
        click("exportWrite");
        return QTest::qWaitFor([&] { return said().startsWith(QStringLiteral("Saved")) || said().startsWith(QStringLiteral("⚠")); }, 20'000);
    }
    static const Exporter& exporter(const char* name) {
        for (const Exporter& each : exporters())
            if (each.name == name) return each;
        return exporters().front();
    }
    // Answers the question that comes up.
    void whenAsked(QMessageBox::StandardButton answer) {
        auto* look = new QTimer(this);
        connect(look, &QTimer::timeout, this, [look, answer] {
            auto* asking = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (asking == nullptr) return;
            look->deleteLater();
            look->stop();
            QTest::mouseClick(asking->button(answer), Qt::LeftButton);
        });
        look->start(10);
    }

private slots:
    void initTestCase() { QVERIFY(installLanguage(QStringLiteral("en"))); }
    void init() { QVERIFY(show()); }
    void cleanup() {
        closeWindow();
        Theme::instance().setDark(false);
        QVERIFY(installLanguage(QStringLiteral("en")));
    }

    void whatHasTheFocusIsChosenFirst() {
        window_->findChild<DagView*>()->setFocus();
        QVERIFY(open());
        QCOMPARE(chosen(), QStringLiteral("Task graph"));
        QVERIFY(close("exportDialog"));
        window_->findChild<QWidget*>(QStringLiteral("timelineView"))->setFocus();
        QVERIFY(open());
        QCOMPARE(chosen(), QStringLiteral("Timeline"));
        QVERIFY(close("exportDialog"));
        child<QTableView>("lawsTable")->setFocus();
        QVERIFY(open());
        QCOMPARE(chosen(), QStringLiteral("Closed forms"));
        QCOMPARE(child<QComboBox>("exportFormat")->currentText(), QStringLiteral("CSV"));
        QTest::keyClick(child<QDialog>("exportDialog"), Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return child<QDialog>("exportDialog") == nullptr; }, 5000));
    }

    void everyPictureIsWrittenInEveryFormat() {
        QVERIFY(activate());
        QTest::keyClick(window_.get(), Qt::Key_3, Qt::ControlModifier);  // a comparison is empty until it was shown
        QVERIFY(QTest::qWaitFor([&] { return window_->studio().comparison().idle() && window_->ready(); }, 20'000));
        window_->finishRendering();  // the graph is laid out in the background
        QVERIFY(open());
        for (const char* title : {"Task graph", "Timeline", "Cluster", "Network", "Throughput and utilisation", "Comparison", "Window"}) {
            QVERIFY2(choose(QLatin1String(title)), title);
            for (const char* format : {"svg", "pdf", "png"}) {
                setFormat(format);
                const QString path = file(QStringLiteral("%1.%2").arg(QLatin1String(title), QLatin1String(format)));
                QVERIFY2(write(path), title);
                QCOMPARE(said(), QStringLiteral("Saved %1.").arg(path));
                const QByteArray bytes = bytesOf(path);
                if (QByteArray(format) == "svg") QVERIFY2(bytes.contains("</svg>") && bytes.count("<path") + bytes.count("<rect") + bytes.count("<polyline") > 5, title);
                // The style draws its combo boxes as pixels; of what is shown nothing is.
                const bool canvas = title != QByteArray("Comparison") && title != QByteArray("Window");
                if (QByteArray(format) == "svg" && canvas) QVERIFY2(!bytes.contains("<image"), title);
                if (QByteArray(format) == "pdf") QVERIFY2(bytes.startsWith("%PDF") && bytes.trimmed().endsWith("%%EOF"), title);
                if (QByteArray(format) == "png") QVERIFY2(QImage::fromData(bytes).width() > 50, title);
            }
        }
    }

    void aPngHasAsManyPixelsAsAskedFor() {
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("Timeline")));
        QVERIFY(!child<QDoubleSpinBox>("exportScale")->isVisible());
        setFormat("png");
        QVERIFY(child<QDoubleSpinBox>("exportScale")->isVisible());
        const QSize size = window_->findChild<QWidget*>(QStringLiteral("timelineView"))->size();
        for (const double scale : {1.0, 2.5}) {
            child<QDoubleSpinBox>("exportScale")->setValue(scale);
            const QString path = file(QStringLiteral("t%1.png").arg(scale));
            QVERIFY(write(path));
            QCOMPARE(QImage(path).size(), (QSizeF(size) * scale).toSize());
        }
    }

    void aPictureForPaperIsLightAndTheWindowStaysDark() {
        Theme::instance().setDark(true);
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("Timeline")));
        setFormat("svg");
        QVERIFY(write(file("dark.svg")));
        child<QCheckBox>("exportPaper")->setChecked(true);
        QVERIFY(write(file("paper.svg")));
        QVERIFY(Theme::instance().isDark());
        QVERIFY(!bytesOf(file("dark.svg")).contains("#fafafa"));
        QVERIFY(bytesOf(file("paper.svg")).contains("#fafafa"));
        QVERIFY(!bytesOf(file("paper.svg")).contains("#1b1e23"));
    }

    // The file is what the registry's writer makes, no more and no less.
    void everythingOfTheRegistryIsOfferedAndWritten() {
        QVERIFY(open());
        ExportSource source = exportSource(studio().view().run());
        source.name = "before";
        source.table = "tasks";
        source.report.version = QCoreApplication::applicationVersion().toStdString();
        for (const Exporter& each : exporters()) {
            const QString title = QString::fromStdString(each.title);
            QVERIFY2(choose(title), qPrintable(title));
            const QString path = file(QString::fromStdString(each.name) + QStringLiteral(".out"));
            QVERIFY2(write(path), qPrintable(title));
            QVERIFY2(said().startsWith(QStringLiteral("Saved")), qPrintable(said()));
            if (each.subject != ExportSubject::run) source.recordedMakespan = 0;
            if (each.write != nullptr) QCOMPARE(bytesOf(path).toStdString(), each.write(source)->text);
            if (each.name == "loom") QVERIFY(loadRun(path.toStdString()).ok());
            if (each.folder) QVERIFY(bytesOf(path + QStringLiteral("/tasks.csv")).startsWith("id,name,"));
        }
    }

    void aTableIsWrittenWithItsFilterAndBareNumbers() {
        auto* filter = child<QLineEdit>("logFilter");
        filter->setText(QStringLiteral("start"));
        auto* table = child<QTableView>("logTable");
        QVERIFY(QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }, 5000));
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("Event log")));
        setFormat("json");
        QVERIFY(write(file("log.json")));
        const QJsonArray rows = QJsonDocument::fromJson(bytesOf(file("log.json"))).array();
        QCOMPARE(rows.size(), static_cast<qsizetype>(table->model()->rowCount()));
        QVERIFY(rows.size() < static_cast<qsizetype>(studio().view().run()->trace->size()));
        for (const QJsonValue row : rows) QCOMPARE(row.toObject().value(QStringLiteral("Event")).toString(), QStringLiteral("start"));
        QVERIFY(rows.at(0).toObject().value(QStringLiteral("Time [s]")).isDouble());
        QVERIFY(choose(QStringLiteral("The three answers")));
        setFormat("csv");
        QVERIFY(write(file("answers.csv")));
        const QList<QByteArray> lines = bytesOf(file("answers.csv")).split('\n');
        QVERIFY2(lines[0].startsWith("Answer,Makespan [s],vs simulation,Tasks [1/s]"), lines[0].constData());
        const double makespan = studio().digest()->metrics.makespan;
        QCOMPARE(lines[2].split(',')[1].toDouble(), makespan);
        QVERIFY(lines[3].startsWith("Real run,,,,"));
    }

    void aPictureAndATableAreCopied() {
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("Timeline")));
        click("exportCopy");
        QVERIFY(!QApplication::clipboard()->image().isNull());
        QVERIFY(choose(QStringLiteral("Closed forms")));
        click("exportCopy");
        QVERIFY(QTest::qWaitFor([&] { return said() == QStringLiteral("Copied."); }, 5000));
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Law,Value,")));
        QVERIFY(choose(QStringLiteral("GraphML")));
        QVERIFY(!child<QPushButton>("exportCopy")->isEnabled());
    }

    void whatAFormatLeavesOutIsSaidBefore() {
        ScenarioFile scenario = *plainScenario();
        InlineTask wide;
        wide.id = "wide";
        wide.work = 1e9;
        wide.cores = 3;
        scenario.workload = InlineWorkload{{wide}, {}, {}};
        scenario.platform = Spec{"star", {{"nodes", "1"}, {"cores", "4"}}};
        studio().adopt(std::make_shared<const ScenarioFile>(scenario), {});
        QVERIFY(waitForRun());
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("DOT with SimGrid's size attributes")));
        auto* losses = child<QLabel>("exportLosses");
        QVERIFY(losses->text().startsWith(QStringLiteral("kinds, cores, scaling")));
        QVERIFY(QTest::qWaitFor([&] { return losses->text().contains(QStringLiteral("<li>1 task takes several cores</li>")); }, 5000));
        QVERIFY(choose(QStringLiteral("WfFormat 1.5 (WfCommons JSON)")));
        QVERIFY(!losses->text().contains(QStringLiteral("<li>")));
        QVERIFY(choose(QString::fromStdString(exporter("loom").title)));
        QCOMPARE(losses->text(), QStringLiteral("nothing"));
    }

    void anOldFileIsReplacedOnlyWhenThatIsWanted() {
        const QString path = OpeningTest::write(QStringLiteral("old.dot"), "old");
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("DOT with SimGrid's size attributes")));
        child<QLineEdit>("exportFile")->setText(path);
        whenAsked(QMessageBox::No);
        click("exportWrite");
        QCOMPARE(bytesOf(path), QByteArray("old"));
        whenAsked(QMessageBox::Yes);
        QVERIFY(write(path));
        QVERIFY(bytesOf(path).startsWith("digraph"));
        QCOMPARE(QDir(folder_->path()).entryList(QDir::Files).size(), 1);
    }

    void whatCannotBeWrittenIsSaid() {
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("GraphML")));
        QVERIFY(write(file("no/such/folder/g.graphml")));
        QVERIFY2(said().startsWith(QStringLiteral("⚠ ")) && said().contains(QStringLiteral("no/such/folder/g.graphml")), qPrintable(said()));
        QVERIFY(child<QPushButton>("exportWrite")->isEnabled());
        child<QLineEdit>("exportFile")->clear();
        QVERIFY(!child<QPushButton>("exportWrite")->isEnabled());
    }

    void aRunUnderWayIsOfferedOnceItIsWhole() {
        studio().adopt(plainScenario("50"), {});
        QVERIFY(open());
        const QString title = QString::fromStdString(exporter("html").title);
        QVERIFY(choose(title));
        QVERIFY(!child<QPushButton>("exportWrite")->isEnabled());
        QVERIFY2(said() == QStringLiteral("There is no run yet.") || said() == QStringLiteral("The run is still going on."), qPrintable(said()));
        QVERIFY(waitForRun());
        QVERIFY(QTest::qWaitFor([&] { return child<QPushButton>("exportWrite")->isEnabled(); }, 20'000));
        QCOMPARE(chosen(), title);
        QVERIFY(!child<QLabel>("exportState")->isVisible());
    }

    void stoppingLeavesTheOldFileWhole() {
        const QString path = OpeningTest::write(QStringLiteral("old.txt"), "old");
        Exports exports;
        QSignalSpy stopped(&exports, &Exports::stopped), written(&exports, &Exports::written);
        exports.write(path, [&](const std::string& to, Progress& progress) {
            while (!progress.cancelled()) QThread::msleep(1);
            return exportTo(exporter("tasklist"), exportSource(*studio().scenario()), to, progress);
        });
        QVERIFY(exports.busy());
        exports.stop();
        QVERIFY(stopped.wait(5000));
        QVERIFY(!exports.busy());
        QCOMPARE(written.size(), 0);
        QCOMPARE(bytesOf(path), QByteArray("old"));
        QCOMPARE(QDir(folder_->path()).entryList(QDir::Files).size(), 1);
        exports.write(path, [&](const std::string& to, Progress& progress) {
            return exportTo(exporter("tasklist"), exportSource(*studio().scenario()), to, progress);
        });
        QVERIFY(written.wait(5000));
        QVERIFY(bytesOf(path) != "old");
    }

    void folderAndFormatAreRemembered() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_->path());
        QCoreApplication::setOrganizationName(QStringLiteral("clusterloom-test"));
        const QString folder = folder_->path() + QStringLiteral("/mine");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(show(Remember::yes));
        QVERIFY(open());
        QVERIFY(choose(QStringLiteral("Cluster")));
        setFormat("pdf");
        QVERIFY(write(folder + QStringLiteral("/c.pdf")));
        QVERIFY(close("exportDialog"));
        document().undoStack().setClean();
        QVERIFY(show(Remember::yes));
        child<QTreeWidget>("scenarioTree") != nullptr ? child<QTreeWidget>("scenarioTree")->setFocus() : window_->setFocus();
        QVERIFY(open());
        QCOMPARE(chosen(), QStringLiteral("Cluster"));
        QCOMPARE(child<QComboBox>("exportFormat")->currentData().toString(), QStringLiteral("pdf"));
        QCOMPARE(child<QLineEdit>("exportFile")->text(), folder + QStringLiteral("/before-cluster.pdf"));
        QVERIFY(close("exportDialog"));
    }

    void theReportSpeaksTheChosenLanguage() {
        QVERIFY(open());
        QVERIFY(choose(QString::fromStdString(exporter("html").title)));
        QVERIFY(child<QComboBox>("exportLanguage")->isVisible());
        child<QComboBox>("exportLanguage")->setCurrentIndex(1);
        QVERIFY(write(file("zh.html")));
        QVERIFY(bytesOf(file("zh.html")).contains("完工时间"));
    }

    void theDialogIsChineseThroughout() {
        window_->setLanguage(QStringLiteral("zh_CN"));
        QVERIFY(QTest::qWaitFor([&] { return child<QTableView>("logTable")->accessibleName() == QStringLiteral("事件日志"); }, 5000));
        QVERIFY(open());
        QCOMPARE(child<QDialog>("exportDialog")->windowTitle(), QStringLiteral("导出"));
        for (QTreeWidgetItemIterator each(tree()); *each != nullptr; ++each) {
            const QString text = (*each)->text(0);
            const bool chinese = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff; });
            QVERIFY2(chinese, qPrintable(text));
        }
        QVERIFY(choose(QStringLiteral("GraphML 图文件")));
        QVERIFY(child<QLabel>("exportLosses")->text().startsWith(QStringLiteral("扩展性")));
    }
};

QTEST_MAIN(TestExport)
#include "test_export.moc"
