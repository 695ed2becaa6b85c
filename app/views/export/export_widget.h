// A view as a picture: as pixels or as shapes and text.
#pragma once

#include <functional>

#include <QByteArray>
#include <QImage>
#include <QString>

class QWidget;

namespace loom {

enum class PictureFormat { png, svg, pdf };

struct PictureOptions {
    PictureFormat format = PictureFormat::png;
    double scale = 1;    // pixels of a PNG for each of the screen's, at most kMostPictureScale
    bool paper = false;  // in the light theme's colours, whatever the window has
};
inline constexpr double kMostPictureScale = 8;

// GUI thread. `widget` and what is in it, as it stands now.
QImage imageOf(QWidget* widget, double scale, bool paper);

// Paints on the GUI thread; what is returned gives the file's bytes on any thread. No bytes: it could not be painted.
std::function<QByteArray()> painted(QWidget* widget, const PictureOptions& options);

// Writes `widget` as it looks now to `path`: SVG or PDF when the name ends so, else PNG. Atomic: a failed export leaves an old
// file whole. False sets `error` (may be null) to one sentence. GUI thread.
bool exportWidget(QWidget* widget, const QString& path, QString* error);

}  // namespace loom
