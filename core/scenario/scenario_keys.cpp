#include "core/scenario/scenario_keys.h"

namespace loom {

namespace keys {
const Keys scenario{"clusterloom", "name",     "description", "seed",        "scheduler", "network", "platform",
                    "workload",    "failures", "retry",       "information", "viewDelay", "fetch",   "real"};
const Keys file{"file"};
const Keys workload{"tasks", "edges", "files"};
const Keys task{"id", "kind", "work", "runtimes", "cores", "serialFraction", "efficiency", "memory", "accelerator", "firstItem", "itemCount"};
const Keys edge{"from", "to", "bytes"};
const Keys dataFile{"id", "bytes", "producer", "consumers"};
const Keys platform{"nodes", "links"};
const Keys node{"id", "speed", "cores", "memory", "accelerators", "group", "storage"};
const Keys accelerator{"kind", "count", "speed"};
const Keys links{"full", "star"};
const Keys network{"latency", "bandwidth"};
const Keys failures{"crashes", "random", "slowdowns"};
const Keys crash{"node", "at", "repair"};
const Keys randomFailures{"nodes", "mttf", "mttr"};
const Keys slowdown{"node", "at", "duration", "factor"};
const Keys retry{"attempts", "backoff", "multiplier"};
const Keys real{"kernel", "workers", "images", "shaped"};
}  // namespace keys

std::vector<KeyTable> scenarioKeyTables() {
    return {
        {"", &keys::scenario},
        {"fileReference", &keys::file},
        {"inlineWorkload", &keys::workload},
        {"task", &keys::task},
        {"edge", &keys::edge},
        {"file", &keys::dataFile},
        {"inlinePlatform", &keys::platform},
        {"node", &keys::node},
        {"accelerator", &keys::accelerator},
        {"links", &keys::links},
        {"full", &keys::network},
        {"star", &keys::network},
        {"failures", &keys::failures},
        {"crash", &keys::crash},
        {"randomFailures", &keys::randomFailures},
        {"slowdown", &keys::slowdown},
        {"retry", &keys::retry},
        {"real", &keys::real},
    };
}

}  // namespace loom
