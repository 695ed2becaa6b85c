#include "core/io/report.h"

#include "core/io/report_parts.h"
#include "core/io/text_escape.h"

namespace loom {

namespace {

constexpr const char* kStyle =
    "body{font:14px/1.45 sans-serif;color:#1b1b1b;background:#fff;max-width:1060px;margin:1.5em auto;padding:0 1em}"
    "h1{font-size:1.6em;margin:0 0 .2em}h2{font-size:1.2em;margin:1.8em 0 .4em;border-bottom:1px solid #bbb}"
    "h3{font-size:1em;margin:1em 0 .2em}table{border-collapse:collapse;width:100%;margin:.4em 0}"
    "th,td{text-align:left;vertical-align:top;padding:.18em .6em .18em 0;border-bottom:1px solid #e3e3e3;overflow-wrap:anywhere}"
    "th{border-bottom:1px solid #888}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "svg{width:100%;height:auto;display:block}pre{font-size:12px;white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f6f6;padding:.6em}"
    ".legend span{margin-right:1em;white-space:nowrap}.legend i{display:inline-block;width:.9em;height:.9em;margin-right:.3em;"
    "vertical-align:-.1em}@page{margin:14mm}"
    "@media print{body{font-size:10pt;max-width:none;margin:0}thead{display:table-header-group}tr,svg{break-inside:avoid}"
    "h2,h3{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

}  // namespace

Result<ReportLanguage> parseReportLanguage(const std::string& word) {
    if (word == "en") return ReportLanguage::english;
    if (word == "zh") return ReportLanguage::chinese;
    return failure("unknown language '" + word + "'; known: en, zh");
}

std::string writeReport(const Run& run, const ReportOptions& options) {
    const ReportView view(run, options.language);
    const std::string name = run.scenario->file.name.empty() ? view.say(Phrase::title) : run.scenario->file.name;
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + view.say(Phrase::languageCode) +
                      "\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/>\n<title>" +
                      xmlText(view.say(Phrase::title) + ": " + name) + "</title>\n<style>" + kStyle + "</style></head><body>\n<h1>" +
                      xmlText(name) + "</h1>\n" + paragraph(view.say(Phrase::title));
    out += summarySection(view);
    out += answersSection(view);
    out += metricsSection(view);
    out += heading(view.say(Phrase::timeline)) + ganttSvg(view);
    out += heading(view.say(Phrase::course)) + courseSvg(view);
    out += searchSection(view);
    out += chainSection(view);
    out += linksSection(view);
    out += attemptsSection(view);
    out += reproduceSection(view, options);
    return out + "</body></html>\n";
}

}  // namespace loom
