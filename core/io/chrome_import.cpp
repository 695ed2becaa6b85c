// Chrome trace JSON, as `ray timeline` and our own exports write it: slices become tasks, arrows dependencies.
#include <algorithm>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/io/chrome_slices.h"
#include "core/io/formats.h"
#include "core/io/json_records.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

using Json = nlohmann::json;
constexpr std::uint32_t kNone = TextTable::kNone;

class ChromeJudge {
public:
    ChromeJudge(ChromeSlices& trace, WorkloadDraft& draft) : trace_(trace), draft_(draft) {}

    void fill() {
        findOutermost();
        addTasks();
        if (!draft_.failed()) addArrows();
        say();
    }

private:
    void findOutermost();
    void addTasks();
    void addArrows();
    void join(std::uint32_t from, std::uint32_t to);
    [[nodiscard]] std::uint32_t sliceAt(const ChromeArrowEnd& end) const;
    void say();

    ChromeSlices& trace_;
    WorkloadDraft& draft_;
    std::vector<std::uint32_t> order_;   // slices by thread and time, outer ones first
    std::vector<std::uint32_t> starts_;  // by thread: where its slices start in `order_`, and one more
    std::vector<std::uint32_t> outer_;   // by slice: the outermost one around it, itself if there is none
    std::vector<std::uint32_t> taskOf_;  // by slice; kNone for inner ones
    UniqueNames names_;
    CaseTally nested_, loose_, backwards_, early_;
    std::size_t cores_ = 0;
};

// What runs inside another slice of its thread is a part of it: its time is counted there.
void ChromeJudge::findOutermost() {
    const std::vector<ChromeSlice>& slices = trace_.slices;
    order_.resize(slices.size());
    for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(slices[a].thread, slices[a].begin, -slices[a].end(), a) < std::tuple(slices[b].thread, slices[b].begin, -slices[b].end(), b);
    });
    outer_.resize(slices.size());
    starts_.assign(trace_.threads.size() + 1, 0);
    std::uint32_t around = kNone;
    for (const std::uint32_t i : order_) {
        const ChromeSlice& slice = slices[i];
        ++starts_[slice.thread + 1];
        const bool inside = around != kNone && slices[around].thread == slice.thread && slice.begin < slices[around].end() &&
                            slice.end() <= slices[around].end();
        if (inside)
            nested_.add(trace_.texts.text(slice.name));
        else
            around = i;
        outer_[i] = around;
    }
    for (std::size_t t = 1; t < starts_.size(); ++t) starts_[t] += starts_[t - 1];
}

void ChromeJudge::addTasks() {
    std::vector<std::size_t> threads(trace_.processes.size(), 0);
    for (std::size_t t = 0; t + 1 < starts_.size(); ++t)
        if (starts_[t] < starts_[t + 1]) ++threads[trace_.threads[t].process];
    UniqueNames machineNames;
    std::vector<std::uint32_t> machines(trace_.processes.size(), RecordedRun::kNoMachine);
    for (std::size_t p = 0; p < trace_.processes.size(); ++p) {
        if (threads[p] == 0) continue;
        const std::string name = machineNames.take(trace_.processes[p]);
        draft_.machine(name).cores = static_cast<double>(threads[p]);
        machines[p] = draft_.machineNumber(name);
        cores_ += threads[p];
    }
    double first = trace_.slices[0].begin, last = first;
    for (const ChromeSlice& slice : trace_.slices) {
        first = std::min(first, slice.begin);
        last = std::max(last, slice.end());
    }
    draft_.declareSpan(first * 1e-6, (last - first) * 1e-6);
    taskOf_.assign(trace_.slices.size(), kNone);
    for (std::uint32_t i = 0; i < trace_.slices.size() && !draft_.failed(); ++i) {
        if (outer_[i] != i) continue;
        const ChromeSlice& slice = trace_.slices[i];
        const std::string name = names_.take(trace_.texts.text(slice.name)), kind = trace_.texts.text(slice.kind);
        DraftTask task;
        task.name = name;
        task.kind = kind;
        task.runtime = slice.duration * 1e-6;
        taskOf_[i] = draft_.addTask(task);
        TaskRecord record;
        record.machine = machines[trace_.threads[slice.thread].process];
        record.start = (slice.begin - first) * 1e-6;
        record.finish = record.start + slice.duration * 1e-6;
        draft_.record(taskOf_[i], record);
    }
}

// The outermost slice an end of an arrow is bound to, or kNone.
std::uint32_t ChromeJudge::sliceAt(const ChromeArrowEnd& end) const {
    if (end.slice != kNone) return outer_[end.slice];
    const auto first = order_.begin() + starts_[end.thread], last = order_.begin() + starts_[end.thread + 1];
    const auto later = [&](double time, std::uint32_t i) { return time < trace_.slices[i].begin; };
    const auto earlier = [&](std::uint32_t i, double time) { return trace_.slices[i].begin < time; };
    if (end.toNext) {
        const auto next = std::lower_bound(first, last, end.time, earlier);
        if (next != last) return outer_[*next];
    }
    const auto behind = std::upper_bound(first, last, end.time, later);
    if (behind == first) return kNone;
    const std::uint32_t around = outer_[*(behind - 1)];
    return trace_.slices[around].end() >= end.time ? around : kNone;
}

// A slice can depend only on one that began before it: arrows against time would make cycles.
void ChromeJudge::join(std::uint32_t from, std::uint32_t to) {
    if (from == to) return;
    const ChromeSlice& source = trace_.slices[from];
    const ChromeSlice& target = trace_.slices[to];
    const std::string pair = trace_.texts.text(source.name) + " -> " + trace_.texts.text(target.name);
    if (std::tuple(source.begin, source.end(), from) > std::tuple(target.begin, target.end(), to)) return backwards_.add(pair);
    if (source.end() > target.begin) early_.add(pair);
    draft_.addEdge(taskOf_[from], taskOf_[to]);
}

void ChromeJudge::addArrows() {
    std::vector<ChromeArrowEnd>& arrows = trace_.arrows;
    std::stable_sort(arrows.begin(), arrows.end(), [](const ChromeArrowEnd& a, const ChromeArrowEnd& b) {
        return std::tuple(a.flow, a.time, !a.begins) < std::tuple(b.flow, b.time, !b.begins);
    });
    std::uint32_t flow = kNone, source = kNone;
    for (const ChromeArrowEnd& end : arrows) {
        if (end.flow != flow) source = kNone;
        flow = end.flow;
        const std::uint32_t slice = sliceAt(end);
        const bool stray = slice == kNone || (!end.begins && source == kNone);
        if (stray) loose_.add(trace_.flows.text(end.flow).substr(0, 40));
        if (slice == kNone) continue;
        if (!end.begins && source != kNone) join(source, slice);
        if (!end.ends) source = slice;
    }
}

void ChromeJudge::say() {
    draft_.fact("slices", static_cast<double>(trace_.slices.size()));
    draft_.fact("threads", static_cast<double>(cores_));
    const auto tell = [&](void (WorkloadDraft::*how)(std::string), const CaseTally& cases, const char* one, const char* many) {
        if (cases.count() > 0) (draft_.*how)(cases.line(one, many));
    };
    tell(&WorkloadDraft::tellRead, nested_, "slice runs inside another and is a part of it", "slices run inside others and are parts of them");
    tell(&WorkloadDraft::tellRead, trace_.otherEvents, "event is neither slice nor arrow", "events are neither slices nor arrows");
    tell(&WorkloadDraft::tellRead, names_.repeated(), "slice has a name that is used already", "slices have names that are used already");
    tell(&WorkloadDraft::tellAssumed, trace_.unended, "slice never ends and stops with the trace", "slices never end and stop with the trace");
    tell(&WorkloadDraft::tellAssumed, early_, "slice had begun before the one it depends on ended; in a simulation it waits",
         "slices had begun before the ones they depend on ended; in a simulation they wait");
    tell(&WorkloadDraft::tellDropped, trace_.incomplete, "event lacks its time or its duration and is ignored", "events lack their times or durations and are ignored");
    tell(&WorkloadDraft::tellDropped, trace_.strayEnds, "end of a slice that was not begun is ignored", "ends of slices that were not begun are ignored");
    tell(&WorkloadDraft::tellDropped, loose_, "end of an arrow meets no slice or no other end and is ignored",
         "ends of arrows meet no slices or no other ends and are ignored");
    tell(&WorkloadDraft::tellDropped, backwards_, "arrow points back in time and is ignored", "arrows point back in time and are ignored");
}

class Chrome final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Chrome trace"; }
    [[nodiscard]] bool recognises(std::string_view content) const override {
        return firstTopLevelKey(content, {"traceEvents", "workflow", "clusterloom"}) == "traceEvents" ||
               firstKeyOfRecord(content, {"ph", "startstops"}) == "ph";
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override {
        const bool bare = withoutLeadingBlanks(content).starts_with("[");
        JsonRecords shape;
        shape.level = bare ? 1 : 2;
        shape.list = "traceEvents";
        shape.keys = {"args", "bind_id", "bp", "cat", "dur", "flow_in", "flow_out", "id", "kind", "name", "ph", "pid", "tid", "ts"};
        shape.depth = draft.limits().depth;
        // The format lets a program that dies leave the closing bracket out.
        shape.mayStop = bare;
        ChromeSlices trace;
        bool stopped = false;
        const auto take = [&](const Json& event) { return trace.take(event, draft.limits().tasks); };
        if (const Status read = eachRecord(content, shape, take, &stopped); !read) return read;
        if (stopped) draft.tellAssumed("the list of events does not end; what stands there counts");
        trace.close();
        if (trace.slices.empty()) return failure("there is no slice in the trace");
        ChromeJudge(trace, draft).fill();
        return Done{};
    }
};

}  // namespace

const WorkloadImporter& chromeImporter() {
    static const Chrome importer;
    return importer;
}

}  // namespace loom
