#include "app/views/inspector/decision_table.h"

#include <QHeaderView>
#include <QTableView>

#include "app/models/decision_model.h"

namespace loom {

void setUpDecisionTable(QTableView* table, DecisionModel* model) {
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(DecisionModel::scoreColumn, QHeaderView::Stretch);
    table->horizontalHeader()->setMinimumSectionSize(20);
    table->horizontalHeader()->setHighlightSections(false);
}

void showChosen(QTableView* table, const DecisionModel& model) {
    if (model.chosenRow() < 0) return;
    table->selectRow(model.chosenRow());
    table->scrollTo(model.index(model.chosenRow(), 0));
}

}  // namespace loom
