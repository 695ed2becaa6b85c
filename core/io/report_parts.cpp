#include "core/io/report_parts.h"

#include <cmath>

#include "core/base/units.h"
#include "core/io/kind_colors.h"
#include "core/io/text_escape.h"

namespace loom {

namespace {

std::vector<Bar> drawnBars(const Run& run) {
    Timeline timeline(*run.scenario->graph, *run.scenario->platform, *run.trace, TransferBars::no);
    timeline.update();
    std::vector<Bar> bars;
    for (const Bar& bar : timeline.bars())
        if (isAttempt(bar) || bar.kind == BarKind::down) bars.push_back(bar);
    return bars;
}

constexpr std::size_t kLongestNumber = 18;  // with its unit; what is longer is a sentence

void replace(std::string& text, std::string_view what, const std::string& with) {
    if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
}

// 1, 2 or 5 times a power of ten, so that about ten of them make `length`.
double stepOf(double length) {
    const double raw = length / 10, power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (raw <= factor * power) return factor * power;
    return 10 * power;
}

template <class Label>
std::string axis(double length, double top, double height, Label label) {
    std::string out;
    if (!(length > 0)) return out;
    const double step = stepOf(length);
    for (int i = 0; i * step <= length * (1 + 1e-9); ++i) {
        const double x = kPlotLeft + kPlotWidth * (i * step / length);
        out += "<line x1=\"" + svgNumber(x) + "\" x2=\"" + svgNumber(x) + "\" y1=\"" + svgNumber(top) + "\" y2=\"" +
               svgNumber(top + height) + "\" stroke=\"#d8d8d8\"/>\n";
        out += svgText(x, top + height + 14, label(i * step), "text-anchor=\"middle\" fill=\"#555\"");
    }
    return out;
}

}  // namespace

ReportView::ReportView(const Run& ofRun, ReportLanguage inLanguage)
    : run(ofRun),
      graph(*ofRun.scenario->graph),
      platform(*ofRun.scenario->platform),
      language(inLanguage),
      metrics(computeMetrics(ofRun)),
      bars(drawnBars(ofRun)) {}

std::string ReportView::say(Phrase what, const std::string& first, const std::string& second) const {
    std::string text = say(what);
    replace(text, "%1", first);
    replace(text, "%2", second);
    return text;
}

HtmlTable::HtmlTable(const std::vector<std::string>& heading) {
    html_ = "<table><thead><tr>";
    for (const std::string& cell : heading) html_ += "<th>" + xmlText(cell) + "</th>";
    html_ += "</tr></thead><tbody>\n";
}

void HtmlTable::add(const std::vector<std::string>& cells) {
    html_ += "<tr>";
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const bool number = c > 0 && !cells[c].empty() && cells[c].size() <= kLongestNumber && std::string_view("0123456789+-").find(cells[c][0]) != std::string_view::npos;
        html_ += (number ? "<td class=\"n\">" : "<td>") + xmlText(cells[c]) + "</td>";
    }
    html_ += "</tr>\n";
}

std::string heading(const std::string& text) { return "<h2>" + xmlText(text) + "</h2>\n"; }
std::string paragraph(const std::string& text) { return "<p>" + xmlText(text) + "</p>\n"; }
std::string secondsText(double value) { return formatQuantity(value, Dimension::time); }
std::string secondsText(Time value) { return secondsText(value.seconds()); }

std::string differenceText(double value, double base) {
    if (!(base > 0) || !std::isfinite(value)) return "";
    const double percent = (value - base) / base * 100;
    return (percent >= 0 ? "+" : "") + formatNumber(percent, 3) + " %";
}

std::string leftOut(const ReportView& view, std::size_t shown, std::size_t all) {
    return shown < all ? paragraph(view.say(Phrase::leftOut, std::to_string(shown), std::to_string(all))) : "";
}

std::string colorOfKind(std::size_t kind) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string color = "#";
    for (const double part : kindColor(kind)) {
        const auto level = static_cast<unsigned>(std::lround(part * 255));
        color += kDigits[level >> 4];
        color += kDigits[level & 15];
    }
    return color;
}

std::string svgNumber(double value) {
    const double rounded = std::round(value * 100) / 100;
    return formatNumber(std::isfinite(rounded) ? rounded : 0, 8);
}

std::string svgOpen(double height, const std::string& label) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + svgNumber(kPageWidth) + " " + svgNumber(height) +
           "\" role=\"img\" aria-label=\"" + xmlText(label) + "\" font-family=\"sans-serif\" font-size=\"11\">\n";
}

std::string svgText(double x, double y, const std::string& text, const std::string& attributes) {
    return "<text x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(y) + "\"" + (attributes.empty() ? "" : " " + attributes) + ">" +
           xmlText(text) + "</text>\n";
}

std::string timeAxis(double seconds, double top, double height) {
    return axis(seconds, top, height, [](double value) { return secondsText(value); });
}

std::string countAxis(double count, double top, double height) {
    return axis(count, top, height, [](double value) { return formatNumber(value, 6); });
}

}  // namespace loom
