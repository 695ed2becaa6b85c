// Schedulers to choose from: every family under a heading that cannot be chosen.
#pragma once

class QComboBox;
class QString;

namespace loom {

// Appends all registered schedulers; an item's text is the scheduler's name, its tooltip what it does.
void addSchedulerNames(QComboBox* combo);
// A heading among the items of a combo box: shown, never chosen.
void addHeading(QComboBox* combo, const QString& text);

}  // namespace loom
