#include "app/views/log/log_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include "app/session/text.h"
#include "app/view_state.h"

namespace loom {

namespace {
constexpr int kFollowPause = 50;              // ms
constexpr std::size_t kFilterSlice = 50'000;  // records between two looks at the event queue
}  // namespace

LogPanel::LogPanel(ViewState* state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      model_(new EventLogModel(this)),
      filter_(new QLineEdit(this)),
      count_(new QLabel(this)),
      table_(new QTableView(this)),
      filtering_(kFilterSlice, [this](std::size_t records) { return filterOn(records); }) {
    filter_->setPlaceholderText(tr("Filter: task, node or event"));
    filter_->setClearButtonEnabled(true);
    filter_->setObjectName(QStringLiteral("logFilter"));
    filter_->setAccessibleName(tr("Filter of the event log"));
    count_->setObjectName(QStringLiteral("logCount"));
    table_->setModel(model_);
    table_->setObjectName(QStringLiteral("logTable"));
    table_->setAccessibleName(tr("Event log"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    table_->setColumnWidth(EventLogModel::timeColumn, 10 * letter);
    table_->setColumnWidth(EventLogModel::eventColumn, 17 * letter);
    table_->setColumnWidth(EventLogModel::subjectColumn, 20 * letter);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(4, 4, 4, 0);
    top->addWidget(filter_, 1);
    top->addWidget(count_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(table_);
    follow_.setSingleShot(true);
    follow_.setInterval(kFollowPause);
    connect(&follow_, &QTimer::timeout, this, &LogPanel::followCursor);
    connect(filter_, &QLineEdit::textChanged, this, &LogPanel::applyFilter);
    connect(table_, &QTableView::clicked, this, &LogPanel::rowChosen);
    connect(table_, &QTableView::activated, this, &LogPanel::rowChosen);
    connect(state_, &ViewState::runChanged, this, [this] {
        model_->setRun(state_->run());
        applyFilter();
    });
    connect(state_, &ViewState::runGrew, this, [this] {
        model_->grow();
        filtering_.start();
    });
    connect(state_, &ViewState::cursorChanged, this, [this] {
        if (!follow_.isActive() && !choosing_) follow_.start();
    });
    model_->setRun(state_->run());
    showCount();
}

void LogPanel::applyFilter() {
    model_->setFilter(filter_->text());
    filtering_.restart();
    if (!filtering_.behind()) followCursor();
}

bool LogPanel::filterOn(std::size_t records) {
    const bool more = model_->continueFilter(records);
    if (!more && filtering_.behind()) followCursor();  // that was the last of several slices
    showCount();
    return more;
}

void LogPanel::showCount() {
    const QString text = tr("%1 of %2").arg(countText(model_->shown()), countText(model_->total()));
    count_->setText(model_->filtering() ? tr("%1 …").arg(text) : text);
}

void LogPanel::followCursor() {
    if (state_->replay() == nullptr) return;
    const int row = model_->rowBefore(state_->replay()->position());
    if (row < 0) return table_->clearSelection();
    const QModelIndex index = model_->index(row, 0);
    table_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table_->scrollTo(index);
}

void LogPanel::rowChosen(const QModelIndex& index) {
    if (!index.isValid()) return;
    const Record record = model_->record(index.row());
    choosing_ = true;
    state_->setCursorRecord(model_->recordNumber(index.row()) + 1);
    switch (record.kind) {
        case RecordKind::nodeDown:
        case RecordKind::nodeUp:
        case RecordKind::nodeSpeed:
            state_->selectNode(record.node());
            break;
        case RecordKind::taskReady:
        case RecordKind::taskPlaced:
        case RecordKind::computeBegin:
        case RecordKind::computeEnd:
        case RecordKind::computeFailed:
        case RecordKind::taskRetry:
        case RecordKind::placementRefused:
            state_->selectTask(record.task());
            break;
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
            state_->selectTransfer({record.data(), record.from(), record.to()});
            break;
        default:
            break;
    }
    choosing_ = false;
}

}  // namespace loom
