// The importers, one function each. Inside core/io only.
#pragma once

#include <string>
#include <vector>

#include "core/io/importer.h"

namespace loom {

// What readContent does after reading: unpacks, strips the byte order mark, refuses nothing at all.
Result<std::string> unpackContent(std::string packed, const ImportLimits& limits);

// All parts of a rolled Spark event log, unpacked, one behind the other. Errors name the folder or the part.
Result<std::string> readRolledLog(const std::string& folder, const ImportLimits& limits);

const WorkloadImporter& wfformatImporter();
const WorkloadImporter& daxImporter();
const WorkloadImporter& simulatorDagImporter();
const WorkloadImporter& dotImporter();
const WorkloadImporter& stgImporter();
const WorkloadImporter& swfImporter();
const WorkloadImporter& alibabaImporter();
const WorkloadImporter& sparkImporter();
const WorkloadImporter& daskImporter();
const WorkloadImporter& chromeImporter();
const WorkloadImporter& taskListImporter();
// Formats that are told apart but not read: each gives one clear sentence instead of a parse error.
const std::vector<const WorkloadImporter*>& recognisedOnly();

}  // namespace loom
