#include "app/views/compare/ratio_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include "app/models/ratios_model.h"
#include "app/session/text.h"
#include "app/views/canvas/keep_keys.h"

namespace loom {

RatioPanel::RatioPanel(Comparison* comparison, Engine* engine, QWidget* parent)
    : QWidget(parent),
      comparison_(comparison),
      engine_(engine),
      seeds_(new QSpinBox),
      measure_(new QPushButton(tr("&Measure"))),
      stop_(new QPushButton(tr("Stop"))),
      progress_(new QProgressBar),
      words_(new QLabel),
      table_(new QTableView),
      model_(new RatiosModel(this)) {
    seeds_->setObjectName(QStringLiteral("ratioSeeds"));
    seeds_->setAccessibleName(tr("Number of seeds"));
    seeds_->setRange(1, Comparison::kMostSeeds);
    seeds_->setValue(20);
    new KeepKeys(seeds_);
    measure_->setObjectName(QStringLiteral("ratioMeasure"));
    measure_->setToolTip(tr("Run every scheduler under every seed, in the background"));
    stop_->setObjectName(QStringLiteral("ratioStop"));
    stop_->setToolTip(tr("Stop, and keep the seeds that are done"));
    progress_->setObjectName(QStringLiteral("ratioProgress"));
    progress_->setMaximumHeight(fontMetrics().height() + 4);
    words_->setObjectName(QStringLiteral("ratioWords"));
    words_->setWordWrap(true);
    table_->setObjectName(QStringLiteral("ratioTable"));
    table_->setAccessibleName(tr("Ratios over the seeds"));
    table_->setModel(model_);
    table_->setShowGrid(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setHighlightSections(false);
    auto* label = new QLabel(tr("&Seeds"));
    label->setBuddy(seeds_);
    auto* line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(seeds_);
    line->addWidget(measure_);
    line->addWidget(stop_);
    line->addWidget(progress_);
    line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addLayout(line);
    layout->addWidget(words_);
    layout->addWidget(table_, 1);
    tick_.setInterval(100);
    connect(&tick_, &QTimer::timeout, this, &RatioPanel::showProgress);
    connect(measure_, &QPushButton::clicked, this, [this] { comparison_->measure(seeds_->value()); });
    connect(stop_, &QPushButton::clicked, comparison_, &Comparison::stopMeasuring);
    connect(comparison_, &Comparison::ratiosChanged, this, &RatioPanel::refresh);
    connect(comparison_, &Comparison::sidesChanged, this, &RatioPanel::refresh);
    connect(comparison_, &Comparison::sideChanged, this, &RatioPanel::refresh);
    refresh();
}

QString RatioPanel::words() const {
    const RatiosPtr& ratios = comparison_->ratios();
    if (!ratios)
        return tr(
            "One run says little: other seeds draw other costs, speeds and ties. Measure how far each scheduler is from "
            "the best, with 95 % intervals.");
    QStringList parts;
    if (!ratios->failure.isEmpty()) parts << QStringLiteral("⚠ ") + ratios->failure;
    if (ratios->seeds == 0)
        parts << tr("No seed was finished by every scheduler.");
    else if (ratios->alike && ratios->seeds > 1)
        parts << tr("All seeds give the same makespans: nothing in this scenario is drawn.");
    else
        parts << tr("%n seed(s), each under every scheduler.", nullptr, static_cast<int>(ratios->seeds));
    bool same = ratios->rows.size() == comparison_->sides().size() || ratios->rows.empty();
    for (std::size_t i = 0; same && i < ratios->rows.size(); ++i)
        same = ratios->rows[i].scheduler == toQString(comparison_->sides()[i]->scheduler.text());
    if (!same) parts << tr("Measured before the panes were changed.");
    return parts.join(QLatin1Char(' '));
}

void RatioPanel::refresh() {
    const bool measuring = comparison_->measuring();
    model_->setRatios(comparison_->ratios());
    table_->setVisible(model_->rowCount() > 0);
    words_->setText(words());
    measure_->setEnabled(!measuring && !comparison_->sides().empty());
    stop_->setVisible(measuring);
    progress_->setVisible(measuring);
    if (measuring && !tick_.isActive()) {
        progress_->setRange(0, 0);
        tick_.start();
    } else if (!measuring) {
        tick_.stop();
    }
}

void RatioPanel::showProgress() {
    const auto [done, total] = engine_->measured();
    if (total == 0) return;
    progress_->setRange(0, static_cast<int>(total));
    progress_->setValue(static_cast<int>(done));
}

}  // namespace loom
