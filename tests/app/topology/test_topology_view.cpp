// The drawn network: what stands where, what its colours say, and what clicking does.
#include <QSignalSpy>
#include <QTest>

#include "app/theme.h"
#include "app/views/topology/heat_scale.h"
#include "app/views/topology/topology_view.h"
#include "core/platform/platform.h"
#include "tests/app/support/network_studio.h"

namespace loom {

namespace {

std::shared_ptr<const Platform> built(const char* text) {
    return std::make_shared<const Platform>(buildPlatform(parseSpec(text).value(), 1).value());
}

}  // namespace

class TestTopologyView : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Studio> studio_;
    std::unique_ptr<TopologyView> view_;

private slots:
    void init() {
        Theme::instance().setDark(false);
        studio_ = std::make_unique<Studio>();
        view_ = std::make_unique<TopologyView>(&studio_->view(), &studio_->network());
        view_->resize(900, 500);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
        QVERIFY(test::openContended(*studio_));
        QVERIFY(test::waitForNetwork(*studio_));
    }
    void cleanup() {
        view_.reset();
        studio_.reset();
    }

    // A route walks along cables from its first node to its last: true of what builders suggest and of what is guessed.
    void routesFollowTheDrawing_data() {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<bool>("guessed");
        for (const bool guessed : {false, true}) {
            for (const char* text : {"star[nodes=5]", "star[nodes=60,backboneBandwidth=1Gbps]", "two-tier[racks=3,nodes=4]",
                                     "two-tier[racks=2,nodes=40,storage=true]", "full[nodes=6]"})
                QTest::addRow("%s%s", text, guessed ? ", guessed" : "") << QString::fromLatin1(text) << guessed;
        }
    }
    void routesFollowTheDrawing() {
        QFETCH(QString, platform);
        QFETCH(bool, guessed);
        Platform drawn = buildPlatform(parseSpec(platform.toStdString()).value(), 1).value();
        if (guessed) drawn.setTopology({});
        const TopologyLayout layout = TopologyLayout::make(drawn);
        QVERIFY(layout.vertices.size() >= drawn.nodeCount());
        QCOMPARE(layout.hidden, std::size_t{0});
        std::vector<LinkId> route;
        for (std::size_t a = 0; a < drawn.nodeCount(); ++a) {
            for (std::size_t b = 0; b < drawn.nodeCount(); ++b) {
                route.clear();
                if (a == b || !drawn.route(NodeId(a), NodeId(b), route)) continue;
                std::size_t at = a;
                for (const LinkId link : route) {
                    const std::uint32_t index = layout.cableOf[link.index()];
                    if (index == TopologyLayout::kNowhere) {
                        const auto& inside = layout.inside[at];
                        QVERIFY(std::find(inside.begin(), inside.end(), link) != inside.end());
                        continue;
                    }
                    const TopologyLayout::Cable& cable = layout.cables[index];
                    QVERIFY(cable.a == at || cable.b == at);
                    const auto& links = cable.a == at ? cable.forth : cable.back;
                    QVERIFY(std::find(links.begin(), links.end(), link) != links.end());
                    at = cable.a == at ? cable.b : cable.a;
                }
                QCOMPARE(at, b);
            }
        }
    }

    void verticesDoNotCoverEachOther() {
        for (const char* text : {"star[nodes=12]", "two-tier[racks=3,nodes=4]", "full[nodes=9]"}) {
            TopologyLayout layout = TopologyLayout::make(*built(text));
            layout.spread({900, 500});
            Camera camera;
            camera.fit(layout.bounds, {900, 500}, 16, 3);
            for (std::size_t a = 0; a < layout.vertices.size(); ++a) {
                QVERIFY(QRectF(0, 0, 900, 500).contains(vertexBox(layout, camera, a)));
                for (std::size_t b = a + 1; b < layout.vertices.size(); ++b)
                    QVERIFY2(!vertexBox(layout, camera, a).intersects(vertexBox(layout, camera, b)), text);
            }
        }
    }

    void aClickOnALinkSelectsThatDirection() {
        const LinkId link = test::busiestLink(*studio_);
        QTest::mouseMove(view_.get(), view_->positionOf(link).toPoint());
        QTRY_COMPARE(studio_->view().hoveredLink(), link);
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, view_->positionOf(link).toPoint());
        QCOMPARE(studio_->view().selectedLink(), link);
        QVERIFY(view_->accessibleDescription().contains(QString::fromStdString(studio_->view().run()->scenario->platform->link(link).name)));
    }

    void aClickOnANodeSelectsItAndLetsGoOfTheLink() {
        studio_->view().selectLink(LinkId(0));
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, view_->positionOf(NodeId(3)).toPoint());
        QCOMPARE(studio_->view().selectedNode(), NodeId(3));
        QVERIFY(!studio_->view().selectedLink().valid());
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, QPoint(view_->width() - 3, 3));
        QVERIFY(!studio_->view().selectedNode().valid());
    }

    // The picture itself: along the busiest direction lies the colour of its load, and not before loads are known.
    void linksTakeTheColourOfTheirLoad() {
        const LinkId link = test::busiestLink(*studio_);
        const double load = studio_->network().moment()->utilisation(link);
        QVERIFY(load > 0.9);
        const QColor expected = heatColor(load, false);
        const auto near = [&](const QImage& image) {
            const QPoint at = view_->positionOf(link).toPoint();
            int found = 0;
            for (int y = at.y() - 12; y <= at.y() + 12; ++y) {
                for (int x = at.x() - 12; x <= at.x() + 12; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    found += std::abs(pixel.red() - expected.red()) + std::abs(pixel.green() - expected.green()) +
                                 std::abs(pixel.blue() - expected.blue()) <
                             24;
                }
            }
            return found;
        };
        const int loaded = near(view_->grab().toImage());
        studio_->view().setCursor(Time::zero());
        QVERIFY(test::waitForNetwork(*studio_));
        QVERIFY(loaded > 10);
        QVERIFY(near(view_->grab().toImage()) * 4 < loaded);
    }

    void theBusiestLinkIsFound() {
        const double most = studio_->network().moment()->utilisation(test::busiestLink(*studio_));
        view_->selectBusiest();
        QCOMPARE(studio_->network().moment()->utilisation(studio_->view().selectedLink()), most);
    }

    void zoomAndPanMoveAndFitGoesBack() {
        const QPointF before = view_->positionOf(NodeId(0));
        QTest::keyClick(view_.get(), Qt::Key_W);
        QTest::keyClick(view_.get(), Qt::Key_A);
        QVERIFY(view_->positionOf(NodeId(0)) != before);
        QTest::keyClick(view_.get(), Qt::Key_Z);
        QCOMPARE(view_->positionOf(NodeId(0)), before);
    }

    void hiddenItAsksForNothing() {
        view_->hide();
        const NetworkMomentPtr before = studio_->network().moment();
        studio_->view().setCursor(Time::fromNanoseconds(studio_->view().end().nanoseconds() / 3));
        QTest::qWait(150);
        QCOMPARE(studio_->network().moment(), before);
    }

    // Luminance falls (rises) evenly, so the order can be read without colours.
    void heatIsReadableInGrey() {
        for (const bool dark : {false, true}) {
            double last = dark ? -1 : 1e9;
            for (int i = 0; i <= 20; ++i) {
                const QColor color = heatColor(i / 20.0, dark);
                const double luminance = 0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF();
                QVERIFY(dark ? luminance > last : luminance < last);
                last = luminance;
            }
        }
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestTopologyView)
#include "test_topology_view.moc"
