// Bars straight into pixels: exact where they are few, true proportions of time where they are many.
#pragma once

#include <vector>

#include <QImage>

#include "app/theme.h"
#include "app/views/canvas/pixels.h"
#include "app/views/canvas/time_axis.h"
#include "app/views/timeline/gantt_geometry.h"

namespace loom {

// A bar wide enough for text or to be ringed; device pixels.
struct PaintedBar {
    const Bar* bar = nullptr;
    QRect box;
    QRgb color = 0;
};

struct GanttFrame {
    TimeScale scale;  // device pixels
    int top = 0;      // of the first visible content pixel in the image
    int bottom = 0;
    int scroll = 0;  // content pixels above `top`
    Time cursor;
    int labelWidth = 60;  // bars at least this wide are reported for text
};

// Colours of a slot's use before and after the cursor.
struct GanttColors {
    explicit GanttColors(const ThemeColors& theme);
    QRgb panel, past[kSlotUses], future[kSlotUses], running, transfer, futureTransfer, down;
};

// GUI thread only; keeps its scratch row between frames.
class GanttPainter {
public:
    // Paints the bands of `model` into `image`. `wide` receives the bars wide enough for a label.
    void paint(QImage& image, const GanttModel& model, const GanttGeometry& geometry, const GanttFrame& frame,
               const ThemeColors& theme, std::vector<PaintedBar>& wide);

private:
    using Columns = std::vector<std::array<float, kSlotUses + 1>>;  // shares of each use; the last is "runs at the cursor"
    void paintRow(PixelSurface& surface, const GanttModel& model, const GanttRow& row, int y0, int y1, const GanttFrame& frame,
                  const GanttColors& colors, std::vector<PaintedBar>& wide);
    void paintBar(PixelSurface& surface, const Bar& bar, int y0, int y1, const GanttFrame& frame, const GanttColors& colors,
                  std::vector<PaintedBar>& wide) const;
    void addShares(const GanttRow& row, std::size_t from, std::size_t to, const GanttFrame& frame);
    void paintShares(PixelSurface& surface, int y0, int y1, const GanttFrame& frame, const GanttColors& colors) const;
    static void paintBand(PixelSurface& surface, const GanttModel& model, NodeId node, int top, int bottom, int strip,
                          const GanttFrame& frame, const GanttColors& colors);
    Columns columns_;
};

}  // namespace loom
