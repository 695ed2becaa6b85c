// The curves of the report: utilisation and throughput over time.
#include <algorithm>

#include "core/base/units.h"
#include "core/io/report_parts.h"
#include "core/io/text_escape.h"

namespace loom {

namespace {

constexpr std::size_t kBins = 200;
constexpr double kTop = 12, kHeight = 110;

// A step function as an area, with its top value named at the axis.
std::string stepChart(const ReportView& view, const std::string& title, const Series& series, double top, const std::string& topText,
                      const std::string& color) {
    std::string out = "<h3>" + xmlText(title) + "</h3>\n" + svgOpen(kTop + kHeight + 20, title) + timeAxis(view.end(), kTop, kHeight);
    const auto x = [&](double time) { return svgNumber(kPlotLeft + kPlotWidth * time / view.end()); };
    const auto y = [&](double value) { return svgNumber(kTop + kHeight * (1 - std::min(1.0, value / top))); };
    std::string path = "M" + x(0) + " " + y(0);
    for (std::size_t i = 0; i + 1 < series.time.size(); ++i)
        path += "L" + x(series.time[i]) + " " + y(series.value[i]) + "L" + x(series.time[i + 1]) + " " + y(series.value[i]);
    path += "L" + x(series.time.empty() ? 0 : series.time.back()) + " " + y(0) + "Z";
    out += "<path d=\"" + path + "\" fill=\"" + color + "\" fill-opacity=\"0.35\" stroke=\"" + color + "\"/>\n";
    out += svgText(kPlotLeft - 6, kTop + 4, topText, "text-anchor=\"end\"") + svgText(kPlotLeft - 6, kTop + kHeight, "0", "text-anchor=\"end\"");
    return out + "</svg>\n";
}

}  // namespace

std::string courseSvg(const ReportView& view) {
    if (!(view.end() > 0)) return paragraph(view.say(Phrase::nothingRan));
    const Series throughput = throughputSeries(view.run, kBins);
    double most = 0;
    for (const double value : throughput.value) most = std::max(most, value);
    return stepChart(view, view.say(Phrase::utilisationCourse), utilisationSeries(view.run, kBins), 1, "100 %", "#1f5fa8") +
           stepChart(view, view.say(Phrase::throughputCourse), throughput, most > 0 ? most : 1, formatNumber(most, 4), "#2e7d32");
}

}  // namespace loom
