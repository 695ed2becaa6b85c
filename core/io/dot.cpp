// DOT as SimGrid reads it: a node's size is its work in flop, an edge's size the bytes it carries.
#include <algorithm>
#include <cmath>

#include "core/io/dot_parser.h"
#include "core/io/formats.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

// Between two nodes there is one dependency. Under `strict` what was said last counts; else several edges carry the sum.
void mergeRepeated(DotGraph& graph, WorkloadDraft& draft) {
    std::stable_sort(graph.edges.begin(), graph.edges.end(), [](const DotEdge& a, const DotEdge& b) {
        return std::pair(a.from, a.to) < std::pair(b.from, b.to);
    });
    CaseTally repeated;
    std::size_t kept = 0;
    for (const DotEdge& edge : graph.edges) {
        if (kept == 0 || graph.edges[kept - 1].from != edge.from || graph.edges[kept - 1].to != edge.to) {
            graph.edges[kept++] = edge;
            continue;
        }
        repeated.add(graph.names.text(edge.from) + " -> " + graph.names.text(edge.to));
        double& size = graph.edges[kept - 1].size;
        if (graph.strict)
            size = std::isnan(edge.size) ? size : edge.size;
        else if (edge.size > 0)
            size = size > 0 ? size + edge.size : edge.size;
    }
    graph.edges.resize(kept);
    if (repeated.count() == 0) return;
    const std::string what = graph.strict ? "; the graph is strict, the last one counts" : "; their sizes are added";
    draft.tellAssumed(repeated.line("edge is written again", "edges are written again", what));
}

void addNodes(const DotGraph& graph, WorkloadDraft& draft) {
    CaseTally ends;
    for (std::uint32_t n = 0; n < graph.nodes.size() && !draft.failed(); ++n) {
        const std::string name = graph.names.text(n), category = graph.categories.text(graph.nodes[n].category);
        if (name.empty()) return draft.fail("", "a node's id is empty");
        DraftTask task;
        task.name = name;
        task.kind = category;
        // Entry and exit cost nothing by definition; any other node without a size is one of unknown work.
        const bool end = name == "root" || name == "end";
        if (!std::isnan(graph.nodes[n].size))
            task.work = graph.nodes[n].size;
        else if (end)
            task.work = 0;
        if (end && std::isnan(graph.nodes[n].size)) ends.add(name);
        draft.addTask(task);
    }
    if (ends.count() > 0) draft.tellRead(ends.line("entry or exit node costs nothing", "entry and exit nodes cost nothing"));
}

void addEdges(const DotGraph& graph, WorkloadDraft& draft) {
    CaseTally negative;
    for (const DotEdge& edge : graph.edges) {
        if (edge.size < 0) negative.add(graph.names.text(edge.from) + " -> " + graph.names.text(edge.to));
        if (edge.size > 0)
            draft.addEdge(edge.from, edge.to, edge.size);
        else
            draft.addEdge(edge.from, edge.to);
    }
    if (negative.count() > 0)
        draft.tellRead(negative.line("edge has a negative size: it carries nothing", "edges have negative sizes: they carry nothing"));
}

class Dot final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "DOT"; }
    [[nodiscard]] bool recognises(std::string_view content) const override { return opensDot(content); }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override {
        Result<DotGraph> graph = parseDot(content, draft.limits());
        if (!graph) return graph.error();
        addNodes(*graph, draft);
        mergeRepeated(*graph, draft);
        addEdges(*graph, draft);
        if (graph->more) draft.tellDropped("what follows the first graph is ignored");
        return Done{};
    }
};

}  // namespace

const WorkloadImporter& dotImporter() {
    static const Dot importer;
    return importer;
}

}  // namespace loom
