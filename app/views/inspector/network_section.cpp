#include "app/views/inspector/network_section.h"

#include <algorithm>

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "app/models/flow_table_model.h"
#include "app/models/record_text.h"
#include "app/session/studio.h"
#include "app/session/text.h"
#include "app/views/charts/course_chart.h"
#include "app/views/inspector/facts.h"

namespace loom {

namespace {

QString percent(double part) { return QStringLiteral("%1 %").arg(part * 100, 0, 'f', 1); }

bool crosses(const Platform& platform, const ActiveTransfer& transfer, LinkId link) {
    std::vector<LinkId> route;
    platform.route(transfer.from, transfer.to, route);
    return std::find(route.begin(), route.end(), link) != route.end();
}

// Mean over the whole series; 0 for one without a length.
double meanOf(const Series& series) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < series.time.size(); ++i) sum += series.value[i] * (series.time[i + 1] - series.time[i]);
    const double length = series.time.empty() ? 0 : series.time.back() - series.time.front();
    return length > 0 ? sum / length : 0;
}

}  // namespace

NetworkSection::NetworkSection(Studio* studio, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      chartTitle_(new QLabel(this)),
      chart_(new CourseChart(this)),
      flowsTitle_(new QLabel(this)),
      table_(new QTableView(this)),
      model_(new FlowTableModel(this)) {
    setObjectName(QStringLiteral("networkSection"));
    chartTitle_->setWordWrap(true);
    chartTitle_->setObjectName(QStringLiteral("courseTitle"));
    flowsTitle_->setWordWrap(true);
    flowsTitle_->setObjectName(QStringLiteral("flowsTitle"));
    table_->setModel(model_);
    table_->setObjectName(QStringLiteral("flowsTable"));
    table_->setAccessibleName(tr("Transfers under way"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto& [column, letters] : {std::pair{0, 10}, {1, 12}, {2, 19}}) table_->setColumnWidth(column, letter * letters);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(chartTitle_);
    layout->addWidget(chart_, 2);
    layout->addWidget(flowsTitle_);
    layout->addWidget(table_, 1);
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex& index) { studio_->view().selectTransfer(model_->key(index.row())); });
    connect(table_, &QTableView::clicked, this,
            [this](const QModelIndex& index) { studio_->view().selectTransfer(model_->key(index.row())); });
    connect(chart_, &CourseChart::timeChosen, this, [this](Time time) { studio_->view().setCursor(time); });
    connect(&studio_->view(), &ViewState::cursorChanged, this, [this] { chart_->setCursorAt(studio_->view().cursor()); });
    connect(&studio_->network(), &NetworkWatch::courseChanged, this, [this] {
        showCourse();
        emit wordsChanged();
    });
    connect(&studio_->network(), &NetworkWatch::momentChanged, this, [this] {
        emit wordsChanged();
    });
    refresh();
}

NetworkMomentPtr NetworkSection::moment() const {
    const NetworkMomentPtr& moment = studio_->network().moment();
    return moment && moment->run == studio_->view().run() ? moment : nullptr;
}

NetworkSection::Words NetworkSection::words() const {
    return studio_->view().selectedTransfer().valid() ? transferWords() : linkWords();
}

NetworkSection::Words NetworkSection::linkWords() const {
    const ViewState& view = studio_->view();
    const LinkId link = view.selectedLink();
    const LinkInfo& info = view.run()->scenario->platform->link(link);
    Words words;
    words.title = QStringLiteral("<b>%1</b> · %2").arg(toQString(info.name).toHtmlEscaped(), tr("link"));
    Facts facts;
    facts.add(tr("Bandwidth"), quantityText(info.bandwidth, Dimension::bandwidth));
    facts.add(tr("Latency"), quantityText(info.latency, Dimension::time));
    if (view.run()->world == WorldKind::real) facts.add(tr("Load"), tr("not modelled in a real run"));
    if (const NetworkMomentPtr now = moment()) {
        const double load = now->network.load[link.index()], bandwidth = now->network.bandwidth[link.index()];
        if (bandwidth != info.bandwidth)
            facts.add(tr("Bandwidth now"), bandwidth > 0 ? quantityText(bandwidth, Dimension::bandwidth) : tr("down"));
        facts.add(tr("Load now"), quantityText(load, Dimension::bandwidth) + QStringLiteral(" · ") + percent(now->utilisation(link)));
        const auto held = static_cast<int>(std::count_if(now->network.flows.begin(), now->network.flows.end(),
                                                         [&](const FlowShare& flow) { return flow.bottleneck == link; }));
        const Platform& platform = *view.run()->scenario->platform;
        const auto crossing = static_cast<std::uint32_t>(
            std::count_if(now->network.flows.begin(), now->network.flows.end(),
                          [&](const FlowShare& flow) { return !flow.startingUp && crosses(platform, flow.transfer, link); }));
        const std::uint32_t users = now->network.users[link.index()];
        QString flows = countText(crossing);
        if (users > crossing) flows += QStringLiteral(" · ") + tr("and the way back of %n", nullptr, static_cast<int>(users - crossing));
        facts.add(tr("Flows now"), flows);
        if (held > 0) facts.add(tr("Bottleneck of"), tr("%n flow(s)", nullptr, held));
    }
    if (const NetworkCoursePtr& course = studio_->network().course(); course && course->link == link) {
        const Series& load = course->rates.series;
        const double peak = load.value.empty() ? 0 : *std::max_element(load.value.begin(), load.value.end());
        facts.add(tr("Mean over the run"), percent(meanOf(load) / info.bandwidth));
        facts.add(tr("Peak"), percent(peak / info.bandwidth));
    }
    words.facts = facts.html();
    return words;
}

NetworkSection::Words NetworkSection::transferWords() const {
    const ViewState& view = studio_->view();
    const TransferKey& key = view.selectedTransfer();
    const Scenario& scenario = *view.run()->scenario;
    Words words;
    words.title = QStringLiteral("<b>%1</b> · %2 → %3")
                      .arg(RecordText::data(key.data, *scenario.graph).toHtmlEscaped(),
                           RecordText::node(key.from, *scenario.platform).toHtmlEscaped(),
                           RecordText::node(key.to, *scenario.platform).toHtmlEscaped());
    Facts facts;
    facts.add(tr("Size"), quantityText(scenario.graph->dataBytes(key.data), Dimension::bytes));
    const NetworkMomentPtr now = moment();
    const FlowShare* flow = now ? now->find(key) : nullptr;
    if (flow != nullptr) {
        facts.add(tr("Rate now"), flow->startingUp ? tr("none yet: it starts up") : quantityText(flow->rate, Dimension::bandwidth));
        facts.add(tr("Bottleneck"), FlowTableModel::limit(*flow, *now));
    } else {
        facts.add(tr("Rate now"), tr("not under way"));
    }
    if (const NetworkCoursePtr& course = studio_->network().course(); course && course->transfer) {
        const TransferSpan& span = *course->transfer;
        facts.add(tr("Under way"), tr("%1 to %2 (%3)").arg(momentText(span.begin), momentText(span.end), momentText(span.end - span.begin)));
        const Series& rate = course->rates.series;
        const auto first = std::find_if(rate.value.begin(), rate.value.end(), [](double value) { return value > 0; });
        if (first != rate.value.end()) {
            const double started = rate.time[static_cast<std::size_t>(first - rate.value.begin())];
            facts.add(tr("Start-up"), secondsText(started - span.begin.seconds()));
        }
        facts.add(tr("Mean rate"), quantityText(meanOf(rate), Dimension::bandwidth));
    }
    std::vector<LinkId> route;
    QStringList links;
    scenario.platform->route(key.from, key.to, route);
    for (const LinkId link : route) links << toQString(scenario.platform->link(link).name);
    if (!links.isEmpty()) facts.add(tr("Way"), links.join(QStringLiteral(" → ")));
    words.facts = facts.html();
    return words;
}

void NetworkSection::refresh() {
    const ViewState& view = studio_->view();
    const bool course = view.run() && (view.selectedLink().valid() || view.selectedTransfer().valid());
    chartTitle_->setVisible(course);
    chart_->setVisible(course);
    chart_->setCursorAt(view.cursor());
    showCourse();
    showFlows();
    setVisible(course || model_->total() > 0);
}

void NetworkSection::showCourse() {
    const NetworkCoursePtr& course = studio_->network().course();
    const bool transfer = studio_->view().selectedTransfer().valid();
    QString title = QStringLiteral("<b>%1</b>").arg(transfer ? tr("Rate over time") : tr("Load over time"));
    if (course && course->rates.sampled)
        title += QStringLiteral(" · ⚠ ") + tr("sampled: %1 changes").arg(countText(course->rates.changes));
    if (studio_->network().computingCourse()) title += QStringLiteral(" · ") + tr("computing …");
    chartTitle_->setText(title);
    if (!course || course->run != studio_->view().run()) return chart_->clear();
    const double capacity = course->link.valid() ? course->run->scenario->platform->link(course->link).bandwidth : 0;
    chart_->setCourse(course->rates.series, capacity);
}

void NetworkSection::showFlows() {
    const ViewState& view = studio_->view();
    const NetworkMomentPtr now = moment();
    const LinkId link = view.selectedLink();
    const TaskId task = view.selectedTask();
    const NodeId node = view.selectedNode();
    if (now && link.valid()) {
        const Platform& platform = *now->run->scenario->platform;
        model_->show(now, [&](const FlowShare& flow) { return crosses(platform, flow.transfer, link); });
    } else if (now && task.valid()) {
        const auto inputs = now->run->scenario->graph->inputs(task);
        const NodeId here = view.replay()->tasks()[task.index()].node;
        model_->show(now, [&](const FlowShare& flow) {
            return flow.transfer.to == here && std::find(inputs.begin(), inputs.end(), flow.transfer.data) != inputs.end();
        });
    } else if (now && node.valid()) {
        model_->show(now, [&](const FlowShare& flow) { return flow.transfer.to == node || flow.transfer.from == node; });
    } else {
        model_->show(nullptr, [](const FlowShare&) { return false; });
    }
    const bool any = model_->total() > 0;
    QString title = tr("%n transfer(s) here now", nullptr, static_cast<int>(model_->total()));
    if (model_->total() > FlowTableModel::kMost) title += QStringLiteral(", ") + tr("the fastest %1 shown").arg(FlowTableModel::kMost);
    flowsTitle_->setText(title);
    flowsTitle_->setVisible(any || link.valid());
    table_->setVisible(any);
}

}  // namespace loom
