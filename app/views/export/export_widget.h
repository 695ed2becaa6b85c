// Saving a view as a picture.
#pragma once

#include <QString>

class QWidget;

namespace loom {

// Writes `widget` as it looks now to `path`: SVG when the name ends in .svg (as vectors if the view is a
// VectorPaintable), else PNG. Atomic: a failed export leaves an old file whole. False sets `error` (may be null) to one
// sentence. GUI thread.
bool exportWidget(QWidget* widget, const QString& path, QString* error);

}  // namespace loom
