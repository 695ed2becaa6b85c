#include "app/views/whatif/whatif_panel.h"

#include <cmath>

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include "app/session/studio.h"
#include "app/session/text.h"
#include "app/views/canvas/keep_keys.h"

namespace loom {

namespace {

// Factor sliders are logarithmic: 8 steps double.
constexpr int kStepsPerDoubling = 8;
constexpr int kFactorSteps = 3 * kStepsPerDoubling;
double factorOf(int step) { return std::exp2(static_cast<double>(step) / kStepsPerDoubling); }
int stepOf(double factor) { return static_cast<int>(std::lround(std::log2(factor) * kStepsPerDoubling)); }

// Position p of the failure slider: p / 4 failures expected of a node during the scenario's own makespan.
constexpr int kFailureSteps = 16;

// Two digits, so that the scenario saved says something a person would have written.
double rounded(double value) {
    if (value <= 0 || !std::isfinite(value)) return 0;
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
    return std::round(value / unit) * unit;
}

}  // namespace

WhatIfPanel::WhatIfPanel(Studio* studio, QWidget* parent)
    : QWidget(parent), studio_(studio), delta_(new QLabel(this)), resetButton_(new QPushButton(tr("Reset"), this)) {
    auto* form = new QFormLayout;
    form->setContentsMargins(8, 6, 8, 0);
    form->setVerticalSpacing(4);
    nodes_ = addRow(form, tr("Nodes"), QStringLiteral("nodesSlider"), 1, 16);
    bandwidth_ = addRow(form, tr("Bandwidth"), QStringLiteral("bandwidthSlider"), -kFactorSteps, kFactorSteps);
    cost_ = addRow(form, tr("Task cost"), QStringLiteral("costSlider"), -kFactorSteps, kFactorSteps);
    failures_ = addRow(form, tr("Failure rate"), QStringLiteral("failureSlider"), 0, kFailureSteps);
    delta_->setObjectName(QStringLiteral("deltaLabel"));
    delta_->setToolTip(tr("Makespan of the run on show against the one behind it"));
    resetButton_->setObjectName(QStringLiteral("resetWhatIf"));
    resetButton_->setToolTip(tr("Put every slider back to what the scenario says"));
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(8, 0, 8, 6);
    bottom->addWidget(delta_, 1);
    bottom->addWidget(resetButton_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addLayout(bottom);
    layout->addStretch(1);
    connect(resetButton_, &QPushButton::clicked, this, [this] { studio_->setWhatIf({}, tr("sliders reset"), -1); });
    connect(&studio_->document(), &Document::modelChanged, this, &WhatIfPanel::readModel);
    connect(&studio_->document(), &Document::pathChanged, this, [this] { failureBase_ = 0; });
    connect(studio_, &Studio::digestChanged, this, &WhatIfPanel::showDelta);
    readModel();
    showDelta();
}

WhatIfPanel::Row WhatIfPanel::addRow(QFormLayout* form, const QString& name, const QString& objectName, int low, int high) {
    Row row;
    row.slider = new QSlider(Qt::Horizontal, this);
    new KeepKeys(row.slider);
    row.slider->setRange(low, high);
    row.slider->setObjectName(objectName);
    row.slider->setAccessibleName(name);
    row.slider->setPageStep(std::max(1, (high - low) / 8));
    row.value = new QLabel(this);
    row.value->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000 min")));
    row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* line = new QHBoxLayout;
    line->addWidget(row.slider, 1);
    line->addWidget(row.value);
    form->addRow(name, line);
    connect(row.slider, &QSlider::sliderPressed, this, [this] { ++drag_; });
    connect(row.slider, &QSlider::valueChanged, this, [this, slider = row.slider] { moved(slider); });
    return row;
}

double WhatIfPanel::referenceMakespan() const {
    const auto& entries = studio_->runs().entries();
    for (const RunEntry& entry : entries) {
        if (entry.digest && entry.digest->metrics.makespan > 0) return entry.digest->metrics.makespan;
    }
    return 0;
}

WhatIf WhatIfPanel::fromSliders() const {
    WhatIf whatIf;
    const auto nodes = static_cast<std::uint32_t>(nodes_.slider->value());
    if (nodes != limits_.nodes) whatIf.nodes = nodes;
    whatIf.bandwidthFactor = factorOf(bandwidth_.slider->value());
    whatIf.costFactor = factorOf(cost_.slider->value());
    const int rate = failures_.slider->value();
    if (rate > 0 && failureBase_ > 0) whatIf.meanTimeToFailure = rounded(failureBase_ * 4 / rate);
    return whatIf;
}

void WhatIfPanel::moved(QSlider* slider) {
    if (reading_ || studio_->document().empty()) return;
    if (failureBase_ <= 0) failureBase_ = referenceMakespan();
    // A key or a click on the groove is a step of its own; all moves of one drag are one step.
    if (!slider->isSliderDown()) ++drag_;
    showValues();
    const QString what = slider == nodes_.slider       ? tr("%n node(s)", nullptr, slider->value())
                         : slider == bandwidth_.slider ? tr("bandwidth %1").arg(bandwidth_.value->text())
                         : slider == cost_.slider      ? tr("task cost %1").arg(cost_.value->text())
                                                       : tr("MTTF %1").arg(failures_.value->text());
    studio_->setWhatIf(fromSliders(), what, drag_);
}

void WhatIfPanel::explain(const Row& row, WhatIfLimits::Why why, const QString& tip) {
    QString text = tip;
    if (why == WhatIfLimits::Why::platformFile) text = tr("The cluster comes from a file; this cannot be changed here.");
    if (why == WhatIfLimits::Why::noNodesParameter) text = tr("This kind of cluster has no single number of nodes.");
    if (why == WhatIfLimits::Why::noBandwidth) text = tr("This kind of cluster has no bandwidth to change.");
    row.slider->setEnabled(why == WhatIfLimits::Why::works);
    row.slider->setToolTip(text);
    row.value->setToolTip(text);
}

void WhatIfPanel::readModel() {
    if (studio_->document().empty()) return;
    reading_ = true;
    const Model& model = studio_->document().model();
    limits_ = whatIfLimits(*model.file);
    nodes_.slider->setRange(1, static_cast<int>(limits_.maxNodes));
    nodes_.slider->setValue(static_cast<int>(model.whatIf.nodes.value_or(limits_.nodes)));
    bandwidth_.slider->setValue(stepOf(model.whatIf.bandwidthFactor));
    cost_.slider->setValue(stepOf(model.whatIf.costFactor));
    const double mttf = model.whatIf.meanTimeToFailure;
    failures_.slider->setValue(mttf > 0 && failureBase_ > 0 ? static_cast<int>(std::lround(failureBase_ * 4 / mttf)) : 0);
    reading_ = false;
    explain(nodes_, limits_.nodesWhy, tr("How many nodes compute"));
    explain(bandwidth_, limits_.bandwidthWhy, tr("Of every link, against the scenario"));
    explain(cost_, limits_.costWhy, tr("How long every task takes, against the scenario"));
    explain(failures_, WhatIfLimits::Why::works, tr("Mean time to failure of every node; it is back after a tenth of that"));
    resetButton_->setEnabled(!model.whatIf.neutral());
    showValues();
}

void WhatIfPanel::showValues() {
    const WhatIf whatIf = fromSliders();
    const auto factor = [](double value) { return QStringLiteral("×") + QLocale().toString(value, 'g', 3); };
    const QString count = QLocale().toString(nodes_.slider->value());
    nodes_.value->setText(limits_.perRack ? tr("%1 a rack").arg(count) : count);
    bandwidth_.value->setText(factor(whatIf.bandwidthFactor));
    cost_.value->setText(factor(whatIf.costFactor));
    failures_.value->setText(whatIf.meanTimeToFailure > 0 ? secondsText(whatIf.meanTimeToFailure) : tr("none"));
}

void WhatIfPanel::showDelta() {
    const DigestPtr now = studio_->digest();
    const DigestPtr before = studio_->ghostDigest();
    const RunEntry* current = studio_->runs().bySerial(studio_->runs().current());
    const RunEntry* ghost = studio_->runs().byRun(studio_->view().ghost());
    if (!now) return delta_->clear();
    if (!before || current == nullptr || ghost == nullptr) {
        return delta_->setText(tr("Makespan %1").arg(secondsText(now->metrics.makespan)));
    }
    delta_->setText(tr("Δ makespan, %1 against %2: <b>%3</b>")
                        .arg(current->label, ghost->label, changeText(now->metrics.makespan, before->metrics.makespan)));
}

}  // namespace loom
