// The three answers in one table: a row each, differences against the simulation.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

namespace loom {

struct AnswerRow {
    QString name;
    QString note;                      // why there is no value, or where it came from
    std::optional<double> makespan;    // s
    std::optional<double> throughput;  // tasks/s
    std::optional<double> speedup, efficiency, utilisation, slr;
    std::optional<double> bytesMoved;  // B
    std::optional<double> wasted;      // core-seconds
};

// GUI thread only.
class AnswersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        nameColumn,
        makespanColumn,
        differenceColumn,
        throughputColumn,
        speedupColumn,
        efficiencyColumn,
        utilisationColumn,
        slrColumn,
        bytesColumn,
        wastedColumn,
        columns
    };

    using QAbstractTableModel::QAbstractTableModel;

    // `reference` is the row differences are taken against.
    void setRows(std::vector<AnswerRow> rows, int reference);
    [[nodiscard]] const std::vector<AnswerRow>& rows() const { return rows_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const AnswerRow& row, int column) const;
    [[nodiscard]] QVariant bare(const AnswerRow& row, int column) const;

    std::vector<AnswerRow> rows_;
    int reference_ = -1;
};

}  // namespace loom
