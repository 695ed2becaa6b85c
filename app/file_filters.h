// What file dialogs offer: every format that can be opened, packed or not.
#pragma once

#include <QString>

namespace loom {

// Everything that can be opened, then each format for itself. In the window's language.
QString openFilters();
QString platformFilters();

}  // namespace loom
