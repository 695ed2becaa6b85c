#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace loom {

QStringList languages() { return {QStringLiteral("en"), QStringLiteral("zh_CN")}; }

QString languageName(const QString& code) {
    return code == QLatin1String("zh_CN") ? QString::fromUtf8("简体中文") : QStringLiteral("English");
}

QString systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

bool installLanguage(const QString& code) {
    if (!languages().contains(code)) return false;
    // Owned by the application object: translators must outlive every text made with them.
    static QTranslator* own = nullptr;
    static QTranslator* registry = nullptr;
    static QTranslator* qt = nullptr;
    for (QTranslator** translator : {&own, &registry, &qt}) {
        if (*translator == nullptr) continue;
        QCoreApplication::removeTranslator(*translator);
        delete *translator;
        *translator = nullptr;
    }
    QLocale::setDefault(QLocale(code));
    // English has a file too: it holds the plural forms.
    own = new QTranslator(QCoreApplication::instance());
    QObject::connect(own, &QObject::destroyed, [] { own = nullptr; });
    const bool found = own->load(QStringLiteral(":/i18n/clusterloom_%1.qm").arg(code));
    QCoreApplication::installTranslator(own);
    // What the registries say is English as it is.
    registry = new QTranslator(QCoreApplication::instance());
    QObject::connect(registry, &QObject::destroyed, [] { registry = nullptr; });
    if (registry->load(QStringLiteral(":/i18n/registry_%1.qm").arg(code))) QCoreApplication::installTranslator(registry);
    qt = new QTranslator(QCoreApplication::instance());
    QObject::connect(qt, &QObject::destroyed, [] { qt = nullptr; });
    if (qt->load(QStringLiteral("qtbase_%1").arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
    return found;
}

}  // namespace loom
