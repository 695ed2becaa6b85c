#include <limits>

#include "core/base/units.h"
#include "core/schedule/named_schedulers.h"
#include "core/schedule/registry_row.h"

namespace loom {

namespace {

// Releases before 2022.9 had no queue at the scheduler, and stole every 100 ms.
Result<SchedulerPtr> makeDaskFrom(const Params& params) {
    DaskParameters dask;
    const bool old = params.text("version") == "2022.8";
    dask.saturation = old ? std::numeric_limits<double>::infinity() : 1.1;
    if (old) dask.stealInterval = Time::fromNanoseconds(100'000'000);
    if (const std::string& text = params.text("saturation"); text == "inf") {
        dask.saturation = std::numeric_limits<double>::infinity();
    } else if (!text.empty()) {
        const Result<double> number = parseQuantity(text, Dimension::number);
        if (!number || *number < 0 || *number > 1e6) return failure("saturation: a number from 0 to 1e6, or inf, not '" + text + "'");
        dask.saturation = *number;
    }
    dask.stealing = params.boolean("stealing");
    if (params.has("stealInterval")) dask.stealInterval = Time::fromSeconds(params.number("stealInterval"));
    dask.bandwidth = params.number("bandwidth");
    return makeDask(dask);
}

}  // namespace

void addNamedRows(std::vector<SchedulerRow>& rows) {
    std::vector<SchedulerRow> added = {
        {{"dask",
          "online: Dask distributed - to a holder of an input that would start it first, roots held back, idle workers steal",
          "github.com/dask/distributed, scheduler.py and stealing.py",
          {choiceOf("version", {"2026.7", "2022.8"}, "sets what is not given: 2022.8 has saturation inf and steals every 100 ms"),
           textOf("saturation", "", "tasks a thread before roots wait at the scheduler (1.1), or inf: roots are dealt out in runs"),
           switchOf("stealing", true, "idle workers steal what saturated ones have not begun"),
           timeOf("stealInterval", "", 1e-3, 1e9, "between rounds of stealing (1 s)"),
           quantityOf("bandwidth", "100MBps", Dimension::bandwidth, 1, 1e18, "what the scheduler believes of transfers; Dask measures it")}},
         makeDaskFrom},
        {{"ray",
          "online: Ray - the raylet of most argument bytes grants a lease or names a node of least score by what it last heard",
          "github.com/ray-project/ray, hybrid_scheduling_policy.cc",
          {numberOf("threshold", "0.5", 0, 1, "utilisation up to which nodes are packed; above they are spread"),
           numberOf("topFraction", "0.2", 0, 1, "share of all nodes, by score, among which one is drawn"),
           timeOf("viewDelay", "100ms", 0, 1e9, "between updates of what raylets know of each other; 0 = always up to date"),
           switchOf("spillback", true, "a node without room turns a task away, for a round trip; else the task waits there"),
           integerOf("requests", "10", 1, 1e9, "tasks of one shape that wait at nodes without room; the owner keeps the others")}},
         [](const Params& p) {
             return makeRay({p.number("threshold"), p.number("topFraction"), Time::fromSeconds(p.number("viewDelay")),
                             p.boolean("spillback"), static_cast<std::uint64_t>(p.integer("requests"))});
         }},
        {{"spark",
          "online: Spark - stage after stage, tasks wait some seconds for a node near their data",
          "github.com/apache/spark, TaskSetManager.scala",
          {choiceOf("version", {"4", "3", "3.0"}, "3.0 has the legacy reset; 3 and 4 differ in speculation only, which is left out"),
           timeOf("localityWait", "3s", 0, 1e9, "at each level of locality"),
           switchOf("legacyReset", false, "every launch starts the wait anew, as before 3.1")}},
         [](const Params& p) {
             return makeSpark({Time::fromSeconds(p.number("localityWait")), p.boolean("legacyReset") || p.text("version") == "3.0"});
         }},
        {{"hadoop",
          "online: Hadoop - a node asks at its heartbeats: node-local, rack-local, any, the oldest first",
          "Dean, Ghemawat, OSDI 2004; Apache Hadoop",
          {timeOf("heartbeat", "1s", 1e-3, 1e9, "between two heartbeats of a node"),
           timeOf("delay", "0", 0, 1e9, "without a local start before rack-local tasks start; twice that for others"),
           switchOf("outOfBand", false, "a node also asks when one of its tasks has ended")}},
         [](const Params& p) {
             return makeHadoop({Time::fromSeconds(p.number("heartbeat")), Time::fromSeconds(p.number("delay")), p.boolean("outOfBand")});
         }},
    };
    for (SchedulerRow& row : added) rows.push_back(std::move(row));
}

}  // namespace loom
