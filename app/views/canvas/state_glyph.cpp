#include "app/views/canvas/state_glyph.h"

#include <cmath>

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPathStroker>

namespace loom {

namespace {

QPainterPath stroked(const QPainterPath& path, double width) {
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    QPainterPath outline = stroker.createStroke(path);
    outline.setFillRule(Qt::WindingFill);
    return outline;
}

QPainterPath arrow(QPointF from, QPointF to, double head) {
    QPainterPath path(from);
    path.lineTo(to);
    const double direction = to.x() > from.x() ? -1 : 1;
    path.moveTo(to.x() + direction * head, to.y() - head);
    path.lineTo(to);
    path.lineTo(to.x() + direction * head, to.y() + head);
    return path;
}

// The unit square [0,1]^2.
QPainterPath unitGlyph(TaskState state) {
    QPainterPath path;
    switch (state) {
        case TaskState::waiting:
            return path;
        case TaskState::ready:
            path.addEllipse(QPointF(0.5, 0.5), 0.2, 0.2);
            return path;
        case TaskState::transfer:
            path = arrow({0.12, 0.33}, {0.88, 0.33}, 0.17);
            path.addPath(arrow({0.88, 0.68}, {0.12, 0.68}, 0.17));
            return stroked(path, 0.1);
        case TaskState::running:
            path.moveTo(0.27, 0.16);
            path.lineTo(0.84, 0.5);
            path.lineTo(0.27, 0.84);
            path.closeSubpath();
            return path;
        case TaskState::done:
            path.moveTo(0.16, 0.54);
            path.lineTo(0.41, 0.78);
            path.lineTo(0.85, 0.24);
            return stroked(path, 0.15);
        case TaskState::failed:
            path.moveTo(0.22, 0.22);
            path.lineTo(0.78, 0.78);
            path.moveTo(0.78, 0.22);
            path.lineTo(0.22, 0.78);
            return stroked(path, 0.15);
        case TaskState::retry:
            path.arcMoveTo(QRectF(0.18, 0.18, 0.64, 0.64), 40);
            path.arcTo(QRectF(0.18, 0.18, 0.64, 0.64), 40, 290);
            path.moveTo(0.57, 0.735);
            path.lineTo(0.777, 0.66);
            path.lineTo(0.815, 0.877);
            return stroked(path, 0.12);
    }
    return path;
}

}  // namespace

QPainterPath stateGlyph(TaskState state, const QRectF& box) {
    const double side = std::min(box.width(), box.height());
    const QTransform place =
        QTransform::fromScale(side, side) * QTransform::fromTranslate(box.center().x() - side / 2, box.center().y() - side / 2);
    return place.map(unitGlyph(state));
}

void paintState(QPainter& painter, const QRectF& box, const StateStyle& style, TaskState state, const QColor& panel,
                bool withGlyph) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::min(box.width(), box.height()) * 0.22;
    const double pen = box.width() >= 12 ? std::clamp(box.height() / 16, 1.0, 2.0) : 1.0;
    const QRectF inner = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter.setPen(QPen(style.outline, pen));
    painter.setBrush(style.outlineOnly ? panel : style.fill);
    painter.drawRoundedRect(inner, radius, radius);
    if (style.hatched && box.width() >= 10) {
        painter.setPen(Qt::NoPen);
        QColor stripe = inkOn(style.fill);
        stripe.setAlphaF(0.35f);
        painter.setBrush(QBrush(stripe, Qt::BDiagPattern));
        painter.drawRoundedRect(inner, radius, radius);
    }
    if (withGlyph) {
        const double side = std::min(box.width(), box.height()) * 0.7;
        painter.setPen(Qt::NoPen);
        painter.setBrush(inkOn(style.outlineOnly ? panel : style.fill));
        painter.drawPath(stateGlyph(state, QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)));
    }
    painter.restore();
}

QString stateName(TaskState state) {
    const auto translated = [](const char* text) { return QCoreApplication::translate("TaskState", text); };
    switch (state) {
        case TaskState::waiting:
            return translated(QT_TRANSLATE_NOOP("TaskState", "waiting"));
        case TaskState::ready:
            return translated(QT_TRANSLATE_NOOP("TaskState", "ready"));
        case TaskState::transfer:
            return translated(QT_TRANSLATE_NOOP("TaskState", "waiting for data"));
        case TaskState::running:
            return translated(QT_TRANSLATE_NOOP("TaskState", "running"));
        case TaskState::done:
            return translated(QT_TRANSLATE_NOOP("TaskState", "done"));
        case TaskState::failed:
            return translated(QT_TRANSLATE_NOOP("TaskState", "failed"));
        case TaskState::retry:
            return translated(QT_TRANSLATE_NOOP("TaskState", "to be retried"));
    }
    return {};
}

QColor inkOn(const QColor& background) {
    const auto linear = [](float c) { return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f); };
    const float luminance =
        0.2126f * linear(background.redF()) + 0.7152f * linear(background.greenF()) + 0.0722f * linear(background.blueF());
    return luminance > 0.22f ? QColor(0x10, 0x14, 0x1c) : QColor(Qt::white);
}

}  // namespace loom
