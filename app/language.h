// The window's language, changed at run time.
#pragma once

#include <QString>
#include <QStringList>

namespace loom {

// Codes with a translation, English first.
QStringList languages();
// The language's own name for itself.
QString languageName(const QString& code);
// The best known code for the machine's settings.
QString systemLanguage();
// Installs the translators and the number format; every window gets a LanguageChange event. False for an unknown code.
bool installLanguage(const QString& code);

}  // namespace loom
