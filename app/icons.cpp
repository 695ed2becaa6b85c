#include "app/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include "app/theme.h"

namespace loom {

namespace {

constexpr int kSize = 20;  // logical pixels

QPixmap render(const QByteArray& svg, const QColor& colour, int pixels) {
    QByteArray coloured = svg;
    coloured.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(coloured);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

QByteArray readIcon(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QIcon themedIcon(const QString& name) {
    const QByteArray svg = readIcon(name);
    QIcon icon;
    if (svg.isEmpty()) return icon;
    const ThemeColors& colors = Theme::instance().colors();
    for (int scale : {1, 2}) {
        const int pixels = kSize * scale;
        const QPixmap normal = render(svg, colors.text, pixels);
        QPixmap disabled(normal.size());
        disabled.fill(Qt::transparent);
        QPainter painter(&disabled);
        painter.setOpacity(0.4);
        painter.drawPixmap(0, 0, normal);
        painter.end();
        icon.addPixmap(normal, QIcon::Normal);
        icon.addPixmap(disabled, QIcon::Disabled);
    }
    return icon;
}

QIcon programIcon() {
    const QByteArray svg = readIcon(QStringLiteral("clusterloom"));
    QIcon icon;
    for (int pixels : {16, 32, 64, 128}) icon.addPixmap(render(svg, Qt::black, pixels));
    return icon;
}

}  // namespace loom
