// The edge layer: what it draws, what it says it left out, and that it never leaves its image.
#include <QTest>

#include "app/views/canvas/pixels.h"
#include "app/views/dag/edge_layer.h"
#include "tests/app/support/sample_run.h"

namespace loom {

namespace {

EdgeRequest request(DagScenePtr scene, const Camera& camera, QSize size, int overscan = 64) {
    EdgeRequest r;
    r.scene = std::move(scene);
    r.camera = camera;
    r.size = size;
    r.background = qRgb(255, 255, 255);
    r.edge = qRgb(0, 0, 0);
    r.overscan = overscan;
    return r;
}

int inked(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) != qRgb(255, 255, 255);
    }
    return count;
}

}  // namespace

class TestEdgeLayer : public QObject {
    Q_OBJECT

private slots:
    // Random segments, many far outside: what remains lies inside [1, size - 2] and on the old line.
    void clippingStaysOnePixelInside() {
        test::Dice dice;
        const auto coordinate = [&] { return static_cast<double>(dice.below(4000)) - 2000.0 + dice.below(1000) / 1000.0; };
        int kept = 0;
        for (int i = 0; i < 20000; ++i) {
            const int width = 8 + static_cast<int>(dice.below(300)), height = 8 + static_cast<int>(dice.below(300));
            QPointF a(coordinate(), coordinate()), b(coordinate(), coordinate());
            const QPointF a0 = a, b0 = b;
            if (!clipSegment(a, b, width, height)) continue;
            ++kept;
            for (const QPointF& p : {a, b}) {
                QVERIFY(p.x() >= 1 - 1e-9 && p.x() <= width - 2 + 1e-9 && p.y() >= 1 - 1e-9 && p.y() <= height - 2 + 1e-9);
                const double across = (b0.x() - a0.x()) * (p.y() - a0.y()) - (b0.y() - a0.y()) * (p.x() - a0.x());
                QVERIFY(std::abs(across) < 1e-3);
            }
        }
        QVERIFY(kept > 500);
        QPointF bad(std::nan(""), 0), good(5, 5);
        QVERIFY(!clipSegment(bad, good, 100, 100));
    }

    // Every quality at many scales and offsets, down to views of a few pixels; the address sanitizer watches.
    void neverLeavesTheImage() {
        const DagScenePtr scene = buildScene(test::layeredGraph(12, 30, 4), nullptr);
        test::Dice dice;
        for (int i = 0; i < 120; ++i) {
            Camera camera;
            camera.scale = std::pow(10.0, dice.below(500) / 100.0 - 3);
            camera.x = static_cast<double>(scene->layout.left) + dice.below(2000) - 500.0;
            camera.y = static_cast<double>(scene->layout.top) + dice.below(2000) - 500.0;
            EdgeRequest r =
                request(scene, camera, QSize(1 + static_cast<int>(dice.below(90)), 1 + static_cast<int>(dice.below(90))),
                        static_cast<int>(dice.below(20)));
            r.curveLimit = i % 3 == 0 ? 6000 : 0;
            r.lineLimit = i % 3 == 2 ? 100 : 150000;
            const EdgeLayer layer = renderEdges(r, nullptr);
            QCOMPARE(layer.image.size(), r.size + QSize(2 * r.overscan, 2 * r.overscan));
        }
    }

    void qualityFollowsTheNumberOfEdges() {
        const DagScenePtr scene = buildScene(test::layeredGraph(12, 30, 4), nullptr);
        Camera camera;
        camera.fit(scene->bounds(), QSize(600, 400), 10, 2);
        EdgeRequest r = request(scene, camera, QSize(600, 400));
        EdgeLayer layer = renderEdges(r, nullptr);
        QCOMPARE(layer.quality, EdgeQuality::curves);
        QCOMPARE(layer.visible, scene->edgeSource.size());
        QCOMPARE(layer.drawn, layer.visible);
        r.curveLimit = 10;
        layer = renderEdges(r, nullptr);
        QCOMPARE(layer.quality, EdgeQuality::lines);
        QCOMPARE(layer.drawn, layer.visible);
        const int all = inked(layer.image);
        r.lineLimit = 300;
        layer = renderEdges(r, nullptr);
        QCOMPARE(layer.quality, EdgeQuality::sampled);
        QVERIFY(layer.drawn > 200 && layer.drawn < 400);
        QVERIFY(inked(layer.image) < all);
        QVERIFY(inked(layer.image) > 1000);
    }

    void aCurveHasNoGaps() {
        GraphBuilder builder;
        builder.addTask({});
        builder.addTask({});
        builder.addEdge(TaskId(0), TaskId(1));
        const DagScenePtr scene = buildScene(std::make_shared<const TaskGraph>(std::move(builder.build()).value()), nullptr);
        Camera camera;
        camera.fit(scene->bounds(), QSize(500, 100), 10, 20);
        const EdgeLayer layer = renderEdges(request(scene, camera, QSize(500, 100), 8), nullptr);
        const EdgeEnds ends = edgeEnds(scene->layout, 0, 1);
        const int from = static_cast<int>(layer.camera.screenX(ends.from.x())) + 2,
                  to = static_cast<int>(layer.camera.screenX(ends.to.x())) - 2;
        QVERIFY(to - from > 50);
        for (int x = from; x < to; ++x) {
            int ink = 0;
            for (int y = 0; y < layer.image.height(); ++y) ink += 255 - qRed(layer.image.pixel(x, y));
            QVERIFY2(ink > 60 && ink < 300, qPrintable(QString::number(x)));
        }
    }

    void panningMovesTheSamePixels() {
        const DagScenePtr scene = buildScene(test::choleskyGraph(6), nullptr);
        Camera camera;
        camera.fit(scene->bounds(), QSize(300, 200), 10, 2);
        const EdgeLayer layer = renderEdges(request(scene, camera, QSize(300, 200)), nullptr);
        QVERIFY(layerCovers(layer, camera, QSize(300, 200)));
        QImage here(300, 200, QImage::Format_RGB32), there(300, 200, QImage::Format_RGB32);
        composeLayer(layer, camera, qRgb(255, 255, 255), here);
        Camera moved = camera;
        moved.pan(QPointF(40, -25));
        QVERIFY(layerCovers(layer, moved, QSize(300, 200)));
        composeLayer(layer, moved, qRgb(255, 255, 255), there);
        QCOMPARE(there.copy(40, 0, 260, 175), here.copy(0, 25, 260, 175));
        moved.pan(QPointF(400, 0));
        QVERIFY(!layerCovers(layer, moved, QSize(300, 200)));
        composeLayer(layer, moved, qRgb(1, 2, 3), there);
        QCOMPARE(there.pixel(10, 10), qRgb(1, 2, 3));
    }

    void zoomingRescalesWithinBounds() {
        const DagScenePtr scene = buildScene(test::choleskyGraph(6), nullptr);
        Camera camera;
        camera.fit(scene->bounds(), QSize(300, 200), 10, 2);
        const EdgeLayer layer = renderEdges(request(scene, camera, QSize(300, 200)), nullptr);
        QImage frame(300, 200, QImage::Format_RGB32);
        for (const double factor : {1e-4, 0.3, 0.999, 1.7, 40.0, 1e5}) {
            Camera zoomed = camera;
            zoomed.zoomAt(QPointF(150, 100), factor, 1e-9, 1e9);
            QVERIFY(!layerCovers(layer, zoomed, frame.size()));
            composeLayer(layer, zoomed, qRgb(255, 255, 255), frame);
        }
        composeLayer(EdgeLayer{}, camera, qRgb(9, 9, 9), frame);
        QCOMPARE(frame.pixel(299, 199), qRgb(9, 9, 9));
    }

    void cancelledWorkGivesNoImage() {
        const DagScenePtr scene = buildScene(test::choleskyGraph(6), nullptr);
        Progress progress;
        progress.cancel();
        QVERIFY(renderEdges(request(scene, Camera{}, QSize(300, 200)), &progress).image.isNull());
    }
};

}  // namespace loom

QTEST_APPLESS_MAIN(loom::TestEdgeLayer)
#include "test_edge_layer.moc"
