// Nodes straight into pixels, every visible one each frame: recolouring costs nothing extra.
#pragma once

#include <array>
#include <vector>

#include <QImage>

#include "app/theme.h"
#include "app/views/canvas/camera.h"
#include "app/views/dag/dag_scene.h"

namespace loom {

// A visible node whose text is worth drawing.
struct LabelledNode {
    TaskId task;
    TaskState state = TaskState::waiting;
    QRectF box;  // device pixels
};

// GUI thread only; keeps one sprite a state for the current size.
class NodePainter {
public:
    static constexpr double kGlyphWidth = 16;  // logical pixels from which a node carries its glyph
    static constexpr double kLabelWidth = 44;  // and from which its name

    // Fills the nodes `camera` sees into `frame`. `states` may be empty (all waiting). Returns how many were drawn;
    // `labels` receives those wide enough for text.
    std::size_t paint(QImage& frame, const DagScene& scene, const Camera& camera, double pixelRatio, const ThemeColors& colors,
                      const std::vector<TaskStatus>& states, std::vector<LabelledNode>& labels);

private:
    void prepareSprites(int width, int height, double pixelRatio, const ThemeColors& colors);
    std::array<QImage, kTaskStates> sprites_;
    QSize spriteSize_;
    QRgb spriteTheme_ = 0;
};

// What a state looks like where a node is a few pixels: waiting nodes fade into the panel.
QRgb dotColor(const ThemeColors& colors, TaskState state);

}  // namespace loom
