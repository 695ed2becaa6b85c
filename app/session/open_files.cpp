#include "app/session/open_files.h"

#include <QFileInfo>

#include "core/io/importer.h"
#include "core/io/run_file.h"
#include "core/scenario/input_kind.h"

namespace loom {

namespace {

// What cannot be read here at all, its own reader refuses in better words.
bool isPlatform(const std::string& path) {
    const Result<std::string> content = readContent(path, {.bytes = 64u << 20});
    return content && !platformKind(*content).empty();
}

Status openRun(const std::string& path, OpenedFiles& opened) {
    const Result<RunPtr> run = loadRun(path);
    if (!run) return run.error().in(path);
    opened.run = *run;
    opened.scenario = (*run)->scenario;
    opened.file = std::make_shared<const ScenarioFile>(opened.scenario->file);
    opened.digest = makeDigest(**run, WithFormulas::yes);
    return Done{};
}

// Resolving is the check: what cannot be resolved must not replace what is open.
Status openScenario(const std::string& path, const QString& platform, OpenedFiles& opened) {
    Result<ScenarioFile> read = loadScenarioFile(path);
    if (!read) return read.error().in(path);
    opened.workload = isWorkloadAlone(*read, path);
    if (opened.workload && !platform.isEmpty()) {
        read->platform = FileReference{QFileInfo(platform).absoluteFilePath().toStdString()};
        opened.platform = platform;
    }
    Result<ScenarioPtr> scenario = resolveScenario(*read);
    if (!scenario) return scenario.error().in(path);
    opened.scenario = std::move(*scenario);
    opened.file = std::make_shared<const ScenarioFile>(std::move(*read));
    return Done{};
}

}  // namespace

Result<OpenedFiles> openFiles(const QStringList& paths) {
    OpenedFiles opened;
    QString platform;
    for (const QString& path : paths) {
        const std::string name = path.toStdString();
        QString& place = !looksLikeRun(name) && isPlatform(name) ? platform : opened.path;
        if (place.isEmpty())
            place = path;
        else
            opened.ignored << path;
    }
    if (opened.path.isEmpty()) {
        opened.platform = platform;
        return opened;
    }
    const std::string name = opened.path.toStdString();
    if (const Status read = looksLikeRun(name) ? openRun(name, opened) : openScenario(name, platform, opened); !read) return read.error();
    if (!platform.isEmpty() && opened.platform.isEmpty()) opened.ignored << platform;
    return opened;
}

}  // namespace loom
