// What the run was and what it came to: summary, answers beside each other, laws, metrics.
#include "core/base/units.h"
#include "core/io/report_parts.h"
#include "core/laws/scenario_laws.h"
#include "core/scenario/models_in_use.h"

namespace loom {

namespace {

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
    return out;
}

std::string workloadText(const ReportView& view) {
    const WorkloadSource& source = view.run.scenario->file.workload;
    const std::string counts = view.say(Phrase::tasksAndEdges, std::to_string(view.graph.taskCount()), std::to_string(view.graph.edgeCount()));
    if (const Spec* spec = std::get_if<Spec>(&source)) return spec->text() + " · " + counts;
    if (const FileReference* file = std::get_if<FileReference>(&source)) return file->path + " · " + counts;
    return counts;
}

Phrase outcomePhrase(Outcome outcome) {
    switch (outcome) {
        case Outcome::finished: return Phrase::finished;
        case Outcome::failed: return Phrase::failed;
        case Outcome::stuck: return Phrase::stuck;
        case Outcome::cancelled: return Phrase::cancelled;
    }
    return Phrase::stuck;
}

std::string lawValue(const LawValue& law) {
    if (!law.value) return law.note;
    if (law.unit == "s") return secondsText(*law.value);
    return formatNumber(*law.value) + (law.unit == "-" ? "" : " " + law.unit);
}

std::string lawsTable(const ReportView& view) {
    HtmlTable table({view.say(Phrase::law), view.say(Phrase::value), view.say(Phrase::formula), view.say(Phrase::notHere)});
    for (const LawValue& law : scenarioLaws(*view.run.scenario))
        table.add({law.title, lawValue(law), law.formula, joined(law.violated, " ")});
    return paragraph(view.say(Phrase::lawsNote)) + table.html();
}

}  // namespace

std::string summarySection(const ReportView& view) {
    const ScenarioFile& file = view.run.scenario->file;
    HtmlTable table({view.say(Phrase::summary), ""});
    const auto row = [&](Phrase what, const std::string& text) {
        if (!text.empty()) table.add({view.say(what), text});
    };
    row(Phrase::scenario, file.name + (file.description.empty() ? "" : " · " + file.description));
    row(Phrase::workload, workloadText(view));
    row(Phrase::platform, view.platform.description() + " · " + view.say(Phrase::nodesAndCores, std::to_string(view.platform.nodeCount()),
                                                                         std::to_string(view.platform.totalCores())));
    row(Phrase::scheduler, file.scheduler.text());
    row(Phrase::network, file.network.text());
    row(Phrase::models, joined(modelsInUse(*view.run.scenario), "; "));
    row(Phrase::world, view.say(view.run.world == WorldKind::real ? Phrase::real : Phrase::simulated));
    row(Phrase::outcome, view.say(outcomePhrase(view.run.outcome)) + (view.run.failure.empty() ? "" : ": " + view.run.failure));
    row(Phrase::makespan, secondsText(view.metrics.makespan));
    row(Phrase::warnings, joined(view.run.scenario->warnings, "; "));
    return table.html();
}

std::string answersSection(const ReportView& view) {
    const FormulaMakespan formula = formulaMakespan(*view.run.scenario);
    const double makespan = view.metrics.makespan;
    HtmlTable table({view.say(Phrase::answer), view.say(Phrase::makespan), view.say(Phrase::difference)});
    const auto row = [&](Phrase what, double value) { table.add({view.say(what), secondsText(value), differenceText(value, makespan)}); };
    row(Phrase::formulaSerial, formula.serialTotal);
    row(Phrase::formulaParallel, formula.parallelForm);
    row(Phrase::formulaBound, formula.lowerBound);
    table.add({view.say(view.run.world == WorldKind::real ? Phrase::thisRealRun : Phrase::thisSimulation), secondsText(makespan), ""});
    if (view.run.scenario->recordedMakespan) row(Phrase::recorded, *view.run.scenario->recordedMakespan);
    return heading(view.say(Phrase::answers)) + table.html() + lawsTable(view);
}

std::string metricsSection(const ReportView& view) {
    const Metrics& m = view.metrics;
    HtmlTable table({view.say(Phrase::measure), view.say(Phrase::value)});
    const auto row = [&](Phrase what, const std::string& text) { table.add({view.say(what), text}); };
    const auto number = [](double value) { return formatNumber(value, 4); };
    row(Phrase::makespan, secondsText(m.makespan));
    row(Phrase::committed, std::to_string(m.committed) + " / " + std::to_string(m.tasks));
    row(Phrase::attempts, std::to_string(m.attempts));
    row(Phrase::failedAttempts, std::to_string(m.failedAttempts));
    row(Phrase::utilisation, number(m.utilisation * 100) + " %");
    row(Phrase::throughput, number(m.throughput) + " /s");
    row(Phrase::bytesMoved, formatQuantity(m.bytesMoved, Dimension::bytes));
    row(Phrase::transfers, std::to_string(m.transfers));
    row(Phrase::busy, secondsText(m.busySeconds));
    row(Phrase::wasted, secondsText(m.wastedSeconds));
    row(Phrase::down, secondsText(m.downSeconds));
    row(Phrase::meanReady, number(m.meanReady));
    row(Phrase::peakReady, std::to_string(m.peakReady));
    row(Phrase::serial, secondsText(m.serialSeconds));
    row(Phrase::speedup, number(m.speedup));
    row(Phrase::efficiency, number(m.efficiency));
    row(Phrase::criticalBound, secondsText(m.criticalPathSeconds));
    row(Phrase::areaBound, secondsText(m.areaBound));
    row(Phrase::lengthRatio, number(m.slr));
    return heading(view.say(Phrase::metrics)) + table.html();
}

}  // namespace loom
