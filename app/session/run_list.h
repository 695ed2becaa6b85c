// The runs of this sitting, each with the inputs that made it: a click brings both back.
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include "app/session/digest.h"
#include "app/session/document.h"
#include "app/session/real_answer.h"

namespace loom {

struct RunEntry {
    QString label;  // A, B, C ...
    QString title;  // "heft", "fork of A at 18 s: n5 crashes"
    Model model;    // what was simulated
    RunPtr run;
    DigestPtr digest;
    RealAnswerPtr real;            // set for a real run
    int parent = -1;               // serial of the run it was made from; -1 for none
    int serial = 0;                // never reused
    int mergeKey = -1;             // of the slider drag that made it
    std::optional<Time> forkedAt;  // where a fork leaves its parent's past
};

// GUI thread only. Keeps at most `kMost` runs; the oldest that nothing points to goes first.
class RunList : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 16;

    using QObject::QObject;

    void clear();
    // Adds or, when the last entry came of the same drag, replaces it. Returns its serial.
    int add(RunEntry entry);
    [[nodiscard]] const std::vector<RunEntry>& entries() const { return entries_; }
    [[nodiscard]] const RunEntry* bySerial(int serial) const;
    [[nodiscard]] const RunEntry* byModel(const Model& model, WorldKind world = WorldKind::simulated) const;
    [[nodiscard]] const RunEntry* byRun(const RunPtr& run) const;

    [[nodiscard]] int current() const { return current_; }  // serial; -1 for none
    void setCurrent(int serial);

signals:
    void changed();

private:
    void forgetOld();
    static QString letters(int number);

    std::vector<RunEntry> entries_;
    int nextSerial_ = 0;
    int current_ = -1;
};

}  // namespace loom
