#include "app/views/scenario/scenario_panel.h"

#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/session/import_text.h"
#include "app/session/studio.h"
#include "app/session/text.h"

namespace loom {

namespace {

constexpr int kSerialRole = Qt::UserRole;
constexpr std::size_t kMostLines = 50;  // of one list; the rest is counted

QTreeWidgetItem* addLine(QTreeWidgetItem* top, const QString& text, const QString& tip = {}) {
    auto* item = new QTreeWidgetItem(top, {text});
    item->setToolTip(0, tip.isEmpty() ? text : tip);
    return item;
}

QString until(const Time& at, const Time& repair) {
    return repair.isNever() ? momentText(at) : QStringLiteral("%1 – %2").arg(momentText(at), momentText(at + repair));
}

}  // namespace

ScenarioPanel::ScenarioPanel(Studio* studio, QWidget* parent) : QWidget(parent), studio_(studio), tree_(new QTreeWidget(this)) {
    tree_->setHeaderHidden(true);
    tree_->setIndentation(14);
    tree_->setAccessibleName(tr("Scenario and runs"));
    tree_->setObjectName(QStringLiteral("scenarioTree"));
    tree_->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tree_);
    connect(&studio_->runs(), &RunList::changed, this, &ScenarioPanel::rebuild);
    connect(&studio_->document(), &Document::modelChanged, this, &ScenarioPanel::rebuild);
    connect(&studio_->view(), &ViewState::runChanged, this, &ScenarioPanel::rebuild);
    connect(tree_, &QTreeWidget::itemClicked, this, &ScenarioPanel::activate);
    connect(tree_, &QTreeWidget::itemActivated, this, &ScenarioPanel::activate);
    rebuild();
}

void ScenarioPanel::activate(QTreeWidgetItem* item) {
    const QVariant serial = item->data(0, kSerialRole);
    if (!serial.isValid()) return;
    // Showing a run rebuilds the tree; that must not happen inside the item's own signal.
    QMetaObject::invokeMethod(
        this, [this, serial] { studio_->showRun(serial.toInt()); }, Qt::QueuedConnection);
}

void ScenarioPanel::rebuild() {
    tree_->clear();
    if (studio_->document().empty()) return;
    const auto top = [&](const QString& text) {
        auto* item = new QTreeWidgetItem(tree_, {text});
        QFont font = item->font(0);
        font.setBold(true);
        item->setFont(0, font);
        return item;
    };
    fillWorkload(top(tr("Workload")));
    fillCluster(top(tr("Cluster")));
    fillPolicy(top(tr("Policy")));
    fillFailures(top(tr("Failures")));
    fillRuns(top(tr("Runs")));
    tree_->expandAll();
}

void ScenarioPanel::fillWorkload(QTreeWidgetItem* top) {
    const FilePtr file = studio_->document().effective();
    if (const auto* spec = std::get_if<Spec>(&file->workload)) addLine(top, QString::fromStdString(spec->text()));
    if (const auto* reference = std::get_if<FileReference>(&file->workload))
        addLine(top, QString::fromStdString(reference->path));
    const RunPtr& run = studio_->view().run();
    if (!run) return;
    const TaskGraph& graph = *run->scenario->graph;
    addLine(top, tr("%n task(s)", nullptr, static_cast<int>(graph.taskCount())) + QStringLiteral(" · ") +
                     tr("%n edge(s)", nullptr, static_cast<int>(graph.edgeCount())));
    for (const std::string& warning : run->scenario->warnings)
        addLine(top, QStringLiteral("⚠ ") + importLine(warning));
}

void ScenarioPanel::fillCluster(QTreeWidgetItem* top) {
    const FilePtr file = studio_->document().effective();
    if (const auto* spec = std::get_if<Spec>(&file->platform)) addLine(top, QString::fromStdString(spec->text()));
    if (const auto* reference = std::get_if<FileReference>(&file->platform))
        addLine(top, QString::fromStdString(reference->path));
    const RunPtr& run = studio_->view().run();
    if (!run) return;
    const Platform& platform = *run->scenario->platform;
    addLine(top, tr("%n node(s)", nullptr, static_cast<int>(platform.nodeCount())) + QStringLiteral(" · ") +
                     tr("%n core(s)", nullptr, static_cast<int>(platform.totalCores())));
}

void ScenarioPanel::fillPolicy(QTreeWidgetItem* top) {
    const FilePtr file = studio_->document().effective();
    addLine(top, tr("scheduler %1").arg(QString::fromStdString(file->scheduler.text())));
    addLine(top, tr("network %1").arg(QString::fromStdString(file->network.text())));
    if (file->compute.name != "slots") addLine(top, tr("compute model %1").arg(QString::fromStdString(file->compute.text())));
    addLine(top, tr("seed %1").arg(file->seed));
}

void ScenarioPanel::fillFailures(QTreeWidgetItem* top) {
    const FailurePlan& plan = studio_->document().effective()->failures;
    if (plan.empty()) {
        auto* item = addLine(top, tr("none"), tr("Click a node in the cluster to crash it at the cursor's time."));
        item->setForeground(0, palette().brush(QPalette::PlaceholderText));
    }
    std::size_t lines = 0;
    for (const NodeCrash& crash : plan.crashes) {
        if (++lines > kMostLines) break;
        addLine(top, tr("%1 down %2").arg(QString::fromStdString(crash.node), until(crash.at, crash.repair)));
    }
    for (const Slowdown& slow : plan.slowdowns) {
        if (++lines > kMostLines) break;
        addLine(top,
                tr("%1 ×%2 slower from %3").arg(QString::fromStdString(slow.node)).arg(slow.factor).arg(momentText(slow.at)));
    }
    for (const RandomFailures& random : plan.random) {
        const QString which = random.nodes == "*" ? tr("every node") : QString::fromStdString(random.nodes);
        addLine(top, tr("%1 fails every %2 on average").arg(which, secondsText(random.meanTimeToFailure)));
    }
    const std::size_t all = plan.crashes.size() + plan.slowdowns.size();
    if (all > kMostLines) addLine(top, tr("showing %1 of %2").arg(kMostLines).arg(all));
}

void ScenarioPanel::fillRuns(QTreeWidgetItem* top) {
    const RunList& runs = studio_->runs();
    for (const RunEntry& entry : runs.entries()) {
        QString text = QStringLiteral("%1 · %2").arg(entry.label, entry.title);
        if (entry.digest) text += QStringLiteral(" · ") + secondsText(entry.digest->metrics.makespan);
        auto* item =
            addLine(top, text, tr("Run %1: %2. Click to go back to it and to its inputs.").arg(entry.label, entry.title));
        item->setData(0, kSerialRole, entry.serial);
        if (entry.serial == runs.current()) {
            QFont font = item->font(0);
            font.setBold(true);
            item->setFont(0, font);
            item->setForeground(0, palette().brush(QPalette::Link));
        }
    }
}

}  // namespace loom
