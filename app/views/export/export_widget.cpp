#include "app/views/export/export_widget.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

#include "app/views/export/vector_paintable.h"

namespace loom {

namespace {

QByteArray paintSvg(QWidget* widget) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(widget->size());
    generator.setViewBox(QRect(QPoint(0, 0), widget->size()));
    generator.setTitle(widget->accessibleName());
    generator.setDescription(QCoreApplication::translate("Export", "Made by Clusterloom"));
    QPainter painter(&generator);
    if (auto* view = dynamic_cast<VectorPaintable*>(widget))
        view->paintVector(painter, QRect(QPoint(0, 0), widget->size()));
    else
        widget->render(&painter);
    painter.end();
    return bytes;
}

QByteArray paintPng(QWidget* widget) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    widget->grab().toImage().save(&buffer, "PNG");
    return bytes;
}

}  // namespace

bool exportWidget(QWidget* widget, const QString& path, QString* error) {
    const bool svg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    const QByteArray bytes = svg ? paintSvg(widget) : paintPng(widget);
    QSaveFile file(path);
    const bool saved = !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!saved && error != nullptr) {
        *error = QCoreApplication::translate("Export", "%1 cannot be written: %2").arg(path, file.errorString());
    }
    return saved;
}

}  // namespace loom
