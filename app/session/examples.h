// Where the first scenario comes from, so that the window is never empty.
#pragma once

#include <QString>
#include <QStringList>

#include "app/session/document.h"

namespace loom {

// scenario.json of every example folder, in order: beside the program's sources or installed files, else the copies
// compiled in (":/examples/...").
QStringList exampleFiles();
// The stock platforms' files (resources/platforms), in order of their names; empty where they are not installed.
QStringList stockPlatforms();
// The folder's name, for menus.
QString exampleName(const QString& path);
// A compiled-in scenario; null when it cannot be read.
FilePtr readCompiledIn(const QString& path);
// A scenario made in code, for a build without examples.
FilePtr plainExample();

}  // namespace loom
