#include "app/session/run_list.h"

#include <algorithm>

namespace loom {

void RunList::clear() {
    entries_.clear();
    nextSerial_ = 0;
    current_ = -1;
    emit changed();
}

int RunList::add(RunEntry entry) {
    if (!entries_.empty() && entry.mergeKey >= 0 && entries_.back().mergeKey == entry.mergeKey) {
        RunEntry& last = entries_.back();
        entry.serial = last.serial;
        entry.label = last.label;
        entry.parent = last.parent;
        last = std::move(entry);
    } else {
        entry.serial = nextSerial_++;
        entry.label = letters(entry.serial);
        entries_.push_back(std::move(entry));
    }
    current_ = entries_.back().serial;
    forgetOld();
    emit changed();
    return current_;
}

const RunEntry* RunList::bySerial(int serial) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const RunEntry& e) { return e.serial == serial; });
    return found == entries_.end() ? nullptr : &*found;
}

const RunEntry* RunList::byModel(const Model& model, WorldKind world) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const RunEntry& e) { return e.model == model && e.run->world == world; });
    return found == entries_.end() ? nullptr : &*found;
}

const RunEntry* RunList::byRun(const RunPtr& run) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const RunEntry& e) { return run && e.run == run; });
    return found == entries_.end() ? nullptr : &*found;
}

void RunList::setCurrent(int serial) {
    if (current_ == serial) return;
    current_ = serial;
    emit changed();
}

void RunList::forgetOld() {
    while (entries_.size() > kMost) {
        const RunEntry* current = bySerial(current_);
        const auto goes = std::find_if(entries_.begin(), entries_.end(), [&](const RunEntry& e) {
            return e.serial != current_ && (current == nullptr || e.serial != current->parent);
        });
        entries_.erase(goes);
    }
}

// A ... Z, AA, AB ...
QString RunList::letters(int number) {
    QString text;
    for (++number; number > 0; number = (number - 1) / 26) text.prepend(QChar('A' + (number - 1) % 26));
    return text;
}

}  // namespace loom
