// The task graph as a person meets it: real mouse and key events on an offscreen window.
#include <QSignalSpy>
#include <QTest>

#include "app/theme.h"
#include "app/views/dag/dag_view.h"
#include "app/views/export/export_widget.h"
#include "tests/app/support/sample_run.h"

namespace loom {

class TestDagView : public QObject {
    Q_OBJECT

private:
    ViewState state_;
    std::unique_ptr<DagView> view_;

    // How many pixels of the view have exactly this colour.
    int pixelsOf(const QColor& color) {
        const QImage image = view_->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            const QRgb* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            count += static_cast<int>(std::count(row, row + image.width(), color.rgb()));
        }
        return count;
    }
    QPoint at(TaskId task) const { return view_->taskPosition(task).toPoint(); }
    void wheel(QPointF where, int delta) {
        QWheelEvent event(where, view_->mapToGlobal(where), {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(view_.get(), &event);
    }

private slots:
    void init() {
        Theme::instance().setDark(false);
        state_.setRun(nullptr);
        state_.setRun(test::choleskyRun());
        state_.selectTask(TaskId::none());
        state_.selectNode(NodeId::none());
        state_.setCursor(Time::fromSeconds(12));
        view_ = std::make_unique<DagView>(&state_);
        view_->resize(960, 540);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
        view_->finishRendering();
    }
    void cleanup() { view_.reset(); }

    void layoutArrivesWithoutBlocking() {
        DagView fresh(&state_);
        fresh.resize(400, 300);
        QVERIFY(fresh.scene() == nullptr);
        fresh.show();
        QTRY_VERIFY(fresh.scene() != nullptr);
    }

    void wholeGraphIsVisibleAtFirst() {
        for (std::size_t i = 0; i < view_->scene()->layout.x.size(); ++i) QVERIFY(view_->rect().contains(at(TaskId(i))));
    }

    void showsStatesInTheirColours() {
        const Theme& theme = Theme::instance();
        QVERIFY(state_.replay()->countOf(TaskState::done) > 0);
        QVERIFY(state_.replay()->countOf(TaskState::running) > 0);
        QVERIFY(pixelsOf(theme.style(TaskState::done).fill) > 200);
        QVERIFY(pixelsOf(theme.style(TaskState::running).fill) > 50);
        state_.setCursor(state_.end());
        QCOMPARE(pixelsOf(theme.style(TaskState::running).fill), 0);
    }

    void followsTheCursor() {
        const Theme& theme = Theme::instance();
        state_.setCursor(Time::fromSeconds(4));
        const int early = pixelsOf(theme.style(TaskState::done).fill);
        state_.setCursor(state_.end());
        QVERIFY(pixelsOf(theme.style(TaskState::done).fill) > 2 * early);
    }

    void drawsInTheDarkThemeToo() {
        Theme::instance().setDark(true);
        view_->finishRendering();
        QVERIFY(pixelsOf(Theme::instance().style(TaskState::done).fill) > 200);
        QVERIFY(pixelsOf(Theme::instance().colors().panel) > 10000);
    }

    void clickSelectsTaskAndItsNode() {
        const TaskId task(0);
        QSignalSpy spy(&state_, &ViewState::selectionChanged);
        QTest::mouseClick(view_.get(), Qt::LeftButton, Qt::NoModifier, at(task));
        QCOMPARE(state_.selectedTask(), task);
        QCOMPARE(state_.selectedNode(), state_.replay()->tasks()[0].node);
        QVERIFY(spy.count() >= 1);
        QTest::mouseClick(view_.get(), Qt::LeftButton, Qt::NoModifier, QPoint(3, 270));
        QVERIFY(!state_.selectedTask().valid());
    }

    void hoverIsShared() {
        QTest::mouseMove(view_.get(), QPoint(2, 2));
        QTest::mouseMove(view_.get(), at(TaskId(3)));
        QTRY_COMPARE(state_.hoveredTask(), TaskId(3));
    }

    void dragPans() {
        const QPointF before = view_->taskPosition(TaskId(0));
        QTest::mousePress(view_.get(), Qt::LeftButton, Qt::NoModifier, QPoint(500, 500));
        for (int i = 1; i <= 6; ++i) {
            QMouseEvent move(QEvent::MouseMove, QPointF(500 + 10 * i, 500), view_->mapToGlobal(QPointF(500 + 10 * i, 500)),
                             Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view_.get(), &move);
        }
        QTest::mouseRelease(view_.get(), Qt::LeftButton, Qt::NoModifier, QPoint(560, 500));
        QCOMPARE(view_->taskPosition(TaskId(0)).x(), before.x() + 60);
        QVERIFY(!state_.selectedTask().valid());
    }

    void wheelZoomsAtThePointer() {
        const QPointF fixed = view_->taskPosition(TaskId(10));
        const double before = view_->camera().scale;
        wheel(fixed, 120);
        QVERIFY(view_->camera().scale > before * 1.1);
        const QPointF after = view_->taskPosition(TaskId(10));
        QVERIFY((after - fixed).manhattanLength() < 0.01);
        QTest::keyClick(view_.get(), Qt::Key_Z);
        QCOMPARE(view_->camera().scale, before);
    }

    void keysWalkAlongEdges() {
        const TaskGraph& graph = *view_->scene()->graph;
        state_.selectTask(TaskId(0));
        QTest::keyClick(view_.get(), Qt::Key_BracketRight);
        const TaskId next = state_.selectedTask();
        bool successor = false;
        for (const TaskId task : graph.successors(TaskId(0))) successor = successor || task == next;
        QVERIFY(successor);
        QTest::keyClick(view_.get(), Qt::Key_BracketLeft);
        QCOMPARE(state_.selectedTask(), TaskId(0));
        QTest::keyClick(view_.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(state_.selectedTask(), next);
    }

    void keyXAsksForACrash() {
        QSignalSpy spy(view_.get(), &DagView::crashRequested);
        QTest::keyClick(view_.get(), Qt::Key_X);
        QCOMPARE(spy.count(), 0);
        QTest::mouseClick(view_.get(), Qt::LeftButton, Qt::NoModifier, at(TaskId(0)));
        QTest::keyClick(view_.get(), Qt::Key_X);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].value<NodeId>(), state_.replay()->tasks()[0].node);
        QCOMPARE(spy[0][1].value<Time>(), state_.cursor());
    }

    void sameShapeKeepsTheScene() {
        const LayeredLayout before = view_->scene()->layout;
        state_.setRun(test::choleskyRun(7, false));
        QVERIFY(view_->scene() != nullptr);
        QCOMPARE(view_->scene()->layout.x, before.x);
        QCOMPARE(view_->scene()->graph, state_.run()->scenario->graph);
    }

    void exportsVectorsAndPixels() {
        QTemporaryDir folder;
        QString error;
        QVERIFY2(exportWidget(view_.get(), folder.filePath("dag.svg"), &error), qPrintable(error));
        QVERIFY2(exportWidget(view_.get(), folder.filePath("dag.png"), &error), qPrintable(error));
        QFile svg(folder.filePath("dag.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.contains("<path"));
        QVERIFY(!text.contains("<image"));
        QCOMPARE(QImage(folder.filePath("dag.png")).size(), view_->size() * view_->devicePixelRatioF());
        QVERIFY(!exportWidget(view_.get(), folder.filePath("no/such/folder/x.svg"), &error));
        QVERIFY(error.contains("x.svg"));
    }

    void emptyViewSaysWhatToDo() {
        state_.setRun(nullptr);
        QVERIFY(view_->scene() == nullptr);
        QVERIFY(!view_->grab().isNull());
        QTest::keyClick(view_.get(), Qt::Key_Z);
        QTest::keyClick(view_.get(), Qt::Key_BracketRight);
        QTest::mouseClick(view_.get(), Qt::LeftButton);
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestDagView)
#include "test_dag_view.moc"
