#include "app/views/form/scheduler_names.h"

#include <algorithm>

#include <QComboBox>
#include <QStandardItemModel>

#include "app/session/text.h"
#include "core/schedule/families.h"
#include "core/schedule/scheduler.h"

namespace loom {

void addHeading(QComboBox* combo, const QString& text) {
    combo->addItem(text);
    qobject_cast<QStandardItemModel*>(combo->model())->item(combo->count() - 1)->setFlags(Qt::NoItemFlags);
}

void addSchedulerNames(QComboBox* combo) {
    const std::vector<RegistryEntry>& table = schedulerRegistry();
    combo->setMaxVisibleItems(static_cast<int>(table.size() + schedulerFamilies().size()) + 1);  // as far as the screen goes
    for (const SchedulerFamily& family : schedulerFamilies()) {
        addHeading(combo, registryText(family.title));
        for (const std::string& member : family.members) {
            const auto entry = std::find_if(table.begin(), table.end(), [&](const RegistryEntry& e) { return e.name == member; });
            combo->addItem(toQString(member));
            combo->setItemData(combo->count() - 1, registryText(entry->description), Qt::ToolTipRole);
        }
    }
}

}  // namespace loom
