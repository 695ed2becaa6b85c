#include "core/io/chrome_trace.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/file.h"
#include "core/io/text_escape.h"
#include "core/trace/link_use.h"
#include "core/trace/metrics.h"
#include "core/trace/timeline.h"

namespace loom {

namespace {

constexpr std::uint64_t kMostLanes = 256;  // drawn for one task
constexpr std::size_t kMostLinks = 8;      // counted one by one

// "1234.567" for 1234567 ns.
std::string microseconds(std::int64_t ns) {
    std::string fraction = std::to_string(ns % 1000);
    fraction.insert(0, 3 - fraction.size(), '0');
    return std::to_string(ns / 1000) + "." + fraction;
}
std::string microseconds(Time time) { return microseconds(std::max<std::int64_t>(0, time.nanoseconds())); }

// Appends event after event to one text: a document tree of a million events would take gigabytes.
class ChromeWriter {
public:
    explicit ChromeWriter(const Run& run)
        : run_(run),
          graph_(*run.scenario->graph),
          platform_(*run.scenario->platform),
          timeline_(graph_, platform_, *run.trace),
          commits_(graph_.taskCount()) {
        timeline_.update();
    }

    std::string write() {
        out_ = "{\"displayTimeUnit\":\"ms\",\"otherData\":{\"scenario\":" + jsonText(run_.scenario->file.name) +
               ",\"fingerprint\":\"" + fingerprint(*run_.trace) + "\"},\n\"traceEvents\":[";
        for (std::size_t i = 0; i < timeline_.bars().size(); ++i) bar(i);
        for (std::size_t i = 0; i < graph_.edgeCount(); ++i) flow(EdgeId(i));
        counter("busy cores", "cores", busyCoresSeries(run_));
        counter("ready tasks", "tasks", readySeries(run_));
        counter("transfers", "transfers", transferSeries(run_));
        for (const LinkCourse& course : busiestLinks(run_, kMostLinks))
            counter("link " + platform_.link(course.link).name, "transfers", course.transfers);
        metadata();
        out_ += "\n]}\n";
        return std::move(out_);
    }

private:
    static std::uint64_t pidOf(NodeId node) { return std::uint64_t{node.value} + 1; }
    [[nodiscard]] std::uint64_t clusterPid() const { return platform_.nodeCount() + 1; }
    [[nodiscard]] std::uint64_t downTid(NodeId node) const { return std::uint64_t{platform_.lanes(node)} + 1; }
    static std::uint64_t tidOf(const Bar& bar) { return std::uint64_t{bar.lane} + 1; }

    // Opens an event with what all have; the caller adds members and closes it.
    void begin(char phase, std::uint64_t pid, std::uint64_t tid, std::string_view quotedName) {
        out_ += first_ ? "\n{\"ph\":\"" : ",\n{\"ph\":\"";
        first_ = false;
        out_ += phase;
        out_ += "\",\"pid\":" + std::to_string(pid) + ",\"tid\":" + std::to_string(tid) + ",\"name\":";
        out_ += quotedName;
    }

    void bar(std::size_t index) {
        const Bar& bar = timeline_.bars()[index];
        switch (bar.kind) {
            case BarKind::compute:
                commits_[bar.task.index()].push_back(static_cast<std::uint32_t>(index));
                [[fallthrough]];
            case BarKind::lost:
            case BarKind::running:
                return attempt(bar);
            case BarKind::transfer:
                return transfer(bar, index);
            case BarKind::down:
                return slice(bar, downTid(bar.node), "\"down\"", "down", "");
            case BarKind::held:
                return;  // nothing computes there
        }
    }

    void slice(const Bar& bar, std::uint64_t tid, std::string_view quotedName, std::string_view category,
               std::string_view arguments) {
        begin('X', pidOf(bar.node), tid, quotedName);
        out_ += ",\"cat\":\"";
        out_ += category;
        out_ += "\",\"ts\":" + microseconds(bar.begin) + ",\"dur\":" + microseconds(bar.end - bar.begin);
        if (!arguments.empty()) {
            out_ += ",\"args\":{";
            out_ += arguments;
            out_ += "}";
        }
        out_ += "}";
        threads_.emplace_back(bar.node, tid);
    }

    void attempt(const Bar& bar) {
        const char* outcome = bar.kind == BarKind::compute ? "committed" : bar.kind == BarKind::lost ? "lost" : "running";
        const std::string name = jsonText(graph_.name(bar.task));
        const std::string arguments = "\"kind\":" + jsonText(graph_.kindName(graph_.kind(bar.task))) +
                                      ",\"attempt\":" + std::to_string(bar.attempt) + ",\"outcome\":\"" + outcome + "\"";
        const std::uint64_t lanes = std::min<std::uint64_t>(bar.lanes, kMostLanes);
        for (std::uint64_t lane = 0; lane < lanes; ++lane) {
            slice(bar, tidOf(bar) + lane, name, bar.kind == BarKind::lost ? "lost" : "compute",
                  lane == 0 ? arguments : std::string());
        }
    }

    void transfer(const Bar& bar, std::size_t index) {
        const std::string_view known = graph_.dataName(bar.data);
        const std::string name = known.empty() ? "\"data " + std::to_string(bar.data.value) + "\"" : jsonText(known);
        for (const char phase : {'b', 'e'}) {
            begin(phase, pidOf(bar.node), 1, name);
            out_ += ",\"cat\":\"transfer\",\"id\":\"t" + std::to_string(index) +
                    "\",\"ts\":" + microseconds(phase == 'b' ? bar.begin : bar.end);
            if (phase == 'b') {
                out_ += ",\"args\":{\"from\":" + jsonText(platform_.node(bar.from).name) +
                        ",\"bytes\":" + finiteNumber(graph_.dataBytes(bar.data)) + "}";
            }
            out_ += "}";
        }
    }

    // From the attempt whose output was used, the last that committed before, to the one that committed last.
    void flow(EdgeId edge) {
        const std::vector<std::uint32_t>& producers = commits_[graph_.source(edge).index()];
        const std::vector<std::uint32_t>& consumers = commits_[graph_.target(edge).index()];
        if (consumers.empty()) return;
        const Bar& consumer = timeline_.bars()[consumers.back()];
        const auto tooLate = [&](std::uint32_t bar) { return timeline_.bars()[bar].end > consumer.begin; };
        const auto used = std::find_if_not(producers.rbegin(), producers.rend(), tooLate);
        if (used == producers.rend()) return;
        const Bar& producer = timeline_.bars()[*used];
        // A nanosecond before the end: a flow has to start inside its slice.
        const Time start = std::max(producer.begin, producer.end - Time::fromNanoseconds(1));
        flowEnd('s', producer, edge, start, "");
        flowEnd('f', consumer, edge, consumer.begin, ",\"bp\":\"e\"");
    }

    void flowEnd(char phase, const Bar& bar, EdgeId edge, Time time, std::string_view more) {
        begin(phase, pidOf(bar.node), tidOf(bar), "\"dependency\"");
        out_ += ",\"cat\":\"dependency\",\"id\":" + std::to_string(edge.value + 1) + ",\"ts\":" + microseconds(time);
        out_ += more;
        out_ += "}";
    }

    void counter(const std::string& name, const std::string& unit, const Series& series) {
        for (std::size_t i = 0; i < series.time.size(); ++i) {
            begin('C', clusterPid(), 0, jsonText(name));
            out_ += ",\"ts\":" + microseconds(std::llround(series.time[i] * 1e9)) + ",\"args\":{\"" + unit +
                    "\":" + std::to_string(std::llround(series.value[i])) + "}}";
        }
    }

    void describe(std::string_view what, std::uint64_t pid, std::uint64_t tid, const std::string& argument) {
        begin('M', pid, tid, "\"" + std::string(what) + "\"");
        out_ += ",\"args\":{" + argument + "}}";
    }

    void process(std::uint64_t pid, const std::string& name, std::uint64_t order) {
        describe("process_name", pid, 0, "\"name\":" + jsonText(name));
        describe("process_sort_index", pid, 0, "\"sort_index\":" + std::to_string(order));
    }

    void metadata() {
        process(clusterPid(), "cluster", 0);
        for (std::size_t i = 0; i < platform_.nodeCount(); ++i) process(pidOf(NodeId(i)), platform_.node(NodeId(i)).name, i + 1);
        // Only threads something was drawn on: a node may have more cores than anyone wants rows.
        std::sort(threads_.begin(), threads_.end());
        threads_.erase(std::unique(threads_.begin(), threads_.end()), threads_.end());
        for (const auto& [node, tid] : threads_) {
            const std::string name = tid == downTid(node) ? "down" : "lane " + std::to_string(tid - 1);
            describe("thread_name", pidOf(node), tid, "\"name\":\"" + name + "\"");
            describe("thread_sort_index", pidOf(node), tid, "\"sort_index\":" + std::to_string(tid));
        }
    }

    const Run& run_;
    const TaskGraph& graph_;
    const Platform& platform_;
    Timeline timeline_;
    std::vector<std::vector<std::uint32_t>> commits_;        // by task: bars, in order
    std::vector<std::pair<NodeId, std::uint64_t>> threads_;  // node and tid, as drawn
    std::string out_;
    bool first_ = true;
};

}  // namespace

std::string chromeTrace(const Run& run) { return ChromeWriter(run).write(); }

Status writeChromeTrace(const Run& run, const std::string& path) { return writeFileAtomically(path, chromeTrace(run)); }

}  // namespace loom
