// Toolbar icons: our own SVG drawings in the theme's text colour.
#pragma once

#include <QIcon>
#include <QString>

namespace loom {

// The drawing resources/icons/NAME.svg with `currentColor` replaced; at 1x and 2x, disabled state greyed.
QIcon themedIcon(const QString& name);
// The program's own icon, in its own colours.
QIcon programIcon();

}  // namespace loom
