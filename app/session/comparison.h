// Two to four schedulers on the document's scenario, side by side: their runs, where the first two part, and how far each
// is from the best over several seeds.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "app/session/document.h"
#include "app/session/engine.h"
#include "app/session/run_list.h"
#include "app/view_link.h"

namespace loom {

// One of those compared. The run is null while it is made, and where `wrong` says why there is none.
struct CompareSide {
    Spec scheduler;
    int serial = -1;  // of a run of the sitting that is compared as it stands; -1: the document under `scheduler`
    FilePtr of;       // the scenario the run was made of
    RunPtr run;
    DigestPtr digest;
    QString wrong;
    ViewState view;  // what its pane shows
};

// The same task's decision on both sides; none where a scheduler was not asked.
struct PartedDecisions {
    TaskId task;
    std::optional<Decision> a, b;
};

// GUI thread only. While active it follows the document: an edit makes all runs anew.
class Comparison : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kFewest = 2, kMost = 4;
    static constexpr int kMostSeeds = 1000;

    // All outlive it. `view` shows the run of the window and is linked with the panes.
    Comparison(ViewState* view, Document* document, RunList* runs, Engine* engine, QObject* parent = nullptr);
    ~Comparison() override;

    // Nothing is computed while nobody looks. The first time it chooses the run on show and another to set beside it.
    void setActive(bool active);
    [[nodiscard]] bool active() const { return active_; }
    // Forgets everything: another document.
    void clear();

    [[nodiscard]] const std::vector<std::unique_ptr<CompareSide>>& sides() const { return sides_; }
    // A text form of a scheduler; false and one sentence when it names nothing known.
    // Like all that changes the panes it is a step in the document's history.
    bool setScheduler(std::size_t side, const QString& text, QString* error);
    void setRun(std::size_t side, int serial);
    void add();
    void remove(std::size_t side);
    // Runs of the sitting that have the tasks and nodes of the document's run.
    [[nodiscard]] std::vector<const RunEntry*> choosable() const;
    [[nodiscard]] QString nameOf(const CompareSide& side) const;
    // The shortest makespan of those that finished, s; 0 while there is none.
    [[nodiscard]] double best() const;

    [[nodiscard]] bool linked() const { return link_.linked(); }
    void setLinked(bool linked);

    // Of the first two; null while it is computed or one of them has no run.
    [[nodiscard]] const RunDifferencePtr& difference() const { return difference_; }
    // Selects the next task (or the one before, direction -1) that the first two put on different nodes, puts the cursor
    // there and asks both why: from the cursor on, the first time from the other end where there is none. False when there is
    // none further on.
    bool goToParting(int direction);
    // Of the parting gone to; null before and while both are asked.
    [[nodiscard]] const std::optional<PartedDecisions>& decisions() const { return decisions_; }
    [[nodiscard]] int parting() const { return parting_; }  // its place among difference()->partings; -1 for none

    // Measures the ratios over `seeds` seeds; stopping it keeps what is done.
    void measure(int seeds);
    void stopMeasuring();
    [[nodiscard]] bool measuring() const { return measureRequest_ != 0; }
    [[nodiscard]] const RatiosPtr& ratios() const { return ratios_; }  // null before the first
    // Everything asked for is there; for pictures and tests.
    [[nodiscard]] bool idle() const;

signals:
    void sidesChanged();      // there are others
    void sideChanged(int side);  // its run came, or another is made
    void sidesRestored();        // a step was undone or done again
    void linkedChanged();
    void differenceChanged();
    void partingChanged();
    void ratiosChanged();

private:
    friend class PanesCommand;
    // What a pane shows, with its run, so that undoing computes nothing anew.
    struct Pane {
        Spec scheduler;
        int serial;
        FilePtr of;
        RunPtr run;
        DigestPtr digest;
        QString wrong;
    };
    [[nodiscard]] std::vector<Pane> panes() const;
    void restore(const std::vector<Pane>& panes);
    void remember(std::vector<Pane> before, const QString& what);
    [[nodiscard]] static QString letterOf(std::size_t side);

    void choose();
    void refresh();
    void take(CompareSide& side, RunPtr run, DigestPtr digest, const QString& wrong);
    void raced(int index, const RunPtr& run, const DigestPtr& digest, const QString& wrong);
    void compareFirstTwo();
    void linkViews();

    ViewState* view_;
    Document* document_;
    RunList* runs_;
    Engine* engine_;
    bool active_ = false;
    std::vector<std::unique_ptr<CompareSide>> sides_;
    std::vector<std::size_t> racing_;  // sides whose runs are made, in the order asked for
    ViewLink link_;
    RunDifferencePtr difference_;
    int parting_ = -1;
    std::optional<PartedDecisions> decisions_;
    RatiosPtr ratios_;
    quint64 raceRequest_ = 0, compareRequest_ = 0, bothRequest_ = 0, measureRequest_ = 0;
};

}  // namespace loom
