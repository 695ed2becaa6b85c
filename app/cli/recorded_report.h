// What a trace's file says of the run it was recorded from, and what its importer did with it.
#pragma once

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "core/io/import_report.h"
#include "core/trace/recorded_run.h"

namespace loom::cli {

class Table;

// Makespan, machines and how many tasks have a place and times; with a simulated makespan also the difference to it, in seconds
// and as a ratio. SI base units.
nlohmann::ordered_json recordedJson(const RecordedRun& run, std::optional<double> simulated);
// "recorded makespan", and beside a simulated one the difference. `makespan` in seconds.
void addRecordedRows(Table& table, const RecordedRun* run, double makespan, std::optional<double> simulated);

nlohmann::ordered_json reportJson(const ImportReport& report);
// The lines under their headings; nothing for an empty report.
void printReport(const ImportReport& report);

}  // namespace loom::cli
