// Properties every layout must have, whatever the graph.
#include <QTest>

#include "app/views/dag/dag_scene.h"
#include "app/views/dag/edge_layer.h"
#include "tests/app/support/sample_run.h"

namespace loom {

namespace {

std::shared_ptr<const TaskGraph> forkJoin(std::size_t width) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < width + 2; ++i) builder.addTask({});
    for (std::size_t i = 1; i <= width; ++i) {
        builder.addEdge(TaskId(0), TaskId(i));
        builder.addEdge(TaskId(i), TaskId(width + 1));
    }
    return std::make_shared<const TaskGraph>(std::move(builder.build()).value());
}

std::shared_ptr<const TaskGraph> bag(std::size_t count) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < count; ++i) builder.addTask({});
    return std::make_shared<const TaskGraph>(std::move(builder.build()).value());
}

std::shared_ptr<const TaskGraph> chain(std::size_t count) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < count; ++i) builder.addTask({});
    for (std::size_t i = 1; i < count; ++i) builder.addEdge(TaskId(i - 1), TaskId(i));
    return std::make_shared<const TaskGraph>(std::move(builder.build()).value());
}

bool edgesGoRight(const TaskGraph& graph, const LayeredLayout& layout) {
    for (std::size_t e = 0; e < graph.edgeCount(); ++e) {
        const std::size_t a = graph.source(EdgeId(e)).index(), b = graph.target(EdgeId(e)).index();
        if (layout.layer[a] >= layout.layer[b] || layout.x[a] + kNodeWidth > layout.x[b]) return false;
    }
    return true;
}

// Nodes on a grid of their own size: two in neighbouring cells must not overlap.
bool nothingOverlaps(const LayeredLayout& layout) {
    std::vector<std::size_t> order(layout.x.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(layout.x[a], layout.y[a]) < std::pair(layout.x[b], layout.y[b]);
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const std::size_t a = order[i - 1], b = order[i];
        if (layout.x[b] - layout.x[a] < kNodeWidth && layout.x[b] != layout.x[a]) return false;
        if (layout.x[b] == layout.x[a] && layout.y[b] - layout.y[a] < kNodeHeight) return false;
    }
    return true;
}

}  // namespace

class TestLayeredLayout : public QObject {
    Q_OBJECT

private slots:
    void propertiesHold_data() {
        QTest::addColumn<std::shared_ptr<const TaskGraph>>("graph");
        QTest::newRow("cholesky 7") << test::choleskyGraph(7);
        QTest::newRow("cholesky 14") << test::choleskyGraph(14);
        QTest::newRow("random 30 x 30") << test::layeredGraph(30, 30, 3);
        QTest::newRow("random 4 x 900") << test::layeredGraph(4, 900, 2);
        QTest::newRow("fork-join 12") << forkJoin(12);
        QTest::newRow("fork-join 3000") << forkJoin(3000);
        QTest::newRow("bag 5000") << bag(5000);
        QTest::newRow("chain 5000") << chain(5000);
        QTest::newRow("one task") << bag(1);
    }
    void propertiesHold() {
        QFETCH(std::shared_ptr<const TaskGraph>, graph);
        const LayeredLayout layout = layOut(*graph);
        QVERIFY(!layout.cancelled);
        QVERIFY(edgesGoRight(*graph, layout));
        QVERIFY(nothingOverlaps(layout));
        for (std::size_t i = 0; i < layout.x.size(); ++i) {
            QVERIFY(layout.x[i] - kNodeWidth / 2 >= layout.left && layout.x[i] + kNodeWidth / 2 <= layout.right);
            QVERIFY(layout.y[i] - kNodeHeight / 2 >= layout.top && layout.y[i] + kNodeHeight / 2 <= layout.bottom);
        }
        const LayeredLayout again = layOut(*graph);
        QVERIFY(layout.x == again.x && layout.y == again.y && layout.layer == again.layer);
    }

    void emptyGraphHasNoLayers() {
        GraphBuilder builder;
        const TaskGraph graph = std::move(builder.build()).value();
        const LayeredLayout layout = layOut(graph);
        QCOMPARE(layout.layers, 0u);
        QVERIFY(layout.x.empty());
    }

    void wideStagesAreFolded() {
        const LayeredLayout layout = layOut(*bag(10000));
        const double width = layout.right - layout.left, height = layout.bottom - layout.top;
        QVERIFY2(width / height > 1.2 && width / height < 2.6, qPrintable(QString::number(width / height)));
    }

    void lateSourcesArePulledToTheirUsers() {
        GraphBuilder builder;
        for (int i = 0; i < 5; ++i) builder.addTask({});
        for (int i = 1; i < 4; ++i) builder.addEdge(TaskId(i - 1), TaskId(i));
        builder.addEdge(TaskId(4), TaskId(3));
        const TaskGraph graph = std::move(builder.build()).value();
        std::uint32_t layers = 0;
        const auto layer = assignLayers(graph, layers);
        QCOMPARE(layers, 4u);
        QCOMPARE(layer[4], 2u);
    }

    void sweepsUntangle() {
        // Two interleaved bundles whose given order crosses everywhere.
        GraphBuilder builder;
        for (int i = 0; i < 20; ++i) builder.addTask({});
        for (int i = 0; i < 10; ++i) builder.addEdge(TaskId(i), TaskId(19 - i));
        const TaskGraph graph = std::move(builder.build()).value();
        const LayeredLayout layout = layOut(graph);
        for (std::size_t a = 0; a < 10; ++a) {
            for (std::size_t b = a + 1; b < 10; ++b) {
                QVERIFY((layout.y[a] - layout.y[b]) * (layout.y[19 - a] - layout.y[19 - b]) > 0);
            }
        }
    }

    void cancelStops() {
        Progress progress;
        progress.cancel();
        QVERIFY(layOut(*test::choleskyGraph(7), {}, &progress).cancelled);
        QVERIFY(buildScene(test::choleskyGraph(7), &progress) == nullptr);
    }

    void isotonicRegressionPoolsViolators() {
        std::vector<double> wanted{1, 3, 2, 2, 5, 4}, weight{1, 1, 1, 1, 3, 1};
        isotonicRegression(wanted, weight);
        const std::vector<double> expected{1, 7.0 / 3, 7.0 / 3, 7.0 / 3, 4.75, 4.75};
        for (std::size_t i = 0; i < wanted.size(); ++i) QVERIFY(std::abs(wanted[i] - expected[i]) < 1e-12);
    }

    void gridFindsEveryNodeWhereItIs() {
        const DagScenePtr scene = buildScene(test::layeredGraph(40, 70, 3), nullptr);
        for (std::size_t i = 0; i < scene->layout.x.size(); ++i) {
            QCOMPARE(scene->taskAt(QPointF(scene->layout.x[i] + 13, scene->layout.y[i] - 8)), TaskId(i));
        }
        QVERIFY(!scene->taskAt(QPointF(scene->layout.left - 50, 0)).valid());
        std::size_t seen = 0;
        scene->grid.query(scene->bounds(), [&](TaskId, float, float) { ++seen; });
        QCOMPARE(seen, scene->layout.x.size());
    }
};

}  // namespace loom

QTEST_APPLESS_MAIN(loom::TestLayeredLayout)
#include "test_layered_layout.moc"
