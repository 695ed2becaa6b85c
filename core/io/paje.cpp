#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <vector>

#include "core/base/units.h"
#include "core/io/kind_colors.h"
#include "core/io/text_escape.h"
#include "core/io/writers.h"
#include "core/trace/timeline.h"

namespace loom {

namespace {

constexpr std::uint32_t kMostLanes = 256;  // drawn for one attempt

constexpr const char* kHead =
    "%EventDef PajeDefineContainerType 0\n% Alias string\n% Type string\n% Name string\n%EndEventDef\n"
    "%EventDef PajeDefineStateType 2\n% Alias string\n% Type string\n% Name string\n%EndEventDef\n"
    "%EventDef PajeDefineLinkType 4\n% Alias string\n% Type string\n% StartContainerType string\n% EndContainerType string\n"
    "% Name string\n%EndEventDef\n"
    "%EventDef PajeDefineEntityValue 5\n% Alias string\n% Type string\n% Name string\n% Color color\n%EndEventDef\n"
    "%EventDef PajeCreateContainer 6\n% Time date\n% Alias string\n% Type string\n% Container string\n% Name string\n%EndEventDef\n"
    "%EventDef PajeDestroyContainer 7\n% Time date\n% Type string\n% Name string\n%EndEventDef\n"
    "%EventDef PajePushState 12\n% Time date\n% Type string\n% Container string\n% Value string\n%EndEventDef\n"
    "%EventDef PajePopState 13\n% Time date\n% Type string\n% Container string\n%EndEventDef\n"
    "%EventDef PajeStartLink 15\n% Time date\n% Type string\n% Container string\n% Value string\n% StartContainer string\n"
    "% Key string\n%EndEventDef\n"
    "%EventDef PajeEndLink 16\n% Time date\n% Type string\n% Container string\n% Value string\n% EndContainer string\n"
    "% Key string\n%EndEventDef\n"
    "0 cluster 0 cluster\n0 node cluster node\n0 lane node lane\n2 task lane task\n2 state node state\n"
    "4 transfer cluster node node transfer\n5 lost task \"lost\" \"0.8 0.1 0.1\"\n5 down state \"down\" \"0.4 0.4 0.4\"\n"
    "5 data transfer \"data\" \"0.3 0.3 0.7\"\n";

// Seconds with every nanosecond.
std::string seconds(Time time) {
    const std::int64_t ns = std::max<std::int64_t>(0, time.nanoseconds());
    std::string fraction = std::to_string(ns % 1'000'000'000);
    fraction.insert(0, 9 - fraction.size(), '0');
    return std::to_string(ns / 1'000'000'000) + "." + fraction;
}

std::string colorOf(std::size_t kind) {
    const std::array<double, 3> rgb = kindColor(kind);
    return "\"" + formatNumber(rgb[0], 3) + " " + formatNumber(rgb[1], 3) + " " + formatNumber(rgb[2], 3) + "\"";
}

class PajeWriter {
public:
    explicit PajeWriter(const Run& run)
        : run_(run), graph_(*run.scenario->graph), platform_(*run.scenario->platform), timeline_(graph_, platform_, *run.trace) {
        timeline_.update();
    }

    std::string write() {
        out_ = kHead;
        for (std::size_t k = 0; k < graph_.kindCount(); ++k)
            out_ += "5 k" + std::to_string(k) + " task " + pajeText(graph_.kindName(KindId(k))) + " " + colorOf(k) + "\n";
        containers();
        collect();
        for (const Moment& moment : moments_) event(moment);
        const std::string end = seconds(run_.trace->end());
        for (const auto& [node, lane] : lanes_) out_ += "7 " + end + " lane " + laneOf(node, lane) + "\n";
        for (std::size_t n = 0; n < platform_.nodeCount(); ++n) out_ += "7 " + end + " node n" + std::to_string(n) + "\n";
        return out_ + "7 " + end + " cluster all\n";
    }

private:
    // At one instant: what began before ends first, then what takes no time begins and ends, then the rest begins.
    struct Moment {
        Time time;
        std::uint8_t phase;
        bool begins;
        std::uint32_t bar;
    };

    static std::uint32_t drawnLanes(const Bar& bar) { return std::min(bar.lanes, kMostLanes); }
    static std::string laneOf(NodeId node, std::uint32_t lane) {
        return "n" + std::to_string(node.value) + "." + std::to_string(lane);
    }

    void containers() {
        out_ += "6 0.000000000 all cluster 0 " + pajeText(run_.scenario->file.name) + "\n";
        for (std::size_t n = 0; n < platform_.nodeCount(); ++n)
            out_ += "6 0.000000000 n" + std::to_string(n) + " node all " + pajeText(platform_.node(NodeId(n)).name) + "\n";
        // Only lanes something ran on: a node may have more cores than anyone wants rows.
        for (const Bar& bar : timeline_.bars())
            for (std::uint32_t lane = 0; isAttempt(bar) && lane < drawnLanes(bar); ++lane) lanes_.insert({bar.node, bar.lane + lane});
        for (const auto& [node, lane] : lanes_)
            out_ += "6 0.000000000 " + laneOf(node, lane) + " lane n" + std::to_string(node.value) + " \"lane " +
                    std::to_string(lane) + "\"\n";
    }

    void collect() {
        for (std::size_t i = 0; i < timeline_.bars().size(); ++i) {
            const Bar& bar = timeline_.bars()[i];
            if (bar.kind == BarKind::held) continue;
            const bool instant = bar.begin == bar.end;
            moments_.push_back({bar.begin, static_cast<std::uint8_t>(instant ? 1 : 2), true, static_cast<std::uint32_t>(i)});
            moments_.push_back({bar.end, static_cast<std::uint8_t>(instant ? 1 : 0), false, static_cast<std::uint32_t>(i)});
        }
        std::stable_sort(moments_.begin(), moments_.end(), [](const Moment& a, const Moment& b) {
            return a.time != b.time ? a.time < b.time : a.phase < b.phase;
        });
    }

    void event(const Moment& moment) {
        const Bar& bar = timeline_.bars()[moment.bar];
        const std::string time = seconds(moment.time), node = "n" + std::to_string(bar.node.value);
        if (bar.kind == BarKind::transfer) {
            out_ += (moment.begins ? "15 " : "16 ") + time + " transfer all data " +
                    (moment.begins ? "n" + std::to_string(bar.from.value) : node) + " " + std::to_string(moment.bar) + "\n";
            return;
        }
        if (bar.kind == BarKind::down) {
            out_ += moment.begins ? "12 " + time + " state " + node + " down\n" : "13 " + time + " state " + node + "\n";
            return;
        }
        const std::string value = bar.kind == BarKind::lost ? "lost" : "k" + std::to_string(graph_.kind(bar.task).value);
        for (std::uint32_t lane = 0; lane < drawnLanes(bar); ++lane) {
            const std::string where = laneOf(bar.node, bar.lane + lane);
            out_ += moment.begins ? "12 " + time + " task " + where + " " + value + "\n" : "13 " + time + " task " + where + "\n";
        }
    }

    const Run& run_;
    const TaskGraph& graph_;
    const Platform& platform_;
    Timeline timeline_;
    std::set<std::pair<NodeId, std::uint32_t>> lanes_;
    std::vector<Moment> moments_;
    std::string out_;
};

}  // namespace

std::string writePaje(const Run& run) { return PajeWriter(run).write(); }

}  // namespace loom
