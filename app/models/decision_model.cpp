#include "app/models/decision_model.h"

#include <algorithm>
#include <cmath>

#include "app/models/record_text.h"
#include "app/models/table_text.h"
#include "app/session/text.h"

namespace loom {

namespace {

// Three digits: five columns share a narrow dock, and the score has the rest.
QString shortMoment(Time time) {
    if (time.isNever() || time == Time::zero()) return momentText(time);
    const double unit = std::pow(10.0, std::floor(std::log10(time.seconds())) - 2);
    return secondsText(std::round(time.seconds() / unit) * unit);
}

}  // namespace

void DecisionModel::setDecision(std::optional<Decision> decision, std::shared_ptr<const Platform> platform) {
    beginResetModel();
    decision_ = std::move(decision);
    platform_ = std::move(platform);
    endResetModel();
}

int DecisionModel::chosenRow() const {
    if (!decision_) return -1;
    const auto& all = decision_->candidates;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Candidate& c) { return c.node == decision_->chosen; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

QString DecisionModel::nodeName(NodeId node) const { return RecordText::node(node, *platform_); }

QString DecisionModel::runnerUp() const {
    const int chosen = chosenRow();
    if (chosen < 0) return {};
    const Candidate* second = nullptr;
    for (const Candidate& c : decision_->candidates) {
        if (c.node == decision_->chosen || !std::isfinite(c.score)) continue;
        if (second == nullptr || c.score < second->score) second = &c;
    }
    if (second == nullptr) return {};
    const Candidate& first = decision_->candidates[static_cast<std::size_t>(chosen)];
    if (second->finish.isNever() || first.finish.isNever()) return tr("The runner-up is %1.").arg(nodeName(second->node));
    if (second->finish == first.finish) return tr("%1 would finish at the same time.").arg(nodeName(second->node));
    if (second->finish < first.finish) {
        return tr("%1 would finish %2 earlier.").arg(nodeName(second->node), momentText(first.finish - second->finish));
    }
    return tr("The runner-up %1 is %2 later.").arg(nodeName(second->node), momentText(second->finish - first.finish));
}

QString DecisionModel::reason() const {
    if (!decision_) return {};
    const QString english = toQString(decision_->rule);
    QString rule = registryText(decision_->rule);
    if (!rule.isEmpty() && rule == english) rule[0] = rule[0].toUpper();  // a translation begins as it should
    const QString stop = QStringLiteral("。");
    if (!rule.isEmpty() && !rule.endsWith('.') && !rule.endsWith(stop)) rule += tr(".");
    const QString other = runnerUp();
    if (rule.isEmpty() || other.isEmpty()) return rule + other;
    return rule + (rule.endsWith(stop) ? QString() : QStringLiteral(" ")) + other;
}

int DecisionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !decision_ ? 0 : static_cast<int>(decision_->candidates.size());
}

int DecisionModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant DecisionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant((index.column() == nodeColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    const Candidate& candidate = decision_->candidates[static_cast<std::size_t>(index.row())];
    if (role == kBareRole) {
        const Time times[] = {candidate.dataReady, candidate.start, candidate.finish};
        if (index.column() == nodeColumn) return nodeName(candidate.node);
        if (index.column() == scoreColumn) return candidate.score;
        const Time time = times[index.column() - dataColumn];
        return time.isNever() ? QVariant() : QVariant(time.seconds());
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case nodeColumn:
            return nodeName(candidate.node);
        case dataColumn:
            return shortMoment(candidate.dataReady);
        case startColumn:
            return shortMoment(candidate.start);
        case finishColumn:
            return shortMoment(candidate.finish);
        default:
            return std::isfinite(candidate.score) ? QString::fromStdString(formatNumber(candidate.score, 4))
                                                  : QStringLiteral("–");
    }
}

QVariant DecisionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case dataColumn:
                return tr("When the task's inputs would be on the node");
            case startColumn:
                return tr("When the task would start");
            case finishColumn:
                return tr("When the task would finish");
            case scoreColumn:
                return tr("The number the scheduler compared; the smallest wins");
            default:
                return {};
        }
    }
    if (role == kBareRole) {
        const QString name = headerData(section, orientation, Qt::DisplayRole).toString();
        return section == nodeColumn || section == scoreColumn ? name : name + QStringLiteral(" [s]");
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case nodeColumn:
            return tr("Node");
        case dataColumn:
            return tr("Data");
        case startColumn:
            return tr("Start");
        case finishColumn:
            return tr("Finish");
        default:
            return decision_ && !decision_->scoreName.empty() ? registryText(decision_->scoreName) : tr("Score");
    }
}

}  // namespace loom
