// The pieces the report is made of. Inside core/io only.
#pragma once

#include <string>
#include <vector>

#include "core/io/report_text.h"
#include "core/trace/metrics.h"
#include "core/trace/timeline.h"

namespace loom {

// What every piece looks at.
struct ReportView {
    explicit ReportView(const Run& ofRun, ReportLanguage inLanguage);
    const Run& run;
    const TaskGraph& graph;
    const Platform& platform;
    ReportLanguage language;
    Metrics metrics;
    std::vector<Bar> bars;  // of attempts and down times
    [[nodiscard]] std::string say(Phrase what) const { return phrase(what, language); }
    // With %1 and %2 filled in.
    [[nodiscard]] std::string say(Phrase what, const std::string& first, const std::string& second = {}) const;
    [[nodiscard]] double end() const { return run.trace->end().seconds(); }  // s
};

// An HTML table; cells of text are escaped, cells that begin with a number are aligned right.
class HtmlTable {
public:
    explicit HtmlTable(const std::vector<std::string>& heading);
    void add(const std::vector<std::string>& cells);
    [[nodiscard]] std::string html() const { return html_ + "</tbody></table>\n"; }

private:
    std::string html_;
};

std::string heading(const std::string& text);    // of a section
std::string paragraph(const std::string& text);  // escaped
std::string secondsText(double value);           // "12.35 s"
std::string secondsText(Time value);
// "+12.3 %"; empty without a base
std::string differenceText(double value, double base);
// Says that there are more rows than are shown; empty when there are not.
std::string leftOut(const ReportView& view, std::size_t shown, std::size_t all);

// "#rrggbb"
std::string colorOfKind(std::size_t kind);

// report_gantt.cpp: the nodes' time line with its legend; report_charts.cpp: the curves. SVG without script.
std::string ganttSvg(const ReportView& view);
std::string courseSvg(const ReportView& view);
// report_sections.cpp
std::string summarySection(const ReportView& view);
std::string answersSection(const ReportView& view);
std::string metricsSection(const ReportView& view);
// report_search.cpp: how the plan was found; empty where nothing was searched.
std::string searchSection(const ReportView& view);
// report_tables.cpp
std::string chainSection(const ReportView& view);
std::string linksSection(const ReportView& view);
std::string attemptsSection(const ReportView& view);
std::string reproduceSection(const ReportView& view, const ReportOptions& options);

// The frame that all drawings share: an axis of time, or of how many, under a plot of this height.
inline constexpr double kPlotLeft = 130, kPlotWidth = 850, kPageWidth = 1000;
std::string timeAxis(double seconds, double top, double height);
std::string countAxis(double count, double top, double height);
std::string svgOpen(double height, const std::string& label);
std::string svgText(double x, double y, const std::string& text, const std::string& attributes = {});
std::string svgNumber(double value);  // two decimals

}  // namespace loom
