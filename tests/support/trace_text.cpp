#include "tests/support/trace_text.h"

#include <limits>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "core/graph/graph_builder.h"

namespace loom::test {

namespace {

using Words = std::vector<std::string>;

[[noreturn]] void refuse(const std::string& line, const std::string& why) {
    throw std::invalid_argument("test text '" + line + "': " + why);
}

// Lines without comments and blank ones, each cut into words.
std::vector<Words> linesOf(const std::string& text) {
    std::vector<Words> lines;
    std::string line;
    const auto finish = [&] {
        std::istringstream stream(line.substr(0, line.find("# ")));
        Words words;
        for (std::string word; stream >> word;) words.push_back(word);
        if (!words.empty()) lines.push_back(words);
        line.clear();
    };
    for (char c : text) {
        if (c == '\n' || c == ';')
            finish();
        else
            line += c;
    }
    finish();
    return lines;
}

std::string joined(const Words& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
}

// The value of `key=` among the words, or the fallback.
std::string option(const Words& words, const std::string& key, const std::string& fallback) {
    for (const std::string& word : words) {
        if (word.rfind(key + "=", 0) == 0) return word.substr(key.size() + 1);
    }
    return fallback;
}

struct WorldText {
    std::vector<NodeInfo> nodes;
    NodeId storage;
    double latency = 0;
    GraphBuilder graph;

    void add(const Words& words);
    void addNode(const Words& words);
    void addTask(const Words& words);
    void addFile(const Words& words);
    TaskId task(const std::string& name, const Words& words) const {
        const TaskId id = graph.find(name);
        if (!id.valid()) refuse(joined(words), "no task " + name);
        return id;
    }
};

void WorldText::addNode(const Words& words) {
    NodeInfo node;
    node.name = words.at(1);
    node.speed = std::stod(option(words, "speed", "1"));
    node.cores = words[0] == "storage" ? 0 : static_cast<std::uint32_t>(std::stoul(option(words, "cores", "1")));
    node.memory = std::stod(option(words, "memory", "0"));
    node.group = option(words, "group", "");
    const auto gpus = static_cast<std::uint32_t>(std::stoul(option(words, "gpu", "0")));
    if (gpus > 0) node.accelerators.push_back({"gpu", gpus, node.speed});
    if (words[0] == "storage") storage = NodeId(nodes.size());
    nodes.push_back(node);
}

void WorldText::addTask(const Words& words) {
    TaskAttributes task;
    task.name = words.at(1);
    if (words.at(2).find(',') == std::string::npos) {
        task.work = std::stod(words[2]);
    } else {
        std::istringstream stream(words[2]);
        for (std::string part; std::getline(stream, part, ',');) task.runtimes.push_back(std::stod(part));
    }
    task.cores = static_cast<std::uint32_t>(std::stoul(option(words, "cores", "1")));
    task.memory = std::stod(option(words, "memory", "0"));
    task.release = std::stod(option(words, "release", "0"));
    task.accelerator = option(words, "accelerator", "");
    task.kind = option(words, "kind", "");
    graph.addTask(task);
}

void WorldText::addFile(const Words& words) {
    const bool input = words.at(3) == "->";
    const DataId data = graph.addData(words.at(1), std::stod(words.at(2)), input ? TaskId::none() : task(words[3], words));
    for (std::size_t i = input ? 4 : 5; i < words.size(); ++i) graph.addInput(task(words[i], words), data);
}

void WorldText::add(const Words& words) {
    if (words[0] == "node" || words[0] == "storage") return addNode(words);
    if (words[0] == "task") return addTask(words);
    if (words[0] == "file") return addFile(words);
    if (words[0] == "latency") {
        latency = std::stod(words.at(1));
        return;
    }
    if (words[0] != "edge") refuse(joined(words), "unknown thing");
    graph.addEdge(task(words.at(1), words), task(words.at(3), words));
}

std::uint32_t taskIndex(const Run& run, const std::string& name, const Words& words) {
    const auto id = run.scenario->graph->find(name);
    if (!id) refuse(joined(words), "no task " + name);
    return id->value;
}

std::uint32_t dataIndex(const Run& run, const std::string& name, const Words& words) {
    const TaskGraph& graph = *run.scenario->graph;
    for (std::uint32_t i = 0; i < graph.dataCount(); ++i) {
        if (graph.dataName(DataId(i)) == name) return i;
    }
    refuse(joined(words), "no file " + name);
}

// "P1" or "P1:2" into a and b.
void setNode(const Run& run, const std::string& text, const Words& words, Record& record) {
    const std::size_t colon = text.find(':');
    const NodeId node = run.scenario->platform->find(text.substr(0, colon));
    if (!node.valid()) refuse(joined(words), "no node " + text);
    record.a = node.value;
    if (colon != std::string::npos) record.b = static_cast<std::uint32_t>(std::stoul(text.substr(colon + 1)));
}

std::uint32_t nodeIndex(const Run& run, const std::string& text, const Words& words) {
    Record record;
    setNode(run, text, words, record);
    return record.a;
}

Reason reasonOf(const std::string& word, const Words& words) {
    if (word == "crashed") return Reason::nodeCrashed;
    if (word == "error") return Reason::taskError;
    if (word == "lost") return Reason::outputLost;
    refuse(joined(words), "unknown reason");
}

Outcome outcomeOf(const std::string& word, const Words& words) {
    const std::vector<std::string> names{"finished", "failed", "stuck", "cancelled"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == word) return static_cast<Outcome>(i);
    }
    refuse(joined(words), "unknown outcome");
}

const std::map<std::string, RecordKind>& verbs() {
    static const std::map<std::string, RecordKind> table{
        {"ready", RecordKind::taskReady},    {"place", RecordKind::taskPlaced},
        {"retry", RecordKind::taskRetry},    {"refuse", RecordKind::placementRefused},
        {"begin", RecordKind::computeBegin}, {"end", RecordKind::computeEnd},
        {"fail", RecordKind::computeFailed}, {"send", RecordKind::transferBegin},
        {"arrive", RecordKind::transferEnd}, {"break", RecordKind::transferLost},
        {"gone", RecordKind::dataLost},      {"initial", RecordKind::dataInitial},
        {"down", RecordKind::nodeDown},      {"up", RecordKind::nodeUp},
        {"speed", RecordKind::nodeSpeed},    {"over", RecordKind::runEnd},
    };
    return table;
}

Record recordOf(const Run& run, const Words& words) {
    const auto verb = verbs().find(words.at(1));
    if (verb == verbs().end()) refuse(joined(words), "unknown verb");
    Record record;
    record.time = Time::fromSeconds(std::stod(words[0]));
    record.kind = verb->second;
    switch (record.kind) {
        case RecordKind::taskReady:
            record.subject = taskIndex(run, words.at(2), words);
            break;
        case RecordKind::taskRetry:
            record.subject = taskIndex(run, words.at(2), words);
            record.a = static_cast<std::uint32_t>(reasonOf(words.at(3), words));
            break;
        case RecordKind::taskPlaced:
        case RecordKind::placementRefused:
        case RecordKind::computeBegin:
        case RecordKind::computeEnd:
        case RecordKind::computeFailed:
            record.subject = taskIndex(run, words.at(2), words);
            setNode(run, words.at(3), words, record);
            if (words.size() > 4) record.extra = static_cast<std::uint16_t>(std::stoul(words[4].substr(1)));
            break;
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
            record.subject = dataIndex(run, words.at(2), words);
            record.a = nodeIndex(run, words.at(3), words);
            record.b = nodeIndex(run, words.at(4), words);
            break;
        case RecordKind::dataLost:
        case RecordKind::dataInitial:
            record.subject = dataIndex(run, words.at(2), words);
            record.a = nodeIndex(run, words.at(3), words);
            break;
        case RecordKind::nodeDown:
        case RecordKind::nodeUp:
            record.subject = nodeIndex(run, words.at(2), words);
            break;
        case RecordKind::nodeSpeed:
            record.subject = nodeIndex(run, words.at(2), words);
            record.a = static_cast<std::uint32_t>(std::stod(words.at(3)) * 1e6);
            break;
        case RecordKind::runEnd:
            record.subject = static_cast<std::uint32_t>(outcomeOf(words.at(2), words));
            break;
        case RecordKind::control:
        case RecordKind::linkDown:
        case RecordKind::linkUp:
        case RecordKind::linkRate:
        case RecordKind::linkLatency:
            refuse(joined(words), "not in the notation");
    }
    return record;
}

}  // namespace

Run runFromText(const std::string& world, const std::string& trace) {
    WorldText text;
    for (const Words& words : linesOf(world)) text.add(words);
    auto graph = text.graph.build();
    if (!graph) throw std::invalid_argument("test graph: " + graph.error().text());
    const std::size_t pairs = text.nodes.size() * text.nodes.size();
    auto platform = fullPlatform(text.nodes, std::vector<double>(pairs, 1.0), std::vector<double>(pairs, text.latency), text.storage);
    if (!platform) throw std::invalid_argument("test platform: " + platform.error().text());
    auto scenario = std::make_shared<Scenario>();
    scenario->graph = std::make_shared<const TaskGraph>(std::move(graph).value());
    scenario->platform = std::make_shared<const Platform>(std::move(platform).value());
    Run run;
    run.scenario = scenario;
    run.trace = std::make_shared<Trace>();
    appendText(run, trace);
    return run;
}

void appendText(Run& run, const std::string& trace) {
    for (const Words& words : linesOf(trace)) {
        const Record record = recordOf(run, words);
        run.trace->append(record);
        if (record.kind == RecordKind::runEnd) run.outcome = static_cast<Outcome>(record.subject);
    }
}

Record recordFromText(const Run& run, const std::string& line) { return recordOf(run, linesOf(line).at(0)); }

}  // namespace loom::test
