#include <filesystem>
#include <utility>

#include "core/base/nearest.h"
#include "core/io/importer.h"
#include "core/io/recorded_platform.h"
#include "core/io/simgrid_xml.h"
#include "core/platform/link_names.h"
#include "core/scenario/compute_models.h"
#include "core/scenario/fold_cores.h"
#include "core/scenario/network_options.h"
#include "core/scenario/platform_preset.h"
#include "core/scenario/resolve_inline.h"
#include "core/scenario/information_modes.h"
#include "core/scenario/json_document.h"
#include "core/schedule/scheduler.h"
#include "core/workloads/registry.h"

namespace loom {

namespace {

constexpr ImportLimits kPlatformLimits{.bytes = 64ull << 20};

std::string pathFrom(const std::string& baseFolder, const std::string& path) {
    return (std::filesystem::path(baseFolder) / path).string();
}

// The machines on which a workload was recorded.
Result<Platform> platformOfTrace(const WorkloadImporter& importer, std::string_view content, const std::string& path) {
    const Result<ImportedWorkload> workload = importer.read(content, kPlatformLimits);
    if (!workload) return workload.error().in(path);
    Result<Platform> platform = recordedPlatform(workload->recorded.get());
    if (!platform) return platform.error().in(path);
    return platform;
}

Result<Platform> loadPlatform(const std::string& path, std::uint64_t seed) {
    const Result<std::string> text = readContent(path, kPlatformLimits);
    if (!text) return text.error();
    if (isSimgridPlatform(*text)) return loadSimgridPlatform(path);
    if (isPlatformPreset(*text)) {
        const Result<PlatformPreset> preset = parsePlatformPreset(*text, path);
        if (!preset) return preset.error();
        Result<Platform> made = buildPlatform(preset->builder, seed);
        if (!made) return failureAt("builder", made.error().cause).in(path);
        return made;
    }
    if (!hasTopLevelKey(*text, "nodes"))
        if (const WorkloadImporter* importer = importerOf(*text)) return platformOfTrace(*importer, *text, path);
    const Result<InlinePlatform> platform = parsePlatformFile(*text, path);
    if (!platform) return platform.error();
    Result<Platform> built = buildInlinePlatform(*platform);
    if (!built) return built.error().in(path);
    return built;
}

Status loadWorkload(const std::string& path, const Assumptions& assume, Scenario& scenario) {
    Result<ImportedWorkload> imported = importWorkload(path, assume);
    if (!imported) return imported.error();
    scenario.warnings.insert(scenario.warnings.end(), imported->warnings.begin(), imported->warnings.end());
    scenario.graph = foldCores(*imported->graph, *scenario.platform, scenario.warnings);
    if (scenario.graph == nullptr) scenario.graph = std::move(imported->graph);
    scenario.recordedMakespan = imported->recordedMakespan();
    scenario.recorded = std::move(imported->recorded);
    scenario.report = std::move(imported->report);
    // Which format the content was taken for is the first thing to doubt, and the scenario carries it nowhere else.
    scenario.report.read.insert(scenario.report.read.begin(), "format: " + imported->format);
    return Done{};
}

Status makeGraph(Scenario& scenario) {
    const ScenarioFile& file = scenario.file;
    if (const auto* reference = std::get_if<FileReference>(&file.workload))
        return loadWorkload(pathFrom(file.baseFolder, reference->path), reference->assume, scenario);
    const auto* spec = std::get_if<Spec>(&file.workload);
    Result<TaskGraph> graph = spec != nullptr ? buildWorkload(*spec, file.seed)
                                              : buildInlineWorkload(std::get<InlineWorkload>(file.workload), *scenario.platform);
    if (!graph) return spec != nullptr ? failureAt("workload", graph.error().text()) : graph.error();
    scenario.graph = std::make_shared<const TaskGraph>(std::move(*graph));
    return Done{};
}

// The spec's name and parameters stand in the table.
Status checkSpec(const char* key, const Spec& spec, const std::vector<RegistryEntry>& table, const char* noun) {
    const Result<const RegistryEntry*> entry = findEntry(table, spec.name, noun);
    if (!entry) return failureAt(key, entry.error().cause);
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return failureAt(key, params.error().cause);
    return Done{};
}

Status checkNodeName(const std::string& name, const Platform& platform, const std::string& place) {
    if (platform.find(name).valid()) return Done{};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < platform.nodeCount() && i < 1000; ++i) names.push_back(platform.node(NodeId(i)).name);
    const std::string near = nearestWord(name, names);
    return failureAt(place, "unknown node '" + name + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
}

Status checkFailures(const FailurePlan& plan, const Platform& platform) {
    const auto place = [](const char* list, std::size_t i, const char* key) {
        return std::string("failures.") + list + "[" + std::to_string(i) + "]." + key;
    };
    for (std::size_t i = 0; i < plan.crashes.size(); ++i)
        if (Status s = checkNodeName(plan.crashes[i].node, platform, place("crashes", i, "node")); !s) return s;
    for (std::size_t i = 0; i < plan.random.size(); ++i) {
        if (plan.random[i].nodes == "*") continue;
        if (Status s = checkNodeName(plan.random[i].nodes, platform, place("random", i, "nodes")); !s) return s;
    }
    for (std::size_t i = 0; i < plan.slowdowns.size(); ++i)
        if (Status s = checkNodeName(plan.slowdowns[i].node, platform, place("slowdowns", i, "node")); !s) return s;
    if (plan.cuts.empty() && plan.randomCuts.empty()) return Done{};
    const LinkNames names(platform);
    const auto unknown = [&](const std::string& link, const std::string& where) {
        return failureAt(where, "no link is called '" + link + "'");
    };
    for (std::size_t i = 0; i < plan.cuts.size(); ++i)
        if (!names.find(plan.cuts[i].link).valid()) return unknown(plan.cuts[i].link, place("cuts", i, "link"));
    for (std::size_t i = 0; i < plan.randomCuts.size(); ++i) {
        const std::string& link = plan.randomCuts[i].links;
        if (link != "*" && !names.find(link).valid()) return unknown(link, place("randomCuts", i, "links"));
    }
    return Done{};
}

// What the task asks for beyond one core, in words.
std::string demands(const TaskGraph& graph, TaskId task) {
    std::string out = std::to_string(graph.cores(task)) + (graph.cores(task) == 1 ? " core" : " cores");
    if (graph.memory(task) > 0) out += ", " + formatQuantity(graph.memory(task), Dimension::bytes) + " of memory";
    if (!graph.accelerator(task).empty()) out += ", a " + std::string(graph.accelerator(task));
    return out;
}

Status checkTasks(const TaskGraph& graph, const Platform& platform) {
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        const TaskId task(i);
        bool runs = false;
        for (std::size_t n = 0; n < platform.nodeCount() && !runs; ++n)
            runs = !trueComputeTime(graph, platform, task, NodeId(n)).isNever();
        if (!runs)
            return failureAt("task '" + std::string(graph.name(task)) + "'",
                             "no node can run it; it needs " + demands(graph, task) + " and less than 292 years");
    }
    return Done{};
}

// Whether `like` has the platform that `file` describes. A registry's builder may draw speeds from the seed.
bool samePlatform(const ScenarioFile& file, const ScenarioFile& like) {
    return file.platform == like.platform && file.compute == like.compute && file.baseFolder == like.baseFolder &&
           (file.seed == like.seed || !std::holds_alternative<Spec>(file.platform));
}

// Whether `like` has the graph that `file` describes. A generator draws from the seed; runtimes of inline and imported
// tasks go by the platform's nodes.
bool sameGraph(const ScenarioFile& file, const ScenarioFile& like, bool platformShared) {
    if (file.workload != like.workload || file.baseFolder != like.baseFolder) return false;
    return std::holds_alternative<Spec>(file.workload) ? file.seed == like.seed : platformShared;
}

Result<ScenarioPtr> resolve(ScenarioFile file, const Scenario* like) {
    if (const Status texts = checkRegistryTexts(file); !texts) return texts.error();
    auto scenario = std::make_shared<Scenario>();
    scenario->file = std::move(file);
    const bool platformShared = like != nullptr && samePlatform(scenario->file, like->file);
    const bool graphShared = like != nullptr && sameGraph(scenario->file, like->file, platformShared);
    if (platformShared) {
        scenario->platform = like->platform;
    } else {
        Result<Platform> platform = resolvePlatform(scenario->file.platform, scenario->file.baseFolder, scenario->file.seed);
        if (!platform) return platform.error();
        const Status shared = platform->shareCores(multiprogrammingDegree(scenario->file.compute));
        if (!shared) return failureAt("compute", shared.error().cause);
        scenario->platform = std::make_shared<const Platform>(std::move(*platform));
    }
    scenario->warnings = scenario->platform->warnings();
    if (graphShared) {
        scenario->graph = like->graph;
        if (platformShared) scenario->warnings = like->warnings;
        scenario->recordedMakespan = like->recordedMakespan;
        scenario->recorded = like->recorded;
        scenario->report = like->report;
    } else if (const Status status = makeGraph(*scenario); !status) {
        return status.error();
    }
    if (const Status status = checkFailures(scenario->file.failures, *scenario->platform); !status) return status.error();
    if (platformShared && graphShared) return ScenarioPtr(std::move(scenario));
    if (const Status status = checkTasks(*scenario->graph, *scenario->platform); !status) return status.error();
    return ScenarioPtr(std::move(scenario));
}

}  // namespace

Result<Platform> resolvePlatform(const PlatformSource& source, const std::string& baseFolder, std::uint64_t seed) {
    if (const auto* reference = std::get_if<FileReference>(&source)) return loadPlatform(pathFrom(baseFolder, reference->path), seed);
    if (const auto* platform = std::get_if<InlinePlatform>(&source)) return buildInlinePlatform(*platform);
    Result<Platform> built = buildPlatform(std::get<Spec>(source), seed);
    if (!built) return failureAt("platform", built.error().cause);
    return built;
}

Status checkRegistryTexts(const ScenarioFile& file) {
    if (const auto* platform = std::get_if<Spec>(&file.platform))
        if (Status s = checkSpec("platform", *platform, platformRegistry(), "platform"); !s) return s;
    if (const auto* workload = std::get_if<Spec>(&file.workload))
        if (Status s = checkSpec("workload", *workload, workloadRegistry(), "workload"); !s) return s;
    if (!namesScript(file.scheduler))
        if (Status s = checkSpec("scheduler", file.scheduler, schedulerRegistry(), "scheduler"); !s) return s;
    if (Status s = checkSpec("compute", file.compute, computeRegistry(), "compute model"); !s) return s;
    if (Status s = checkSpec("information", file.information, informationRegistry(), "information mode"); !s) return s;
    if (const Result<NetworkOptions> network = networkOptions(file.network); !network) return failureAt("network", network.error().cause);
    return Done{};
}

Result<ScenarioPtr> resolveScenario(ScenarioFile file) { return resolve(std::move(file), nullptr); }

Result<ScenarioPtr> resolveScenario(ScenarioFile file, const Scenario& like) { return resolve(std::move(file), &like); }

Estimator Scenario::estimator() const {
    const bool alone = file.network.name == "unshared";
    return Estimator(*graph, *platform, *knowledgeOf(file.information), alone ? TransferEstimate::parallel : TransferEstimate::serial,
                     file.seed);
}

}  // namespace loom
