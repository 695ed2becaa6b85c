#include "app/session/scheduler_text.h"

#include "core/schedule/scheduler.h"

namespace loom {

Result<Spec> readScheduler(const QString& text) {
    Result<Spec> spec = parseSpec(text.toStdString());
    if (!spec || namesScript(*spec)) return spec;
    if (const Result<std::unique_ptr<Scheduler>> known = makeScheduler(*spec); !known) return known.error();
    return spec;
}

}  // namespace loom
