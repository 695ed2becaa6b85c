#include "core/io/csv.h"

#include <filesystem>
#include <system_error>
#include <vector>

#include "core/base/file.h"
#include "core/base/units.h"
#include "core/io/text_escape.h"

namespace loom {

namespace {

class CsvSink final : public RowSink {
public:
    explicit CsvSink(std::string& out) : out_(out) {}
    void integer(std::int64_t value) override { cell(std::to_string(value)); }
    void real(double value) override { cell(exactNumber(value)); }
    void text(std::string_view value) override { cell(csvText(value)); }
    void null() override { cell(""); }
    Status endRow() override {
        out_ += "\r\n";
        first_ = true;
        return Done{};
    }

private:
    void cell(std::string_view text) {
        if (!first_) out_ += ',';
        first_ = false;
        out_ += text;
    }
    std::string& out_;
    bool first_ = true;
};

}  // namespace

Result<std::string> csvTable(const Run& run, const RunTableDef& table) {
    std::string out;
    CsvSink sink(out);
    for (const RunColumn& column : table.columns) {
        const std::string unit = column.unit;
        sink.text(unit.empty() ? column.name : std::string(column.name) + " [" + unit + "]");
    }
    if (Status status = sink.endRow(); !status) return status.error();
    if (Status status = table.write(run, sink); !status) return status.error();
    return out;
}

Status writeCsvFolder(const Run& run, const std::string& folder, Progress& progress) {
    namespace fs = std::filesystem;
    std::error_code failed;
    const bool made = fs::create_directories(folder, failed);
    if (failed) return Error{folder, {}, "cannot be made: " + failed.message()};
    const auto giveUp = [&](Error error) {
        std::error_code ignored;
        if (made) fs::remove(folder, ignored);  // it is empty: what was written beside the tables goes first
        return error;
    };
    std::vector<ReplacementFile> files;
    progress.begin(runTableDefs().size());
    for (const RunTableDef& table : runTableDefs()) {
        const std::string path = (fs::path(folder) / (std::string(table.name) + ".csv")).string();
        Status status = Done{};
        if (progress.cancelled()) {
            status = Error{folder, {}, "not written: it was cancelled"};
        } else if (const Result<std::string> text = csvTable(run, table); !text) {
            status = text.error().in(path);
        } else if (Result<ReplacementFile> file = ReplacementFile::beside(path); !file) {
            status = file.error();
        } else {
            status = file->write(*text);
            files.push_back(std::move(*file));
        }
        if (!status) {
            files.clear();
            return giveUp(status.error());
        }
        progress.add(1);
    }
    for (ReplacementFile& file : files)
        if (Status written = file.commit(); !written) return written;
    return Done{};
}

}  // namespace loom
