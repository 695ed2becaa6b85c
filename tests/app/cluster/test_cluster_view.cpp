// The cluster view: where nodes stand, and what clicking them does.
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "app/theme.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/export/export_widget.h"
#include "tests/app/support/sample_run.h"

namespace loom {

class TestClusterView : public QObject {
    Q_OBJECT

private:
    ViewState state_;
    std::unique_ptr<ClusterView> view_;

    QPoint at(NodeId node) const { return view_->layoutOfNodes().nodeBox[node.index()].center().toPoint(); }
    int pixelsOf(const QRectF& box, const QColor& color) const {
        const QImage image = view_->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = static_cast<int>(box.top()); y < box.bottom(); ++y) {
            for (int x = static_cast<int>(box.left()); x < box.right(); ++x) count += image.pixel(x, y) == color.rgb();
        }
        return count;
    }

private slots:
    void init() {
        Theme::instance().setDark(false);
        state_.setRun(nullptr);
        state_.setRun(test::choleskyRun());
        state_.selectNode(NodeId::none());
        state_.setCursor(Time::fromSeconds(3));
        view_ = std::make_unique<ClusterView>(&state_);
        view_->resize(360, 280);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() { view_.reset(); }

    void nodesStandInTheirRacksWithoutOverlap_data() {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("rack");
        QTest::addColumn<QSizeF>("area");
        for (const QSizeF area : {QSizeF(340, 260), QSizeF(900, 200), QSizeF(140, 500)}) {
            for (const int nodes : {1, 7, 64, 1000}) {
                QTest::addRow("%d nodes, %g x %g", nodes, area.width(), area.height()) << nodes << 16 << area;
            }
        }
    }
    void nodesStandInTheirRacksWithoutOverlap() {
        QFETCH(int, nodes);
        QFETCH(int, rack);
        QFETCH(QSizeF, area);
        const auto platform = test::rackPlatform(static_cast<std::size_t>(nodes), 2, static_cast<std::size_t>(rack));
        const ClusterLayout layout = ClusterLayout::make(*platform, QRectF(QPointF(0, 0), area), 16);
        std::size_t placed = 0;
        for (const RackBox& box : layout.racks) {
            for (std::size_t i = 0; i < box.nodes.size(); ++i) {
                const QRectF one = layout.nodeBox[box.nodes[i].index()];
                QVERIFY(box.box.adjusted(-1, -1, 1, 1).contains(one));
                QCOMPARE(platform->node(box.nodes[i]).group, box.name);
                for (std::size_t j = i + 1; j < box.nodes.size(); ++j)
                    QVERIFY(!one.intersects(layout.nodeBox[box.nodes[j].index()]));
                ++placed;
            }
        }
        QCOMPARE(placed, static_cast<std::size_t>(nodes));
    }

    void clickSelectsAndHoverIsShared() {
        QTest::mouseClick(view_.get(), Qt::LeftButton, Qt::NoModifier, at(NodeId(6)));
        QCOMPARE(state_.selectedNode(), NodeId(6));
        QTest::mouseMove(view_.get(), QPoint(1, 1));
        QTest::mouseMove(view_.get(), at(NodeId(2)));
        QTRY_COMPARE(state_.hoveredNode(), NodeId(2));
        QTest::keyClick(view_.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(state_.selectedNode(), NodeId(4));
    }

    void busyAndDownNodesLookDifferent() {
        const Theme& theme = Theme::instance();
        const auto& nodes = state_.replay()->nodes();
        std::size_t busy = 0;
        while (busy < nodes.size() && nodes[busy].busyCores == 0) ++busy;
        QVERIFY(busy < nodes.size());
        QVERIFY(pixelsOf(view_->layoutOfNodes().nodeBox[busy], theme.style(TaskState::running).fill) > 50);
        const QRectF crashed = view_->layoutOfNodes().nodeBox[5];
        QCOMPARE(pixelsOf(crashed.adjusted(-2, -2, 2, 2), theme.colors().down.outline), 0);
        state_.setCursor(Time::fromSeconds(10));
        QVERIFY(!state_.replay()->nodes()[5].up);
        QVERIFY(pixelsOf(crashed.adjusted(-2, -2, 2, 2), theme.colors().down.outline) > 20);
        QCOMPARE(pixelsOf(crashed, theme.style(TaskState::running).fill), 0);
    }

    void contextMenuAndKeyAskForACrash() {
        QSignalSpy spy(view_.get(), &ClusterView::crashRequested);
        const Time asked = state_.cursor();
        QTimer::singleShot(0, this, [this] {
            state_.setCursor(state_.end());  // the run plays on while the menu is open
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            menu->findChild<QAction*>(QStringLiteral("crashNode"))->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, at(NodeId(3)), view_->mapToGlobal(at(NodeId(3))));
        QApplication::sendEvent(view_.get(), &event);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].value<NodeId>(), NodeId(3));
        QVERIFY(asked != state_.cursor());
        QCOMPARE(spy[0][1].value<Time>(), asked);
        QTest::keyClick(view_.get(), Qt::Key_X);
        QCOMPARE(spy.count(), 2);
    }

    void exportsVectors() {
        QTemporaryDir folder;
        QString error;
        QVERIFY2(exportWidget(view_.get(), folder.filePath("c.svg"), &error), qPrintable(error));
        QFile svg(folder.filePath("c.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("n7"));
    }

    void emptyViewTakesEveryInput() {
        state_.setRun(nullptr);
        QVERIFY(!view_->grab().isNull());
        QTest::mouseClick(view_.get(), Qt::LeftButton);
        QTest::keyClick(view_.get(), Qt::Key_X);
        QTest::keyClick(view_.get(), Qt::Key_Left, Qt::AltModifier);
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestClusterView)
#include "test_cluster_view.moc"
