#include "app/cli/kept_files.h"

#include "core/base/file.h"
#include "core/io/chrome_trace.h"
#include "core/io/report.h"
#include "core/io/run_file.h"

namespace loom::cli {

Status keep(const Run& run, const KeptFiles& files) {
    if (!files.traceFile.empty())
        if (Status written = writeChromeTrace(run, files.traceFile); !written) return written;
    if (!files.saveFile.empty())
        if (Status saved = saveRun(run, files.saveFile); !saved) return saved;
    if (files.reportFile.empty()) return Done{};
    const Result<ReportLanguage> language = parseReportLanguage(files.language);
    if (!language) return language.error();
    return writeFileAtomically(files.reportFile, writeReport(run, {*language, LOOM_VERSION, files.command}));
}

}  // namespace loom::cli
