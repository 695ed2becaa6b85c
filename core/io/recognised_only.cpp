// Formats whose importers are still to be written. To replace one: write its importer, drop its row here.
#include <algorithm>

#include "core/io/formats.h"
#include "core/io/place.h"
#include "core/io/recognise.h"

namespace loom {
namespace {

class RecognisedOnly final : public WorkloadImporter {
public:
    RecognisedOnly(std::string name, bool (*test)(std::string_view), std::string remark = {})
        : name_(std::move(name)), test_(test), remark_(std::move(remark)) {}

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] bool recognises(std::string_view content) const override { return test_(content); }
    [[nodiscard]] Result<ImportedWorkload> read(std::string_view content, const ImportLimits&) const override {
        const std::size_t entity = xmlRoot(content).empty() ? std::string_view::npos : xmlEntity(content);
        if (entity != std::string_view::npos)
            return failureAt(placeOf(content, entity), "entity declarations are not allowed in XML (" + name_ + ")");
        if (!remark_.empty()) return failure("format " + name_ + remark_);
        return failure("format " + name_ + " is recognised but not yet readable");
    }

private:
    std::string name_;
    bool (*test_)(std::string_view);
    std::string remark_;
};

bool isDax(std::string_view content) { return xmlRoot(content) == "adag"; }
bool isPlatform(std::string_view content) { return xmlRoot(content) == "platform"; }

bool isDot(std::string_view content) {
    for (std::string_view line : firstLines(content, 20)) {
        line = withoutLeadingBlanks(line);
        if (line.starts_with("//") || line.starts_with("#") || line.starts_with("/*") || line.starts_with("*")) continue;
        return line.starts_with("digraph") || line.starts_with("strict digraph");
    }
    return false;
}

// "id time predecessors..." under a count; a deadline may stand behind the time.
bool isStg(std::string_view content) {
    const std::vector<std::string_view> lines = firstLines(content, 2);
    if (lines.size() < 2) return false;
    const auto header = words(lines[0], 3);
    const auto row = words(lines[1], 64);
    if (header.size() > 2 || !std::all_of(header.begin(), header.end(), isWhole)) return false;
    return row.size() >= 3 && row.size() <= 4 && row[0] == "0" && std::all_of(row.begin(), row.end(), isNumber) &&
           row.back() == "0";
}

bool isSwf(std::string_view content) {
    for (std::string_view line : firstLines(content, 200)) {
        if (line[0] == ';') {
            if (line.find(':') != std::string_view::npos) return true;
            continue;
        }
        const auto fields = words(line, 19);
        return fields.size() == 18 && std::all_of(fields.begin(), fields.end(), isNumber);
    }
    return false;
}

bool isAlibaba(std::string_view content) {
    const std::vector<std::string_view> lines = firstLines(content, 1);
    if (lines.empty() || std::count(lines[0].begin(), lines[0].end(), ',') != 8) return false;
    constexpr std::string_view kStates[] = {",Terminated,", ",Failed,", ",Running,", ",Waiting,", ",Cancelled,", ",Interrupted,"};
    return std::any_of(std::begin(kStates), std::end(kStates),
                       [&](std::string_view state) { return lines[0].find(state) != std::string_view::npos; });
}

bool isSpark(std::string_view content) { return withoutLeadingBlanks(content).starts_with("{\"Event\":\"SparkListener"); }

bool isSimulatorDag(std::string_view content) {
    const std::vector<std::string_view> lines = firstLines(content, 1);
    if (lines.empty()) return false;
    const auto row = words(lines[0], 5);
    return (row.size() == 3 && row[0] == "FILE" && isNumber(row[2])) || (row.size() == 4 && row[0] == "TASK" && isNumber(row[3]));
}

}  // namespace

const std::vector<const WorkloadImporter*>& recognisedOnly() {
    static const RecognisedOnly dax("Pegasus DAX", isDax), dot("DOT", isDot), stg("Standard Task Graph (STG)", isStg),
        swf("Standard Workload Format (SWF)", isSwf), alibaba("Alibaba batch_task", isAlibaba), spark("Spark event log", isSpark),
        dag("Cloud Workflow Simulator .dag", isSimulatorDag),
        platform("SimGrid platform XML", isPlatform, " describes a platform, not a workload: give it as the platform");
    static const std::vector<const WorkloadImporter*> all{&dax, &dot, &stg, &swf, &alibaba, &spark, &dag, &platform};
    return all;
}

}  // namespace loom
