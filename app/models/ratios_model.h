// Who is how far from the best, over several seeds, as a table.
#pragma once

#include <QAbstractTableModel>

#include "app/session/ratios.h"

namespace loom {

// GUI thread only. A row a scheduler, in the order of the panes.
class RatiosModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { schedulerColumn, makespanColumn, ratioColumn, worstColumn, rankColumn, bestColumn, firstColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRatios(RatiosPtr ratios);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    RatiosPtr ratios_;
};

}  // namespace loom
