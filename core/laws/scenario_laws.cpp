#include "core/laws/scenario_laws.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>

#include "core/laws/catalog.h"
#include "core/laws/checkpoint.h"
#include "core/laws/document.h"
#include "core/laws/list_bounds.h"
#include "core/laws/scenario_facts.h"
#include "core/laws/speedup.h"

namespace loom {

namespace {

double secondsOf(Time time) { return time.isNever() ? std::numeric_limits<double>::infinity() : time.seconds(); }

// Nanoseconds are added before they become a double, so that the simulation's makespan can equal it exactly.
double serialTotal(const ScenarioFacts& f) { return secondsOf(f.computeTotal + f.transferTotal + f.staging + f.reduce); }

double lowerBound(const ScenarioFacts& f) { return std::max(secondsOf(f.criticalPath), secondsOf(f.area)); }

// What this scenario has that laws leave out, each said once.
struct Features {
    std::string dependencies, oneWorker, cores, overlap, sharedNetwork, failures, stragglers, heterogeneous, multicore, transfers,
        collector;
};

Features describe(const Scenario& scenario, const ScenarioFacts& f) {
    Features out;
    const FailurePlan& plan = scenario.file.failures;
    const std::string& network = scenario.file.network.name;
    if (f.dependencies)
        out.dependencies =
            "tasks depend on each other: the critical path is " + formatQuantity(secondsOf(f.criticalPath), Dimension::time);
    if (f.cores > 1) out.oneWorker = formatNumber(f.cores) + " cores work at the same time";
    if (f.cores > 1 && f.transferTotal > Time::zero()) out.overlap = "transfers overlap computing";
    if (static_cast<double>(f.compute.size()) > f.cores)
        out.cores = std::to_string(f.compute.size()) + " tasks share " + formatNumber(f.cores) + " cores, so some wait";
    if (network != "unshared" && f.workers > 1) out.sharedNetwork = "transfers share links (" + network + ")";
    if (!plan.crashes.empty() || !plan.random.empty()) out.failures = "nodes fail and work is repeated";
    if (!plan.slowdowns.empty()) out.stragglers = "some nodes are slowed down for a while";
    if (f.dependencies) out.collector = "outputs go to other tasks too, not to one collector";
    if (f.heterogeneous) out.heterogeneous = "nodes differ in speed; times are those of the fastest";
    if (f.multicore) out.multicore = "some tasks take several cores";
    if (f.transferTotal > Time::zero())
        out.transfers = "data has to move: " + formatQuantity(secondsOf(f.transferTotal), Dimension::time) + " in total";
    return out;
}

std::string sentence(std::string words) {
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words + ".";
}

// Collects rows; the words come from the catalogue.
class Table {
public:
    using Sentences = std::initializer_list<const std::string*>;

    LawValue& add(std::string_view id, double value, std::vector<LawInput> inputs, Sentences violated, std::string note = {}) {
        const LawInfo* info = findLaw(id);
        LawValue row{std::string(id), {}, {}, {}, {}, {}, std::move(note), {}, {}, {}};
        if (info != nullptr) {
            row.title = info->title;
            row.formula = info->formula;
            row.unit = info->unit;
            row.assumptions = info->assumptions;
            row.source = info->source;
        }
        if (std::isfinite(value))
            row.value = value;
        else if (row.note.empty())
            row.note = "no finite value: some input is beyond what can be counted (292 years)";
        for (LawInput& input : inputs)
            if (std::isfinite(input.value)) row.inputs.push_back(std::move(input));
        for (const std::string* words : violated)
            if (!words->empty()) row.violated.push_back(sentence(*words));
        rows_.push_back(std::move(row));
        return rows_.back();
    }
    std::vector<LawValue> take() { return std::move(rows_); }

private:
    std::vector<LawValue> rows_;
};

std::string pathNote(const ScenarioFacts& f) {
    std::string note = "t_i on the node fastest for each task; ";
    if (f.workers < 2)
        note += "c_i = 0: one node, nothing moves";
    else
        note += "c_i = consumed outputs once over the mean path of " + formatQuantity(f.pathBandwidth, Dimension::bandwidth) +
                ", " + formatQuantity(f.pathLatency, Dimension::time);
    note += f.reducer.empty() ? "; r = 0: no single exit task reduces or gathers" : "; r = time of '" + f.reducer + "'";
    return note;
}

void addDocumentOne(const ScenarioFacts& f, const Features& has, Table& table) {
    const double reduce = secondsOf(f.reduce);
    const laws::DocumentOne d = laws::documentOne(f.compute, f.transfer, reduce);
    std::vector<LawInput> inputs{{"tasks", static_cast<double>(f.compute.size()), "-"},
                                 {"sum t_i", secondsOf(f.computeTotal), "s"},
                                 {"sum c_i", secondsOf(f.transferTotal), "s"},
                                 {"r", reduce, "s"}};
    if (f.staging > Time::zero()) inputs.push_back({"staging of inputs", secondsOf(f.staging), "s"});
    const std::string note = pathNote(f);
    table.add("serial-total", serialTotal(f), inputs, {&has.oneWorker, &has.overlap, &has.failures, &has.stragglers}, note);
    inputs.insert(inputs.begin() + 1,
                  {"max t_i", f.compute.empty() ? 0 : *std::max_element(f.compute.begin(), f.compute.end()), "s"});
    table.add("parallel-form", d.privateLinks, inputs,
              {&has.dependencies, &has.cores, &has.sharedNetwork, &has.failures, &has.stragglers}, note);
    table.add("shared-collector", d.sharedCollector, inputs, {&has.dependencies, &has.cores, &has.failures, &has.stragglers},
              note);
    table.add("overlap-bound", d.overlapLowerBound, inputs, {&has.dependencies, &has.cores}, note);
}

void addDocumentTwo(const ScenarioFacts& f, const Features& has, Table& table) {
    if (!(f.items > 0)) return;
    const double m = secondsOf(f.itemCompute) / f.items, c = secondsOf(f.itemTransfer) / f.items, r = secondsOf(f.reduce);
    const laws::DocumentTwo d = laws::documentTwo(f.items, m, c, r, f.cores);
    const std::vector<LawInput> inputs{{"n", f.items, "-"}, {"m", m, "s"}, {"c", c, "s"}, {"r", r, "s"}, {"p", f.cores, "-"}};
    const std::string note = "m and c: means over the items of all tasks that state their items; p = cores";
    table.add("items-serial", d.serialTotal, inputs, {&has.oneWorker, &has.overlap, &has.failures, &has.stragglers}, note);
    table.add("items-parallel", d.parallelTransfers, inputs,
              {&has.dependencies, &has.sharedNetwork, &has.failures, &has.stragglers, &has.heterogeneous}, note);
    table.add("items-collector", d.serialTransfers, inputs,
              {&has.dependencies, &has.failures, &has.stragglers, &has.heterogeneous}, note);
    table.add("items-overlapped", d.overlapped, inputs, {&has.dependencies, &has.heterogeneous}, note);
    table.add("items-saturation", d.saturation, inputs, {}, c > 0 ? "" : "c is zero: the master's link never saturates");
}

void addBounds(const ScenarioFacts& f, const Features& has, Table& table) {
    const double span = secondsOf(f.criticalPath), serial = secondsOf(f.computeTotal + f.reduce);
    const LawInput cores{"p", f.cores, "-"}, work{"T1", f.work, "s"}, longest{"Tinf", span, "s"};
    const std::string bound = "a lower bound: what it leaves out can only add to it";
    table.add("critical-path", span, {longest}, {}, bound);
    table.add("area", secondsOf(f.area), {work, cores}, {}, bound);
    table.add("communication-total", secondsOf(f.transferTotal + f.staging),
              {{"sum c_i", secondsOf(f.transferTotal), "s"},
               {"staging of inputs", secondsOf(f.staging), "s"},
               {"communication / computation", serial > 0 ? secondsOf(f.transferTotal) / serial : 0, "-"}},
              {&has.overlap}, pathNote(f));
    const laws::Bounds b = laws::brent(f.work, span, f.cores);
    table.add("brent-lower", b.lower, {work, longest, cores}, {}, bound);
    table.add("brent-upper", b.upper, {work, longest, cores},
              {&has.transfers, &has.heterogeneous, &has.multicore, &has.failures, &has.stragglers});
    table.add("graham", laws::grahamRatio(f.cores), {{"m", f.cores, "-"}},
              {&has.transfers, &has.heterogeneous, &has.multicore, &has.failures});
}

void addSpeedups(const ScenarioFacts& f, const Features& has, Table& table) {
    const double fraction = f.work > 0 ? std::min(1.0, secondsOf(f.criticalPath) / f.work) : 1;
    const std::vector<LawInput> inputs{{"f", fraction, "-"}, {"p", f.cores, "-"}, {"S(inf)", laws::amdahlLimit(fraction), "-"}};
    const std::string note = "f = critical path / work: the share no hardware can divide";
    table.add("amdahl", laws::amdahl(fraction, f.cores), inputs, {&has.transfers, &has.heterogeneous, &has.failures}, note);
    table.add("gustafson", laws::gustafson(fraction, f.cores), {{"s", fraction, "-"}, {"p", f.cores, "-"}},
              {&has.transfers, &has.heterogeneous, &has.failures}, note);
}

void addFailures(const ScenarioFacts& f, Table& table) {
    if (f.failingNodes == 0) return;
    const double mtbf = f.systemMtbf, time = lowerBound(f);
    const LawInput between{"M (system)", mtbf, "s"}, job{"t", time, "s"}, restart{"R", f.meanRepair, "s"};
    const std::string lost = "a failure does not end the job here: only the lost work is repeated";
    table.add("system-mtbf", mtbf, {{"failing nodes", static_cast<double>(f.failingNodes), "-"}}, {});
    table.add("no-failure", std::exp(-time / mtbf), {between, job}, {}, "t = max(critical path, area)");
    const double restarted = laws::withoutCheckpoint(time, mtbf, f.meanRepair);
    table.add("no-checkpoint", restarted, {between, job, restart}, {&lost},
              std::isfinite(restarted) ? "t = max(critical path, area); R = mean repair time"
                                       : "failures come so much faster than the job that it never ends");
    const double moved = secondsOf(f.transferTotal) / static_cast<double>(std::max<std::size_t>(1, f.workers));
    const double cost = moved > 0 && std::isfinite(moved) ? moved : 1;
    const std::string none = "no checkpoints are taken in this scenario";
    const std::string note = moved > 0 ? "checkpoint cost d = every worker moves its share of all outputs once"
                                       : "checkpoint cost d = 1 s, assumed: nothing moves in this scenario";
    const std::vector<LawInput> inputs{{"d", cost, "s"}, between};
    const double exact = laws::exactInterval(cost, mtbf);
    table.add("young", laws::youngInterval(cost, mtbf), inputs, {&none}, note);
    table.add("daly", laws::dalyInterval(cost, mtbf), inputs, {&none}, note);
    table.add("exact-interval", exact, inputs, {&none}, note);
    const double slowdown = laws::checkpointSlowdown(exact, cost, mtbf, f.meanRepair);
    table.add(
        "checkpoint-slowdown", slowdown, {{"tau", exact, "s"}, {"d", cost, "s"}, between, restart}, {&none},
        std::isfinite(slowdown) ? note : "repairs take so much longer than the time between failures that no work gets done");
}

}  // namespace

std::vector<LawValue> scenarioLaws(const Scenario& scenario) {
    const ScenarioFacts facts = measureScenario(scenario);
    const Features has = describe(scenario, facts);
    Table table;
    addDocumentOne(facts, has, table);
    addDocumentTwo(facts, has, table);
    addBounds(facts, has, table);
    addSpeedups(facts, has, table);
    addFailures(facts, table);
    return table.take();
}

FormulaMakespan formulaMakespan(const Scenario& scenario) {
    const ScenarioFacts facts = measureScenario(scenario);
    return {serialTotal(facts), laws::documentOne(facts.compute, facts.transfer, secondsOf(facts.reduce)).privateLinks,
            lowerBound(facts)};
}

}  // namespace loom
