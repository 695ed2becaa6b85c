// The whole input of a run. A ScenarioFile is what stands in the file, kept as written so that saving gives it
// back; a Scenario is the file resolved: graph and platform built, every name checked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/base/spec.h"
#include "core/base/time.h"
#include "core/cost/estimator.h"
#include "core/graph/task_graph.h"
#include "core/io/assumptions.h"
#include "core/io/import_report.h"
#include "core/platform/platform.h"
#include "core/scenario/disk_model.h"
#include "core/scenario/failure_plan.h"
#include "core/trace/recorded_run.h"

namespace loom {

// --- inline forms (contract 7.3) ---
struct InlineTask {
    std::string id;
    std::string kind;                                      // empty = the id's leading letters
    double work = 0;                                       // flop
    std::vector<std::pair<std::string, double>> runtimes;  // node name -> s; empty = work / speed
    std::uint32_t cores = 1;
    double memory = 0;  // B
    std::string accelerator;
    std::uint32_t firstItem = 0, itemCount = 0;
    std::optional<double> serialFraction = {};  // Amdahl's; stated, work and runtimes are of one core for the whole task
    std::vector<double> efficiency = {};        // speedup / k on k = 1, 2, ... cores; the same
    double release = 0;                         // s from the start of the run; the task may not start before it
    double priority = 0;                        // the user's; greater goes first
    friend bool operator==(const InlineTask&, const InlineTask&) = default;
};
struct InlineEdge {
    std::string from, to;
    double bytes = 0;
    friend bool operator==(const InlineEdge&, const InlineEdge&) = default;
};
struct InlineFile {  // a data object several tasks read
    std::string id;
    double bytes = 0;
    std::string producer;                // task id; empty = workflow input
    std::vector<std::string> consumers;  // task ids
    friend bool operator==(const InlineFile&, const InlineFile&) = default;
};
struct InlineWorkload {
    std::vector<InlineTask> tasks;
    std::vector<InlineEdge> edges;
    std::vector<InlineFile> files;
    friend bool operator==(const InlineWorkload&, const InlineWorkload&) = default;
};
struct InlineNode {
    std::string id;
    double speed = 1e9;  // flop/s
    std::uint32_t cores = 1;
    double memory = 0;  // B; 0 = unlimited
    std::vector<AcceleratorInfo> accelerators;
    std::string group;
    bool storage = false;  // the node that holds workflow inputs; then cores default to 0
    Profile speedProfile = {};  // factor of `speed`
    Profile stateProfile = {};  // 0 = off
    std::vector<DiskInfo> disks = {};
    friend bool operator==(const InlineNode&, const InlineNode&) = default;
};
struct InlineLinkProfiles {
    std::string link;  // "a-b" of a full network, "a.up" and "a.down" of a star
    Profile bandwidth, latency, state;
    friend bool operator==(const InlineLinkProfiles&, const InlineLinkProfiles&) = default;
};
struct InlinePlatform {
    std::vector<InlineNode> nodes;
    bool star = false;              // links.star instead of links.full
    std::vector<double> bandwidth;  // B/s: one value for all pairs (star: per node link), or n*n row-major
    std::vector<double> latency;    // s: the same
    std::vector<InlineLinkProfiles> profiles = {};
    friend bool operator==(const InlinePlatform&, const InlinePlatform&) = default;
};
struct FileReference {
    std::string path;         // relative to the scenario file
    Assumptions assume = {};  // of a workload: what stands in for what the file leaves out
    friend bool operator==(const FileReference&, const FileReference&) = default;
};

using WorkloadSource = std::variant<Spec, FileReference, InlineWorkload>;
using PlatformSource = std::variant<Spec, FileReference, InlinePlatform>;

struct RetryPolicy {
    std::uint32_t maxAttempts = 4;  // counted failures of one task; a lost node is not counted
    double backoff = 0;             // s before the first retry
    double multiplier = 2;          // backoff grows by this factor
    friend bool operator==(const RetryPolicy&, const RetryPolicy&) = default;
};

// How the real run is made; ignored by formula and simulation.
struct RealSpec {
    Spec kernel{"spin", {}};    // kernelRegistry(): spin, matrix, inference[...]
    std::uint32_t workers = 0;  // worker threads; 0 = as many as the scenario's platform has slots, at most the machine's cores
    std::string images;         // folder or list of images, relative to the scenario file; empty = generated
    bool shaped = false;        // transfers are delayed by the modelled network
    friend bool operator==(const RealSpec&, const RealSpec&) = default;
};

// What stands in a scenario file. Every member has the default that an absent key means.
struct ScenarioFile {
    std::string name;
    std::string description;
    std::uint64_t seed = 1;
    Spec scheduler{"heft", {}};
    Spec network{"unshared", {}};
    Spec compute{"slots", {}};
    WorkloadSource workload = Spec{"chain", {}};
    PlatformSource platform = Spec{"star", {{"nodes", "4"}}};
    FailurePlan failures;
    RetryPolicy retry;
    Spec information{"exact", {}};  // informationRegistry(): what schedulers know of task times
    double viewDelay = 0;     // s
    bool fetchAhead = false;  // "fetch": "ahead": online schedulers' inputs are pulled when a task is ready
    DiskModel disks;
    RealSpec real;
    std::string baseFolder;  // where file references start; not saved
    friend bool operator==(const ScenarioFile&, const ScenarioFile&) = default;
};

// A resolved scenario: immutable, shared between threads and runs.
struct Scenario {
    ScenarioFile file;
    std::shared_ptr<const TaskGraph> graph;
    std::shared_ptr<const Platform> platform;
    std::vector<std::string> warnings;       // from importers
    std::optional<double> recordedMakespan;  // s, of an imported trace; for comparison only
    std::shared_ptr<const RecordedRun> recorded;  // when and where its tasks ran; null = not known, also in saved runs
    ImportReport report;                          // what the importer did with the workload's file
    // Estimates a scheduler may use, under the scenario's information mode and network model.
    [[nodiscard]] Estimator estimator() const;
};
using ScenarioPtr = std::shared_ptr<const Scenario>;

// Reads scenario JSON text; `fileName` is only for errors. Unknown keys are errors that name the nearest known key.
Result<ScenarioFile> parseScenario(std::string_view json, const std::string& fileName);
// Canonical JSON, two-space indented, defaults left out; parseScenario(formatScenario(s)) gives s again.
std::string formatScenario(const ScenarioFile& file);

// What a text names: registry text if its name stands in the registry; else a path if it holds '.', '/' or '\' before
// any '['; else registry text with an unknown name, which resolving refuses naming the nearest known one.
Result<WorkloadSource> parseWorkloadSource(std::string_view text);
Result<PlatformSource> parsePlatformSource(std::string_view text);
// Reads an inline platform that stands in a file of its own: {"nodes": [...], "links": {...}}.
Result<InlinePlatform> parsePlatformFile(std::string_view json, const std::string& fileName);

// The platform a source stands for. File references start at `baseFolder`; `seed` feeds heterogeneous speeds.
Result<Platform> resolvePlatform(const PlatformSource& source, const std::string& baseFolder, std::uint64_t seed);

// The registry texts of a file: names, parameters and ranges, checked without building anything.
Status checkRegistryTexts(const ScenarioFile& file);
// Builds graph and platform and checks that scheduler, network, compute model, failures and tasks fit them.
Result<ScenarioPtr> resolveScenario(ScenarioFile file);
// The same scenario, sharing graph and platform with `like` where its file says the same of them.
Result<ScenarioPtr> resolveScenario(ScenarioFile file, const Scenario& like);

// Any input: a scenario file, or a workload file (runs on star[nodes=4] with heft). Bounded in size before reading.
Result<ScenarioFile> loadScenarioFile(const std::string& path);
// The same file for another folder: relative file references and the images' path are rewritten to start there.
ScenarioFile seenFrom(ScenarioFile file, const std::string& folder);
// Atomic: writes beside the target, syncs, renames; a failed save leaves the old file whole. Relative file references
// are rewritten when the target is not in `file.baseFolder`.
Status saveScenarioFile(const ScenarioFile& file, const std::string& path);

}  // namespace loom
