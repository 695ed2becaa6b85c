#include "app/views/timeline/scrubber_view.h"

#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "app/theme.h"

namespace loom {

ScrubberView::ScrubberView(ViewState* state, QWidget* parent)
    : QWidget(parent), state_(state), reading_(kSlice, [this](std::size_t records) {
          update();
          return density_.update(*state_->run()->trace, records);
      }) {
    setObjectName(QStringLiteral("scrubberView"));
    setAccessibleName(tr("Time scrubber"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeHorCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Drag to move through time. Above: everything that happens; below: tasks that finish."));
    connect(state_, &ViewState::runChanged, this, &ScrubberView::onRunChanged);
    connect(state_, &ViewState::runGrew, this, [this] {
        if (state_->run()) reading_.start();
    });
    connect(state_, &ViewState::cursorChanged, this, &ScrubberView::onCursorChanged);
    connect(state_, &ViewState::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    onRunChanged();
}

QSize ScrubberView::sizeHint() const { return {600, QFontMetrics(font()).height() * 2 + 28}; }

void ScrubberView::onRunChanged() {
    reading_.stop();  // of the run before
    density_ = {};
    if (state_->run()) reading_.start();
    update();
}

void ScrubberView::onCursorChanged() {
    if (hasFocus() && state_->replay() != nullptr) {
        setAccessibleDescription(
            tr("%1, %n task(s) running", nullptr, static_cast<int>(state_->replay()->countOf(TaskState::running)))
                .arg(timeText(state_->cursor())));
    }
    update();
}

TimeScale ScrubberView::scale() const { return timelineScale(Time::zero(), state_->end(), width()); }

void ScrubberView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintTo(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(Theme::instance().colors().accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ScrubberView::paintTo(QPainter& painter) {
    const ThemeColors& colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.panel);
    painter.setPen(colors.grid);
    painter.drawLine(rect().topLeft(), rect().topRight());
    if (!state_->run()) return;
    const TimeScale times = scale();
    const double textHeight = QFontMetrics(font()).height();
    const double middle = (height() - textHeight) * 0.62;
    if (state_->rangeBegin() > Time::zero() || state_->rangeEnd() < state_->end()) {
        QColor tint = colors.accent;
        tint.setAlphaF(0.14f);
        const double x0 = times.x(state_->rangeBegin()), x1 = std::min(times.x(state_->rangeEnd()), times.right);
        painter.fillRect(QRectF(x0, 1, std::max(2.0, x1 - x0), height() - 1), tint);
    }
    paintDensity(painter, times, middle, middle - 6);
    paintDowns(painter, times);
    painter.setPen(colors.mutedText);
    painter.drawText(QRectF(6, middle - textHeight / 2, kTimelineGutter - 16, textHeight), Qt::AlignRight | Qt::AlignVCenter,
                     tr("events"));
    paintCursor(painter, times, middle);
}

void ScrubberView::paintDensity(QPainter& painter, const TimeScale& times, double middle, double reach) {
    const ThemeColors& colors = Theme::instance().colors();
    constexpr double kColumn = 4;
    const auto columns = static_cast<std::size_t>(std::max(1.0, (times.right - times.left) / kColumn));
    std::vector<EventDensity::Bin> sums(columns);
    const auto& bins = density_.bins();
    std::uint32_t most = 1;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i].records == 0) continue;
        const Time at = Time::fromNanoseconds(density_.binLength().nanoseconds() * static_cast<std::int64_t>(i));
        const auto column = std::min(columns - 1, static_cast<std::size_t>((times.x(at) - times.left) / kColumn));
        sums[column].records += bins[i].records;
        sums[column].completions += bins[i].completions;
        most = std::max(most, sums[column].records);
    }
    const double largest = std::sqrt(static_cast<double>(most));
    QColor up = colors.state[static_cast<std::size_t>(TaskState::transfer)].fill,
           down = colors.state[static_cast<std::size_t>(TaskState::done)].fill;
    up.setAlphaF(0.7f);
    down.setAlphaF(0.7f);
    for (std::size_t i = 0; i < columns; ++i) {
        if (sums[i].records == 0) continue;
        const double x = times.left + static_cast<double>(i) * kColumn;
        const double high = std::max(1.5, std::sqrt(sums[i].records) / largest * reach);
        painter.fillRect(QRectF(x, middle - high, kColumn - 1, high), up);
        if (sums[i].completions == 0) continue;
        const double low = std::max(1.5, std::sqrt(sums[i].completions) / largest * reach * 0.8);
        painter.fillRect(QRectF(x, middle + 1, kColumn - 1, low), down);
    }
    painter.setPen(colors.mutedText);
    painter.drawLine(QPointF(times.left, middle + 0.5), QPointF(times.right, middle + 0.5));
}

void ScrubberView::paintDowns(QPainter& painter, const TimeScale& times) {
    const ThemeColors& colors = Theme::instance().colors();
    const Platform& platform = *state_->run()->scenario->platform;
    const QFontMetrics metrics(font());
    double labelledTo = -1e9;
    for (const DownSpan& span : density_.downs()) {
        const double x0 = times.x(span.begin), x1 = span.end.isNever() ? times.right : times.x(span.end);
        painter.fillRect(QRectF(x0, 4, std::max(3.0, x1 - x0), 3), colors.down.fill);
        if (x0 < labelledTo) continue;
        const QString text = colors.down.glyph + QLatin1Char(' ') + QString::fromStdString(platform.node(span.node).name);
        painter.setPen(colors.down.fill);
        painter.drawText(QPointF(std::min(x0 + 2, width() - metrics.horizontalAdvance(text) - 4.0), 8 + metrics.ascent()), text);
        labelledTo = x0 + metrics.horizontalAdvance(text) + 8;
    }
}

void ScrubberView::paintCursor(QPainter& painter, const TimeScale& times, double) {
    const ThemeColors& colors = Theme::instance().colors();
    const QFontMetrics metrics(font());
    const double x = times.x(state_->cursor());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.accent, 2));
    painter.drawLine(QPointF(x, 6), QPointF(x, height() - 3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawPolygon(QPolygonF({QPointF(x - 6, 1), QPointF(x + 6, 1), QPointF(x, 10)}));
    const QString text = tr("t = %1").arg(timeText(state_->cursor()));
    const double width = metrics.horizontalAdvance(text);
    const double left = x + width + 12 > this->width() ? x - width - 7 : x + 7;
    painter.setPen(colors.text);
    painter.drawText(QPointF(left, height() - 5 - metrics.descent()), text);
}

void ScrubberView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton) return;
    dragging_ = true;
    state_->setCursor(scale().time(std::max<double>(event->position().x(), kTimelineGutter)));
}

void ScrubberView::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_) state_->setCursor(scale().time(std::max<double>(event->position().x(), kTimelineGutter)));
}

void ScrubberView::mouseReleaseEvent(QMouseEvent*) { dragging_ = false; }

void ScrubberView::wheelEvent(QWheelEvent* event) {
    if (state_->replay() == nullptr || event->angleDelta().y() == 0) return;
    const std::size_t at = state_->replay()->position();
    state_->setCursorRecord(event->angleDelta().y() < 0 ? at + 1 : at - std::min<std::size_t>(at, 1));
    event->accept();
}

void ScrubberView::keyPressEvent(QKeyEvent* event) {
    if (state_->replay() == nullptr) return QWidget::keyPressEvent(event);
    const std::size_t at = state_->replay()->position();
    switch (event->key()) {
        case Qt::Key_Left:
            return state_->setCursorRecord(at - std::min<std::size_t>(at, 1));
        case Qt::Key_Right:
            return state_->setCursorRecord(at + 1);
        case Qt::Key_Home:
            return state_->setCursor(Time::zero());
        case Qt::Key_End:
            return state_->setCursor(state_->end());
        default:
            QWidget::keyPressEvent(event);
    }
}

void ScrubberView::focusInEvent(QFocusEvent*) { update(); }
void ScrubberView::focusOutEvent(QFocusEvent*) { update(); }

}  // namespace loom
