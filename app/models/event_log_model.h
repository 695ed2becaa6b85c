// The event log as a table over the trace: no row is copied, a filter keeps only the numbers of the rows it lets through.
#pragma once

#include <functional>
#include <vector>

#include <QAbstractTableModel>

#include "core/trace/run.h"

namespace loom {

// GUI thread only. A filter is worked off in slices (`continueFilter`), so that a million records freeze nothing.
class EventLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { timeColumn, eventColumn, subjectColumn, detailColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRun(RunPtr run);
    // Takes in what the trace has published since the last call.
    void grow();
    // Rows whose event, subject or node contains the text (case does not matter); empty shows everything.
    void setFilter(const QString& text);
    // Looks at up to `records` more records; true while some are left.
    bool continueFilter(std::size_t records);

    [[nodiscard]] std::size_t shown() const { return filter_.isEmpty() ? published_ : rows_.size(); }
    [[nodiscard]] std::size_t total() const { return published_; }
    [[nodiscard]] bool filtering() const { return !filter_.isEmpty() && scanned_ < published_; }
    // The last row of record number < `count`; -1 if there is none.
    [[nodiscard]] int rowBefore(std::size_t count) const;
    [[nodiscard]] const Record& record(int row) const;
    [[nodiscard]] std::size_t recordNumber(int row) const;
    [[nodiscard]] const RunPtr& run() const { return run_; }
    // The cells of the rows shown now, times as seconds, for another thread.
    [[nodiscard]] std::function<QVariant(std::size_t row, int column)> frozen() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    // What is known of a name: not looked at, matches, does not.
    enum class Match : std::uint8_t { unknown, yes, no };
    [[nodiscard]] bool matches(const Record& record);
    bool taskMatches(TaskId task);
    bool nodeMatches(NodeId node);
    bool dataMatches(DataId data);
    void resetFilter();
    [[nodiscard]] static QVariant cell(const Record& record, const Scenario& scenario, int column);

    RunPtr run_;
    std::size_t published_ = 0;
    QString filter_;
    std::vector<std::uint32_t> rows_;  // record numbers the filter lets through
    std::size_t scanned_ = 0;
    std::vector<Match> tasks_, nodes_, dataObjects_;
    std::vector<bool> kinds_;
};

}  // namespace loom
