// The self-contained HTML report of a run: one file with inline SVG, no script, no network, readable on paper.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/trace/run.h"

namespace loom {

enum class ReportLanguage : std::uint8_t { english, chinese };

struct ReportOptions {
    ReportLanguage language = ReportLanguage::english;
    std::string version;  // of the program, for the reproducibility block
    std::string command;  // that makes the run again; may be empty
};

// "en" or "zh".
Result<ReportLanguage> parseReportLanguage(const std::string& word);

// The whole document, UTF-8. Tables are bounded and say what they leave out; runs of more than 2,000 attempts are drawn as
// how busy each node or group of nodes was.
std::string writeReport(const Run& run, const ReportOptions& options);

}  // namespace loom
