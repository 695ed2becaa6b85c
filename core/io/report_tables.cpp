// The bounded tables of the report, and what it takes to make the run again.
#include <algorithm>

#include "core/base/units.h"
#include "core/io/report_parts.h"
#include "core/io/text_escape.h"
#include "core/trace/critical_chain.h"
#include "core/trace/link_use.h"

namespace loom {

namespace {

constexpr std::size_t kMostChain = 60, kMostLinks = 20, kMostAttempts = 500;
constexpr std::size_t kMostScenarioText = 65'536;

Phrase causePhrase(ChainCause cause) {
    switch (cause) {
        case ChainCause::start: return Phrase::causeStart;
        case ChainCause::input: return Phrase::causeInput;
        case ChainCause::core: return Phrase::causeCore;
    }
    return Phrase::causeStart;
}

Phrase endPhrase(BarKind kind) {
    return kind == BarKind::compute ? Phrase::endCommitted : kind == BarKind::lost ? Phrase::endLost : Phrase::endOpen;
}

}  // namespace

std::string chainSection(const ReportView& view) {
    const std::vector<ChainStep> chain = criticalChain(view.run);
    HtmlTable table({view.say(Phrase::task), view.say(Phrase::node), view.say(Phrase::begin), view.say(Phrase::end),
                     view.say(Phrase::duration), view.say(Phrase::waitedFor), view.say(Phrase::gap)});
    const std::size_t first = chain.size() - std::min(chain.size(), kMostChain);
    for (std::size_t i = first; i < chain.size(); ++i) {
        const ChainStep& step = chain[i];
        table.add({std::string(view.graph.name(step.task)), view.platform.node(step.node).name, secondsText(step.begin),
                   secondsText(step.end), secondsText(step.end - step.begin), view.say(causePhrase(step.cause)), secondsText(step.gap)});
    }
    return heading(view.say(Phrase::chain)) + paragraph(view.say(Phrase::chainNote)) + table.html() +
           leftOut(view, chain.size() - first, chain.size());
}

std::string linksSection(const ReportView& view) {
    const std::vector<LinkUse> uses = linkUse(view.run);
    std::vector<std::size_t> used;
    for (std::size_t l = 0; l < uses.size(); ++l)
        if (uses[l].peak > 0) used.push_back(l);
    if (used.empty()) return heading(view.say(Phrase::links)) + paragraph(view.say(Phrase::noTransfers));
    const std::size_t shown = std::min(used.size(), kMostLinks);
    std::stable_sort(used.begin(), used.end(), [&](std::size_t a, std::size_t b) { return uses[a].busySeconds > uses[b].busySeconds; });
    HtmlTable table({view.say(Phrase::link), view.say(Phrase::bandwidth), view.say(Phrase::transfers), view.say(Phrase::bytesMoved),
                     view.say(Phrase::busyShare), view.say(Phrase::peak)});
    for (std::size_t i = 0; i < shown; ++i) {
        const LinkUse& use = uses[used[i]];
        const LinkInfo& link = view.platform.link(LinkId(used[i]));
        const double share = view.end() > 0 ? use.busySeconds / view.end() : 0;
        table.add({link.name, formatQuantity(link.bandwidth, Dimension::bandwidth), std::to_string(use.transfers),
                   formatQuantity(use.bytes, Dimension::bytes), formatNumber(share * 100, 3) + " %", std::to_string(use.peak)});
    }
    return heading(view.say(Phrase::links)) + paragraph(view.say(Phrase::linksNote)) + table.html() + leftOut(view, shown, used.size());
}

std::string attemptsSection(const ReportView& view) {
    HtmlTable table({view.say(Phrase::task), view.say(Phrase::attempt), view.say(Phrase::node), view.say(Phrase::lane),
                     view.say(Phrase::begin), view.say(Phrase::end), view.say(Phrase::duration), view.say(Phrase::ended)});
    std::size_t attempts = 0;
    for (const Bar& bar : view.bars) {
        if (!isAttempt(bar) || ++attempts > kMostAttempts) continue;
        table.add({std::string(view.graph.name(bar.task)), std::to_string(bar.attempt), view.platform.node(bar.node).name,
                   std::to_string(bar.lane), secondsText(bar.begin), secondsText(bar.end), secondsText(bar.end - bar.begin),
                   view.say(endPhrase(bar.kind))});
    }
    return heading(view.say(Phrase::attemptTable)) + table.html() + leftOut(view, std::min(attempts, kMostAttempts), attempts);
}

std::string reproduceSection(const ReportView& view, const ReportOptions& options) {
    HtmlTable table({view.say(Phrase::reproduce), ""});
    const auto row = [&](Phrase what, const std::string& text) {
        if (!text.empty()) table.add({view.say(what), text});
    };
    row(Phrase::seed, std::to_string(view.run.scenario->file.seed));
    row(Phrase::fingerprintOf, fingerprint(*view.run.trace));
    row(Phrase::version, options.version.empty() ? "" : "clusterloom " + options.version);
    row(Phrase::command, options.command);
    row(Phrase::records, std::to_string(view.run.trace->size()));
    row(Phrase::wall, secondsText(view.run.wallSeconds));
    std::string out = heading(view.say(Phrase::reproduce)) + table.html();
    const std::string scenario = formatScenario(view.run.scenario->file);
    if (scenario.size() > kMostScenarioText) return out + paragraph(view.say(Phrase::scenarioCut));
    return out + "<details open=\"open\"><summary>" + xmlText(view.say(Phrase::scenarioText)) + "</summary><pre>" + xmlText(scenario) +
           "</pre></details>\n";
}

}  // namespace loom
