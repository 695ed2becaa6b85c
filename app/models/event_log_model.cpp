#include "app/models/event_log_model.h"

#include <algorithm>

#include "app/models/record_text.h"
#include "app/models/table_text.h"
#include "app/session/text.h"

namespace loom {

namespace {
constexpr int kKinds = 22;  // one above the last RecordKind
// Qt's rows are ints; a table cannot show more.
constexpr std::size_t kMostRows = 2'000'000'000;
}  // namespace

void EventLogModel::setRun(RunPtr run) {
    beginResetModel();
    run_ = std::move(run);
    published_ = run_ ? std::min(run_->trace->size(), kMostRows) : 0;
    resetFilter();
    endResetModel();
}

void EventLogModel::grow() {
    if (!run_) return;
    const std::size_t size = std::min(run_->trace->size(), kMostRows);
    if (size == published_) return;
    if (filter_.isEmpty()) beginInsertRows({}, static_cast<int>(published_), static_cast<int>(size) - 1);
    published_ = size;
    if (filter_.isEmpty()) endInsertRows();
}

void EventLogModel::setFilter(const QString& text) {
    const QString filter = text.trimmed();
    if (filter == filter_) return;
    beginResetModel();
    filter_ = filter;
    resetFilter();
    endResetModel();
}

void EventLogModel::resetFilter() {
    rows_.clear();
    scanned_ = 0;
    if (filter_.isEmpty()) return;
    kinds_.assign(kKinds, false);
    tasks_.assign(run_ ? run_->scenario->graph->taskCount() : 0, Match::unknown);
    dataObjects_.assign(run_ ? run_->scenario->graph->dataCount() : 0, Match::unknown);
    nodes_.assign(run_ ? run_->scenario->platform->nodeCount() : 0, Match::unknown);
    for (int kind = 1; kind < kKinds; ++kind) {
        kinds_[static_cast<std::size_t>(kind)] =
            RecordText::kind(static_cast<RecordKind>(kind)).contains(filter_, Qt::CaseInsensitive);
    }
}

bool EventLogModel::taskMatches(TaskId task) {
    if (task.index() >= tasks_.size()) return false;
    Match& known = tasks_[task.index()];
    if (known == Match::unknown) {
        const bool yes = RecordText::task(task, *run_->scenario->graph).contains(filter_, Qt::CaseInsensitive);
        known = yes ? Match::yes : Match::no;
    }
    return known == Match::yes;
}

bool EventLogModel::nodeMatches(NodeId node) {
    if (node.index() >= nodes_.size()) return false;
    Match& known = nodes_[node.index()];
    if (known == Match::unknown) {
        const bool yes = RecordText::node(node, *run_->scenario->platform).contains(filter_, Qt::CaseInsensitive);
        known = yes ? Match::yes : Match::no;
    }
    return known == Match::yes;
}

bool EventLogModel::dataMatches(DataId data) {
    if (data.index() >= dataObjects_.size()) return false;
    Match& known = dataObjects_[data.index()];
    if (known == Match::unknown) {
        const bool yes = RecordText::data(data, *run_->scenario->graph).contains(filter_, Qt::CaseInsensitive);
        known = yes ? Match::yes : Match::no;
    }
    return known == Match::yes;
}

bool EventLogModel::matches(const Record& record) {
    const auto kind = static_cast<std::size_t>(record.kind);
    if (kind < kinds_.size() && kinds_[kind]) return true;
    switch (record.kind) {
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
            return dataMatches(record.data()) || nodeMatches(record.from()) || nodeMatches(record.to());
        case RecordKind::dataLost:
        case RecordKind::dataInitial:
            return dataMatches(record.data()) || nodeMatches(record.node());
        case RecordKind::nodeDown:
        case RecordKind::nodeUp:
        case RecordKind::nodeSpeed:
            return nodeMatches(record.node());
        case RecordKind::control:
            return nodeMatches(NodeId(record.a));
        case RecordKind::runEnd:
            return false;
        case RecordKind::linkDown:
        case RecordKind::linkUp:
        case RecordKind::linkRate:
        case RecordKind::linkLatency:
            return RecordText::link(record.link(), *run_->scenario->platform).contains(filter_, Qt::CaseInsensitive);
        case RecordKind::taskReady:
        case RecordKind::taskRetry:
            return taskMatches(record.task());
        default:
            return taskMatches(record.task()) || nodeMatches(record.node());
    }
}

bool EventLogModel::continueFilter(std::size_t records) {
    if (!filtering()) return false;
    const Trace& trace = *run_->trace;
    const std::size_t until = std::min(published_, scanned_ + records);
    std::vector<std::uint32_t> found;
    for (std::size_t i = scanned_; i < until; ++i) {
        if (matches(trace[i])) found.push_back(static_cast<std::uint32_t>(i));
    }
    scanned_ = until;
    if (!found.empty()) {
        const int first = static_cast<int>(rows_.size());
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        rows_.insert(rows_.end(), found.begin(), found.end());
        endInsertRows();
    }
    return filtering();
}

int EventLogModel::rowBefore(std::size_t count) const {
    if (filter_.isEmpty()) return static_cast<int>(std::min(count, published_)) - 1;
    return static_cast<int>(std::lower_bound(rows_.begin(), rows_.end(), count) - rows_.begin()) - 1;
}

std::size_t EventLogModel::recordNumber(int row) const {
    const auto i = static_cast<std::size_t>(row);
    return filter_.isEmpty() ? i : rows_[i];
}

const Record& EventLogModel::record(int row) const { return (*run_->trace)[recordNumber(row)]; }

int EventLogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(shown()); }
int EventLogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant EventLogModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole && index.column() == timeColumn) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const Record& r = record(index.row());
    return index.column() == timeColumn ? momentText(r.time) : cell(r, *run_->scenario, index.column());
}

QVariant EventLogModel::cell(const Record& record, const Scenario& scenario, int column) {
    switch (column) {
        case timeColumn:
            return record.time.isNever() ? QVariant() : QVariant(record.time.seconds());
        case eventColumn:
            return RecordText::kind(record.kind);
        case subjectColumn:
            return RecordText::subject(record, scenario);
        default:
            return RecordText::detail(record, scenario);
    }
}

std::function<QVariant(std::size_t, int)> EventLogModel::frozen() const {
    if (filter_.isEmpty())
        return [run = run_](std::size_t row, int column) { return cell((*run->trace)[row], *run->scenario, column); };
    return [run = run_, rows = rows_](std::size_t row, int column) { return cell((*run->trace)[rows[row]], *run->scenario, column); };
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == kBareRole && section == timeColumn) return tr("Time") + QStringLiteral(" [s]");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case timeColumn:
            return tr("Time");
        case eventColumn:
            return tr("Event");
        case subjectColumn:
            return tr("What");
        case detailColumn:
            return tr("Details");
        default:
            return {};
    }
}

}  // namespace loom
