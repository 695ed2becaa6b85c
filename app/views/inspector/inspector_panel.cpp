#include "app/views/inspector/inspector_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "app/models/decision_model.h"
#include "app/models/record_text.h"
#include "app/session/studio.h"
#include "app/session/text.h"
#include "app/views/inspector/decision_table.h"
#include "app/views/inspector/facts.h"
#include "app/views/inspector/network_section.h"

namespace loom {

namespace {

constexpr int kRefreshPause = 100;  // ms

QLabel* wrappedLabel(QWidget* parent, const QString& name) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// When and where the task ran in reality.
QString recordedText(const RecordedRun& record, TaskId task) {
    const double start = record.start[task.index()], took = record.finish[task.index()] - start;
    const std::uint32_t machine = task.index() < record.machine.size() ? record.machine[task.index()] : RecordedRun::kNoMachine;
    if (machine == RecordedRun::kNoMachine) return InspectorPanel::tr("began at %1, took %2").arg(secondsText(start), secondsText(took));
    return InspectorPanel::tr("began at %1, took %2, on %3")
        .arg(secondsText(start), secondsText(took), toQString(record.machines[machine].name));
}

}  // namespace

InspectorPanel::InspectorPanel(Studio* studio, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      title_(wrappedLabel(this, QStringLiteral("inspectorTitle"))),
      facts_(wrappedLabel(this, QStringLiteral("inspectorFacts"))),
      whyTitle_(wrappedLabel(this, QStringLiteral("whyTitle"))),
      table_(new QTableView(this)),
      rule_(wrappedLabel(this, QStringLiteral("whyRule"))),
      crash_(new QPushButton(this)),
      network_(new NetworkSection(studio, this)),
      model_(new DecisionModel(this)) {
    setUpDecisionTable(table_, model_);
    table_->setObjectName(QStringLiteral("whyTable"));
    table_->setAccessibleName(tr("Why here? The nodes compared"));
    crash_->setObjectName(QStringLiteral("inspectorCrash"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(title_);
    layout->addWidget(facts_);
    layout->addWidget(crash_, 0, Qt::AlignLeft);
    layout->addWidget(network_, 1);
    layout->addWidget(whyTitle_);
    layout->addWidget(table_, 1);
    layout->addWidget(rule_);
    layout->addStretch(0);
    pause_.setSingleShot(true);
    pause_.setInterval(kRefreshPause);
    ViewState& view = studio_->view();
    connect(&pause_, &QTimer::timeout, this, &InspectorPanel::refresh);
    connect(&view, &ViewState::cursorChanged, this, [this] {
        if (!pause_.isActive()) pause_.start();
    });
    connect(&view, &ViewState::selectionChanged, this, &InspectorPanel::refresh);
    connect(studio_, &Studio::decisionChanged, this, &InspectorPanel::showDecision);
    connect(studio_, &Studio::digestChanged, this, &InspectorPanel::refresh);
    connect(network_, &NetworkSection::wordsChanged, this, [this] {
        if (!pause_.isActive()) pause_.start();
    });
    connect(crash_, &QPushButton::clicked, this,
            [this] { studio_->crash(studio_->view().selectedNode(), studio_->view().cursor()); });
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const auto& decision = model_->decision();
        if (decision) studio_->view().hoverNode(decision->candidates[static_cast<std::size_t>(index.row())].node);
    });
    refresh();
    showDecision();
}

InspectorPanel::~InspectorPanel() { studio_->network().setWanted(this, false); }

void InspectorPanel::showEvent(QShowEvent*) { askForNetwork(); }
void InspectorPanel::hideEvent(QHideEvent*) { askForNetwork(); }

// Nothing is computed for a hidden panel, nor while only the run as a whole is shown.
void InspectorPanel::askForNetwork() {
    const ViewState& view = studio_->view();
    const bool anything = view.selectedTask().valid() || view.selectedNode().valid() || view.selectedLink().valid() ||
                          view.selectedTransfer().valid();
    studio_->network().setWanted(this, isVisible() && anything);
}

void InspectorPanel::refresh() {
    askForNetwork();
    const ViewState& view = studio_->view();
    crash_->hide();
    if (view.replay() == nullptr) {
        title_->setText(tr("Nothing is open yet."));
        facts_->clear();
    } else if (view.selectedLink().valid() || view.selectedTransfer().valid()) {
        const NetworkSection::Words words = network_->words();
        title_->setText(words.title);
        facts_->setText(words.facts);
    } else if (view.selectedTask().valid()) {
        showTask();
    } else if (view.selectedNode().valid()) {
        showNode();
    } else {
        showRun();
    }
    network_->refresh();
    updateWhyVisibility();
}

void InspectorPanel::showTask() {
    const ViewState& view = studio_->view();
    const TaskGraph& graph = *view.run()->scenario->graph;
    const Platform& platform = *view.run()->scenario->platform;
    const TaskId task = view.selectedTask();
    const TaskStatus& status = view.replay()->tasks()[task.index()];
    title_->setText(
        QStringLiteral("<b>%1</b> · %2").arg(toQString(graph.name(task)).toHtmlEscaped(), RecordText::state(status.state)));
    Facts facts;
    facts.add(tr("Kind"), toQString(graph.kindName(graph.kind(task))));
    if (status.node.valid()) facts.add(tr("Node"), RecordText::node(status.node, platform));
    if (status.state != TaskState::waiting) facts.add(tr("Since"), momentText(status.since));
    if (status.attempts > 1) facts.add(tr("Attempts"), countText(status.attempts));
    if (graph.runtimes(task).empty()) facts.add(tr("Work"), quantityText(graph.work(task), Dimension::work));
    if (graph.cores(task) > 1) facts.add(tr("Cores"), countText(graph.cores(task)));
    if (graph.memory(task) > 0) facts.add(tr("Memory"), quantityText(graph.memory(task), Dimension::bytes));
    double in = 0, out = 0;
    for (DataId object : graph.inputs(task)) in += graph.dataBytes(object);
    for (DataId object : graph.outputs(task)) out += graph.dataBytes(object);
    const auto& record = view.run()->scenario->recorded;
    if (record && record->timed(task.index())) facts.add(tr("Recorded"), recordedText(*record, task));
    facts.add(tr("Inputs"), tr("%n task(s)", nullptr, static_cast<int>(graph.predecessors(task).size())) + QStringLiteral(", ") +
                                quantityText(in, Dimension::bytes));
    facts.add(tr("Outputs"), tr("%n task(s)", nullptr, static_cast<int>(graph.successors(task).size())) + QStringLiteral(", ") +
                                 quantityText(out, Dimension::bytes));
    facts_->setText(facts.html());
}

void InspectorPanel::showNode() {
    const ViewState& view = studio_->view();
    const NodeId node = view.selectedNode();
    const Platform& platform = *view.run()->scenario->platform;
    const NodeInfo& info = platform.node(node);
    const NodeStatus& status = view.replay()->nodes()[node.index()];
    title_->setText(
        QStringLiteral("<b>%1</b> · %2").arg(toQString(info.name).toHtmlEscaped(), status.up ? tr("up") : tr("down")));
    Facts facts;
    facts.add(tr("Speed"), quantityText(info.speed * status.speedFactor, Dimension::speed) + tr(" a core"));
    if (platform.sharesCores())
        facts.add(tr("Cores"), tr("%1, shared by tasks that ask for %2; at most %3 at once")
                                   .arg(info.cores)
                                   .arg(status.busyCores)
                                   .arg(platform.lanes(node)));
    else
        facts.add(tr("Cores"), tr("%1 of %2 busy").arg(status.busyCores).arg(info.cores));
    facts.add(tr("Waiting here"), countText(status.queued));
    facts.add(tr("Done here"), countText(status.done));
    if (info.memory > 0) facts.add(tr("Memory"), quantityText(info.memory, Dimension::bytes));
    facts.add(tr("Received"), quantityText(status.bytesIn, Dimension::bytes));
    facts.add(tr("Sent"), quantityText(status.bytesOut, Dimension::bytes));
    const DigestPtr digest = studio_->digest();
    if (digest && node.index() < digest->metrics.nodeUtilisation.size()) {
        facts.add(tr("Utilisation"), tr("%1 % over the run").arg(digest->metrics.nodeUtilisation[node.index()] * 100, 0, 'f', 1));
    }
    facts_->setText(facts.html());
    crash_->setText(tr("Crash %1 at %2").arg(toQString(info.name), momentText(view.cursor())));
    crash_->setVisible(status.up && info.cores > 0);
}

void InspectorPanel::showRun() {
    const ViewState& view = studio_->view();
    const RunEntry* entry = studio_->runs().byRun(view.run());
    const QString title = entry != nullptr ? QStringLiteral("<b>%1</b> · %2").arg(entry->label, entry->title.toHtmlEscaped())
                                           : QStringLiteral("<b>%1</b>").arg(tr("Running …"));
    title_->setText(title);
    Facts facts;
    const Replay& replay = *view.replay();
    for (std::size_t i = 0; i < kTaskStates; ++i) {
        const auto state = static_cast<TaskState>(i);
        if (replay.countOf(state) > 0) facts.add(RecordText::state(state), countText(replay.countOf(state)));
    }
    if (const DigestPtr digest = studio_->digest()) {
        const Metrics& m = digest->metrics;
        facts.add(tr("Makespan"), secondsText(m.makespan));
        facts.add(tr("Lower bound"), secondsText(std::max(m.criticalPathSeconds, m.areaBound)));
        facts.add(tr("Utilisation"), tr("%1 %").arg(m.utilisation * 100, 0, 'f', 1));
        facts.add(tr("Moved"), quantityText(m.bytesMoved, Dimension::bytes));
        if (m.failedAttempts > 0) facts.add(tr("Failed attempts"), countText(m.failedAttempts));
    }
    facts_->setText(facts.html() + QStringLiteral("<p>%1</p>").arg(tr("Click a task to see why it runs where it does.")));
}

void InspectorPanel::showDecision() {
    const RunPtr& run = studio_->view().run();
    model_->setDecision(studio_->decision(), run ? run->scenario->platform : nullptr);
    const auto& decision = model_->decision();
    if (decision) {
        whyTitle_->setText(QStringLiteral("<b>%1</b> %2").arg(tr("Why here?"), tr("Decision %1").arg(decision->step + 1)));
        rule_->setText(model_->reason());
        showChosen(table_, *model_);
    } else {
        whyTitle_->setText(QStringLiteral("<b>%1</b>").arg(tr("Why here?")));
        const bool measured = run && run->world == WorldKind::real;
        rule_->setText(studio_->explaining() ? tr("Asking the scheduler …")
                       : measured            ? tr("Only a simulated run can be asked.")
                                             : tr("The scheduler was not asked about this task in this run."));
    }
    updateWhyVisibility();
}

void InspectorPanel::updateWhyVisibility() {
    const bool task = studio_->view().selectedTask().valid();
    whyTitle_->setVisible(task);
    rule_->setVisible(task);
    table_->setVisible(task && model_->decision().has_value());
}

}  // namespace loom
