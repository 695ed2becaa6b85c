// Formats that are told apart only to say what is wrong with giving them as a workload.
#include "core/io/formats.h"
#include "core/io/place.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

class RecognisedOnly final : public WorkloadImporter {
public:
    RecognisedOnly(std::string name, bool (*test)(std::string_view), std::string remark)
        : name_(std::move(name)), test_(test), remark_(std::move(remark)) {}

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] bool recognises(std::string_view content) const override { return test_(content); }

private:
    Status fill(std::string_view content, WorkloadDraft&) const override {
        const std::size_t entity = xmlRoot(content).empty() ? std::string_view::npos : xmlEntity(content);
        if (entity != std::string_view::npos)
            return failureAt(placeOf(content, entity), "entity declarations are not allowed in XML (" + name_ + ")");
        return failure("format " + name_ + " " + remark_);
    }

    std::string name_;
    bool (*test_)(std::string_view);
    std::string remark_;
};

bool isPlatform(std::string_view content) { return xmlRoot(content) == "platform"; }

// "JOB name submitfile" and "PARENT a CHILD b" of HTCondor; "TASK id command..." of Pegasus-MPI-cluster.
bool isDagman(std::string_view content) {
    for (const std::string_view line : firstLines(content, 50)) {
        const auto row = words(line, 4);
        if (row[0].starts_with("#")) continue;
        return (row[0] == "JOB" && row.size() >= 3) || (row[0] == "PARENT" && row.size() >= 3) || (row[0] == "TASK" && row.size() >= 3);
    }
    return false;
}

}  // namespace

const std::vector<const WorkloadImporter*>& recognisedOnly() {
    static const RecognisedOnly platform("SimGrid platform XML", isPlatform,
                                         "describes a platform, not a workload: give it as the platform"),
        dagman("HTCondor DAGMan or Pegasus-MPI-cluster .dag", isDagman,
               "names programs to run but no runtimes, so there is nothing to simulate");
    static const std::vector<const WorkloadImporter*> all{&platform, &dagman};
    return all;
}

}  // namespace loom
