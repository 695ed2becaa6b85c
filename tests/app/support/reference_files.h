// The reference files, where there are any.
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QStringList>

namespace loom::test {

// The folder of reference data: of $LOOM_SHARED, else of ../shared seen from the project's root.
inline QString referenceFolder() {
    return QDir::cleanPath(qEnvironmentVariable("LOOM_SHARED", QStringLiteral(LOOM_SOURCE_DIR "/../shared")) + QStringLiteral("/data"));
}

inline QStringList filesBelow(const QString& folder) {
    QStringList files;
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) files << each.next();
    files.sort();
    return files;
}

}  // namespace loom::test
