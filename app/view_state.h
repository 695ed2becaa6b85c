// The one owner of what is being looked at: run, cursor, time range, selection, hover. Every view listens to it
// and paints from it; no view keeps a copy.
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "app/catch_up.h"
#include "core/trace/replay.h"
#include "core/trace/run.h"

namespace loom {

// A transfer as the trace names it: what moves from where to where.
struct TransferKey {
    DataId data;
    NodeId from, to;
    [[nodiscard]] bool valid() const { return data.valid(); }
    [[nodiscard]] bool names(const ActiveTransfer& transfer) const {
        return transfer.data == data && transfer.from == from && transfer.to == to;
    }
    friend bool operator==(const TransferKey&, const TransferKey&) = default;
};

// GUI thread only.
class ViewState : public QObject {
    Q_OBJECT

public:
    explicit ViewState(QObject* parent = nullptr);
    ~ViewState() override;

    // The run on show; null before the first. Setting it resets range and selection unless the new run has the same
    // graph, then they stay and the cursor is clamped.
    [[nodiscard]] const RunPtr& run() const { return run_; }
    void setRun(RunPtr run);
    // A run shown faintly behind the current one (the previous answer of a slider); may be null.
    [[nodiscard]] const RunPtr& ghost() const { return ghost_; }
    void setGhost(RunPtr ghost);
    // What happened in reality, shown beneath the run; null where nothing is known of it or nobody wants to see it. A range
    // that showed everything still does.
    [[nodiscard]] const RunPtr& recorded() const { return recorded_; }
    void setRecorded(RunPtr recorded);
    // Tells the views that the trace of the run has grown (called by the frame tick while the engine writes).
    void announceGrowth();

    // The moment every view shows, and the state of the run there.
    [[nodiscard]] Time cursor() const { return cursor_; }
    // Goes there at once, except where more of a long run than one slice was never read: then the cursor travels there
    // between events, state and cursor always belonging together.
    void setCursor(Time time);
    // Puts the cursor after exactly `count` records (stepping by event), in the same way.
    void setCursorRecord(std::size_t count);
    [[nodiscard]] bool cursorTravels() const { return journey_.behind(); }
    // The cursor is where it was sent.
    [[nodiscard]] bool arrived() const { return arrived_; }
    // Blocks until the cursor is where it was sent; for pictures and tests.
    void finishTravelling() { journey_.finish(); }
    // Records of unread run folded between two looks at the event queue: some 15 ms.
    static constexpr std::size_t kSlice = std::size_t{1} << 18;
    [[nodiscard]] const Replay* replay() const { return replay_.get(); }  // null without a run
    // Of what is published so far; or the horizon, or the end of the recorded run, where that is later.
    [[nodiscard]] Time end() const;
    // The time axis reaches at least this far, though the run may end before: for runs shown one above another. A range
    // that showed everything still does.
    [[nodiscard]] Time horizon() const { return horizon_; }
    void setHorizon(Time horizon);

    // The visible time range of timeline and charts.
    [[nodiscard]] Time rangeBegin() const { return rangeBegin_; }
    [[nodiscard]] Time rangeEnd() const { return rangeEnd_; }
    void setRange(Time begin, Time end);
    void fitRange();

    [[nodiscard]] TaskId selectedTask() const { return selectedTask_; }
    [[nodiscard]] NodeId selectedNode() const { return selectedNode_; }
    void selectTask(TaskId task);  // none() clears
    void selectNode(NodeId node);
    // A link direction, or a transfer of the run. What is selected last is what the inspector shows: choosing one of
    // these lets go of task and node, and the other way round.
    [[nodiscard]] LinkId selectedLink() const { return selectedLink_; }
    [[nodiscard]] const TransferKey& selectedTransfer() const { return selectedTransfer_; }
    void selectLink(LinkId link);
    void selectTransfer(const TransferKey& transfer);
    [[nodiscard]] TaskId hoveredTask() const { return hoveredTask_; }
    [[nodiscard]] NodeId hoveredNode() const { return hoveredNode_; }
    void hoverTask(TaskId task);
    void hoverNode(NodeId node);
    [[nodiscard]] LinkId hoveredLink() const { return hoveredLink_; }
    void hoverLink(LinkId link);

signals:
    void runChanged();
    void ghostChanged();
    void recordedChanged();
    void runGrew();
    void cursorChanged();
    void rangeChanged();
    void selectionChanged();
    void hoverChanged();

private:
    void letGoOfNetwork();
    [[nodiscard]] bool showsAll() const { return rangeBegin_ == Time::zero() && rangeEnd_ >= end(); }
    void travel(std::size_t records);

    RunPtr run_;
    RunPtr ghost_;
    RunPtr recorded_;
    std::unique_ptr<Replay> replay_;
    Time cursor_;
    // Where the cursor is going: after every record of a time, or after so many records.
    Time wantedTime_;
    std::optional<std::size_t> wantedRecord_;
    bool arrived_ = true;
    Time horizon_;
    std::size_t visited_ = 0;  // records folded once, which a seek finds quickly
    CatchUp journey_;
    Time rangeBegin_;
    Time rangeEnd_;
    TaskId selectedTask_, hoveredTask_;
    NodeId selectedNode_, hoveredNode_;
    LinkId selectedLink_, hoveredLink_;
    TransferKey selectedTransfer_;
};

}  // namespace loom
