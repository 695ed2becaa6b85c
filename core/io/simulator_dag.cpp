// .dag of the Cloud Workflow Simulator: FILE, TASK, INPUTS, OUTPUTS and EDGE, one statement a line, in any order.
#include "core/io/formats.h"
#include "core/io/lines.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

// "genome::fastqSplit:1.0" is a fastqSplit.
std::string_view transformationOf(std::string_view word) {
    if (const std::size_t space = word.find("::"); space != std::string_view::npos) word.remove_prefix(space + 2);
    return word.substr(0, word.find(':'));
}

class DagReader {
public:
    DagReader(std::string_view content, WorkloadDraft& draft) : content_(content), draft_(draft) {}

    // Names may be used before they are declared, so tasks and files come first.
    Status read() {
        if (const Status declared = eachStatement(&DagReader::declare); !declared) return declared;
        return eachStatement(&DagReader::connect);
    }

private:
    using Words = std::vector<std::string_view>;
    Status eachStatement(Status (DagReader::*take)(const Lines&, const Words&)) {
        Lines lines(content_);
        Words words;
        for (std::string_view line; lines.next(line) && !draft_.failed();) {
            splitWords(line, words);
            if (words.empty() || words[0].starts_with("#")) continue;
            if (const Status taken = (this->*take)(lines, words); !taken) return taken;
        }
        return Done{};
    }

    Status declare(const Lines& lines, const Words& words);
    Status connect(const Lines& lines, const Words& words);
    std::uint32_t fileOf(std::string_view name) {
        const std::size_t before = files_.size();
        const std::uint32_t file = files_.number(name);
        if (file == before) draft_.addFile(name);
        return file;
    }

    std::string_view content_;
    WorkloadDraft& draft_;
    TextTable tasks_, files_;  // numbered as the draft numbers them
};

Status DagReader::declare(const Lines& lines, const Words& words) {
    if (words[0] == "FILE") {
        if (words.size() != 3) return lines.wrong(words[0], "a FILE has a name and a size");
        const std::optional<std::uint64_t> bytes = wholeNumber(words[2]);
        if (!bytes) return lines.wrong(words[2], "file " + shown(words[1]) + ": size is " + shown(words[2]) + ", not a whole number of bytes");
        draft_.sizeFile(fileOf(words[1]), *bytes);
    } else if (words[0] == "TASK") {
        if (words.size() != 4) return lines.wrong(words[0], "a TASK has an id, a transformation and a runtime");
        if (tasks_.find(words[1]) != TextTable::kNone) return lines.wrong(words[1], "duplicate task id " + shown(words[1]));
        const std::optional<double> runtime = finiteNumber(words[3]);
        if (!runtime || *runtime < 0) return lines.wrong(words[3], "task " + shown(words[1]) + ": runtime is " + shown(words[3]));
        tasks_.number(words[1]);
        draft_.addTask({words[1], transformationOf(words[2]), runtime, {}, {}});
    } else if (words[0] != "INPUTS" && words[0] != "OUTPUTS" && words[0] != "EDGE") {
        return lines.wrong(words[0], "unknown statement " + shown(words[0]) + "; known: FILE, TASK, INPUTS, OUTPUTS, EDGE");
    }
    return Done{};
}

Status DagReader::connect(const Lines& lines, const Words& words) {
    if (words[0] == "FILE" || words[0] == "TASK") return Done{};
    const bool edge = words[0] == "EDGE";
    if (edge ? words.size() != 3 : words.size() < 2)
        return lines.wrong(words[0], edge ? "an EDGE has a parent and a child" : "a task is missing");
    for (std::size_t i = 1; i < (edge ? 3 : 2); ++i)
        if (tasks_.find(words[i]) == TextTable::kNone)
            return lines.wrong(words[i], std::string(words[0]) + " names task " + shown(words[i]) + ", which does not exist");
    const std::uint32_t task = tasks_.find(words[1]);
    if (edge) draft_.addEdge(task, tasks_.find(words[2]));
    for (std::size_t i = 2; i < words.size() && !edge; ++i) {
        if (words[0] == "INPUTS")
            draft_.reads(task, fileOf(words[i]));
        else
            draft_.writes(task, fileOf(words[i]));
    }
    return Done{};
}

class SimulatorDag final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Cloud Workflow Simulator .dag"; }
    // Any statement may come first; Pegasus-MPI-cluster's TASK has a command where this one has a runtime.
    [[nodiscard]] bool recognises(std::string_view content) const override {
        for (const std::string_view line : firstLines(content, 50)) {
            const auto row = words(line, 5);
            if (row[0].starts_with("#")) continue;
            if (row[0] == "FILE") return row.size() == 3 && isNumber(row[2]);
            if (row[0] == "TASK") return row.size() == 4 && isNumber(row[3]);
            if (row[0] != "EDGE" && row[0] != "INPUTS" && row[0] != "OUTPUTS") return false;
        }
        return false;
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override { return DagReader(content, draft).read(); }
};

}  // namespace

const WorkloadImporter& simulatorDagImporter() {
    static const SimulatorDag importer;
    return importer;
}

}  // namespace loom
