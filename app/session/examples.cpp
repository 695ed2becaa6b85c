#include "app/session/examples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace loom {

namespace {

QStringList scenariosIn(const QString& folder) {
    QStringList found;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString path = dir.filePath(name + QStringLiteral("/scenario.json"));
        if (QFileInfo::exists(path)) found << QDir::cleanPath(path);
    }
    return found;
}

}  // namespace

QStringList exampleFiles() {
    // Installed; then build/<preset>/bin inside the sources.
    for (const char* relative : {"/../share/clusterloom/examples", "/../../../examples"}) {
        const QStringList found = scenariosIn(QCoreApplication::applicationDirPath() + QLatin1String(relative));
        if (!found.isEmpty()) return found;
    }
    return scenariosIn(QStringLiteral(":/examples"));
}

QStringList stockPlatforms() {
    for (const char* relative : {"/../share/clusterloom/platforms", "/../../../resources/platforms"}) {
        QStringList found;
        const QDir dir(QCoreApplication::applicationDirPath() + QLatin1String(relative));
        for (const QString& name : dir.entryList({QStringLiteral("*.json"), QStringLiteral("*.xml")}, QDir::Files, QDir::Name))
            found << QDir::cleanPath(dir.filePath(name));
        if (!found.isEmpty()) return found;
    }
    return {};
}

QString exampleName(const QString& path) { return QFileInfo(path).dir().dirName(); }

FilePtr readCompiledIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return nullptr;
    Result<ScenarioFile> parsed = parseScenario(file.readAll().toStdString(), path.toStdString());
    return parsed ? std::make_shared<const ScenarioFile>(std::move(*parsed)) : nullptr;
}

FilePtr plainExample() {
    ScenarioFile file;
    file.name = "Cholesky";
    file.workload = Spec{"cholesky", {}};
    file.platform = Spec{"star", {{"nodes", "8"}}};
    return std::make_shared<const ScenarioFile>(std::move(file));
}

}  // namespace loom
