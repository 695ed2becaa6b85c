// The closed forms with their values and what each leaves out.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

namespace loom {

struct LawRow {
    QString name;
    QString value;
    std::optional<double> number;  // the same, bare, in `unit`
    QString unit;                  // SI; empty for a number of things or a ratio
    QString formula;  // as text
    QString inputs;   // with units
    QString omits;        // which of its assumptions do not hold here; empty = all hold
    QString assumptions;  // what it takes for granted
    QString note;
    QString source;
};

// GUI thread only.
class LawsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { nameColumn, valueColumn, omitsColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<LawRow> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<LawRow> rows_;
};

}  // namespace loom
