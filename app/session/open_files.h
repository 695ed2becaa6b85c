// What people open: told from the content, read whole and checked, before anything that is open is touched.
#pragma once

#include <memory>

#include <QString>
#include <QStringList>

#include "app/session/digest.h"
#include "core/scenario/scenario.h"

namespace loom {

using FilePtr = std::shared_ptr<const ScenarioFile>;

// One of three: a scenario or a workload (`file` and `scenario`), a saved run (`run` and `digest` as well), or a platform alone
// (`platform`), which is not built yet: what it is put into decides whether it fits.
struct OpenedFiles {
    QString path;          // of the scenario, workload or run; empty: a platform alone
    FilePtr file;          // of a run: with what it named by file inline
    ScenarioPtr scenario;  // `file` resolved
    bool workload = false;  // `file` was made around a workload's file
    RunPtr run;
    DigestPtr digest;
    QString platform;     // alone, or the one the workload was put on
    QStringList ignored;  // files that have no place beside the others
};
using OpenedFilesPtr = std::shared_ptr<const OpenedFiles>;

// Any thread; at least one path. The first file that is no platform is opened; a platform beside it is taken when it is a
// workload, which has none of its own. One of these that cannot be read refuses everything.
Result<OpenedFiles> openFiles(const QStringList& paths);

}  // namespace loom
