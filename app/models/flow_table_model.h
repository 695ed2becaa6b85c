// Transfers under way at one moment: what moves, from where to where, how fast, and what holds it back.
#pragma once

#include <QAbstractTableModel>

#include "app/session/network_moment.h"

namespace loom {

// GUI thread. Keeps at most kMost rows, the fastest first; `total` says how many there are.
class FlowTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 200;
    enum Column { routeColumn, rateColumn, limitColumn, dataColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    // Of `moment` those flows that `wanted` takes; none when it is null.
    template <class Wanted>
    void show(const NetworkMomentPtr& moment, Wanted wanted) {
        std::vector<FlowShare> flows;
        if (moment) std::copy_if(moment->network.flows.begin(), moment->network.flows.end(), std::back_inserter(flows), wanted);
        set(moment, std::move(flows));
    }
    [[nodiscard]] std::size_t total() const { return total_; }
    [[nodiscard]] TransferKey key(int row) const;

    // What holds a flow back, in words: "rack 2 uplink, 7 flows", "its own TCP window", "its start-up".
    static QString limit(const FlowShare& flow, const NetworkMoment& moment);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void set(const NetworkMomentPtr& moment, std::vector<FlowShare> flows);

    NetworkMomentPtr moment_;
    std::vector<FlowShare> flows_;
    std::size_t total_ = 0;
};

}  // namespace loom
