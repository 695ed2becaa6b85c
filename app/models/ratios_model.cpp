#include "app/models/ratios_model.h"

#include <cmath>

#include <QFont>
#include <QLocale>

#include "app/models/table_text.h"
#include "app/session/text.h"

namespace loom {

namespace {

QString number(double value, int digits) { return QLocale().toString(value, 'f', digits); }

// "+12.3 % ± 0.4"
QString partText(double part, double half) {
    const QString sign = part > 0 ? QStringLiteral("+") : part < 0 ? QStringLiteral("−") : QString();
    return QStringLiteral("%1%2 % ± %3").arg(sign, number(std::abs(part) * 100, 2), number(half * 100, 2));
}

}  // namespace

void RatiosModel::setRatios(RatiosPtr ratios) {
    beginResetModel();
    ratios_ = std::move(ratios);
    endResetModel();
}

int RatiosModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !ratios_ ? 0 : static_cast<int>(ratios_->rows.size());
}

int RatiosModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant RatiosModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == schedulerColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const RatioRow& row = ratios_->rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && row.best == ratios_->seeds) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == kBareRole) {
        const QVariant bare[] = {row.scheduler,  row.meanMakespan,     row.meanRatio, row.worstRatio,
                                 row.meanRank, qulonglong{row.best}, row.toFirst};
        return bare[index.column()];
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case schedulerColumn:
            return row.scheduler;
        case makespanColumn:
            return secondsText(std::stod(formatNumber(row.meanMakespan, 4)));
        case ratioColumn:
            return QStringLiteral("%1 ± %2").arg(number(row.meanRatio, 3), number(row.ratio95, 3));
        case worstColumn:
            return number(row.worstRatio, 3);
        case rankColumn:
            return number(row.meanRank, 2);
        case bestColumn:
            return tr("%1 of %2").arg(countText(row.best), countText(ratios_->seeds));
        default:
            return index.row() == 0 ? QStringLiteral("–") : partText(row.toFirst, row.toFirst95);
    }
}

QVariant RatiosModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case makespanColumn:
                return tr("The mean over the seeds");
            case ratioColumn:
                return tr("Makespan over the shortest of the same seed: the mean and half its 95 % interval");
            case worstColumn:
                return tr("The largest of those ratios");
            case rankColumn:
                return tr("1 is the best; equals share the mean of their ranks");
            case bestColumn:
                return tr("Seeds in which nobody was shorter");
            case firstColumn:
                return tr("Longer or shorter than the first one on the same seed: the mean and half its 95 % interval");
            default:
                return {};
        }
    }
    if (role == kBareRole) {
        const QString name = headerData(section, orientation, Qt::DisplayRole).toString();
        return section == makespanColumn ? name + QStringLiteral(" [s]") : name;
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case schedulerColumn:
            return tr("Scheduler");
        case makespanColumn:
            return tr("Makespan");
        case ratioColumn:
            return tr("To the best");
        case worstColumn:
            return tr("Worst");
        case rankColumn:
            return tr("Rank");
        case bestColumn:
            return tr("Best in");
        default:
            return tr("To the first");
    }
}

}  // namespace loom
