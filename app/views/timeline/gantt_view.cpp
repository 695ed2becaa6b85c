#include "app/views/timeline/gantt_view.h"

#include <cmath>

#include <QPainter>

#include "app/theme.h"

namespace loom {

GanttView::GanttView(ViewState* state, QWidget* parent)
    : QWidget(parent), state_(state), reading_(kSlice, [this](std::size_t records) {
          update();
          return model_->update(records);
      }) {
    setObjectName(QStringLiteral("ganttView"));
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("One row for each slot of each node, one bar for each attempt of a task"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(state_, &ViewState::runChanged, this, &GanttView::onRunChanged);
    connect(state_, &ViewState::runGrew, this, &GanttView::onGrowth);
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::rangeChanged, &ViewState::selectionChanged,
                              &ViewState::hoverChanged, &ViewState::ghostChanged}) {
        connect(state_, signal, this, qOverload<>(&QWidget::update));
    }
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    onRunChanged();
}

GanttView::~GanttView() = default;

void GanttView::onRunChanged() {
    reading_.stop();  // of the run before
    revealed_ = NodeId::none();
    model_ = state_->run() ? std::make_unique<GanttModel>(state_->run()) : nullptr;
    if (model_) reading_.start();
    knownEnd_ = state_->end();
    layOutRows();
    update();
}

// While a run is written the range follows it, unless a person looks at a part of it.
void GanttView::onGrowth() {
    if (!model_) return;
    reading_.start();
    if (state_->rangeBegin() == Time::zero() && state_->rangeEnd() >= knownEnd_) state_->fitRange();
    knownEnd_ = state_->end();
    update();
}

void GanttView::setAxisShown(bool shown) {
    axisHeight_ = shown ? kTimeAxisHeight : 0;
    layOutRows();
    update();
}

QRect GanttView::axisArea() const { return QRect(0, height() - axisHeight_, width(), axisHeight_); }

TimeScale GanttView::scale(double ratio) const {
    TimeScale scale = timelineScale(state_->rangeBegin(), state_->rangeEnd(), width());
    scale.left *= ratio;
    scale.right *= ratio;
    return scale;
}

void GanttView::layOutRows() {
    const double ratio = devicePixelRatioF();
    if (model_) {
        const Platform& platform = *state_->run()->scenario->platform;
        const int page = static_cast<int>(pageHeight() * ratio);
        geometry_ = laneHeight_ > 0
                        ? GanttGeometry::withLane(platform, laneHeight_)
                        : GanttGeometry::fitting(platform, page, static_cast<int>(6 * ratio), static_cast<int>(30 * ratio));
    } else {
        geometry_ = {};
    }
    scroll_ = std::clamp(scroll_, 0, scrollRange());
    showRevealed();
    emit geometryChanged();
}

int GanttView::pageHeight() const { return std::max(1, height() - axisHeight_); }
int GanttView::scrollRange() const {
    return std::max(0, geometry_.contentHeight - static_cast<int>(pageHeight() * devicePixelRatioF()));
}

void GanttView::setScroll(int pixels) {
    revealed_ = NodeId::none();
    scrollTo(pixels);
}

void GanttView::scrollTo(int pixels) {
    pixels = std::clamp(pixels, 0, scrollRange());
    if (pixels == scroll_) return;
    scroll_ = pixels;
    emit geometryChanged();
    update();
}

void GanttView::reveal(NodeId node) {
    revealed_ = node;
    showRevealed();
}

void GanttView::showRevealed() {
    if (!model_ || !revealed_.valid() || geometry_.bandTop[revealed_.index()] < 0) return;
    const int top = geometry_.bandTop[revealed_.index()];
    const int bottom = top + geometry_.bandHeight(state_->run()->scenario->platform->lanes(revealed_));
    const int page = static_cast<int>(pageHeight() * devicePixelRatioF());
    if (bottom > scroll_ + page) scrollTo(bottom - page);
    if (top < scroll_) scrollTo(top);
}

void GanttView::changeLaneHeight(int steps) {
    const double ratio = devicePixelRatioF();
    laneHeight_ =
        std::clamp(geometry_.laneHeight + steps * std::max(1, geometry_.laneHeight / 8), 1, static_cast<int>(60 * ratio));
    layOutRows();
    update();
}

void GanttView::zoomBy(double factor, Time around) {
    if (!model_) return;
    const double begin = static_cast<double>(state_->rangeBegin().nanoseconds()),
                 end = static_cast<double>(state_->rangeEnd().nanoseconds());
    const double fixed = static_cast<double>(around.nanoseconds());
    const double whole = std::max(1.0, static_cast<double>(state_->end().nanoseconds()));
    const double span = std::clamp((end - begin) * factor, 100.0, whole * 1.5);
    const double share = end > begin ? (fixed - begin) / (end - begin) : 0.5;
    const double first = std::clamp(fixed - share * span, std::min(0.0, whole - span), std::max(0.0, whole * 1.05 - span));
    state_->setRange(Time::fromNanoseconds(std::max<std::int64_t>(0, static_cast<std::int64_t>(first))),
                     Time::fromNanoseconds(static_cast<std::int64_t>(std::max(0.0, first) + span)));
}

void GanttView::panBy(double fraction) {
    const std::int64_t span = (state_->rangeEnd() - state_->rangeBegin()).nanoseconds();
    const std::int64_t latest = std::max<std::int64_t>(0, state_->end().nanoseconds() + span / 20 - span);
    const std::int64_t wanted =
        state_->rangeBegin().nanoseconds() + static_cast<std::int64_t>(fraction * static_cast<double>(span));
    const std::int64_t begin = std::clamp<std::int64_t>(wanted, 0, std::max(latest, std::int64_t{0}));
    state_->setRange(Time::fromNanoseconds(begin), Time::fromNanoseconds(begin + span));
}

void GanttView::fit() {
    laneHeight_ = 0;
    layOutRows();
    state_->fitRange();
    update();
}

void GanttView::resizeEvent(QResizeEvent*) { layOutRows(); }

void GanttView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!model_) {
        paintEmpty(painter);
        return;
    }
    const double ratio = devicePixelRatioF();
    const QSize pixels = size() * ratio;
    if (frame_.size() != pixels) frame_ = QImage(pixels, QImage::Format_RGB32);
    frame_.setDevicePixelRatio(1);
    const ThemeColors& colors = Theme::instance().colors();
    frame_.fill(colors.panel.rgb());
    GanttFrame view;
    view.scale = scale(ratio);
    view.bottom = static_cast<int>(pageHeight() * ratio);
    view.scroll = scroll_;
    view.cursor = state_->cursor();
    view.labelWidth = static_cast<int>(44 * ratio);
    std::vector<PaintedBar> wide;
    bars_.paint(frame_, *model_, geometry_, view, colors, wide);
    frame_.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(0, 0), frame_);
    const QRect area(0, 0, width(), pageHeight());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area);
    paintBarTexts(painter, wide, ratio);
    paintRings(painter, scale(1), ratio);
    paintGutter(painter, scroll_, geometry_, area, ratio);
    painter.setClipping(false);
    if (axisHeight_ > 0) paintTimeAxis(painter, scale(1), axisArea());
    paintMarks(painter, scale(1), area);
    paintReading(painter, area);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

QPointF GanttView::position(NodeId node, std::uint32_t lane, Time time) const {
    const double y = (geometry_.laneTop(node, lane) + geometry_.laneHeight / 2 - scroll_) / devicePixelRatioF();
    return {scale(1).x(time), y};
}

}  // namespace loom
