// The time line of the nodes as SVG: bars, or how busy the nodes were where there are too many bars.
#include <algorithm>
#include <map>
#include <set>

#include "core/io/report_parts.h"
#include "core/io/text_escape.h"

namespace loom {

namespace {

constexpr std::size_t kMostBars = 2000;  // drawn one by one
constexpr std::size_t kMostRows = 96;    // lanes
constexpr std::size_t kMapRows = 48;     // nodes or groups of nodes; a page
constexpr std::size_t kMostKinds = 12;   // in the legend
constexpr std::size_t kBins = 170;       // columns of the busy map
constexpr double kTop = 6, kRow = 15;
constexpr std::uint32_t kMostLanes = 1024;  // drawn of one attempt
constexpr const char* kHatch =
    "<defs><pattern id=\"lost\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
    "<rect width=\"6\" height=\"6\" fill=\"#f4c7c3\"/><path d=\"M0 6L6 0\" stroke=\"#b3261e\" stroke-width=\"1.5\"/></pattern></defs>\n";

using LaneKey = std::pair<NodeId, std::uint32_t>;

double xOf(const ReportView& view, Time time) {
    return view.end() > 0 ? kPlotLeft + kPlotWidth * time.seconds() / view.end() : kPlotLeft;
}

std::string box(double x, double y, double width, double height, const std::string& fill, const std::string& title) {
    return "<rect x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(y) + "\" width=\"" + svgNumber(std::max(width, 0.4)) + "\" height=\"" +
           svgNumber(height) + "\" fill=\"" + fill + "\" stroke=\"#ffffff\" stroke-width=\"0.6\"><title>" + xmlText(title) + "</title></rect>\n";
}

// As much of the text as has room.
std::string shortened(const std::string& text, std::size_t most) {
    std::string out;
    std::size_t characters = 0;
    for (const char c : validUtf8(text)) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (begins && ++characters > most) return out + "…";
        out += c;
    }
    return out;
}

// One row a lane that something ran on.
class Bars {
public:
    explicit Bars(const ReportView& view) : view_(view) {
        for (const Bar& bar : view.bars)
            for (std::uint32_t lane = 0; isAttempt(bar) && lane < std::min(bar.lanes, kMostLanes) && lanes_.size() <= kMostRows; ++lane)
                lanes_.insert({bar.node, bar.lane + lane});
        attempts_ = static_cast<std::size_t>(std::count_if(view.bars.begin(), view.bars.end(), isAttempt));
    }
    [[nodiscard]] bool fit() const { return attempts_ <= kMostBars && lanes_.size() <= kMostRows; }

    std::string draw() {
        std::size_t row = 0;
        for (const LaneKey& lane : lanes_) rows_[lane] = row++;
        const double height = static_cast<double>(rows_.size()) * kRow;
        std::string out = svgOpen(kTop + height + 20, view_.say(Phrase::timeline)) + kHatch + timeAxis(view_.end(), kTop, height);
        for (const auto& [lane, number] : rows_) out += label(lane, y(number));
        for (const Bar& bar : view_.bars) out += isAttempt(bar) ? attempt(bar) : down(bar);
        return out + "</svg>\n";
    }

private:
    static double y(std::size_t row) { return kTop + static_cast<double>(row) * kRow; }

    std::string label(const LaneKey& lane, double top) const {
        std::string name = shortened(view_.platform.node(lane.first).name, 16);
        if (view_.platform.lanes(lane.first) > 1) name += " · " + std::to_string(lane.second);
        return svgText(kPlotLeft - 6, top + 11, name, "text-anchor=\"end\"");
    }

    std::string attempt(const Bar& bar) {
        const std::string name(view_.graph.name(bar.task));
        const std::string title = name + ": " + secondsText(bar.begin) + " – " + secondsText(bar.end);
        const std::string fill = bar.kind == BarKind::lost ? "url(#lost)" : colorOfKind(view_.graph.kind(bar.task).value);
        const double left = xOf(view_, bar.begin), width = xOf(view_, bar.end) - left;
        std::string out;
        for (std::uint32_t lane = 0; lane < std::min(bar.lanes, kMostLanes); ++lane) {
            const double top = y(rows_.at({bar.node, bar.lane + lane}));
            out += box(left, top + 1, width, kRow - 2, fill, title);
            const auto room = static_cast<std::size_t>(std::max(0.0, width / 7));
            if (lane == 0 && room >= 2) out += svgText(left + 2, top + 11, shortened(name, room - 1), "font-size=\"9\"");
        }
        return out;
    }

    std::string down(const Bar& bar) const {
        std::string out;
        for (const auto& [lane, row] : rows_)
            if (lane.first == bar.node)
                out += box(xOf(view_, bar.begin), y(row) + 5, xOf(view_, bar.end) - xOf(view_, bar.begin), kRow - 10, "#555555",
                           view_.say(Phrase::nodeDown));
        return out;
    }

    const ReportView& view_;
    std::set<LaneKey> lanes_;
    std::map<LaneKey, std::size_t> rows_;
    std::size_t attempts_ = 0;
};

// One row a node, or a group of neighbouring nodes; columns of time as dark as their cores were busy.
class BusyMap {
public:
    explicit BusyMap(const ReportView& view) : view_(view) {
        for (std::size_t n = 0; n < view.platform.nodeCount(); ++n)
            if (view.platform.computes(NodeId(n))) nodes_.push_back(NodeId(n));
        perRow_ = (nodes_.size() + kMapRows - 1) / kMapRows;
        rowOf_.assign(view.platform.nodeCount(), 0);
        for (std::size_t i = 0; i < nodes_.size(); ++i) rowOf_[nodes_[i].index()] = i / perRow_;
        rows_ = (nodes_.size() + perRow_ - 1) / perRow_;
        busy_.assign(rows_ * kBins, 0);
        lanes_.assign(rows_, 0);
        for (const NodeId node : nodes_) lanes_[rowOf_[node.index()]] += view.platform.lanes(node);
        for (const Bar& bar : view.bars)
            if (isAttempt(bar)) add(bar);
    }

    std::string draw() const {
        const double height = static_cast<double>(rows_) * kRow, width = kPlotWidth / kBins;
        std::string out = svgOpen(kTop + height + 20, view_.say(Phrase::timeline)) + timeAxis(view_.end(), kTop, height);
        for (std::size_t row = 0; row < rows_; ++row) {
            const double top = kTop + static_cast<double>(row) * kRow;
            out += svgText(kPlotLeft - 6, top + 11, label(row), "text-anchor=\"end\"");
            for (std::size_t bin = 0; bin < kBins; ++bin) {
                const double share = std::min(1.0, busy_[row * kBins + bin] / (lanes_[row] * view_.end() / kBins));
                if (share <= 0.004) continue;
                out += "<rect x=\"" + svgNumber(kPlotLeft + static_cast<double>(bin) * width) + "\" y=\"" + svgNumber(top + 1) +
                       "\" width=\"" + svgNumber(width) + "\" height=\"" + svgNumber(kRow - 2) + "\" fill=\"#1f5fa8\" fill-opacity=\"" +
                       svgNumber(share) + "\"/>\n";
            }
        }
        return out + "</svg>\n";
    }

private:
    void add(const Bar& bar) {
        const double bin = view_.end() / kBins, begin = bar.begin.seconds(), end = bar.end.seconds();
        if (!(bin > 0)) return;
        const auto first = static_cast<std::size_t>(begin / bin);
        for (std::size_t b = first; b < kBins && static_cast<double>(b) * bin < end; ++b) {
            const double left = std::max(begin, static_cast<double>(b) * bin), right = std::min(end, static_cast<double>(b + 1) * bin);
            busy_[rowOf_[bar.node.index()] * kBins + b] += bar.lanes * std::max(0.0, right - left);
        }
    }

    std::string label(std::size_t row) const {
        const std::string first = shortened(view_.platform.node(nodes_[row * perRow_]).name, perRow_ == 1 ? 18 : 8);
        const std::size_t last = std::min(nodes_.size(), (row + 1) * perRow_) - 1;
        return last == row * perRow_ ? first : first + " – " + shortened(view_.platform.node(nodes_[last]).name, 8);
    }

    const ReportView& view_;
    std::vector<NodeId> nodes_;
    std::vector<std::size_t> rowOf_;  // by node
    std::vector<double> busy_;        // lane-seconds by row and bin
    std::vector<double> lanes_;       // by row
    std::size_t perRow_ = 1, rows_ = 0;
};

std::string legend(const ReportView& view) {
    std::string out = "<p class=\"legend\">" + xmlText(view.say(Phrase::kinds)) + ": ";
    const auto swatch = [&](const std::string& color, const std::string& text) {
        out += "<span><i style=\"background:" + color + "\"></i>" + xmlText(text) + "</span> ";
    };
    std::vector<std::size_t> kinds(view.graph.kindCount(), 0);
    for (std::size_t t = 0; t < view.graph.taskCount(); ++t) ++kinds[view.graph.kind(TaskId(t)).value];
    for (std::size_t k = 0; k < std::min(kinds.size(), kMostKinds); ++k)
        swatch(colorOfKind(k), std::string(view.graph.kindName(KindId(k))) + " (" + std::to_string(kinds[k]) + ")");
    if (kinds.size() > kMostKinds) out += xmlText(view.say(Phrase::otherKinds, std::to_string(kinds.size() - kMostKinds))) + " ";
    swatch("#b3261e", view.say(Phrase::lost));
    swatch("#555555", view.say(Phrase::nodeDown));
    return out + "</p>\n";
}

}  // namespace

std::string ganttSvg(const ReportView& view) {
    if (std::none_of(view.bars.begin(), view.bars.end(), isAttempt)) return paragraph(view.say(Phrase::nothingRan));
    Bars bars(view);
    if (bars.fit()) return paragraph(view.say(Phrase::timelineNote)) + legend(view) + bars.draw();
    return paragraph(view.say(Phrase::timelineBinned)) + BusyMap(view).draw();
}

}  // namespace loom
