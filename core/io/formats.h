// The importers, one function each. Inside core/io only.
#pragma once

#include <string>
#include <vector>

#include "core/io/importer.h"

namespace loom {

// What readContent does after reading: unpacks, strips the byte order mark, refuses nothing at all.
Result<std::string> unpackContent(std::string packed, const ImportLimits& limits);

const WorkloadImporter& wfformatImporter();
const WorkloadImporter& taskListImporter();
// Formats that are told apart but not read: each gives one clear sentence instead of a parse error.
const std::vector<const WorkloadImporter*>& recognisedOnly();

}  // namespace loom
