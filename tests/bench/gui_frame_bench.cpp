// GUI-thread CPU a frame of the canvases at 1600 x 900 while playing, panning and zooming, on synthetic runs.
#include "app/theme.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/scrubber_view.h"
#include "app/views/timeline/timeline_view.h"
#include "tests/app/support/sample_run.h"
#include "tests/bench/gui_measure.h"

namespace {

using namespace loom;

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
    measureFrames("dag, whole graph: seek alone + paint (play)", view, 120,
                  [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
    measureFrames("dag, whole graph: paint alone", view, 60, [](int) {});
    measurePanning(view, "dag, whole graph: pan");
    measureFrames("dag: zoom in and out", view, 120, [&](int i) { turnWheel(view, {700, 400}, (i / 20) % 2 == 0 ? 60 : -60); });
    for (int i = 0; i < 6; ++i) turnWheel(view, {800, 450}, 120);
    view.finishRendering();
    measurePanning(view, "dag, part of the graph: pan");
    measureFrames("dag, part of the graph: play", view, 120, [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
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
    measureFrames("timeline, whole range: play", *view.gantt(), 120,
                  [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
    measureFrames("timeline, whole range: paint alone", *view.gantt(), 60, [](int) {});
    measureFrames("timeline: zoom in and out", *view.gantt(), 120, [&](int i) {
        turnWheel(*view.gantt(), {700, 400}, (i / 20) % 2 == 0 ? 120 : -120);
    });
    state.setRange(share(state, 0.45), share(state, 0.55));
    measurePanning(*view.gantt(), "timeline, a tenth: pan");
    measureFrames("scrubber: play", *view.scrubber(), 60, [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
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
        measureFrames("cluster, 64 nodes: play", cluster, 60, [&](int i) { state.setCursor(share(state, 0.2 + i * 0.002)); });
    }
    ViewState state;
    test::SampleOptions options;
    options.transfers = false;
    state.setRun(test::sampleRun(test::layeredGraph(3900, 256, 1), test::rackPlatform(64, 4, 16), options));
    benchTimeline(state);
    return 0;
}
