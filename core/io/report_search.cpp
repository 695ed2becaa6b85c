// How a searching scheduler came to its plan: the shortest so far over what had been spent, as a curve and as a table.
#include <algorithm>
#include <cmath>

#include "core/base/units.h"
#include "core/io/report_parts.h"

namespace loom {

namespace {

constexpr std::size_t kMostIncumbents = 40;
constexpr double kTop = 12, kHeight = 110;

// A falling staircase from the first plan, over the lower bound where one is known. The axis of makespans does not begin at zero:
// what was gained would not be seen.
std::string staircase(const ReportView& view, const SearchReport& search) {
    const std::string title = view.say(Phrase::incumbent);
    const double spent = static_cast<double>(std::max(search.evaluations, search.incumbents.back().evaluations));
    const double high = search.incumbents.front().makespan.seconds();
    const double low = search.bound > Time::zero() ? search.bound.seconds() : search.makespan().seconds();
    if (!(spent > 0) || !(high > low)) return "";
    const auto x = [&](double evaluations) { return svgNumber(kPlotLeft + kPlotWidth * evaluations / spent); };
    const auto y = [&](double makespan) { return svgNumber(kTop + kHeight * std::clamp((high - makespan) / (high - low), 0.0, 1.0)); };
    std::string path;
    for (const SearchReport::Incumbent& found : search.incumbents) {
        const std::string at = x(static_cast<double>(found.evaluations));
        path += path.empty() ? "M" + at + " " + y(high) : "H" + at + "V" + y(found.makespan.seconds());
    }
    path += "H" + x(spent);
    return "<h3>" + title + "</h3>\n" + svgOpen(kTop + kHeight + 20, title) + countAxis(spent, kTop, kHeight) + "<path d=\"" + path +
           "\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"1.5\"/>\n" +
           svgText(kPlotLeft - 6, kTop + 4, secondsText(high), "text-anchor=\"end\"") +
           svgText(kPlotLeft - 6, kTop + kHeight, secondsText(low), "text-anchor=\"end\"") + "</svg>\n";
}

}  // namespace

std::string searchSection(const ReportView& view) {
    if (!view.run.search) return "";
    const SearchReport& search = *view.run.search;
    std::string out = heading(view.say(Phrase::search)) + paragraph(view.say(Phrase::searchNote, std::to_string(search.evaluations),
                                                                             std::to_string(search.incumbents.size())));
    if (search.incumbents.empty()) return out;
    HtmlTable table({view.say(Phrase::evaluations), view.say(Phrase::incumbent), view.say(Phrase::aboveBound)});
    const std::size_t all = search.incumbents.size(), first = all - std::min(all, kMostIncumbents);
    for (std::size_t i = first; i < all; ++i) {
        const SearchReport::Incumbent& found = search.incumbents[i];
        table.add({std::to_string(found.evaluations), secondsText(found.makespan),
                   differenceText(found.makespan.seconds(), search.bound.seconds())});
    }
    if (search.bound > Time::zero()) out += paragraph(view.say(Phrase::lowerBound) + ": " + secondsText(search.bound));
    if (search.isOptimal()) out += paragraph(view.say(Phrase::provedOptimal));
    return out + staircase(view, search) + table.html() + leftOut(view, all - first, all);
}

}  // namespace loom
