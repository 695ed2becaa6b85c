// The real run's result as the desktop shows it.
#pragma once

#include <memory>

#include <QString>
#include <QStringList>

#include "core/trace/run.h"

namespace loom {

struct RealAnswer {
    RunPtr run;                    // measured
    RunPtr predicted;              // simulated with the measured task times
    double measuredMakespan = 0;   // s
    double predictedMakespan = 0;  // s
    double relativeError = 0;      // (predicted - measured) / measured
    double overheadSeconds = 0;    // per task
    QString summary;               // of the kernel's answers; may be empty
    QStringList notes;             // where weights came from and the like, whole sentences
};
using RealAnswerPtr = std::shared_ptr<const RealAnswer>;

}  // namespace loom
