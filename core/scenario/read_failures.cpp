#include <utility>

#include "core/scenario/object_reader.h"
#include "core/scenario/scenario_parts.h"

namespace loom {

namespace {

Result<NodeCrash> readCrash(const Json& value, const std::string& path) {
    NodeCrash crash;
    ObjectReader reader(value, path, keys::crash);
    reader.require("node");
    reader.require("at");
    reader.text("node", crash.node);
    reader.time("at", crash.at);
    reader.time("repair", crash.repair);
    if (!reader.ok()) return reader.error();
    return crash;
}

Result<RandomFailures> readRandom(const Json& value, const std::string& path) {
    RandomFailures random;
    ObjectReader reader(value, path, keys::randomFailures);
    reader.require("mttf");
    reader.text("nodes", random.nodes);
    reader.quantity("mttf", Dimension::time, random.meanTimeToFailure);
    reader.quantity("mttr", Dimension::time, random.meanTimeToRepair);
    if (reader.ok() && random.meanTimeToFailure == 0) reader.fail("mttf", "must be positive");
    if (!reader.ok()) return reader.error();
    return random;
}

Result<Slowdown> readSlowdown(const Json& value, const std::string& path) {
    Slowdown slowdown;
    ObjectReader reader(value, path, keys::slowdown);
    reader.require("node");
    reader.require("factor");
    reader.text("node", slowdown.node);
    reader.time("at", slowdown.at);
    reader.time("duration", slowdown.duration);
    reader.quantity("factor", Dimension::number, slowdown.factor, 1, 1e9);
    if (!reader.ok()) return reader.error();
    return slowdown;
}

Result<LinkCut> readCut(const Json& value, const std::string& path) {
    LinkCut cut;
    ObjectReader reader(value, path, keys::cut);
    reader.require("link");
    reader.require("at");
    reader.text("link", cut.link);
    reader.time("at", cut.at);
    reader.time("repair", cut.repair);
    if (!reader.ok()) return reader.error();
    return cut;
}

Result<RandomCuts> readRandomCuts(const Json& value, const std::string& path) {
    RandomCuts random;
    ObjectReader reader(value, path, keys::randomCuts);
    reader.require("mttf");
    reader.text("links", random.links);
    reader.quantity("mttf", Dimension::time, random.meanTimeToFailure);
    reader.quantity("mttr", Dimension::time, random.meanTimeToRepair);
    if (reader.ok() && random.meanTimeToFailure == 0) reader.fail("mttf", "must be positive");
    if (!reader.ok()) return reader.error();
    return random;
}

template <class T>
void readAll(ObjectReader& reader, std::string_view key, std::vector<T>& out,
             Result<T> (*read)(const Json&, const std::string&)) {
    reader.array(key, [&](const Json& value, const std::string& path) -> Status {
        Result<T> element = read(value, path);
        if (!element) return element.error();
        out.push_back(std::move(*element));
        return Done{};
    });
}

}  // namespace

Result<FailurePlan> readFailures(const Json& value, const std::string& path) {
    FailurePlan plan;
    ObjectReader reader(value, path, keys::failures);
    readAll<NodeCrash>(reader, "crashes", plan.crashes, readCrash);
    readAll<RandomFailures>(reader, "random", plan.random, readRandom);
    readAll<Slowdown>(reader, "slowdowns", plan.slowdowns, readSlowdown);
    readAll<LinkCut>(reader, "cuts", plan.cuts, readCut);
    readAll<RandomCuts>(reader, "randomCuts", plan.randomCuts, readRandomCuts);
    reader.quantity("stallTimeout", Dimension::time, plan.stallTimeout, 1e-3, 1e9);
    if (!reader.ok()) return reader.error();
    return plan;
}

}  // namespace loom
