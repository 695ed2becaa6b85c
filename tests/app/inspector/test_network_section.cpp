// The inspector about links and transfers: what it says, and that it is what the model says.
#include <QLabel>
#include <QTableView>
#include <QTest>

#include "app/models/flow_table_model.h"
#include "app/session/text.h"
#include "app/views/charts/course_chart.h"
#include "app/views/inspector/inspector_panel.h"
#include "tests/app/support/network_studio.h"

namespace loom {

class TestNetworkSection : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Studio> studio_;
    std::unique_ptr<InspectorPanel> panel_;

    QString facts() { return panel_->findChild<QLabel*>(QStringLiteral("inspectorFacts"))->text(); }
    QTableView* table() { return panel_->findChild<QTableView*>(QStringLiteral("flowsTable")); }
    CourseChart* chart() { return panel_->findChild<CourseChart*>(QStringLiteral("courseChart")); }
    // The uplink of the first rack: it carries much and is the bottleneck of several.
    void open(const char* network = "max-min") {
        QVERIFY(test::openContended(*studio_, network));
        studio_->view().selectNode(NodeId(0));
        QVERIFY(test::waitForNetwork(*studio_));
    }

private slots:
    void init() {
        studio_ = std::make_unique<Studio>();
        panel_ = std::make_unique<InspectorPanel>(studio_.get());
        panel_->resize(320, 700);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }
    void cleanup() {
        panel_.reset();
        studio_.reset();
    }

    void aLinkShowsItsLoadNowAndOverTime() {
        open();
        const LinkId link = test::busiestLink(*studio_);
        studio_->view().selectLink(link);
        QTRY_VERIFY(chart()->isVisible() && chart()->pointCount() > 5);
        const NetworkMomentPtr& moment = studio_->network().moment();
        QTRY_VERIFY2(facts().contains(quantityText(moment->network.load[link.index()], Dimension::bandwidth)), qPrintable(facts()));
        QTRY_VERIFY(facts().contains(QStringLiteral("100.0 %")));
        QVERIFY(table()->isVisible());
        QTRY_COMPARE(static_cast<std::uint32_t>(table()->model()->rowCount()), moment->network.users[link.index()]);
    }

    void aTransferSaysWhatLimitsIt() {
        open();
        const LinkId link = test::busiestLink(*studio_);
        studio_->view().selectLink(link);
        QTRY_VERIFY(table()->model()->rowCount() > 1);
        const QModelIndex first = table()->model()->index(0, FlowTableModel::limitColumn);
        const QString limit = first.data().toString();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(0, 0)).center());
        QVERIFY(studio_->view().selectedTransfer().valid());
        const FlowShare* flow = studio_->network().moment()->find(studio_->view().selectedTransfer());
        QVERIFY(flow && flow->bottleneck.valid());
        const std::string& name = studio_->view().run()->scenario->platform->link(flow->bottleneck).name;
        QVERIFY2(limit.startsWith(QString::fromStdString(name) + QStringLiteral(", ")), qPrintable(limit));
        QTRY_VERIFY2(facts().contains(limit), qPrintable(facts()));
        QTRY_VERIFY(studio_->network().course() && studio_->network().course()->transfer);
        QTRY_VERIFY(facts().contains(QStringLiteral("Mean rate")));
        QTRY_VERIFY(chart()->pointCount() > 1);
    }

    void aWindowIsNamedWhenItHoldsTheTransferBack() {
        open("max-min[tcp=cm02]");
        const NetworkMomentPtr& moment = studio_->network().moment();
        FlowShare alone = moment->network.flows.front();
        alone.startingUp = false;
        alone.bottleneck = LinkId::none();
        QCOMPARE(FlowTableModel::limit(alone, *moment), QStringLiteral("its own TCP window"));
        alone.startingUp = true;
        QCOMPARE(FlowTableModel::limit(alone, *moment), QStringLiteral("its start-up"));
    }

    void aNodeListsWhatItSendsAndReceives() {
        open();
        const NodeId node = studio_->network().moment()->network.flows.front().transfer.from;
        studio_->view().selectNode(NodeId::none());
        studio_->view().selectNode(node);
        std::size_t here = 0;
        for (const FlowShare& flow : studio_->network().moment()->network.flows)
            here += flow.transfer.from == node || flow.transfer.to == node;
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(static_cast<std::size_t>(table()->model()->rowCount()), here);
        QVERIFY(!chart()->isVisible());
    }

    void choosingAnotherLinkDropsTheOldAnswer() {
        open();
        studio_->view().selectLink(LinkId(0));
        studio_->view().selectLink(LinkId(1));
        QTRY_VERIFY(studio_->network().course() != nullptr);
        QCOMPARE(studio_->network().course()->link, LinkId(1));
        studio_->view().selectLink(LinkId::none());
        QVERIFY(studio_->network().course() == nullptr);
        QTRY_VERIFY(!chart()->isVisible());
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestNetworkSection)
#include "test_network_section.moc"
