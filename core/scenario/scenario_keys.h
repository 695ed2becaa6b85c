// The keys of every object of a scenario file, in the order they are written. The reader, the writer's tests and the
// JSON schema's test share these tables.
#pragma once

#include <string>
#include <vector>

namespace loom {

namespace keys {
using Keys = std::vector<std::string>;
extern const Keys scenario, file, workloadFile, assume, workload, task, edge, dataFile, platform, node, accelerator, disk, links, linkProfiles, profile, network;
extern const Keys failures, crash, randomFailures, slowdown, cut, randomCuts, retry, disks, real;
}  // namespace keys

// Name in the schema's $defs ("" = the root) and keys of each object.
struct KeyTable {
    std::string definition;
    const keys::Keys* keys;
};
std::vector<KeyTable> scenarioKeyTables();

}  // namespace loom
