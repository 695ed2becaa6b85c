// "Why here?": the nodes a scheduler compared, best first, as a table.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "core/platform/platform.h"
#include "core/schedule/scheduler.h"

namespace loom {

// GUI thread only.
class DecisionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { nodeColumn, dataColumn, startColumn, finishColumn, scoreColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setDecision(std::optional<Decision> decision, std::shared_ptr<const Platform> platform);
    [[nodiscard]] const std::optional<Decision>& decision() const { return decision_; }
    // The row of the chosen node; -1 if none.
    [[nodiscard]] int chosenRow() const;
    // How much worse the second best was, in whole sentences; empty when there was no other.
    [[nodiscard]] QString runnerUp() const;

    // The scheduler's rule and the runner-up, in whole sentences.
    [[nodiscard]] QString reason() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString nodeName(NodeId node) const;

    std::optional<Decision> decision_;
    std::shared_ptr<const Platform> platform_;
};

}  // namespace loom
