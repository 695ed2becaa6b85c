// How the table of what a scheduler compared looks, wherever it stands.
#pragma once

class QTableView;

namespace loom {

class DecisionModel;

void setUpDecisionTable(QTableView* table, DecisionModel* model);
// Selects the chosen node's row and brings it into sight.
void showChosen(QTableView* table, const DecisionModel& model);

}  // namespace loom
