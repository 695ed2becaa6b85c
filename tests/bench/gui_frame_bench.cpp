// GUI-thread CPU a frame of the canvases at 1600 x 900 while playing, panning and zooming, on synthetic runs. Thread CPU
// time, because wall time says more about the machine's other work than about ours.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include <QApplication>
#include <QWheelEvent>

#include "app/theme.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/scrubber_view.h"
#include "app/views/timeline/timeline_view.h"
#include "tests/app/support/sample_run.h"

namespace {

using namespace loom;

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Runs `step(i)` and a repaint `frames` times; prints median, 95th percentile and maximum.
void measure(const char* what, QWidget& view, int frames, const std::function<void(int)>& step) {
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        const double before = threadMilliseconds();
        step(i);
        view.repaint();
        times.push_back(threadMilliseconds() - before);
        QApplication::processEvents();
    }
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]; };
    std::printf("%-44s median %6.2f  p95 %6.2f  max %6.2f ms\n", what, at(0.5), at(0.95), at(1));
}

void wheel(QWidget& view, QPointF where, int delta) {
    QWheelEvent event(where, view.mapToGlobal(where), {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&view, &event);
}

void mouse(QWidget& view, QEvent::Type type, QPointF where, Qt::MouseButtons buttons) {
    QMouseEvent event(type, where, view.mapToGlobal(where), Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&view, &event);
}

void panBack(QWidget& view, const char* what) {
    mouse(view, QEvent::MouseButtonPress, {800, 450}, Qt::LeftButton);
    measure(what, view, 120, [&](int i) {
        mouse(view, QEvent::MouseMove, QPointF(800 + (i % 40) * 7 - 140, 450 + (i % 30) * 5 - 75), Qt::LeftButton);
    });
    mouse(view, QEvent::MouseButtonRelease, {800, 450}, Qt::NoButton);
}

Time share(const ViewState& state, double part) {
    return Time::fromNanoseconds(static_cast<std::int64_t>(part * static_cast<double>(state.end().nanoseconds())));
}

void benchDag(ViewState& state) {
    DagView view(&state);
    view.resize(1600, 900);
    view.show();
    const double before = threadMilliseconds();
    const auto started = std::clock();
    view.finishRendering();
    std::printf("layout, grid and first edges: %.0f ms of CPU in workers, GUI thread %.2f ms\n",
                1e3 * static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC, threadMilliseconds() - before);
    measure("dag, whole graph: seek alone + paint (play)", view, 120,
            [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
    measure("dag, whole graph: paint alone", view, 60, [](int) {});
    panBack(view, "dag, whole graph: pan");
    measure("dag: zoom in and out", view, 120, [&](int i) { wheel(view, {700, 400}, (i / 20) % 2 == 0 ? 60 : -60); });
    for (int i = 0; i < 6; ++i) wheel(view, {800, 450}, 120);
    view.finishRendering();
    panBack(view, "dag, part of the graph: pan");
    measure("dag, part of the graph: play", view, 120, [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
    if (!view.notice().isEmpty()) std::printf("notice: %s\n", qPrintable(view.notice()));
}

void benchTimeline(ViewState& state) {
    const double before = threadMilliseconds();
    TimelineView view(&state);
    view.resize(1600, 900);
    view.show();
    view.repaint();
    std::printf("timeline: %zu bars, built and first painted in %.1f ms\n", view.gantt()->model()->bars().size(),
                threadMilliseconds() - before);
    measure("timeline, whole range: play", *view.gantt(), 120, [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
    measure("timeline, whole range: paint alone", *view.gantt(), 60, [](int) {});
    measure("timeline: zoom in and out", *view.gantt(), 120, [&](int i) {
        wheel(*view.gantt(), {700, 400}, (i / 20) % 2 == 0 ? 120 : -120);
    });
    state.setRange(share(state, 0.45), share(state, 0.55));
    panBack(*view.gantt(), "timeline, a tenth: pan");
    measure("scrubber: play", *view.scrubber(), 60, [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme::instance().setDark(true);
    {
        ViewState state;
        state.setRun(test::sampleRun(test::layeredGraph(390, 256, 4), test::rackPlatform(64, 4, 16)));
        std::printf("100 k tasks, %zu edges, 64 nodes, %zu records\n", state.run()->scenario->graph->edgeCount(),
                    state.run()->trace->size());
        benchDag(state);
        ClusterView cluster(&state);
        cluster.resize(400, 300);
        cluster.show();
        measure("cluster, 64 nodes: play", cluster, 60, [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
    }
    ViewState state;
    test::SampleOptions options;
    options.transfers = false;
    state.setRun(test::sampleRun(test::layeredGraph(3900, 256, 1), test::rackPlatform(64, 4, 16), options));
    benchTimeline(state);
    return 0;
}
