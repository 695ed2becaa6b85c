#include "app/views/compare/compare_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/theme.h"
#include "app/views/compare/compare_pane.h"
#include "app/views/compare/difference_strip.h"
#include "app/views/compare/parting_panel.h"
#include "app/views/compare/ratio_panel.h"
#include "app/views/timeline/gantt_scroll.h"
#include "app/views/timeline/gantt_view.h"

namespace loom {

CompareView::CompareView(Studio* studio, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      comparison_(&studio->comparison()),
      link_(new QCheckBox(tr("&Linked"))),
      add_(new QPushButton(tr("&Add a pane"))),
      empty_(new QLabel),
      split_(new QSplitter(Qt::Vertical)),
      rows_(new QVBoxLayout),
      below_(new QTabWidget),
      parting_(new PartingPanel(comparison_)),
      ratios_(new RatioPanel(comparison_, &studio->engine())) {
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Schedulers side by side"));
    link_->setObjectName(QStringLiteral("compareLink"));
    link_->setToolTip(tr("One cursor, zoom and selection for all panes (L)"));
    add_->setObjectName(QStringLiteral("compareAdd"));
    add_->setToolTip(tr("Another scheduler beside these, four at most"));
    auto* words = new QLabel(tr("The same workload, cluster, seed and failures under each."));
    words->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 2);
    head->addWidget(words, 1);
    head->addWidget(link_);
    head->addWidget(add_);
    rows_->setSpacing(2);
    rows_->setContentsMargins(0, 0, 0, 0);
    auto* above = new QWidget;
    above->setLayout(rows_);
    below_->setObjectName(QStringLiteral("compareBelow"));
    below_->setDocumentMode(true);
    below_->addTab(parting_, tr("Where they part"));
    below_->addTab(ratios_, tr("Ratios"));
    split_->setObjectName(QStringLiteral("compareSplit"));
    split_->addWidget(above);
    split_->addWidget(below_);
    split_->setStretchFactor(0, 3);
    split_->setStretchFactor(1, 2);
    split_->setSizes({600, 400});  // without panes yet, what is above would ask for nothing
    split_->setChildrenCollapsible(false);
    empty_->setObjectName(QStringLiteral("compareEmpty"));
    empty_->setText(
        tr("Two to four schedulers on the same scenario stand here one above the other, on one time axis: their timelines, "
           "where they part and why, and how far each is from the best.\nOpen a scenario to compare them on (Ctrl+O)."));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setMargin(24);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(empty_, 1);
    layout->addWidget(split_, 1);
    connect(link_, &QCheckBox::toggled, comparison_, &Comparison::setLinked);
    connect(add_, &QPushButton::clicked, comparison_, &Comparison::add);
    connect(comparison_, &Comparison::sidesChanged, this, &CompareView::buildPanes);
    connect(comparison_, &Comparison::sideChanged, this, &CompareView::refreshPanes);
    connect(comparison_, &Comparison::linkedChanged, this, [this] { link_->setChecked(comparison_->linked()); });
    const auto showDifference = [this] {
        if (strip_ != nullptr) strip_->setDifference(comparison_->difference(), comparison_->parting());
    };
    connect(comparison_, &Comparison::differenceChanged, this, showDifference);
    connect(comparison_, &Comparison::partingChanged, this, showDifference);
    connect(&studio_->runs(), &RunList::changed, this, &CompareView::refreshPanes);
    connect(&Theme::instance(), &Theme::changed, this, &CompareView::refreshPanes);
    connect(parting_, &PartingPanel::stepRequested, this, &CompareView::step);
    link_->setChecked(comparison_->linked());
    buildPanes();
}

CompareView::~CompareView() { dropPanes(); }

// The views of sides that are gone must not be listened to a moment longer.
void CompareView::dropPanes() {
    qDeleteAll(panes_);
    panes_.clear();
    delete stripRow_;
    stripRow_ = nullptr;
    strip_ = nullptr;
}

void CompareView::buildPanes() {
    dropPanes();
    const auto& sides = comparison_->sides();
    for (std::size_t i = 0; i < sides.size(); ++i) {
        auto* pane = new ComparePane(comparison_, i);
        connect(pane, &ComparePane::removeRequested, this,
                [this](int place) { comparison_->remove(static_cast<std::size_t>(place)); });
        connect(pane, &ComparePane::crashRequested, this, &CompareView::crashRequested);
        connect(pane, &ComparePane::wrong, this, &CompareView::message);
        rows_->addWidget(pane, 1);
        panes_.push_back(pane);
    }
    add_->setEnabled(!sides.empty() && sides.size() < Comparison::kMost);
    empty_->setVisible(sides.empty());
    split_->setVisible(!sides.empty());
    if (sides.empty()) return;
    setFocusProxy(panes_.front()->gantt());
    strip_ = new DifferenceStrip(&sides.front()->view);
    strip_->setDifference(comparison_->difference(), comparison_->parting());
    connect(strip_, &DifferenceStrip::timeChosen, this, [this](Time time) {
        studio_->playback().setPlaying(false);
        comparison_->sides().front()->view.setCursor(time);
    });
    stripRow_ = new QWidget;
    auto* row = new QHBoxLayout(stripRow_);
    row->setContentsMargins(0, 0, scrollBarRoom(), 0);
    row->addWidget(strip_);
    rows_->addWidget(stripRow_);
    QWidget* before = add_;
    for (ComparePane* pane : panes_) {
        setTabOrder(before, pane);
        before = pane;
    }
}

void CompareView::refreshPanes() {
    for (ComparePane* pane : panes_) pane->refresh();
}

void CompareView::step(int direction) {
    below_->setCurrentWidget(parting_);
    studio_->playback().setPlaying(false);
    const RunDifferencePtr& difference = comparison_->difference();
    if (comparison_->goToParting(direction)) {
        const Parting& parting = difference->partings[static_cast<std::size_t>(comparison_->parting())];
        panes_[0]->gantt()->reveal(parting.a);
        panes_[1]->gantt()->reveal(parting.b);
    } else if (difference && !difference->partings.empty()) {
        parting_->say(direction > 0 ? tr("No divergent decision after this.") : tr("No divergent decision before this."));
    }
}

void CompareView::showRatios() { below_->setCurrentWidget(ratios_); }

void CompareView::fit() {
    for (ComparePane* pane : panes_) pane->gantt()->fit();
}

void CompareView::finishRendering() {
    for (const auto& side : comparison_->sides()) side->view.finishTravelling();
    for (ComparePane* pane : panes_) pane->gantt()->finishRendering();
}

}  // namespace loom
