#include "app/models/table_text.h"

#include <cmath>

#include "app/models/event_log_model.h"
#include "core/base/units.h"
#include "core/io/text_escape.h"

namespace loom {

namespace {

constexpr std::size_t kLookUp = 4096;  // rows between two looks at the progress

bool isNumber(const QVariant& value) {
    switch (value.typeId()) {
        case QMetaType::Double:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            return true;
        default:
            return false;
    }
}

std::string numberText(const QVariant& value) {
    return value.typeId() == QMetaType::Double ? exactNumber(value.toDouble()) : value.toString().toStdString();
}

bool isNothing(const QVariant& value) { return !value.isValid() || (isNumber(value) && !std::isfinite(value.toDouble())); }

std::string csvCell(const QVariant& value) {
    if (isNothing(value)) return {};
    return isNumber(value) ? numberText(value) : csvText(value.toString().toStdString());
}

std::string jsonCell(const QVariant& value) {
    if (isNothing(value)) return "null";
    return isNumber(value) ? numberText(value) : jsonText(value.toString().toStdString());
}

}  // namespace

TableSnapshot snapshotOf(QAbstractItemModel& model) {
    auto* log = qobject_cast<EventLogModel*>(&model);
    while (log != nullptr && log->filtering()) log->continueFilter(log->total());
    TableSnapshot table;
    std::vector<int> roles;
    for (int c = 0; c < model.columnCount(); ++c) {
        const QVariant bare = model.headerData(c, Qt::Horizontal, kBareRole);
        roles.push_back(bare.isValid() ? kBareRole : Qt::DisplayRole);
        table.columns << (bare.isValid() ? bare : model.headerData(c, Qt::Horizontal, Qt::DisplayRole)).toString();
    }
    table.rows = static_cast<std::size_t>(model.rowCount());
    if (log != nullptr) {
        table.cell = log->frozen();
        return table;
    }
    auto cells = std::make_shared<std::vector<QVariant>>();
    for (int r = 0; r < model.rowCount(); ++r)
        for (int c = 0; c < model.columnCount(); ++c) cells->push_back(model.data(model.index(r, c), roles[static_cast<std::size_t>(c)]));
    const auto columns = static_cast<std::size_t>(model.columnCount());
    table.cell = [cells, columns](std::size_t row, int column) { return (*cells)[row * columns + static_cast<std::size_t>(column)]; };
    return table;
}

Result<std::string> tableText(const TableSnapshot& table, TableFormat format, Progress& progress) {
    const bool json = format == TableFormat::json;
    std::vector<std::string> names;
    for (const QString& column : table.columns) names.push_back(json ? jsonText(column.toStdString()) : csvText(column.toStdString()));
    std::string text = json ? "[" : "";
    if (!json)
        for (std::size_t c = 0; c < names.size(); ++c) text += names[c] + (c + 1 < names.size() ? "," : "\r\n");
    progress.begin(table.rows);
    for (std::size_t r = 0; r < table.rows; ++r) {
        if (r % kLookUp == 0) {
            if (progress.cancelled()) return failure("not written: it was cancelled");
            progress.advanceTo(r);
        }
        if (json) text += r == 0 ? "\n{" : ",\n{";
        for (std::size_t c = 0; c < names.size(); ++c) {
            const QVariant cell = table.cell(r, static_cast<int>(c));
            if (c > 0) text += json ? ", " : ",";
            text += json ? names[c] + ": " + jsonCell(cell) : csvCell(cell);
        }
        text += json ? "}" : "\r\n";
    }
    if (json) text += "\n]\n";
    return text;
}

}  // namespace loom
