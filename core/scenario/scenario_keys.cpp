#include "core/scenario/scenario_keys.h"

namespace loom {

namespace keys {
const Keys scenario{"clusterloom", "name",     "description", "seed",        "scheduler", "network", "compute", "platform",
                    "workload",    "failures", "retry",       "information", "viewDelay", "fetch",   "disks",   "real"};
const Keys file{"file"};
const Keys workloadFile{"file", "assume"};
const Keys assume{"runtime", "size", "cores", "sizeFactor"};
const Keys workload{"tasks", "edges", "files"};
const Keys task{"id", "kind", "work", "runtimes", "cores", "serialFraction", "efficiency", "memory", "accelerator", "firstItem", "itemCount", "release", "priority"};
const Keys edge{"from", "to", "bytes"};
const Keys dataFile{"id", "bytes", "producer", "consumers"};
const Keys platform{"nodes", "links"};
const Keys node{"id", "speed", "cores", "memory", "accelerators", "group", "storage", "speedProfile", "stateProfile", "disks"};
const Keys disk{"name", "read", "write", "penalty"};
const Keys accelerator{"kind", "count", "speed", "bandwidth", "setup"};
const Keys links{"full", "star", "profiles"};
const Keys linkProfiles{"link", "bandwidth", "latency", "state"};
const Keys profile{"points", "loopAfter"};
const Keys network{"latency", "bandwidth"};
const Keys failures{"crashes", "random", "slowdowns", "cuts", "randomCuts", "stallTimeout"};
const Keys crash{"node", "at", "repair"};
const Keys randomFailures{"nodes", "mttf", "mttr"};
const Keys cut{"link", "at", "repair"};
const Keys randomCuts{"links", "mttf", "mttr"};
const Keys slowdown{"node", "at", "duration", "factor"};
const Keys retry{"attempts", "backoff", "multiplier"};
const Keys disks{"inputs", "transfers"};
const Keys real{"kernel", "workers", "images", "shaped"};
}  // namespace keys

std::vector<KeyTable> scenarioKeyTables() {
    return {
        {"", &keys::scenario},
        {"fileReference", &keys::file},
        {"workloadFile", &keys::workloadFile},
        {"assume", &keys::assume},
        {"inlineWorkload", &keys::workload},
        {"task", &keys::task},
        {"edge", &keys::edge},
        {"file", &keys::dataFile},
        {"inlinePlatform", &keys::platform},
        {"node", &keys::node},
        {"accelerator", &keys::accelerator},
        {"disk", &keys::disk},
        {"links", &keys::links},
        {"linkProfiles", &keys::linkProfiles},
        {"profile", &keys::profile},
        {"full", &keys::network},
        {"star", &keys::network},
        {"failures", &keys::failures},
        {"crash", &keys::crash},
        {"randomFailures", &keys::randomFailures},
        {"slowdown", &keys::slowdown},
        {"cut", &keys::cut},
        {"randomCuts", &keys::randomCuts},
        {"retry", &keys::retry},
        {"disks", &keys::disks},
        {"real", &keys::real},
    };
}

}  // namespace loom
