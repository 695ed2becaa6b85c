// Pegasus DAX, versions 2.1 to 3.x: jobs that use files, and control dependencies as children with parents.
#include "core/io/formats.h"
#include "core/io/lines.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"
#include "core/io/xml_tree.h"

namespace loom {
namespace {

class DaxReader {
public:
    DaxReader(const XmlTree& tree, WorkloadDraft& draft) : root_(tree.root()), draft_(draft) {}

    Status read() {
        for (const XmlElement& element : root_.children())
            if (element.name() == "job" || element.name() == "dag" || element.name() == "dax")
                if (const Status added = addJob(element); !added) return added;
        // Children may stand before the jobs they name.
        for (const XmlElement& element : root_.children())
            if (element.name() == "child")
                if (const Status added = addParents(element); !added) return added;
        // The counts of the header are the writer's opinion; those of children count elements, not dependencies.
        if (const std::string* count = root_.find("jobCount")) draft_.declared.tasks = finiteNumber(*count);
        if (whole_.count() > 0)
            draft_.tellAssumed(whole_.line("job is a whole workflow in a file of its own and counts as one task",
                                           "jobs are whole workflows in files of their own and count as one task each"));
        if (optional_.count() > 0)
            draft_.tellRead(optional_.line("use of a file is optional and counts as any other", "uses of files are optional and count as any other"));
        if (otherLink_.count() > 0)
            draft_.tellDropped(otherLink_.line("use of a file has no direction and is ignored",
                                               "uses of files have no direction and are ignored"));
        return Done{};
    }

private:
    Status addJob(const XmlElement& job);
    Status addUse(const XmlElement& use, std::uint32_t task);
    Status addParents(const XmlElement& child);

    // The number an attribute states; unknown when it is absent or empty.
    Status number(const XmlElement& element, const char* attribute, const std::string& whose, std::optional<double>& value) {
        const std::string* text = element.find(attribute);
        if (text == nullptr || text->empty()) return Done{};
        value = finiteNumber(*text);
        if (!value) return failureAt(element.place(), whose + ": " + attribute + " is " + shown(*text) + ", not a number");
        if (*value < 0) return failureAt(element.place(), whose + ": " + attribute + " is " + *text);
        return Done{};
    }

    XmlElement root_;
    WorkloadDraft& draft_;
    TextTable jobs_, files_;  // numbered as the draft numbers them
    CaseTally otherLink_, optional_, whole_;
};

Status DaxReader::addJob(const XmlElement& job) {
    const std::string id = job.text("id");
    if (id.empty()) return failureAt(job.place(), "a job has no id");
    if (jobs_.find(id) != TextTable::kNone) return failureAt(job.place(), "duplicate job id " + shown(id));
    jobs_.number(id);
    if (job.name() != "job") whole_.add(id);
    const std::string whose = "job " + shown(id);
    DraftTask task;
    task.name = id;
    const std::string kind = job.text("name");
    task.kind = kind;
    if (const Status runtime = number(job, "runtime", whose, task.runtime); !runtime) return runtime;
    if (const Status cores = number(job, "cores", whose, task.cores); !cores) return cores;
    const std::uint32_t number = draft_.addTask(task);
    if (draft_.failed()) return Done{};
    for (const XmlElement& use : job.children())
        if (use.name() == "uses")
            if (const Status used = addUse(use, number); !used) return used;
    return Done{};
}

Status DaxReader::addUse(const XmlElement& use, std::uint32_t task) {
    const std::string* name = use.find("file");
    if (name == nullptr) name = use.find("name");
    if (name == nullptr || name->empty()) return failureAt(use.place(), "a use names no file");
    const std::string link = use.text("link");
    const bool reads = link == "input" || link == "inout", writes = link == "output" || link == "inout";
    if (!reads && !writes) {
        otherLink_.add(*name);
        return Done{};
    }
    if (use.text("optional") == "true") optional_.add(*name);
    const std::size_t before = files_.size();
    const std::uint32_t file = files_.number(*name);
    if (file == before) draft_.addFile(*name);
    if (const std::string* size = use.find("size"); size != nullptr && !size->empty()) {
        const std::optional<std::uint64_t> bytes = wholeNumber(*size);
        if (!bytes) return failureAt(use.place(), "file " + shown(*name) + ": size is " + shown(*size) + ", not a whole number of bytes");
        draft_.sizeFile(file, *bytes);
    }
    if (reads) draft_.reads(task, file);
    if (writes) draft_.writes(task, file);
    return Done{};
}

Status DaxReader::addParents(const XmlElement& child) {
    const std::string name = child.text("ref");
    const std::uint32_t to = jobs_.find(name);
    if (to == TextTable::kNone) return failureAt(child.place(), "child " + shown(name) + " is no job of this file");
    for (const XmlElement& parent : child.children()) {
        if (parent.name() != "parent") continue;
        const std::string parentName = parent.text("ref");
        const std::uint32_t from = jobs_.find(parentName);
        if (from == TextTable::kNone)
            return failureAt(parent.place(), "job " + shown(name) + " names parent " + shown(parentName) + ", which does not exist");
        draft_.addEdge(from, to);
    }
    return Done{};
}

class Dax final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "Pegasus DAX"; }
    [[nodiscard]] bool recognises(std::string_view content) const override { return xmlRoot(content) == "adag"; }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override {
        XmlLimits limits;
        limits.depth = draft.limits().depth;
        Result<XmlTree> tree = XmlTree::parse(content, limits);
        if (!tree) return failureAt(tree.error().place, tree.error().cause + " (" + name() + ")");
        if (tree->root().name() != "adag") return failureAt(tree->root().place(), "the root element is not <adag>");
        if (const std::string version = tree->root().text("version"); !version.empty())
            draft.setFormat(name() + " " + version.substr(0, 20));
        return DaxReader(*tree, draft).read();
    }
};

}  // namespace

const WorkloadImporter& daxImporter() {
    static const Dax importer;
    return importer;
}

}  // namespace loom
