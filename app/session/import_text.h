// What an importer says of a file, in the language of the window.
#pragma once

#include <string_view>

#include <QString>

#include "core/scenario/scenario.h"

namespace loom {

// One line of an ImportReport or warning of an importer: looked up in resources/translations/registry_*.ts with its figures taken
// out; English where that has none. What the line says of the command line is left out.
QString importLine(std::string_view line);

// How much of what the workload holds: tasks, dependencies, data, the recorded run.
QString importCounts(const Scenario& scenario);

// What was read, assumed and dropped: as rich text, and as plain text for the clipboard, under `title` and the counts.
QString importReportHtml(const Scenario& scenario);
QString importReportText(const QString& title, const Scenario& scenario);

}  // namespace loom
