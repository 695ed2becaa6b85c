#include "app/models/laws_model.h"

#include "app/models/table_text.h"

namespace loom {

void LawsModel::setRows(std::vector<LawRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int LawsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int LawsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant LawsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const LawRow& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) {
        return QVariant((index.column() == valueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        QString tip = QStringLiteral("<b>%1</b>").arg(row.name.toHtmlEscaped());
        for (const QString& line : {row.formula, row.inputs, row.note, row.assumptions, row.omits, row.source}) {
            if (!line.isEmpty()) tip += QStringLiteral("<br>") + line.toHtmlEscaped();
        }
        return tip;
    }
    if (role == kBareRole) {
        // Their units differ: the unit stands in the name.
        if (index.column() == valueColumn) return row.number ? QVariant(*row.number) : QVariant();
        if (index.column() == nameColumn) return row.unit.isEmpty() ? row.name : QStringLiteral("%1 [%2]").arg(row.name, row.unit);
    }
    if (role != Qt::DisplayRole && role != kBareRole) return {};
    switch (index.column()) {
        case nameColumn:
            return row.name;
        case valueColumn:
            return row.value;
        default:
            return row.omits;
    }
}

QVariant LawsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    // Words begin at the left, so that a narrow column cuts them off at their end only.
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section != valueColumn)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != kBareRole)) return {};
    switch (section) {
        case nameColumn:
            return tr("Law");
        case valueColumn:
            return tr("Value");
        case omitsColumn:
            return tr("What it leaves out");
        default:
            return {};
    }
}

}  // namespace loom
