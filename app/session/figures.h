// Sentences with figures in them, looked up with the figures taken out: "%1 tasks share %2 cores".
#pragma once

#include <QString>

namespace loom {

// What a sentence says in the window's language, from a context of resources/translations/registry_*.ts: its figures with their
// units, names in single quotes, of scripts and of the scheduler that won stand as %1, %2 ... there. English where that has none.
QString translateWithFigures(const char* context, const QString& english);

}  // namespace loom
