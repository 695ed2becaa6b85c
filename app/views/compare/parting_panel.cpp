#include "app/views/compare/parting_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

#include "app/models/decision_model.h"
#include "app/session/text.h"
#include "app/views/inspector/decision_table.h"

namespace loom {

PartingPanel::PartingPanel(Comparison* comparison, QWidget* parent)
    : QWidget(parent),
      comparison_(comparison),
      words_(new QLabel),
      back_(new QToolButton),
      next_(new QToolButton),
      halves_{makeHalf(QStringLiteral("A")), makeHalf(QStringLiteral("B"))} {
    words_->setObjectName(QStringLiteral("partingWords"));
    words_->setWordWrap(true);
    back_->setObjectName(QStringLiteral("partingBack"));
    back_->setText(QStringLiteral("◀"));
    back_->setToolTip(tr("Previous divergent decision (Shift+N)"));
    next_->setObjectName(QStringLiteral("partingNext"));
    next_->setText(QStringLiteral("▶"));
    next_->setToolTip(tr("Next divergent decision (N)"));
    for (QToolButton* button : {back_, next_}) button->setAccessibleName(button->toolTip());
    connect(back_, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    auto* line = new QHBoxLayout;
    line->addWidget(back_);
    line->addWidget(next_);
    line->addSpacing(6);
    line->addWidget(words_, 1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 6, 8, 6);
    grid->setHorizontalSpacing(12);
    grid->addLayout(line, 0, 0, 1, 2);
    for (int i = 0; i < 2; ++i) {
        grid->addWidget(halves_[i].title, 1, i);
        grid->addWidget(halves_[i].table, 2, i);
        grid->addWidget(halves_[i].rule, 3, i);
        grid->setColumnStretch(i, 1);
    }
    grid->setRowStretch(2, 1);
    grid->setRowStretch(4, 0);
    connect(comparison_, &Comparison::differenceChanged, this, &PartingPanel::refresh);
    connect(comparison_, &Comparison::partingChanged, this, &PartingPanel::refresh);
    refresh();
}

PartingPanel::Half PartingPanel::makeHalf(const QString& letter) {
    Half half{new QLabel, new QTableView, new QLabel, new DecisionModel(this)};
    setUpDecisionTable(half.table, half.model);
    half.table->setObjectName(QStringLiteral("partingTable") + letter);
    half.table->setAccessibleName(tr("The nodes %1 compared").arg(letter));
    half.title->setObjectName(QStringLiteral("partingTitle") + letter);
    half.title->setWordWrap(true);
    half.rule->setObjectName(QStringLiteral("partingRule") + letter);
    half.rule->setWordWrap(true);
    return half;
}

QString PartingPanel::words() const {
    const RunDifferencePtr& difference = comparison_->difference();
    const bool nothing = !difference || difference->partings.empty();
    for (std::size_t i = 0; nothing && i < std::min(Comparison::kFewest, comparison_->sides().size()); ++i)
        if (const QString& wrong = comparison_->sides()[i]->wrong; !wrong.isEmpty())
            return tr("%1 has no whole run to compare: %2").arg(QChar(static_cast<char16_t>(u'A' + i)), wrong.toHtmlEscaped());
    if (!difference) return tr("Which tasks the first two put on different nodes, and why, appears here once both have run.");
    const auto count = static_cast<int>(difference->partings.size());
    if (count == 0) return tr("A and B put every task on the same node; if their lengths differ, they differ in the order.");
    const TaskGraph& graph = *difference->a->scenario->graph;
    const QString all = tr("%n task(s) of %1 are on different nodes.", nullptr, count).arg(countText(graph.taskCount()));
    if (comparison_->parting() < 0) return all + QLatin1Char(' ') + tr("N goes to the next, Shift+N to the one before.");
    const Parting& parting = difference->partings[static_cast<std::size_t>(comparison_->parting())];
    return tr("<b>%1</b> at %2, divergence %3 of %4. %5")
        .arg(toQString(graph.name(parting.task)).toHtmlEscaped(), momentText(parting.at), countText(comparison_->parting() + 1),
             countText(static_cast<qulonglong>(count)), all);
}

void PartingPanel::say(const QString& sentence) { words_->setText(words() + QLatin1Char(' ') + sentence); }

void PartingPanel::refresh() {
    const RunDifferencePtr& difference = comparison_->difference();
    words_->setText(words());
    const int at = comparison_->parting();
    const int count = difference ? static_cast<int>(difference->partings.size()) : 0;
    back_->setEnabled(count > 0 && at != 0);
    next_->setEnabled(count > 0 && at + 1 < count);
    const bool gone = difference && at >= 0 && at < count;
    for (const Half& half : halves_)
        for (QWidget* widget : std::initializer_list<QWidget*>{half.title, half.table, half.rule}) widget->setVisible(gone);
    if (!gone) return;
    const Parting& parting = difference->partings[static_cast<std::size_t>(at)];
    const auto& known = comparison_->decisions();
    showHalf(halves_[0], 0, parting.a, known ? &known->a : nullptr);
    showHalf(halves_[1], 1, parting.b, known ? &known->b : nullptr);
}

// A null `decision` is still computed; an empty one was never made by the scheduler.
void PartingPanel::showHalf(const Half& half, std::size_t place, NodeId node, const std::optional<Decision>* decision) {
    const CompareSide& side = *comparison_->sides()[place];
    const std::shared_ptr<const Platform>& platform = side.run->scenario->platform;
    half.title->setText(tr("<b>%1</b> %2: on %3")
                            .arg(QChar(static_cast<char16_t>(u'A' + place)), comparison_->nameOf(side).toHtmlEscaped(),
                                 toQString(platform->node(node).name).toHtmlEscaped()));
    const bool there = decision != nullptr && decision->has_value();
    half.model->setDecision(there ? *decision : std::nullopt, platform);
    half.table->setVisible(there);
    half.rule->setText(there                 ? half.model->reason()
                       : decision == nullptr ? tr("Asking the scheduler …")
                                             : tr("The scheduler was not asked about this task in this run."));
    showChosen(half.table, *half.model);
}

}  // namespace loom
