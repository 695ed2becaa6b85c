#include "app/views/dag/node_painter.h"

#include <cmath>

#include <QPainter>

#include "app/views/canvas/pixels.h"
#include "app/views/canvas/state_glyph.h"

namespace loom {

QRgb dotColor(const ThemeColors& colors, TaskState state) {
    const StateStyle& style = colors.state[static_cast<std::size_t>(state)];
    return style.outlineOnly ? mixRgb(colors.panel.rgb(), style.outline.rgb(), 120) : style.fill.rgb();
}

void NodePainter::prepareSprites(int width, int height, double pixelRatio, const ThemeColors& colors) {
    const QSize size(width, height);
    if (spriteSize_ == size && spriteTheme_ == colors.panel.rgb()) return;
    spriteSize_ = size;
    spriteTheme_ = colors.panel.rgb();
    const bool labelled = width >= kLabelWidth * pixelRatio;
    for (std::size_t i = 0; i < kTaskStates; ++i) {
        const auto state = static_cast<TaskState>(i);
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        const QRectF box(0, 0, width, height);
        const bool glyph = width >= kGlyphWidth * pixelRatio;
        paintState(painter, box, colors.state[i], state, colors.panel, glyph && !labelled);
        if (labelled) {  // the glyph moves up to leave the lower part to the name
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(inkOn(colors.state[i].outlineOnly ? colors.panel : colors.state[i].fill));
            painter.drawPath(stateGlyph(state, QRectF(0, height * 0.1, width, height * 0.42)));
        }
        sprites_[i] = image;
    }
}

std::size_t NodePainter::paint(QImage& frame, const DagScene& scene, const Camera& camera, double pixelRatio,
                               const ThemeColors& colors, const std::vector<TaskStatus>& states,
                               std::vector<LabelledNode>& labels) {
    PixelSurface surface(frame);
    const double width = kNodeWidth * camera.scale, height = kNodeHeight * camera.scale;
    const bool sprites = width >= 5;
    const int spriteWidth = static_cast<int>(std::round(width)), spriteHeight = static_cast<int>(std::round(height));
    if (sprites) prepareSprites(spriteWidth, spriteHeight, pixelRatio, colors);
    std::array<QRgb, kTaskStates> dots{};
    for (std::size_t i = 0; i < kTaskStates; ++i) dots[i] = dotColor(colors, static_cast<TaskState>(i));
    const bool labelled = width >= kLabelWidth * pixelRatio;
    const bool known = states.size() == scene.layout.x.size();
    const int dotWidth = std::max(1, static_cast<int>(width)), dotHeight = std::max(1, static_cast<int>(height));
    const int frameWidth = surface.width(), frameHeight = surface.height();
    std::size_t count = 0;
    const QRectF world(camera.toWorld({0, 0}), camera.toWorld(QPointF(frame.width(), frame.height())));
    const auto fetch = [&](TaskId task) {
        if (known) __builtin_prefetch(&states[task.index()]);
    };
    const auto paintOne = [&](TaskId task, float x, float y) {
        const TaskState state = known ? states[task.index()].state : TaskState::waiting;
        const int left = static_cast<int>(std::floor(camera.screenX(x) - width / 2 + 0.5));
        const int top = static_cast<int>(std::floor(camera.screenY(y) - height / 2 + 0.5));
        ++count;
        if (!sprites) {
            const QRgb color = dots[static_cast<std::size_t>(state)];
            if (left < 0 || top < 0 || left + dotWidth > frameWidth || top + dotHeight > frameHeight) {
                surface.fill(left, top, left + dotWidth, top + dotHeight, color);
                return;
            }
            for (int line = top; line < top + dotHeight; ++line) {  // a hundred thousand of these a frame: no clipping, no calls
                QRgb* const row = surface.row(line) + left;
                for (int i = 0; i < dotWidth; ++i) row[i] = color;
            }
            return;
        }
        surface.sprite(left, top, sprites_[static_cast<std::size_t>(state)]);
        if (labelled) labels.push_back({task, state, QRectF(left, top, spriteWidth, spriteHeight)});
    };
    scene.grid.query(world, paintOne, fetch);
    return count;
}

}  // namespace loom
