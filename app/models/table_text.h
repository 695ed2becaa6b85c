// A table as text for other programs: CSV (RFC 4180) or JSON.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <QAbstractItemModel>
#include <QStringList>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace loom {

// Models answer it with the bare number in SI base units, and their headers with the column's name and unit: "Makespan [s]".
// A column whose header has no answer is written as it is shown.
inline constexpr int kBareRole = Qt::UserRole + 100;

enum class TableFormat : std::uint8_t { csv, json };

// A table as it stands; `cell` may be asked by one other thread. An invalid cell is no value.
struct TableSnapshot {
    QStringList columns;
    std::size_t rows = 0;
    std::function<QVariant(std::size_t row, int column)> cell;
};

// GUI thread. Long tables are not copied: an event log keeps its run and the numbers of its rows. A filter still at work is
// finished first.
TableSnapshot snapshotOf(QAbstractItemModel& model);

// Rows are objects in JSON, lines after a header in CSV. Numbers read back exactly. A cancelled one fails. Any thread.
Result<std::string> tableText(const TableSnapshot& table, TableFormat format, Progress& progress);

}  // namespace loom
