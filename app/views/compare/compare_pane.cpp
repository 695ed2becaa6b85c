#include "app/views/compare/compare_pane.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/session/text.h"
#include "app/theme.h"
#include "app/views/canvas/keep_keys.h"
#include "app/views/form/scheduler_names.h"
#include "app/views/timeline/gantt_scroll.h"
#include "app/views/timeline/gantt_view.h"

namespace loom {

namespace {
constexpr int kSerialRole = Qt::UserRole + 1;
}  // namespace

ComparePane::ComparePane(Comparison* comparison, std::size_t place, QWidget* parent)
    : QFrame(parent),
      comparison_(comparison),
      place_(place),
      side_(comparison->sides()[place].get()),
      choice_(new QComboBox),
      makespan_(new QLabel),
      ratio_(new QLabel),
      state_(new QLabel),
      busy_(new QProgressBar),
      remove_(new QToolButton),
      gantt_(new GanttView(&side_->view)) {
    const QString letter(QChar(static_cast<char16_t>(u'A' + place)));
    setObjectName(QStringLiteral("comparePane%1").arg(letter));
    auto* name = new QLabel(QStringLiteral("<b>%1</b>").arg(letter));
    name->setBuddy(choice_);
    choice_->setObjectName(QStringLiteral("compareChoice%1").arg(letter));
    choice_->setAccessibleName(tr("Scheduler or run of pane %1").arg(letter));
    choice_->setToolTip(tr("A scheduler by family, one with parameters typed in, or a run of this sitting"));
    choice_->setEditable(true);
    choice_->setInsertPolicy(QComboBox::NoInsert);
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice_->setMinimumContentsLength(18);
    new KeepKeys(choice_);
    makespan_->setObjectName(QStringLiteral("compareMakespan%1").arg(letter));
    ratio_->setObjectName(QStringLiteral("compareRatio%1").arg(letter));
    ratio_->setToolTip(tr("How many times as long as the shortest of the runs shown"));
    state_->setObjectName(QStringLiteral("compareState%1").arg(letter));
    state_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long sentence is cut off, and pushes nothing
    busy_->setRange(0, 0);
    busy_->setMaximumSize(90, fontMetrics().height());
    busy_->setTextVisible(false);
    remove_->setText(QStringLiteral("✕"));
    remove_->setAutoRaise(true);
    remove_->setObjectName(QStringLiteral("compareRemove%1").arg(letter));
    remove_->setToolTip(tr("Take pane %1 out").arg(letter));
    remove_->setAccessibleName(remove_->toolTip());
    gantt_->setAxisShown(false);
    gantt_->setAccessibleName(tr("Timeline of %1").arg(letter));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 2);
    head->setSpacing(8);
    head->addWidget(name);
    head->addWidget(choice_);
    head->addWidget(makespan_);
    head->addWidget(ratio_);
    head->addWidget(busy_);
    head->addWidget(state_, 1);
    head->addWidget(remove_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(withScrollBar(gantt_), 1);
    state_->installEventFilter(this);
    connect(gantt_, &GanttView::crashRequested, this, &ComparePane::crashRequested);
    // The pane goes away with the click: not while its own button is at work.
    connect(
        remove_, &QToolButton::clicked, this, [this] { emit removeRequested(static_cast<int>(place_)); }, Qt::QueuedConnection);
    connect(choice_, &QComboBox::activated, this, [this] { chosen(); });
    connect(choice_->lineEdit(), &QLineEdit::returnPressed, this, [this] { chosen(); });
    refresh();
}

void ComparePane::fillChoices() {
    if (choice_->view()->isVisible()) return;  // somebody chooses
    const QSignalBlocker block(choice_);
    choice_->clear();
    const std::vector<const RunEntry*> runs = comparison_->choosable();
    if (!runs.empty()) addHeading(choice_, tr("runs of this sitting"));
    for (const RunEntry* entry : runs) {
        choice_->addItem(QStringLiteral("%1 · %2").arg(entry->label, entry->title));
        choice_->setItemData(choice_->count() - 1, entry->serial, kSerialRole);
    }
    addSchedulerNames(choice_);
    choice_->setCurrentIndex(choice_->findText(comparison_->nameOf(*side_)));
    choice_->setEditText(comparison_->nameOf(*side_));
    choice_->lineEdit()->setCursorPosition(0);
}

void ComparePane::chosen() {
    const int index = choice_->findText(choice_->currentText());
    const QVariant serial = index < 0 ? QVariant() : choice_->itemData(index, kSerialRole);
    if (serial.isValid()) return comparison_->setRun(place_, serial.toInt());
    QString error;
    if (comparison_->setScheduler(place_, choice_->currentText(), &error)) return;
    emit wrong(error);
    fillChoices();
}

void ComparePane::showState() {
    const bool making = !side_->run && side_->wrong.isEmpty();
    const QString trouble = side_->wrong.isEmpty() ? QString() : QStringLiteral("⚠ ") + side_->wrong;
    state_->setText(making ? tr("simulating …") : state_->fontMetrics().elidedText(trouble, Qt::ElideRight, state_->width()));
    state_->setToolTip(side_->wrong);
}

bool ComparePane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == state_ && event->type() == QEvent::Resize) showState();
    return QFrame::eventFilter(watched, event);
}

void ComparePane::refresh() {
    fillChoices();
    remove_->setVisible(comparison_->sides().size() > Comparison::kFewest);
    const bool making = !side_->run && side_->wrong.isEmpty();
    busy_->setVisible(making);
    showState();
    const double makespan = side_->digest ? side_->digest->metrics.makespan : 0;
    const double best = comparison_->best();
    const bool whole = side_->run && side_->run->outcome == Outcome::finished && makespan > 0;
    makespan_->setText(whole ? secondsText(makespan) : QString());
    makespan_->setToolTip(tr("Makespan"));
    if (!whole || best <= 0)
        ratio_->clear();
    else if (makespan <= best)
        ratio_->setText(QStringLiteral("<span style='color:%1'>%2</span>")
                            .arg(Theme::instance().style(TaskState::done).outline.name(), tr("✓ shortest")));
    else
        ratio_->setText(QStringLiteral("× %1").arg(QLocale().toString(makespan / best, 'f', 3)));
}

}  // namespace loom
