#include "app/models/flow_table_model.h"

#include <algorithm>

#include "app/models/record_text.h"
#include "app/models/table_text.h"
#include "app/session/text.h"

namespace loom {

namespace {

// Fastest first; those alike in the order of what they move, so that rows do not jump about while a run plays.
bool before(const FlowShare& a, const FlowShare& b) {
    if (a.rate != b.rate) return a.rate > b.rate;
    return std::tuple(a.transfer.data, a.transfer.to, a.transfer.from) < std::tuple(b.transfer.data, b.transfer.to, b.transfer.from);
}

}  // namespace

void FlowTableModel::set(const NetworkMomentPtr& moment, std::vector<FlowShare> flows) {
    total_ = flows.size();
    const std::size_t kept = std::min(kMost, flows.size());
    std::partial_sort(flows.begin(), flows.begin() + static_cast<std::ptrdiff_t>(kept), flows.end(), before);
    flows.resize(kept);
    // As many rows as before keep the view's selection and scroll position.
    if (kept == flows_.size()) {
        moment_ = moment;
        flows_ = std::move(flows);
        if (kept > 0) emit dataChanged(index(0, 0), index(static_cast<int>(kept) - 1, columns - 1));
        return;
    }
    beginResetModel();
    moment_ = moment;
    flows_ = std::move(flows);
    endResetModel();
}

TransferKey FlowTableModel::key(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    const ActiveTransfer& transfer = flows_[static_cast<std::size_t>(row)].transfer;
    return {transfer.data, transfer.from, transfer.to};
}

QString FlowTableModel::limit(const FlowShare& flow, const NetworkMoment& moment) {
    if (flow.startingUp) return tr("its start-up");
    if (!flow.bottleneck.valid()) return tr("its own TCP window");
    const std::uint32_t users = moment.network.users[flow.bottleneck.index()];
    return tr("%1, %n flow(s)", nullptr, static_cast<int>(users))
        .arg(toQString(moment.run->scenario->platform->link(flow.bottleneck).name));
}

int FlowTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(flows_.size());
}

int FlowTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant FlowTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != kBareRole)) return {};
    const FlowShare& flow = flows_[static_cast<std::size_t>(index.row())];
    if (role == kBareRole && index.column() == rateColumn) return flow.startingUp ? 0.0 : flow.rate;
    const Scenario& scenario = *moment_->run->scenario;
    switch (index.column()) {
        case dataColumn:
            return RecordText::data(flow.transfer.data, *scenario.graph);
        case routeColumn:
            return QStringLiteral("%1 → %2").arg(RecordText::node(flow.transfer.from, *scenario.platform),
                                                 RecordText::node(flow.transfer.to, *scenario.platform));
        case rateColumn:
            return flow.startingUp ? tr("starting") : quantityText(flow.rate, Dimension::bandwidth);
        case limitColumn:
            return limit(flow, *moment_);
        default:
            return {};
    }
}

QVariant FlowTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == kBareRole && section == rateColumn) return tr("Rate") + QStringLiteral(" [B/s]");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case dataColumn:
            return tr("Data");
        case routeColumn:
            return tr("Way");
        case rateColumn:
            return tr("Rate");
        case limitColumn:
            return tr("Held by");
        default:
            return {};
    }
}

}  // namespace loom
