#include "app/views/compare/difference_strip.h"

#include <algorithm>

#include <QMouseEvent>
#include <QPainter>

#include "app/theme.h"

namespace loom {

namespace {
constexpr int kMarkHeight = 8;
}  // namespace

DifferenceStrip::DifferenceStrip(ViewState* view, QWidget* parent) : QWidget(parent), view_(view) {
    setObjectName(QStringLiteral("differenceStrip"));
    setAccessibleName(tr("Difference of the first two runs over time"));
    setToolTip(tr("Busy cores of A minus those of B; a mark for every task that they put on different nodes"));
    setCursor(Qt::SizeHorCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::rangeChanged})
        connect(view_, signal, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DifferenceStrip::setDifference(RunDifferencePtr difference, int parting) {
    difference_ = std::move(difference);
    parting_ = parting;
    update();
}

TimeScale DifferenceStrip::scale() const { return timelineScale(view_->rangeBegin(), view_->rangeEnd(), width()); }

void DifferenceStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.panel);
    const QRect area(0, 0, width(), height() - kTimeAxisHeight);
    const QFontMetrics metrics(font());
    painter.setPen(colors.mutedText);
    painter.drawText(QRect(6, area.top(), kTimelineGutter - 16, area.height() / 2), Qt::AlignRight | Qt::AlignVCenter,
                     tr("A more"));
    painter.drawText(QRect(6, area.center().y(), kTimelineGutter - 16, area.height() / 2), Qt::AlignRight | Qt::AlignVCenter,
                     tr("B more"));
    if (difference_ && !difference_->busy.empty()) {
        paintCurve(painter, area);
        paintMarks(painter, area);
    } else {
        painter.drawText(area.adjusted(kTimelineGutter, 0, 0, 0), Qt::AlignCenter,
                         tr("Where the first two runs part appears here."));
    }
    const double x = scale().x(view_->cursor());
    if (x >= kTimelineGutter && x <= width()) {
        painter.setPen(colors.accent);
        painter.drawLine(QPointF(x, 0), QPointF(x, area.bottom()));
    }
    paintTimeAxis(painter, scale(), QRect(0, area.bottom() + 1, width(), kTimeAxisHeight));
}

// One column a pixel, true to the area under the curve however much time a pixel is.
void DifferenceStrip::paintCurve(QPainter& painter, const QRect& area) const {
    const ThemeColors& colors = Theme::instance().colors();
    const TimeScale times = scale();
    const double middle = area.top() + kMarkHeight + (area.height() - kMarkHeight) / 2.0;
    const double half = (area.height() - kMarkHeight) / 2.0 - 3;
    const double top = std::max(1.0, difference_->busy.largest());
    for (int x = kTimelineGutter; x < width() - kTimelineMargin; ++x) {
        const double mean = difference_->busy.mean(times.time(x).seconds(), times.time(x + 1).seconds());
        const double length = mean / top * half;
        if (length > 0) painter.fillRect(QRectF(x, middle - length, 1, length), colors.accent);
        if (length < 0) painter.fillRect(QRectF(x, middle, 1, -length), colors.warning);
    }
    painter.setPen(colors.grid);
    painter.drawLine(QPointF(kTimelineGutter, middle), QPointF(width() - kTimelineMargin, middle));
}

void DifferenceStrip::paintMarks(QPainter& painter, const QRect& area) const {
    const ThemeColors& colors = Theme::instance().colors();
    const TimeScale times = scale();
    double last = -1e9;  // marks closer than a pixel are one
    const auto& all = difference_->partings;
    for (const Parting& parting : all) {
        const double x = times.x(parting.at);
        if (x < kTimelineGutter || x > width() - kTimelineMargin + 1 || x - last < 1) continue;
        last = x;
        painter.fillRect(QRectF(x - 0.5, area.top() + 1, 1, kMarkHeight - 3), colors.mutedText);
    }
    if (parting_ < 0 || parting_ >= static_cast<int>(all.size())) return;
    const double x = times.x(all[static_cast<std::size_t>(parting_)].at);
    if (x < kTimelineGutter) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.selection);
    painter.drawPolygon(QPolygonF({{x - 5, area.top() + 0.0}, {x + 5, area.top() + 0.0}, {x, area.top() + kMarkHeight + 0.0}}));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void DifferenceStrip::choose(double x) { emit timeChosen(scale().time(std::max<double>(x, kTimelineGutter))); }
void DifferenceStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(event->position().x());
}
void DifferenceStrip::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) choose(event->position().x());
}

}  // namespace loom
