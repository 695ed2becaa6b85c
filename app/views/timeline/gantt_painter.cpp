#include "app/views/timeline/gantt_painter.h"

#include <algorithm>
#include <cmath>

namespace loom {

namespace {

// As std::partition_point, and quick when the answer is near `first`.
template <class Iterator, class Before>
Iterator firstEndingAt(Iterator first, Iterator last, Before before) {
    std::ptrdiff_t step = 1;
    while (step < last - first && before(first[step])) {
        first += step;
        step *= 2;
    }
    return std::partition_point(first, first + std::min(step + 1, last - first), before);
}

}  // namespace

GanttColors::GanttColors(const ThemeColors& theme) : panel(theme.panel.rgb()) {
    const auto fill = [&](TaskState state) { return theme.state[static_cast<std::size_t>(state)].fill.rgb(); };
    const QRgb pale = mixRgb(panel, fill(TaskState::waiting), 120);
    past[static_cast<std::size_t>(SlotUse::compute)] = fill(TaskState::done);
    past[static_cast<std::size_t>(SlotUse::repeated)] = fill(TaskState::retry);
    past[static_cast<std::size_t>(SlotUse::lost)] = fill(TaskState::failed);
    past[static_cast<std::size_t>(SlotUse::held)] = mixRgb(panel, fill(TaskState::transfer), 110);
    for (QRgb& color : future) color = pale;
    future[static_cast<std::size_t>(SlotUse::held)] = mixRgb(panel, pale, 100);
    running = fill(TaskState::running);
    transfer = fill(TaskState::transfer);
    futureTransfer = mixRgb(panel, transfer, 110);
    down = theme.down.fill.rgb();
}

void GanttPainter::paint(QImage& image, const GanttModel& model, const GanttGeometry& geometry, const GanttFrame& frame,
                         const ThemeColors& theme, std::vector<PaintedBar>& wide) {
    PixelSurface surface(image);
    const GanttColors colors(theme);
    const QRgb line = theme.grid.rgb();
    const Platform& platform = *model.run()->scenario->platform;
    const auto toImage = [&](int content) { return content - frame.scroll + frame.top; };
    const int left = static_cast<int>(frame.scale.left);
    for (std::size_t n = geometry.firstNodeBelow(platform, frame.scroll); n < platform.nodeCount(); ++n) {
        if (geometry.bandTop[n] < 0) continue;
        const NodeId node(n);
        const int top = toImage(geometry.bandTop[n]);
        if (top >= frame.bottom) break;
        const std::uint32_t lanes = platform.lanes(node);
        const int bottom = top + geometry.bandHeight(lanes);
        for (std::uint32_t lane = 0; lane < lanes; ++lane) {
            const int y = toImage(geometry.laneTop(node, lane));
            if (y >= frame.bottom || y + geometry.laneHeight <= frame.top) continue;
            const int inset = geometry.laneHeight >= 4 ? 1 : 0;
            paintRow(surface, model, model.rows()[model.firstRow(node) + lane], std::max(y, frame.top),
                     std::min(y + geometry.laneHeight - inset, frame.bottom), frame, colors, wide);
        }
        paintBand(surface, model, node, std::max(top, frame.top), std::min(bottom, frame.bottom), geometry.strip, frame, colors);
        if (geometry.gap > 0) {
            const int y = bottom + geometry.gap / 2;
            if (y < frame.bottom) surface.fill(left, y, surface.width(), y + 1, line);
        }
    }
}

void GanttPainter::paintRow(PixelSurface& surface, const GanttModel& model, const GanttRow& row, int y0, int y1,
                            const GanttFrame& frame, const GanttColors& colors, std::vector<PaintedBar>& wide) {
    const auto& bars = model.bars();
    const std::size_t first = model.firstAfter(row, frame.scale.begin);
    const auto until = std::partition_point(row.spans.begin() + static_cast<std::ptrdiff_t>(first), row.spans.end(),
                                            [&](const RowSpan& span) { return span.begin < frame.scale.end.nanoseconds(); });
    const auto last = static_cast<std::size_t>(until - row.spans.begin());
    const double pixels = frame.scale.right - frame.scale.left;
    if (static_cast<double>(last - first) * 3 <= pixels) {
        for (std::size_t i = first; i < last; ++i) paintBar(surface, bars[row.bars[i]], y0, y1, frame, colors, wide);
        return;
    }
    columns_.assign(static_cast<std::size_t>(pixels) + 1, {});
    const double pixelTime = frame.scale.nanosecondsPerPixel();
    const std::size_t summarised = std::min(row.summarised, last);
    const bool dense = summarised > first && static_cast<double>(summarised - first) > pixels &&
                       static_cast<double>(row.shares.bucket()) <= pixelTime;
    if (dense) {
        const float perBucket = static_cast<float>(static_cast<double>(row.shares.bucket()) / pixelTime);
        const double begin = static_cast<double>(frame.scale.begin.nanoseconds()) / static_cast<double>(row.shares.bucket());
        const double step = pixelTime / static_cast<double>(row.shares.bucket());
        SlotShares before = row.shares.until(begin);
        for (std::size_t x = 0; x + 1 < columns_.size(); ++x) {
            const SlotShares after = row.shares.until(begin + static_cast<double>(x + 1) * step);
            for (std::size_t use = 0; use < kSlotUses; ++use) columns_[x][use] = (after[use] - before[use]) * perBucket;
            before = after;
        }
    }
    addShares(row, dense ? summarised : first, last, frame);
    paintShares(surface, y0, y1, frame, colors);
    if (!dense) return;
    // The bar under the cursor is painted exactly: it alone has the colour of running.
    const std::size_t at = model.firstAfter(row, frame.cursor);
    if (at < summarised && bars[row.bars[at]].begin <= frame.cursor)
        paintBar(surface, bars[row.bars[at]], y0, y1, frame, colors, wide);
}

void GanttPainter::addShares(const GanttRow& row, std::size_t from, std::size_t to, const GanttFrame& frame) {
    const double width = frame.scale.right - frame.scale.left;
    const double perNanosecond = 1 / frame.scale.nanosecondsPerPixel();
    const std::int64_t begin = frame.scale.begin.nanoseconds(), cursor = frame.cursor.nanoseconds();
    for (std::size_t i = from; i < to; ++i) {
        const RowSpan& span = row.spans[i];
        const double x0 = std::clamp(static_cast<double>(span.begin - begin) * perNanosecond, 0.0, width);
        const double x1 = std::clamp(static_cast<double>(span.end - begin) * perNanosecond, x0, width);
        const bool running = span.use != SlotUse::held && span.begin <= cursor && cursor < span.end;
        const std::size_t use = running ? kSlotUses : static_cast<std::size_t>(span.use);
        auto a = static_cast<std::size_t>(x0);
        const auto b = static_cast<std::size_t>(x1);
        if (a == b) {
            columns_[a][use] += static_cast<float>(x1 - x0);
            continue;
        }
        columns_[a][use] += static_cast<float>(static_cast<double>(a + 1) - x0);
        for (++a; a < b; ++a) columns_[a][use] += 1;
        columns_[b][use] += static_cast<float>(x1 - static_cast<double>(b));
    }
}

void GanttPainter::paintShares(PixelSurface& surface, int y0, int y1, const GanttFrame& frame, const GanttColors& colors) const {
    const int left = static_cast<int>(frame.scale.left);
    const double cursorX = frame.scale.x(frame.cursor);
    const int first = std::max(y0, 0), last = std::min(y1, surface.height());
    if (first >= last) return;
    QRgb* const line = surface.row(first);
    const int right = std::min(surface.width(), left + static_cast<int>(columns_.size()) - 1);
    for (int x = left; x < right; ++x) {
        const auto& shares = columns_[static_cast<std::size_t>(x - left)];
        const QRgb* const palette = x + 0.5 <= cursorX ? colors.past : colors.future;
        const float covered = shares[0] + shares[1] + shares[2] + shares[3] + shares[kSlotUses];
        if (covered <= 0) continue;
        QRgb color = palette[0];
        if (covered != shares[0]) {  // rare: several uses meet in one pixel
            float red = 0, green = 0, blue = 0;
            for (std::size_t use = 0; use <= kSlotUses; ++use) {
                const QRgb part = use == kSlotUses ? colors.running : palette[use];
                const float share = shares[use] / covered;
                red += share * static_cast<float>(qRed(part));
                green += share * static_cast<float>(qGreen(part));
                blue += share * static_cast<float>(qBlue(part));
            }
            color = qRgb(static_cast<int>(red), static_cast<int>(green), static_cast<int>(blue));
        }
        // A trace of one short bar in an empty pixel must not vanish.
        line[x] = mixRgb(line[x], color, static_cast<unsigned>(std::clamp(covered * 256, 40.0f, 256.0f)));
    }
    for (int y = first + 1; y < last; ++y) std::copy(line + left, line + right, surface.row(y) + left);
}

void GanttPainter::paintBar(PixelSurface& surface, const Bar& bar, int y0, int y1, const GanttFrame& frame,
                            const GanttColors& colors, std::vector<PaintedBar>& wide) const {
    const double left = frame.scale.left, right = frame.scale.right;
    const int x0 = static_cast<int>(std::clamp(std::floor(frame.scale.x(bar.begin) + 0.5), left, right));
    int x1 = static_cast<int>(std::clamp(std::floor(frame.scale.x(bar.end) + 0.5), left, right));
    x1 = std::max(x1, x0 + 1);
    const SlotUse use = GanttModel::useOf(bar);
    const bool runs = bar.begin <= frame.cursor && frame.cursor < bar.end;
    const bool past = bar.end <= frame.cursor;
    QRgb color = past ? colors.past[static_cast<std::size_t>(use)] : colors.future[static_cast<std::size_t>(use)];
    if (use == SlotUse::held) {
        if (runs) color = colors.past[static_cast<std::size_t>(SlotUse::held)];
        const int third = (y1 - y0) / 3;
        surface.fill(x0, y0 + third, x1, std::max(y0 + third + 1, y1 - third), color);
        return;
    }
    if (runs) color = colors.running;
    const int seam = x1 - x0 >= 4 ? 1 : 0;  // neighbours stay apart
    surface.fill(x0, y0, x1 - seam, y1, color);
    if (use == SlotUse::lost && !runs && x1 - x0 >= 5)
        surface.hatch(x0, y0, x1 - seam, y1, mixRgb(color, colors.panel, 150), 7, 2);
    if (x1 - x0 >= frame.labelWidth) wide.push_back({&bar, QRect(x0, y0, x1 - seam - x0, y1 - y0), color});
}

void GanttPainter::paintBand(PixelSurface& surface, const GanttModel& model, NodeId node, int top, int bottom, int strip,
                             const GanttFrame& frame, const GanttColors& colors) {
    const auto& bars = model.bars();
    const auto span = [&](Time begin, Time end, int& x0, int& x1) {
        x0 = static_cast<int>(std::clamp(frame.scale.x(begin), frame.scale.left, frame.scale.right));
        x1 = std::max(x0 + 1, static_cast<int>(std::clamp(frame.scale.x(end), frame.scale.left, frame.scale.right)));
        return end >= frame.scale.begin && begin <= frame.scale.end;
    };
    int x0 = 0, x1 = 0;
    for (const std::uint32_t i : model.downs(node)) {
        if (!span(bars[i].begin, bars[i].end, x0, x1)) continue;
        const bool past = bars[i].begin <= frame.cursor;
        surface.hatch(x0, top, x1, bottom, past ? colors.down : mixRgb(colors.panel, colors.down, 110), 8, 2);
    }
    if (strip == 0) return;
    const std::vector<TransferTimes::Span>& transfers = model.transfers(node).spans();
    const auto endOf = [&](const TransferTimes::Span& transfer) {
        return model.transfers(node).open() && &transfer == &transfers.back() ? model.readEnd() : transfer.end;
    };
    const int cursorX = static_cast<int>(frame.scale.x(frame.cursor));
    // Many short stretches share a pixel: it is drawn once and the search goes on behind it.
    Time from = frame.scale.begin;
    for (auto at = transfers.begin();;) {
        at = firstEndingAt(at, transfers.end(), [&](const TransferTimes::Span& transfer) { return endOf(transfer) < from; });
        if (at == transfers.end() || at->begin >= frame.scale.end) return;
        span(at->begin, endOf(*at), x0, x1);
        surface.fill(x0, top, std::min(x1, cursorX), top + std::max(1, strip - 1), colors.transfer);
        surface.fill(std::max(x0, cursorX), top, x1, top + std::max(1, strip - 1), colors.futureTransfer);
        from = std::max(frame.scale.time(x1), endOf(*at)) + Time::fromNanoseconds(1);
    }
}

}  // namespace loom
