#include "app/models/answers_model.h"

#include <QLocale>

#include "app/models/table_text.h"
#include "app/session/text.h"

namespace loom {

namespace {

const QString kNothing = QStringLiteral("–");

QString number(const std::optional<double>& value) { return value ? QString::fromStdString(formatNumber(*value, 4)) : kNothing; }
QString percent(const std::optional<double>& value) {
    return value ? QLocale().toString(*value * 100, 'f', 1) + QStringLiteral(" %") : kNothing;
}

}  // namespace

void AnswersModel::setRows(std::vector<AnswerRow> rows, int reference) {
    beginResetModel();
    rows_ = std::move(rows);
    reference_ = reference;
    endResetModel();
}

int AnswersModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int AnswersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QString AnswersModel::text(const AnswerRow& row, int column) const {
    switch (column) {
        case nameColumn:
            return row.name;
        case makespanColumn:
            return row.makespan ? secondsText(*row.makespan) : kNothing;
        case differenceColumn: {
            const bool known = reference_ >= 0 && reference_ < static_cast<int>(rows_.size());
            const AnswerRow* reference = known ? &rows_[static_cast<std::size_t>(reference_)] : nullptr;
            if (reference == nullptr || reference == &row || !row.makespan || !reference->makespan) return kNothing;
            return changeText(*row.makespan, *reference->makespan);
        }
        case throughputColumn:
            return row.throughput ? tr("%1 /s").arg(number(row.throughput)) : kNothing;
        case speedupColumn:
            return number(row.speedup);
        case efficiencyColumn:
            return percent(row.efficiency);
        case utilisationColumn:
            return percent(row.utilisation);
        case slrColumn:
            return number(row.slr);
        case bytesColumn:
            return row.bytesMoved ? quantityText(*row.bytesMoved, Dimension::bytes) : kNothing;
        case wastedColumn:
            return row.wasted ? secondsText(*row.wasted) : kNothing;
        default:
            return row.note;
    }
}

QVariant AnswersModel::bare(const AnswerRow& row, int column) const {
    const auto value = [](const std::optional<double>& number) { return number ? QVariant(*number) : QVariant(); };
    switch (column) {
        case nameColumn:
            return row.name;
        case makespanColumn:
            return value(row.makespan);
        case differenceColumn: {
            const bool known = reference_ >= 0 && reference_ < static_cast<int>(rows_.size());
            const std::optional<double> reference = known ? rows_[static_cast<std::size_t>(reference_)].makespan : std::nullopt;
            return row.makespan && reference && *reference > 0 ? QVariant(*row.makespan / *reference - 1) : QVariant();
        }
        case throughputColumn:
            return value(row.throughput);
        case speedupColumn:
            return value(row.speedup);
        case efficiencyColumn:
            return value(row.efficiency);
        case utilisationColumn:
            return value(row.utilisation);
        case slrColumn:
            return value(row.slr);
        case bytesColumn:
            return value(row.bytesMoved);
        default:
            return value(row.wasted);
    }
}

QVariant AnswersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == nameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const AnswerRow& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole) return row.note;
    if (role == kBareRole) return bare(row, index.column());
    if (role != Qt::DisplayRole) return {};
    return text(row, index.column());
}

QVariant AnswersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == kBareRole) {
        static const QStringList units{{}, "s", {}, "1/s", {}, {}, {}, {}, "B", "s"};
        const QString name = headerData(section, orientation, Qt::DisplayRole).toString();
        return units.value(section).isEmpty() ? name : QStringLiteral("%1 [%2]").arg(name, units[section]);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case nameColumn:
            return tr("Answer");
        case makespanColumn:
            return tr("Makespan");
        case differenceColumn:
            return tr("vs simulation");
        case throughputColumn:
            return tr("Tasks");
        case speedupColumn:
            return tr("Speed-up");
        case efficiencyColumn:
            return tr("Efficiency");
        case utilisationColumn:
            return tr("Utilisation");
        case slrColumn:
            return tr("SLR");
        case bytesColumn:
            return tr("Moved");
        case wastedColumn:
            return tr("Wasted");
        default:
            return {};
    }
}

}  // namespace loom
