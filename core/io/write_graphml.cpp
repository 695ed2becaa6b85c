#include "core/graph/graph_measures.h"
#include "core/io/text_escape.h"
#include "core/io/writers.h"

namespace loom {

namespace {

constexpr const char* kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
    "  xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
    "  <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
    "  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
    "  <key id=\"work\" for=\"node\" attr.name=\"work\" attr.type=\"double\"/>\n"
    "  <key id=\"cores\" for=\"node\" attr.name=\"cores\" attr.type=\"int\"><default>1</default></key>\n"
    "  <key id=\"memory\" for=\"node\" attr.name=\"memory\" attr.type=\"double\"/>\n"
    "  <key id=\"accelerator\" for=\"node\" attr.name=\"accelerator\" attr.type=\"string\"/>\n"
    "  <key id=\"bytes\" for=\"edge\" attr.name=\"bytes\" attr.type=\"double\"><default>0</default></key>\n";

std::string data(const char* key, const std::string& value) {
    return std::string("<data key=\"") + key + "\">" + value + "</data>";
}

std::string nodeOf(const TaskGraph& graph, TaskId task) {
    const bool plain = graph.runtimes(task).empty();
    std::string out = "    <node id=\"n" + std::to_string(task.value) + "\">" + data("name", xmlText(graph.name(task))) +
                      data("kind", xmlText(graph.kindName(graph.kind(task)))) +
                      data("work", finiteNumber(plain ? graph.work(task) : referenceSeconds(graph, task) * 1e9));
    if (graph.cores(task) > 1) out += data("cores", std::to_string(graph.cores(task)));
    if (graph.memory(task) > 0) out += data("memory", finiteNumber(graph.memory(task)));
    if (!graph.accelerator(task).empty()) out += data("accelerator", xmlText(graph.accelerator(task)));
    return out + "</node>\n";
}

}  // namespace

std::string writeGraphMl(const TaskGraph& graph, const std::string& name) {
    std::string out = std::string(kHead) + "  <graph edgedefault=\"directed\">\n    <desc>" + xmlText(name) + "</desc>\n";
    for (std::size_t t = 0; t < graph.taskCount(); ++t) out += nodeOf(graph, TaskId(t));
    for (std::size_t e = 0; e < graph.edgeCount(); ++e) {
        const EdgeId edge(e);
        out += "    <edge source=\"n" + std::to_string(graph.source(edge).value) + "\" target=\"n" +
               std::to_string(graph.target(edge).value) + "\">";
        if (const double bytes = graph.edgeBytes(edge); bytes > 0) out += data("bytes", finiteNumber(bytes));
        out += "</edge>\n";
    }
    return out + "  </graph>\n</graphml>\n";
}

}  // namespace loom
