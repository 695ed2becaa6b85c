// WfFormat's JSON, event by event: only the fields we use are kept, so memory follows the workflow, not the file.
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/units.h"
#include "core/io/json_records.h"
#include "core/io/place.h"
#include "core/io/wfformat_document.h"

namespace loom {
namespace {

using Json = nlohmann::json;

// What the object or array being read is.
enum class Part {
    outside,
    root,
    workflow,
    specification,
    execution,
    tasks,
    task,
    executedTasks,
    executedTask,
    files,
    file,
    usedFiles,
    usedFile,
    texts,
    machines,
    machine,
    processor,
    machineNames,
    ignored
};

struct Scalar {
    enum class Kind { null, boolean, number, text } kind = Kind::null;
    double number = 0;
    std::optional<std::uint64_t> whole;  // the number, if it is one without sign and fraction
    const std::string* text = nullptr;
};

struct Frame {
    Part part = Part::outside;
    bool array = false;
    std::string key;        // of the value being read, in an object
    std::size_t index = 0;  // of the value being read, in an array
    std::uint64_t seen = 0;  // the keys of kKeys the object has had, a bit each
};

// The keys that are read: one that stands twice in an object would be read twice, and nobody could say which one counts.
constexpr std::array<std::string_view, 31> kKeys{
    "category",   "children", "coreCount",     "cores",          "count",       "cpu",       "execution",       "files",
    "id",         "inputFiles", "jobs",        "link",           "machine",     "machines",  "makespan",        "makespanInSeconds",
    "memory",     "memoryInBytes", "name",     "nodeName",       "outputFiles", "parents",   "path",            "runtime",
    "runtimeInSeconds", "schemaVersion", "size", "sizeInBytes",  "specification", "tasks",   "workflow"};
static_assert(std::is_sorted(kKeys.begin(), kKeys.end()) && kKeys.size() <= 64);

class Reader {
public:
    Reader(std::string_view content, const ImportLimits& limits) : content_(content), limits_(limits) { frames_.emplace_back(); }

    // The events of nlohmann's SAX interface; false stops the parser.
    bool null() { return scalar({}); }
    bool boolean(bool) { return scalar({Scalar::Kind::boolean, 0, {}, nullptr}); }
    bool number_integer(std::int64_t value) { return scalar({Scalar::Kind::number, static_cast<double>(value), {}, nullptr}); }
    bool number_unsigned(std::uint64_t value) {
        return scalar({Scalar::Kind::number, static_cast<double>(value), value, nullptr});
    }
    bool number_float(double value, const std::string&) {
        Scalar number{Scalar::Kind::number, value, {}, nullptr};
        if (value >= 0 && value < 1.8e19 && value == std::floor(value)) number.whole = static_cast<std::uint64_t>(value);
        return scalar(number);
    }
    bool string(std::string& text) { return scalar({Scalar::Kind::text, 0, {}, &text}); }
    bool binary(Json::binary_t&) { return fail(path(), "binary values are not JSON"); }
    bool key(std::string& name) {
        Frame& frame = frames_.back();
        frame.key = name;
        if (frame.part == Part::ignored) return true;
        const auto known = std::lower_bound(kKeys.begin(), kKeys.end(), name);
        if (known == kKeys.end() || *known != name) return true;
        const std::uint64_t bit = 1ull << (known - kKeys.begin());
        if ((frame.seen & bit) != 0) return fail(path(), "the key '" + name + "' stands twice in one object");
        frame.seen |= bit;
        return true;
    }
    bool start_object(std::size_t) { return open(false); }
    bool start_array(std::size_t) { return open(true); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string&, const Json::exception& fault) {
        std::string cause = fault.what();
        const bool atEnd = position > content_.size() || cause.find("unexpected end of input") != std::string::npos;
        if (atEnd) return fail(placeOf(content_, content_.size()), "unexpected end of JSON");
        cause = jsonCause(cause);
        return fail(placeOf(content_, position > 0 ? position - 1 : 0), "invalid JSON: " + cause);
    }

    std::optional<Error> error;
    WfDocument document;

private:
    bool fail(std::string place, std::string cause) {
        if (!error) error = failureAt(std::move(place), std::move(cause));
        return false;
    }
    // The value being read: "workflow.tasks[3].runtime".
    [[nodiscard]] std::string path() const {
        std::string text;
        for (std::size_t i = 1; i < frames_.size(); ++i) {
            const Frame& frame = frames_[i];
            if (frame.array)
                text += "[" + std::to_string(frame.index) + "]";
            else
                text += (text.empty() ? "" : ".") + frame.key.substr(0, 100);
        }
        return text;
    }
    [[nodiscard]] Part partOfMember(const Frame& parent) const;
    bool open(bool array);
    bool enter(Part part);
    bool close();
    bool scalar(const Scalar& value);
    bool executedScalar(WfExecution& executed, const std::string& key, const Scalar& value);
    void machineScalar(WfMachine& machine, const std::string& key, const Scalar& value);
    bool listedText(const Scalar& value);
    bool taskScalar(const std::string& key, const Scalar& value);
    bool fileScalar(WfFile& file, const std::string& key, const Scalar& value);
    bool measure(WfMeasures& measures, const std::string& key, const Scalar& value);
    bool take(std::optional<double>& slot, const Scalar& value, double factor = 1);
    bool take(std::uint32_t& slot, const Scalar& value);

    std::string_view content_;
    const ImportLimits& limits_;
    std::vector<Frame> frames_;
    std::vector<std::uint32_t>* list_ = nullptr;  // where the texts of the current array go
    std::uint64_t references_ = 0;
    std::string filePath_, fileName_;  // of the used file being read
};

// What the value under the parent's current key is, when it is an object or an array.
Part Reader::partOfMember(const Frame& parent) const {
    const std::string& key = parent.key;
    switch (parent.part) {
        case Part::outside:
            return Part::root;
        case Part::root:
            return key == "workflow" ? Part::workflow : Part::ignored;
        case Part::workflow:
            if (key == "specification") return Part::specification;
            if (key == "execution") return Part::execution;
            if (key == "machines") return Part::machines;
            return key == "tasks" || key == "jobs" ? Part::tasks : Part::ignored;
        case Part::specification:
            return key == "tasks" ? Part::tasks : key == "files" ? Part::files : Part::ignored;
        case Part::execution:
            if (key == "machines") return Part::machines;
            return key == "tasks" ? Part::executedTasks : Part::ignored;
        case Part::tasks:
            return Part::task;
        case Part::executedTasks:
            return Part::executedTask;
        case Part::executedTask:
            return key == "machines" ? Part::machineNames : Part::ignored;
        case Part::machines:
            return Part::machine;
        case Part::machine:
            return key == "cpu" ? Part::processor : Part::ignored;
        case Part::files:
            return Part::file;
        case Part::usedFiles:
            return Part::usedFile;
        case Part::task:
            if (key == "files") return Part::usedFiles;
            return key == "parents" || key == "children" || key == "inputFiles" || key == "outputFiles" ? Part::texts
                                                                                                        : Part::ignored;
        default:
            return Part::ignored;
    }
}

bool isList(Part part) {
    return part == Part::tasks || part == Part::executedTasks || part == Part::files || part == Part::usedFiles ||
           part == Part::texts || part == Part::machines || part == Part::machineNames;
}

// What is only compared with: in another shape it is passed over.
bool isRecord(Part part) {
    return part == Part::machines || part == Part::machine || part == Part::processor || part == Part::machineNames;
}

bool Reader::open(bool array) {
    if (frames_.size() > limits_.depth) return fail(path(), "nested deeper than " + std::to_string(limits_.depth) + " levels");
    Part part = partOfMember(frames_.back());
    if (isRecord(part) && isList(part) != array) part = Part::ignored;
    if (frames_.back().part == Part::texts) return fail(path(), "expected text");
    if (part != Part::ignored && isList(part) != array) return fail(path(), array ? "expected an object" : "expected an array");
    if (!enter(part)) return false;
    frames_.push_back({part, array, {}, 0, 0});
    return true;
}

bool Reader::enter(Part part) {
    WfDocument& d = document;
    if (part == Part::specification) d.split = true;
    if (part == Part::tasks) d.anyTasks = true;
    if (part == Part::task) {
        if (d.tasks.size() >= limits_.tasks) return fail(path(), "more than " + std::to_string(limits_.tasks) + " tasks");
        d.tasks.emplace_back();
    }
    if (part == Part::executedTask) d.executions.emplace_back();
    if (part == Part::machine) d.machines.emplace_back();
    if (part == Part::file) d.files.emplace_back();
    if (part == Part::usedFile) {
        d.tasks.back().files.emplace_back();
        filePath_.clear();
        fileName_.clear();
    }
    if (part == Part::texts) {
        WfTask& task = d.tasks.back();
        const std::string& key = frames_.back().key;
        list_ = key == "parents"      ? &task.parents
                : key == "children"   ? &task.children
                : key == "inputFiles" ? &task.inputFiles
                                      : &task.outputFiles;
    }
    if (part == Part::usedFile && ++references_ > limits_.edges)
        return fail(path(), "more than " + std::to_string(limits_.edges) + " references");
    return true;
}

bool Reader::close() {
    if (frames_.back().part == Part::usedFile) {
        WfFile& file = document.tasks.back().files.back();
        if (fileName_.empty()) return fail(path(), "a file has no name");
        file.name = document.texts.number(fileName_);
        // A zero byte cannot stand in either, so different pairs stay different.
        file.key = document.texts.number(filePath_ + '\0' + fileName_);
    }
    frames_.pop_back();
    ++frames_.back().index;
    return true;
}

bool Reader::take(std::optional<double>& slot, const Scalar& value, double factor) {
    if (value.kind == Scalar::Kind::null) return true;
    if (value.kind != Scalar::Kind::number) return fail(path(), "expected a number");
    slot = value.number * factor;
    return true;
}

bool Reader::take(std::uint32_t& slot, const Scalar& value) {
    if (value.kind == Scalar::Kind::null) return true;
    if (value.kind != Scalar::Kind::text) return fail(path(), "expected text");
    slot = document.texts.number(*value.text);
    return true;
}

bool Reader::measure(WfMeasures& measures, const std::string& key, const Scalar& value) {
    if (key == "runtime" || key == "runtimeInSeconds") return take(measures.runtime, value);
    if (key == "cores" || key == "coreCount") return take(measures.cores, value);
    if (key == "memoryInBytes") return take(measures.memory, value);
    // KB of Linux, up to 1.3; files that were migrated keep it beside memoryInBytes.
    if (key == "memory" && !measures.memory) return take(measures.memory, value, 1024);
    return true;
}

bool Reader::taskScalar(const std::string& key, const Scalar& value) {
    WfTask& task = document.tasks.back();
    if (key == "name") return take(task.name, value);
    if (key == "id") return take(task.id, value);
    if (key == "category") return take(task.category, value);
    if (key == "machine" && value.kind == Scalar::Kind::text) task.machine = document.texts.number(*value.text);
    return measure(task.measures, key, value);
}

bool Reader::fileScalar(WfFile& file, const std::string& key, const Scalar& value) {
    if (key == "size" || key == "sizeInBytes") {
        if (value.kind == Scalar::Kind::null) return true;
        if (!value.whole)
            return fail(path(), value.kind == Scalar::Kind::number
                                    ? "a file size is a whole number of bytes, not " + formatNumber(value.number)
                                    : "expected a number");
        file.bytes = value.whole;
        return true;
    }
    const bool texts = key == "name" || key == "path" || key == "link";
    if (!texts || value.kind == Scalar::Kind::null) return true;
    if (value.kind != Scalar::Kind::text) return fail(path(), "expected text");
    if (key == "name") fileName_ = *value.text;
    if (key == "path") filePath_ = *value.text;
    if (key != "link") return true;
    if (*value.text != "input" && *value.text != "output")
        return fail(path(), "link is '" + value.text->substr(0, 40) + "'; known: input, output");
    file.output = *value.text == "output";
    return true;
}

bool Reader::scalar(const Scalar& value) {
    Frame& frame = frames_.back();
    const std::string& key = frame.key;
    const Part expected = partOfMember(frame);
    if (expected != Part::ignored && !isRecord(expected) && (value.kind != Scalar::Kind::null || frame.part != Part::task))
        return fail(path(), isList(expected) ? "expected an array" : "expected an object");
    bool fine = true;
    switch (frame.part) {
        case Part::root:
            if (key == "schemaVersion" && value.kind == Scalar::Kind::text) document.version = value.text->substr(0, 40);
            if (key == "schemaVersion" && value.kind == Scalar::Kind::number) document.version = formatNumber(value.number);
            break;
        case Part::workflow:
        case Part::execution:
            if (key == "makespan" || key == "makespanInSeconds") fine = take(document.makespan, value);
            break;
        case Part::task:
            fine = taskScalar(key, value);
            break;
        case Part::executedTask:
            fine = executedScalar(document.executions.back(), key, value);
            break;
        case Part::machineNames:
            if (document.executions.back().machine == TextTable::kNone && value.kind == Scalar::Kind::text)
                document.executions.back().machine = document.texts.number(*value.text);
            break;
        case Part::machine:
        case Part::processor:
            machineScalar(document.machines.back(), key, value);
            break;
        case Part::file:
            if (key == "id") fine = take(document.files.back().key, value);
            if (key == "sizeInBytes") fine = fileScalar(document.files.back(), key, value);
            break;
        case Part::usedFile:
            fine = fileScalar(document.tasks.back().files.back(), key, value);
            break;
        case Part::texts:
            fine = listedText(value);
            break;
        default:
            break;
    }
    ++frame.index;
    return fine;
}

void Reader::machineScalar(WfMachine& machine, const std::string& key, const Scalar& value) {
    if (key == "nodeName" && value.kind == Scalar::Kind::text) machine.name = document.texts.number(*value.text);
    if (value.kind != Scalar::Kind::number || !(value.number > 0)) return;
    if (key == "coreCount" || key == "count") machine.cores = value.number;
    if (key == "memoryInBytes") machine.memory = value.number;
    if (key == "memory" && !machine.memory) machine.memory = value.number * 1024;
}

bool Reader::executedScalar(WfExecution& executed, const std::string& key, const Scalar& value) {
    return key == "id" ? take(executed.id, value) : measure(executed.measures, key, value);
}

bool Reader::listedText(const Scalar& value) {
    if (value.kind != Scalar::Kind::text) return fail(path(), "expected text");
    if (++references_ > limits_.edges) return fail(path(), "more than " + std::to_string(limits_.edges) + " references");
    list_->push_back(document.texts.number(*value.text));
    return true;
}

}  // namespace

Result<WfDocument> readWfDocument(std::string_view content, const ImportLimits& limits) {
    Reader reader(content, limits);
    try {
        Json::sax_parse(content.begin(), content.end(), &reader);
    } catch (const std::exception& fault) {
        return failure(std::string("the JSON parser failed: ") + fault.what());
    }
    if (reader.error) return *reader.error;
    return std::move(reader.document);
}

}  // namespace loom
