// The scheduler's script: colours, lines, saving runs it, mistakes are marked on their line.
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

#include "app/main_window.h"
#include "app/views/dag/dag_view.h"
#include "app/views/script/code_edit.h"
#include "app/views/script/lua_highlighter.h"
#include "app/views/script/script_panel.h"
#include "tests/app/support/contended_window.h"

using namespace loom;

class TestScript : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<QTemporaryDir> folder_;

    Studio& studio() { return window_->studio(); }
    ScriptFile& script() { return studio().script(); }
    template <class Widget>
    Widget* child(const char* name) {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    CodeEdit* edit() { return child<CodeEdit>("scriptEdit"); }
    bool waitForRun(const RunPtr& before) {
        return QTest::qWaitFor([&] { return studio().view().run() != before && window_->ready(); }, 20'000);
    }
    // A script saved in the folder and open in the editor.
    QString write(const char* name, const QString& text) {
        QString error;
        script().start(text, {});
        const QString path = folder_->filePath(QLatin1String(name));
        return script().save(path, &error) ? path : error;
    }
    // Answers the next question with the button.
    void answer(QMessageBox::StandardButton button) {
        QTimer::singleShot(100, this, [button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box != nullptr) box->button(button)->click();
        });
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        window_ = test::contendedWindow();
        QVERIFY(window_ != nullptr);
        QTest::keyClick(window_->findChild<DagView*>(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(edit()->isVisible());
    }
    void cleanup() { window_.reset(); }

    // The whole lesson by its buttons.
    void theLessonLeadsFromTheExampleToAComparison() {
        auto* item = window_->findChild<QAction*>(QStringLiteral("lesson"));
        QVERIFY(item != nullptr && window_->menuBar()->actions().last()->menu()->actions().contains(item));
        item->trigger();
        auto* lesson = window_->findChild<QDialog*>(QStringLiteral("lessonDialog"));
        QVERIFY(lesson != nullptr && lesson->isVisible());
        item->trigger();
        QCOMPARE(window_->findChildren<QDialog*>(QStringLiteral("lessonDialog")).size(), 1);
        RunPtr before = studio().view().run();
        QTest::mouseClick(lesson->findChild<QPushButton*>(QStringLiteral("lessonExample")), Qt::LeftButton);
        QVERIFY(waitForRun(before));
        QCOMPARE(studio().document().model().file->scheduler.name, std::string("heft.lua"));
        QVERIFY(edit()->isVisible() && edit()->toPlainText().contains(QStringLiteral("function plan")));
        const RunPtr example = studio().view().run();
        QTest::mouseClick(lesson->findChild<QPushButton*>(QStringLiteral("lessonCopy")), Qt::LeftButton);
        QVERIFY(script().path().isEmpty() && script().modified());
        QString error;
        QVERIFY(script().save(folder_->filePath(QStringLiteral("my-heft.lua")), &error));
        QTest::keyClick(edit(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(waitForRun(example));
        QTest::mouseClick(lesson->findChild<QPushButton*>(QStringLiteral("lessonCompare")), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return studio().comparison().idle() && window_->ready(); }, 20'000));
        const auto& sides = studio().comparison().sides();
        QVERIFY(QString::fromStdString(sides[0]->scheduler.name).endsWith(QStringLiteral("my-heft.lua")));
        QCOMPARE(sides[1]->scheduler.name, std::string("heft"));
        QCOMPARE(fingerprint(*sides[0]->run->trace), fingerprint(*sides[1]->run->trace));
        QVERIFY(studio().comparison().difference()->partings.empty());
    }

    // Every call the lesson lists stands in the reference of scripts, and the other way round.
    void theLessonListsWhatTheReferenceLists() {
        window_->showLesson();
        const QString said = window_->findChild<QTextBrowser*>(QStringLiteral("lessonCalls"))->toPlainText();
        QFile reference(QStringLiteral(LOOM_SOURCE_DIR "/sim/script/README.md"));
        QVERIFY(reference.open(QIODevice::ReadOnly));
        static const QRegularExpression call(QStringLiteral(R"(`[#\w.]*?(\w+)(?:\([\w, ]*\))?`)"));
        int calls = 0;
        for (const QString& line : QString::fromUtf8(reference.readAll()).split('\n')) {
            if (!line.startsWith(QLatin1String("| `"))) continue;
            for (auto found = call.globalMatch(line.section('|', 1, 1)); found.hasNext(); ++calls) {
                const QString name = found.next().captured(1);
                QVERIFY2(said.contains(name), qPrintable(name));
            }
        }
        QVERIFY(calls > 25);
    }

    void wordsHaveTheirColours() {
        QTextDocument text;
        text.documentLayout();  // without one a document tells nobody of its changes
        LuaHighlighter colours(&text);
        using Kind = LuaHighlighter::Kind;
        text.setPlainText(
            QStringLiteral("local x = \"end\" -- end\nplace(task, 12) x.place()\n--[[ if\nif ]] return [=[ a\n]] ]=] nil"));
        QCoreApplication::processEvents();
        QCOMPARE(colours.kindAt(0, 0), Kind::keyword);
        QCOMPARE(colours.kindAt(0, 6), Kind::plain);
        QCOMPARE(colours.kindAt(0, 11), Kind::text);
        QCOMPARE(colours.kindAt(0, 19), Kind::comment);
        QCOMPARE(colours.kindAt(1, 0), Kind::call);
        QCOMPARE(colours.kindAt(1, 12), Kind::number);
        QCOMPARE(colours.kindAt(1, 18), Kind::plain);  // x.place is another place
        QCOMPARE(colours.kindAt(2, 5), Kind::comment);
        QCOMPARE(colours.kindAt(3, 0), Kind::comment);
        QCOMPARE(colours.kindAt(3, 6), Kind::keyword);
        QCOMPARE(colours.kindAt(3, 17), Kind::text);
        QCOMPARE(colours.kindAt(4, 0), Kind::text);
        QCOMPARE(colours.kindAt(4, 8), Kind::keyword);
    }

    void aTemplateSavedRuns() {
        QVERIFY(ScriptFile::templates().contains(QStringLiteral("heft")) &&
                ScriptFile::templates().contains(QStringLiteral("fifo")));
        auto* menu = child<QToolButton>("scriptNew")->menu();
        emit menu->aboutToShow();
        QAction* fifo = nullptr;
        for (QAction* action : menu->actions())
            if (action->text().contains(QStringLiteral("fifo"))) fifo = action;
        QVERIFY(fifo != nullptr);
        fifo->trigger();
        QVERIFY(edit()->toPlainText().contains(QStringLiteral("function react")));
        QVERIFY(script().modified());
        QString error;
        QVERIFY(script().save(folder_->filePath(QStringLiteral("my-fifo.lua")), &error));
        const RunPtr first = studio().view().run();
        edit()->setFocus();
        QTest::keyClick(edit(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(waitForRun(first));
        QVERIFY(studio().view().run()->scenario->file.scheduler.name.ends_with("my-fifo.lua"));
        QVERIFY(child<QLabel>("scriptName")->text().contains(QStringLiteral("scheduler")));
        // The built-in one decides alike.
        const RunPtr second = studio().view().run();
        QVERIFY(studio().setScheduler(QStringLiteral("fifo"), &error));
        QVERIFY(waitForRun(second));
        QCOMPARE(fingerprint(*studio().view().run()->trace), fingerprint(*second->trace));
        studio().document().undoStack().undo();
        QCOMPARE(studio().view().run(), second);
    }

    void savingAgainRunsAgain() {
        const QString path = write("mine.lua", ScriptFile::templateText(QStringLiteral("fifo")));
        QString error;
        RunPtr before = studio().view().run();
        QVERIFY(studio().runScript(path, &error));
        QVERIFY(waitForRun(before));
        before = studio().view().run();
        edit()->setFocus();
        edit()->moveCursor(QTextCursor::Start);
        QTest::keyClicks(edit(), QStringLiteral("-- once more "));
        QVERIFY(script().modified());
        QTest::keyClick(edit(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!script().modified());
        QVERIFY(waitForRun(before));
        QVERIFY(studio().view().run()->outcome == Outcome::finished);
    }

    void aMistakeIsMarkedOnItsLine() {
        const QString path = write("broken.lua", QStringLiteral("function react(ready)\n  local x = nil\n  x.y = 1\nend\n"));
        QString error;
        QVERIFY(studio().runScript(path, &error));
        QVERIFY(QTest::qWaitFor([&] { return script().mistake().has_value(); }, 20'000));
        QCOMPARE(edit()->wrongLine(), 3);
        QVERIFY(child<QLabel>("scriptWords")->text().contains(QStringLiteral("nil value")));
        QTest::mouseClick(child<QPushButton>("scriptGoTo"), Qt::LeftButton);
        QCOMPARE(edit()->textCursor().blockNumber(), 2);
        QTest::keyClicks(edit(), QStringLiteral("-- "));
        QCOMPARE(edit()->wrongLine(), 0);
        QVERIFY(!child<QLabel>("scriptWords")->isVisible());
    }

    void whatCannotBeReadKeepsTheSchedulerAndTheText() {
        const QString path = write("syntax.lua", QStringLiteral("function react(ready)\n  if then\nend\n"));
        const RunPtr before = studio().view().run();
        QString error;
        QVERIFY(studio().runScript(path, &error));
        QVERIFY(QTest::qWaitFor([&] { return script().mistake().has_value() && !studio().engine().busy(); }, 20'000));
        QCOMPARE(script().mistake()->line, 2);
        QCOMPARE(studio().document().model().file->scheduler.name, std::string("round-robin"));
        QCOMPARE(studio().view().run(), before);
        QVERIFY(edit()->toPlainText().contains(QStringLiteral("if then")));
    }

    void theEditorKeepsItsKeys() {
        script().start(QStringLiteral("  a\n"), {});
        edit()->setFocus();
        edit()->moveCursor(QTextCursor::Start);
        const std::size_t at = studio().view().replay()->position();
        QTest::keyClick(edit(), Qt::Key_Right);
        QTest::keyClicks(edit(), QStringLiteral("n l"));
        QTest::keyClick(edit(), Qt::Key_End);
        QTest::keyClick(edit(), Qt::Key_Return);
        QTest::keyClick(edit(), Qt::Key_Tab);
        QTest::keyClicks(edit(), QStringLiteral("b"));
        QCOMPARE(edit()->toPlainText(), QStringLiteral(" n l a\n   b\n"));
        QCOMPARE(studio().view().replay()->position(), at);
        QVERIFY(!studio().playback().playing());
        QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);  // undoes the text, not the scenario
        QVERIFY(edit()->toPlainText() != QStringLiteral(" n l a\n   b\n"));
    }

    void unsavedTextIsAskedAbout() {
        write("kept.lua", QStringLiteral("-- one\n"));
        edit()->setFocus();
        QTest::keyClicks(edit(), QStringLiteral("x"));
        auto* panel = window_->findChild<ScriptPanel*>();
        answer(QMessageBox::Cancel);
        QVERIFY(!panel->mayDiscard());
        QVERIFY(script().modified());
        answer(QMessageBox::Save);
        QVERIFY(panel->mayDiscard());
        QVERIFY(!script().modified());
        QFile file(script().path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("x"));
        QVERIFY(!studio().document().modified());  // it was saved, not made the scenario's scheduler
    }

    void programsStandInAFontOfOneWidth() {
        script().start(QStringLiteral("iiii\nMMMM\n\tx\n"), {});
        const auto right = [&](int block) {
            QTextCursor cursor(script().text()->findBlockByNumber(block));
            cursor.movePosition(QTextCursor::EndOfBlock);
            return edit()->cursorRect(cursor).left();
        };
        QCOMPARE(right(0), right(1));
        QCOMPARE(script().text()->defaultFont(), edit()->font());
        QVERIFY(right(2) < right(1));  // a tabulator is two blanks wide
    }

    // However a script misbehaves, the window answers, the run ends with a sentence, and the editor shows it.
    void hostileScriptsEndWithASentence_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* text, int line, const char* says) {
            QTest::newRow(name) << QString::fromUtf8(text) << line << QString::fromUtf8(says);
        };
        row("endless reaction", "function react(ready)\n  while true do end\nend\n", 2, "did not end within 200 million");
        row("endless top level", "while true do end\nfunction react() end\n", 1, "did not end within 100 million");
        row("memory", "function react()\n  local t = {}\n  for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end\nend\n", 0, "256 MB");
        row("no text", "function plan()\n  error({})\nend\n", 0, "not a text");
        row("recursion", "function plan()\n  local function f() return 1 + f() end\n  f()\nend\n", 2, "stack overflow");
        row("a task forgotten", "function plan()\nend\n", 0, "without a node");
        row("no scheduler", "x = 1\n", 0, "neither");
        row("a node that is not there", "function plan()\n  schedule.place(1, 99)\nend\n", 2, "99");
    }
    void hostileScriptsEndWithASentence() {
        QFETCH(QString, text);
        QFETCH(int, line);
        QFETCH(QString, says);
        const QString path = write("hostile.lua", text);
        QElapsedTimer clock;
        qint64 longest = 0;
        QTimer tick;
        connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, clock.restart()); });
        QString error;
        QVERIFY(studio().runScript(path, &error));
        clock.start();
        tick.start(1);
        QVERIFY(QTest::qWaitFor([&] { return script().mistake().has_value() && !studio().engine().busy(); }, 60'000));
        QCOMPARE(script().mistake()->line, line);
        QVERIFY2(script().mistake()->text.contains(says), qPrintable(script().mistake()->text));
        QCOMPARE(edit()->wrongLine(), line);
        QVERIFY(child<QLabel>("scriptWords")->text().contains(says));
        QVERIFY2(longest < 500, qPrintable(QString::number(longest)));  // ms; a debug build beside others
    }

    void aScriptThatRunsOnIsCancelledAtOnce() {
        const QString path = write("on.lua", QStringLiteral("function plan()\n  while true do end\nend\n"));
        QString error;
        QVERIFY(studio().runScript(path, &error));
        QTest::qWait(200);
        QVERIFY(studio().engine().busy());
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(edit(), Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!studio().engine().busy());
        // The lane is free for the next run.
        QVERIFY(studio().setScheduler(QStringLiteral("fifo"), &error));
        const RunPtr before = studio().view().run();
        QVERIFY(waitForRun(before));
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(studio().view().run()->scenario->file.scheduler.name, std::string("fifo"));
    }

    void aScriptDroppedOnTheWindowIsOpenedInTheEditor() {
        const QString path = write("dropped.lua", QStringLiteral("-- dropped\nfunction react() end\n"));
        script().start({}, {});
        child<QDockWidget>("scriptDock")->hide();
        const Model before = studio().document().model();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &drop);
        QVERIFY(edit()->isVisible());
        QVERIFY(edit()->toPlainText().startsWith(QStringLiteral("-- dropped")));
        QVERIFY(studio().document().model() == before);
    }

    void hostileFilesAreRefused() {
        QString error;
        QFile binary(folder_->filePath(QStringLiteral("binary.lua")));
        QVERIFY(binary.open(QIODevice::WriteOnly));
        binary.write("\xff\xfe\x00lua");
        binary.close();
        QVERIFY(!script().open(binary.fileName(), &error));
        QVERIFY(error.contains(QStringLiteral("UTF-8")));
        QFile large(folder_->filePath(QStringLiteral("large.lua")));
        QVERIFY(large.open(QIODevice::WriteOnly));
        large.write(QByteArray(ScriptFile::kMostBytes + 1, ' '));
        large.close();
        QVERIFY(!script().open(large.fileName(), &error));
        QVERIFY(error.contains(QStringLiteral("MB")));
        QVERIFY(!script().open(folder_->filePath(QStringLiteral("none.lua")), &error));
        QVERIFY(script().empty());
    }

    void theTextSurvivesAnotherLanguage() {
        script().start(QStringLiteral("-- mine\n"), {});
        window_->setLanguage(QStringLiteral("zh_CN"));
        QVERIFY(QTest::qWaitFor([&] { return child<QPushButton>("scriptOpen")->text() != QStringLiteral("&Open…"); }, 5000));
        QCOMPARE(edit()->toPlainText(), QStringLiteral("-- mine\n"));
        window_->setLanguage(QStringLiteral("en"));
        QVERIFY(QTest::qWaitFor([&] { return child<QPushButton>("scriptOpen")->text() == QStringLiteral("&Open…"); }, 5000));
    }
};

QTEST_MAIN(TestScript)
#include "test_script.moc"
