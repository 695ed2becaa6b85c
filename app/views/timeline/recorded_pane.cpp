#include "app/views/timeline/recorded_pane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/session/text.h"
#include "app/theme.h"
#include "app/views/timeline/gantt_scroll.h"
#include "app/views/timeline/gantt_view.h"
#include "core/trace/recorded_trace.h"

namespace loom {

RecordedPane::RecordedPane(ViewState* state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      words_(new QLabel),
      close_(new QToolButton),
      gantt_(new GanttView(&own_)),
      job_([this](const Made& made) { take(made); }) {
    setObjectName(QStringLiteral("recordedPane"));
    words_->setObjectName(QStringLiteral("recordedWords"));
    words_->setContentsMargins(8, 2, 4, 2);
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    gantt_->setObjectName(QStringLiteral("recordedGantt"));
    gantt_->setAxisShown(false);
    gantt_->setPast(true);
    close_->setObjectName(QStringLiteral("recordedClose"));
    close_->setText(QStringLiteral("✕"));
    close_->setAutoRaise(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(words_, 1);
    head->addWidget(close_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(withScrollBar(gantt_), 1);
    connect(close_, &QToolButton::clicked, this, [this] { setWanted(false); });
    connect(state_, &ViewState::runChanged, this, &RecordedPane::follow);
    connect(state_, &ViewState::runGrew, this, &RecordedPane::showWords);
    connect(state_, &ViewState::rangeChanged, this, [this] { own_.setHorizon(state_->end()); });
    hide();
    showWords();
    follow();
}

RecordedPane::~RecordedPane() {
    link_.setViews({});
    delete gantt_;  // before the state it shows
}

void RecordedPane::setWanted(bool wanted) {
    if (wanted_ == wanted) return;
    wanted_ = wanted;
    follow();
    emit wantedChanged();
}

// Another run of the same workload has the same record. One of the same tasks stays on show until the new one is made.
void RecordedPane::follow() {
    std::shared_ptr<const RecordedRun> record = state_->run() ? state_->run()->scenario->recorded : nullptr;
    if (record && record->timedTasks() == 0) record = nullptr;
    if (record != record_) {
        record_ = std::move(record);
        made_ = false;
        const std::size_t tasks = record_ ? state_->run()->scenario->graph->taskCount() : 0;
        if (!run_ || run_->scenario->graph->taskCount() != tasks) run_ = nullptr;
        wrong_.clear();
        emit availableChanged();
    }
    if (record_ && wanted_ && !std::exchange(made_, true)) {
        const auto make = [record = record_, scenario = state_->run()->scenario](const Progress*) {
            const Result<RunPtr> run = runOfRecord(*scenario);
            return run ? Made{record, *run, {}} : Made{record, nullptr, toQString(run.error().text())};
        };
        job_.request(make, true);
    }
    const RunPtr shown = wanted_ ? run_ : nullptr;
    link_.setViews({});
    if (own_.run() != shown) own_.setRun(shown);
    state_->setRecorded(shown);
    own_.setHorizon(state_->end());
    if (shown) link_.setViews({state_, &own_});
    setVisible(wanted_ && (shown || !wrong_.isEmpty()));
    showWords();
}

void RecordedPane::take(const Made& made) {
    if (made.record != record_) return;
    run_ = made.run;
    wrong_ = made.wrong;
    follow();
}

QString RecordedPane::comparison() const {
    if (!wrong_.isEmpty()) return QStringLiteral("⚠ ") + wrong_;
    if (!own_.run() || !state_->run()) return {};
    const double recorded = state_->run()->scenario->recordedMakespan.value_or(own_.run()->trace->end().seconds());
    const double shown = state_->run()->trace->end().seconds();
    const QString times = tr("recorded %1, this run %2").arg(secondsText(recorded), secondsText(shown));
    return recorded > 0 ? QStringLiteral("%1 (%2)").arg(times, changeText(shown, recorded)) : times;
}

void RecordedPane::showWords() {
    gantt_->setAccessibleName(tr("Timeline of the recorded run"));
    close_->setToolTip(tr("Close the recorded run; View > Recorded run shows it again"));
    close_->setAccessibleName(close_->toolTip());
    words_->setText(QStringLiteral("<b>%1</b> · %2").arg(tr("Recorded"), comparison().toHtmlEscaped()));
}

void RecordedPane::paintVector(QPainter& painter, const QRect& target) {
    painter.save();
    painter.setPen(Theme::instance().colors().text);
    painter.drawText(QRect(target.topLeft() + words_->pos(), words_->size()).adjusted(8, 0, 0, 0), Qt::AlignVCenter,
                     QStringLiteral("%1 · %2").arg(tr("Recorded"), comparison()));
    painter.restore();
    gantt_->paintVector(painter, QRect(target.topLeft() + gantt_->pos(), gantt_->size()));
}

void RecordedPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showWords();
    QWidget::changeEvent(event);
}

void RecordedPane::finishRendering() {
    job_.wait();
    gantt_->finishRendering();
}

}  // namespace loom
