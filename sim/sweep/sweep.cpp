#include "sim/sweep/sweep.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <system_error>
#include <thread>

#include "sim/session.h"
#include "sim/sweep/grid.h"

namespace loom {

namespace {

// What one run left behind. Every run has its own, so that threads write side by side without locks.
struct RunSlot {
    double makespan = 0;
    double lowerBound = 0;
    double cpuSeconds = 0;
    std::string failure;
    bool done = false;
};

struct SharedWork {
    const SweepPlan* plan;
    const SweepGrid* grid;
    Progress* progress;
    std::vector<RunSlot> slots;   // by run
    std::vector<SweepRow> rows;   // by point; written by whoever does its first seed
    std::atomic<std::size_t> next{0};
};

// One thread's share: takes runs from the front until none is left. Keeps its last scenario, so that the next shares
// what does not vary.
class SweepWorker {
public:
    explicit SweepWorker(SharedWork& work) : work_(&work), last_(work.plan->base) { control_.progress.isPartOf(*work.progress); }

    void run() {
        const std::size_t points = work_->grid->points();
        for (std::size_t i = work_->next++; i < work_->slots.size() && !work_->progress->cancelled(); i = work_->next++) {
            RunSlot& slot = work_->slots[i];
            try {
                runOne(i % points, static_cast<std::uint32_t>(i / points), slot);
            } catch (const std::exception& problem) {
                fail(slot, std::string("out of resources: ") + problem.what());
            }
            if (slot.done) work_->progress->add(1);
        }
    }

private:
    static void fail(RunSlot& slot, std::string why) {
        slot.failure = std::move(why);
        slot.done = true;
    }

    void runOne(std::size_t point, std::uint32_t repetition, RunSlot& slot) {
        SweepRow row = work_->grid->row(point);
        Result<ScenarioFile> file = work_->grid->file(row, repetition);
        if (file) {
            row.scheduler = file->scheduler;
            row.network = file->network;
        }
        simulateOne(file, repetition == 0, row, slot);
        if (repetition == 0) work_->rows[point] = std::move(row);
    }

    void simulateOne(Result<ScenarioFile>& file, bool first, SweepRow& row, RunSlot& slot) {
        if (!file) return fail(slot, file.error().text());
        Result<ScenarioPtr> scenario = resolveScenario(std::move(*file), *last_);
        if (!scenario) return fail(slot, scenario.error().text());
        last_ = *scenario;
        const Result<RunPtr> run = simulate(*scenario, control_, {}, first ? RecordDetail::full : RecordDetail::none);
        if (!run) return fail(slot, run.error().text());
        const Run& finished = **run;
        if (finished.outcome == Outcome::cancelled) return;
        slot.makespan = finished.totals.lastCommit.seconds();
        slot.lowerBound = std::max(criticalPathBound(*(*scenario)->graph, *(*scenario)->platform), areaBound(*(*scenario)->graph, *(*scenario)->platform));
        slot.cpuSeconds = finished.cpuSeconds;
        if (finished.outcome != Outcome::finished) slot.failure = finished.failure;
        slot.done = true;
        if (!first) return;
        row.records = finished.trace->size();
        row.fingerprint = fingerprint(*finished.trace);
        row.metrics = computeMetrics(finished);
        row.metrics.nodeUtilisation.clear();
    }

    SharedWork* work_;
    ScenarioPtr last_;
    RunControl control_;
};

unsigned threadCount(unsigned wanted, std::size_t runs) {
    const unsigned threads = wanted != 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
    return static_cast<unsigned>(std::min<std::size_t>({threads, kMostSweepThreads, runs}));
}

// Starts the threads and returns when all have ended.
Status runOnThreads(SharedWork& work, unsigned threads) {
    std::deque<SweepWorker> workers;
    std::vector<std::thread> crew;
    for (unsigned i = 0; i < threads; ++i) {
        SweepWorker& worker = workers.emplace_back(work);
        try {
            crew.emplace_back([&worker] { worker.run(); });
        } catch (const std::system_error& problem) {
            if (crew.empty()) return failure(std::string("no thread can be started: ") + problem.what());
            break;  // fewer threads do the same work
        }
    }
    for (std::thread& thread : crew) thread.join();
    return Done{};
}

SweepResult collect(SharedWork& work) {
    SweepResult result;
    result.points = work.rows.size();
    for (std::size_t point = 0; point < result.points; ++point) {
        SweepRow& row = work.rows[point];
        std::size_t done = 0;
        for (std::size_t i = point; i < work.slots.size() && work.slots[i].done; i += result.points, ++done) {
            RunSlot& slot = work.slots[i];
            row.cpuSeconds += slot.cpuSeconds;
            if (row.failure.empty()) row.failure = std::move(slot.failure);
            if (!row.failure.empty()) continue;
            row.makespans.push_back(slot.makespan);
            row.lowerBounds.push_back(slot.lowerBound);
        }
        result.cancelled |= done < work.plan->repeat;
        if (done > 0) result.rows.push_back(std::move(row));
    }
    return result;
}

}  // namespace

Result<SweepResult> sweep(const SweepPlan& plan, unsigned threads, Progress& progress) {
    const Result<SweepGrid> grid = SweepGrid::of(plan);
    if (!grid) return grid.error();
    SharedWork work{.plan = &plan, .grid = &*grid, .progress = &progress, .slots = {}, .rows = {}};
    work.slots.resize(grid->runs());
    work.rows.resize(grid->points());
    progress.begin(grid->runs());
    if (const Status status = runOnThreads(work, threadCount(threads, grid->runs())); !status) return status.error();
    return collect(work);
}

}  // namespace loom
