#include "app/views/adversary/adversary_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/session/text.h"
#include "app/views/charts/climb_chart.h"
#include "app/views/form/scheduler_names.h"
#include "app/views/timeline/gantt_view.h"

namespace loom {

namespace {

constexpr int kMostEvaluations = 1'000'000;

QComboBox* makeChoice(const QString& name, const QString& text, const QString& chosen) {
    auto* combo = new QComboBox;
    combo->setObjectName(name);
    combo->setAccessibleName(text);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMinimumContentsLength(16);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addSchedulerNames(combo);
    combo->setEditText(chosen);
    return combo;
}

QSpinBox* makeNumber(const QString& name, const QString& text, int low, int high, int value) {
    auto* box = new QSpinBox;
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setRange(low, high);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

QString ratioText(double ratio) { return QLocale().toString(ratio, 'f', 3); }

}  // namespace

AdversaryDialog::AdversaryDialog(Studio* studio, QWidget* parent)
    : QDialog(parent),
      studio_(studio),
      start_(new QPushButton(tr("&Start"))),
      cancel_(new QPushButton(tr("Stop"))),
      open_(new QPushButton(tr("&Open instance"))),
      save_(new QPushButton(tr("Sa&ve…"))),
      progress_(new QProgressBar),
      words_(new QLabel),
      chart_(new ClimbChart) {
    setObjectName(QStringLiteral("adversaryDialog"));
    setWindowTitle(tr("The worst instance for a scheduler"));
    resize(900, 640);
    words_->setObjectName(QStringLiteral("adversaryWords"));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    progress_->setObjectName(QStringLiteral("adversaryProgress"));
    chart_->setLabels(tr("Instances tried"), tr("Makespan of A / makespan of B"));
    start_->setObjectName(QStringLiteral("adversaryStart"));
    start_->setDefault(true);
    cancel_->setObjectName(QStringLiteral("adversaryStop"));
    cancel_->setToolTip(tr("Stop, and keep the worst instance so far"));
    open_->setObjectName(QStringLiteral("adversaryOpen"));
    open_->setToolTip(tr("Make it the scenario of the window; undo brings the one before back"));
    save_->setObjectName(QStringLiteral("adversarySave"));
    auto* close = new QPushButton(tr("Close"));
    auto* left = new QVBoxLayout;
    left->addWidget(makeOrder());
    left->addWidget(chart_, 1);
    auto* middle = new QHBoxLayout;
    middle->addLayout(left, 2);
    middle->addWidget(makeTimelines(), 3);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(start_);
    buttons->addWidget(cancel_);
    buttons->addWidget(progress_, 1);
    buttons->addWidget(open_);
    buttons->addWidget(save_);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addWidget(words_);
    layout->addLayout(buttons);
    tick_.setInterval(100);
    connect(&tick_, &QTimer::timeout, this, &AdversaryDialog::showProgress);
    connect(start_, &QPushButton::clicked, this, &AdversaryDialog::start);
    connect(cancel_, &QPushButton::clicked, &studio_->engine(), &Engine::stopAttack);
    connect(open_, &QPushButton::clicked, this, &AdversaryDialog::openInstance);
    connect(save_, &QPushButton::clicked, this, &AdversaryDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&studio_->engine(), &Engine::adversaryRose, this, [this](quint64 request, const AdversaryFindPtr& find) {
        if (request == request_) showFind(find);
    });
    connect(&studio_->engine(), &Engine::adversaryEnded, this,
            [this](quint64 request, const AdversaryFindPtr& find, const QString& wrong) {
                if (request == request_) ended(find, wrong);
            });
    refresh();
}

AdversaryDialog::~AdversaryDialog() {
    if (searching()) studio_->engine().stopAttack();
    link_.setViews({});
    for (GanttView* gantt : gantts_) delete gantt;
}

QWidget* AdversaryDialog::makeOrder() {
    const Spec now = studio_->document().empty() ? Spec{"heft", {}} : studio_->document().model().file->scheduler;
    const QString other = now.name == "heft" ? QStringLiteral("fastest-node") : QStringLiteral("heft");
    loser_ = makeChoice(QStringLiteral("adversaryLoser"), tr("Scheduler A, which is to lose"), toQString(now.text()));
    winner_ = makeChoice(QStringLiteral("adversaryWinner"), tr("Scheduler B, which is to win"), other);
    evaluations_ = makeNumber(QStringLiteral("adversaryEvaluations"), tr("Instances to try"), 1, kMostEvaluations, 2000);
    seed_ = makeNumber(QStringLiteral("adversarySeed"), tr("Seed"), 0, 1'000'000'000, 1);
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&A loses"), loser_);
    form->addRow(tr("&B wins"), winner_);
    form->addRow(tr("&Instances"), evaluations_);
    form->addRow(tr("S&eed"), seed_);
    return box;
}

QWidget* AdversaryDialog::makeTimelines() {
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < 2; ++i) {
        titles_[i] = new QLabel;
        titles_[i]->setObjectName(i == 0 ? QStringLiteral("adversaryTitleA") : QStringLiteral("adversaryTitleB"));
        gantts_[i] = new GanttView(&views_[i]);
        gantts_[i]->setAccessibleName(i == 0 ? tr("Timeline of A") : tr("Timeline of B"));
        gantts_[i]->setAxisShown(i == 1);
        rows->addWidget(titles_[i]);
        rows->addWidget(gantts_[i], 1);
    }
    return box;
}

void AdversaryDialog::start() {
    QString wrong;
    Spec* const into[] = {&order_.loser, &order_.winner};
    for (int i = 0; i < 2; ++i) {
        const Result<Spec> spec = parseSpec((i == 0 ? loser_ : winner_)->currentText().trimmed().toStdString());
        if (spec)
            *into[i] = *spec;
        else if (wrong.isEmpty())
            wrong = toQString(spec.error().text());
    }
    if (!wrong.isEmpty()) return words_->setText(QStringLiteral("⚠ ") + wrong);
    order_.evaluations = static_cast<std::uint64_t>(evaluations_->value());
    order_.seed = static_cast<std::uint64_t>(seed_->value());
    find_ = nullptr;
    link_.setViews({});
    for (ViewState& view : views_) view.setRun(nullptr);
    chart_->clear(evaluations_->value());
    request_ = studio_->engine().attack(order_);
    progress_->setRange(0, 0);
    tick_.start();
    refresh();
    cancel_->setFocus();  // in place of the button that can no longer be pressed
}

void AdversaryDialog::showFind(const AdversaryFindPtr& find) {
    find_ = find;
    chart_->addStep(static_cast<double>(find->evaluation), find->ratio);
    link_.setViews({});
    Time horizon;
    std::vector<ViewState*> views;
    for (int i = 0; i < 2; ++i) {
        const RunPtr& run = i == 0 ? find->loser : find->winner;
        views_[i].setHorizon(Time::zero());
        views_[i].setRun(run);
        if (!run) continue;
        views_[i].setCursor(run->trace->end());
        horizon = std::max(horizon, run->trace->end());
        views.push_back(&views_[i]);
    }
    link_.setViews(views, horizon);
    for (ViewState& view : views_) view.setCursor(horizon);
    refresh();
}

void AdversaryDialog::ended(const AdversaryFindPtr& find, const QString& wrong) {
    request_ = 0;
    tick_.stop();
    if (find) chart_->extendTo(static_cast<double>(find->evaluation));
    const bool waited = cancel_->hasFocus();
    refresh();
    if (waited) (find_ ? open_ : start_)->setFocus();
    if (!wrong.isEmpty()) words_->setText(QStringLiteral("⚠ ") + wrong);
}

void AdversaryDialog::showProgress() {
    const auto [done, total] = studio_->engine().attacked();
    if (total == 0) return;
    progress_->setRange(0, static_cast<int>(total));
    progress_->setValue(static_cast<int>(done));
    chart_->extendTo(static_cast<double>(done));
}

void AdversaryDialog::refresh() {
    start_->setEnabled(!searching());
    cancel_->setVisible(searching());
    progress_->setVisible(searching());
    open_->setEnabled(find_ != nullptr);
    save_->setEnabled(find_ != nullptr);
    for (QWidget* field : std::initializer_list<QWidget*>{loser_, winner_, evaluations_, seed_}) field->setEnabled(!searching());
    if (!find_) {
        titles_[0]->setText(tr("A"));
        titles_[1]->setText(tr("B"));
        words_->setText(searching()
                            ? tr("Searching …")
                            : tr("Small graphs on a few nodes are changed step by step, so that A takes as many times as long "
                                 "as B as can be found. The same seed finds the same instance."));
        return;
    }
    const QString form = QStringLiteral("<b>%1</b> %2 · %3");
    const auto makespan = [](const RunPtr& run) { return run ? momentText(run->trace->end()) : QString(); };
    titles_[0]->setText(form.arg(QStringLiteral("A"), toQString(order_.loser.text()).toHtmlEscaped(), makespan(find_->loser)));
    titles_[1]->setText(form.arg(QStringLiteral("B"), toQString(order_.winner.text()).toHtmlEscaped(), makespan(find_->winner)));
    words_->setText(
        tr("A takes %1 times as long as B, found at instance %2.").arg(ratioText(find_->ratio), countText(find_->evaluation)));
}

void AdversaryDialog::openInstance() {
    if (!find_) return;
    studio_->document().edit(
        {find_->instance, {}},
        tr("instance where %1 loses to %2").arg(toQString(order_.loser.text()), toQString(order_.winner.text())));
}

void AdversaryDialog::save() {
    if (!find_) return;
    QString path =
        QFileDialog::getSaveFileName(this, tr("Save the instance"), QStringLiteral("instance.json"), tr("Scenario (*.json)"));
    if (path.isEmpty()) return;
    if (!path.endsWith(QLatin1String(".json"))) path += QStringLiteral(".json");
    const Status saved = saveScenarioFile(*find_->instance, path.toStdString());
    words_->setText(saved ? tr("Saved %1.").arg(path) : QStringLiteral("⚠ ") + toQString(saved.error().text()));
}

}  // namespace loom
