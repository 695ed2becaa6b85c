#include "app/views/export/export_widget.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPixmap>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

#include "app/theme.h"
#include "app/views/export/vector_paintable.h"

namespace loom {

namespace {

constexpr int kDotsPerInch = 96;       // what texts are laid out for on the screen
constexpr double kPointsPerInch = 72;

// The light theme while it lives. Nothing is shown in between: the event loop has no turn.
class PaperColours {
public:
    explicit PaperColours(bool paper) : dark_(paper && Theme::instance().isDark()) {
        if (dark_) Theme::instance().setDark(false);
    }
    ~PaperColours() {
        if (dark_) Theme::instance().setDark(true);
    }
    PaperColours(const PaperColours&) = delete;
    PaperColours& operator=(const PaperColours&) = delete;

private:
    bool dark_;
};

// A view that another mode has folded away has no room: it gets what it asks for, until it is shown again.
void giveRoom(QWidget* widget) {
    if (!widget->size().isEmpty()) return;
    widget->resize(widget->sizeHint());
    if (widget->layout() != nullptr) widget->layout()->activate();
}

// As shapes and text: views that can do so paint themselves, everything else is painted as Qt does.
void paintTree(QPainter& painter, QWidget* widget) {
    if (auto* view = dynamic_cast<VectorPaintable*>(widget)) return view->paintVector(painter, widget->rect());
    widget->render(&painter, {}, {}, QWidget::RenderFlags(widget->isWindow() ? QWidget::DrawWindowBackground : QWidget::RenderFlag{}));
    for (QObject* child : widget->children()) {
        auto* inside = qobject_cast<QWidget*>(child);
        if (inside == nullptr || inside->isWindow() || !inside->isVisibleTo(widget)) continue;
        painter.save();
        painter.translate(inside->pos());
        painter.setClipRect(inside->rect(), Qt::IntersectClip);
        paintTree(painter, inside);
        painter.restore();
    }
}

void paintAll(QPaintDevice* device, QWidget* widget, double scale) {
    QPainter painter(device);
    painter.scale(scale, scale);
    // A view without a background of its own stands on the window's.
    painter.fillRect(widget->rect(), Theme::instance().colors().window);
    paintTree(painter, widget);
}

QByteArray svgOf(QWidget* widget) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kDotsPerInch);
    generator.setSize(widget->size());
    generator.setViewBox(QRect(QPoint(0, 0), widget->size()));
    generator.setTitle(widget->accessibleName());
    generator.setDescription(QCoreApplication::translate("Export", "Made by Clusterloom"));
    paintAll(&generator, widget, 1);
    return bytes;
}

QByteArray pdfOf(QWidget* widget) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setTitle(widget->accessibleName());
        writer.setCreator(QCoreApplication::translate("Export", "Made by Clusterloom"));
        writer.setPageSize(QPageSize(QSizeF(widget->size()) * (kPointsPerInch / kDotsPerInch), QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        paintAll(&writer, widget, 1);
    }
    return bytes;
}

QByteArray pngOf(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

PictureFormat formatOf(const QString& path) {
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) return PictureFormat::svg;
    return path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ? PictureFormat::pdf : PictureFormat::png;
}

}  // namespace

QImage imageOf(QWidget* widget, double scale, bool paper) {
    const bool recoloured = paper && Theme::instance().isDark();
    giveRoom(widget);
    // What is on the screen already is taken as it is.
    if (scale == 1 && !recoloured) return widget->grab().toImage();
    const PaperColours colours(paper);
    QImage image((QSizeF(widget->size()) * std::clamp(scale, 1.0, kMostPictureScale)).toSize(), QImage::Format_RGB32);
    if (!image.isNull()) paintAll(&image, widget, static_cast<double>(image.width()) / std::max(1, widget->width()));
    return image;
}

std::function<QByteArray()> painted(QWidget* widget, const PictureOptions& options) {
    if (options.format == PictureFormat::png)
        return [image = imageOf(widget, options.scale, options.paper)] { return pngOf(image); };
    giveRoom(widget);
    const PaperColours colours(options.paper);
    return [bytes = options.format == PictureFormat::svg ? svgOf(widget) : pdfOf(widget)] { return bytes; };
}

bool exportWidget(QWidget* widget, const QString& path, QString* error) {
    const QByteArray bytes = painted(widget, {formatOf(path)})();
    QSaveFile file(path);
    const bool saved = !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!saved && error != nullptr) {
        *error = QCoreApplication::translate("Export", "%1 cannot be written: %2").arg(path, file.errorString());
    }
    return saved;
}

}  // namespace loom
