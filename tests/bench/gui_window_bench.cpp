// The whole desktop on a run of a million tasks and eight million records, offscreen:
//   gui_window_bench [--pairs N] [WORKLOAD [PLATFORM [NETWORK]]]
// How fast the engine is without a window and with one that plays at maximum speed; the longest a person waits for the
// window while the run is made and when a finished one is put on show; seeking; frames of every view.
#include <memory>
#include <random>
#include <string>
#include <utility>

#include <QElapsedTimer>

#include "app/main_window.h"
#include "app/views/charts/charts_panel.h"
#include "app/views/cluster/cluster_view.h"
#include "app/views/dag/dag_view.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/scrubber_view.h"
#include "app/views/timeline/timeline_view.h"
#include "app/views/topology/topology_view.h"
#include "core/scenario/scenario.h"
#include "tests/bench/gui_measure.h"
#include "tests/bench/gui_watched.h"

namespace {

using namespace loom;

FilePtr scenario(const std::string& workload, const std::string& platform, const std::string& network, std::uint64_t seed) {
    const std::string text = R"({"clusterloom": 1, "name": "large", "scheduler": "fifo", "seed": )" + std::to_string(seed) +
                             R"(, "network": ")" + network + R"(", "platform": ")" + platform + R"(", "workload": ")" + workload +
                             "\"}";
    Result<ScenarioFile> file = parseScenario(text, "bench");
    if (!file) {
        std::fprintf(stderr, "error: %s\n", file.error().text().c_str());
        std::exit(2);
    }
    return std::make_shared<const ScenarioFile>(std::move(*file));
}

double tasksPerSecond(const Run& run) {
    return static_cast<double>(run.scenario->graph->taskCount()) / std::max(1e-9, run.cpuSeconds);
}

// The engine's own lane, with nobody watching.
double headless(const FilePtr& file) {
    Engine engine;
    RunPtr run;
    QObject::connect(&engine, &Engine::runFinished, [&](quint64, const RunPtr& made, const DigestPtr&) { run = made; });
    engine.simulate(file);
    waitUntil([&] { return run != nullptr; });
    return tasksPerSecond(*run);
}

struct Opened {
    std::unique_ptr<MainWindow> window;
    RunPtr run;
};

// Opens the scenario in a window of its own, which plays as fast as it can.
Opened openAndPlay(const FilePtr& file, const char* what) {
    Opened opened{std::make_unique<MainWindow>(Remember::no), nullptr};
    MainWindow& window = *opened.window;
    window.resize(1600, 900);
    window.show();
    window.studio().playback().setGear(Playback::kMax);
    waitUntil([&] { return window.isVisible(); });
    watched().forget();
    inAnEvent([&] { window.studio().adopt(file, {}); });
    waitUntil([&] { return window.ready(); });
    watched().report(what);
    opened.run = window.studio().view().run();
    return opened;
}

void compareEngine(const FilePtr& file, int pairs) {
    std::vector<double> alone, watching, ratio;
    for (int i = 0; i < pairs; ++i) {
        alone.push_back(headless(file));
        watching.push_back(tasksPerSecond(*openAndPlay(file, "run while the window plays at maximum speed").run));
        ratio.push_back(watching.back() / alone.back());
    }
    const auto median = [](std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    std::printf(
        "engine, tasks per CPU second: headless %.0f k, window open and playing %.0f k; ratio %.3f (median of %d pairs)\n",
        median(alone) / 1e3, median(watching) / 1e3, median(ratio), pairs);
}

// Everything that follows the run in slices is through.
void settle() {
    QElapsedTimer clock;
    clock.start();
    waitUntil([&] { return clock.elapsed() > 1500; });
}

Time part(const ViewState& state, double share) {
    return Time::fromNanoseconds(static_cast<std::int64_t>(share * static_cast<double>(state.end().nanoseconds())));
}

void seek(ViewState& state, const char* what, std::uint32_t seed) {
    std::mt19937 dice(seed);
    std::vector<double> alone, shown;
    for (int i = 0; i < 100; ++i) {
        const Time to = part(state, static_cast<double>(dice()) / 4294967296.0);
        const double before = threadMilliseconds();
        state.setCursor(to);
        alone.push_back(threadMilliseconds() - before);
        QApplication::processEvents();
        shown.push_back(threadMilliseconds() - before);
    }
    printTimes(what, alone);
    printTimes("  ... and everything painted", shown);
}

// Every view in a window of its own, so that a frame is that view's.
void frames(Studio& studio) {
    ViewState& state = studio.view();
    const auto shown = [](QWidget& view) {
        view.resize(1600, 900);
        view.show();
        settle();
    };
    const auto play = [&](int i) { state.setCursor(part(state, 0.2 + i * 0.002)); };
    const auto none = [](int) {};
    const auto zoom = [](QWidget& view, int delta) {
        return [&view, delta](int i) { turnWheel(view, {700, 400}, (i / 20) % 2 == 0 ? delta : -delta); };
    };
    {
        TimelineView timeline(&state);
        shown(timeline);
        GanttView& gantt = *timeline.gantt();
        measureFrames("timeline, whole range: play", gantt, 60, play);
        measureFrames("timeline, whole range: paint alone", gantt, 60, none);
        measureFrames("timeline: zoom in and out", gantt, 120, zoom(gantt, 120));
        state.setRange(part(state, 0.45), part(state, 0.55));
        measurePanning(gantt, "timeline, a tenth: pan");
        state.fitRange();
        measureFrames("scrubber: play", *timeline.scrubber(), 60, play);
    }
    {
        DagView dag(&state);
        shown(dag);
        dag.finishRendering();
        measureFrames("task graph, whole: play", dag, 60, play);
        measureFrames("task graph, whole: paint alone", dag, 60, none);
        measurePanning(dag, "task graph, whole: pan");
        measureFrames("task graph: zoom in and out", dag, 120, zoom(dag, 60));
        for (int i = 0; i < 12; ++i) turnWheel(dag, {800, 450}, 120);
        dag.finishRendering();
        measurePanning(dag, "task graph, a part: pan");
    }
    {
        ChartsPanel charts(&studio);
        shown(charts);
        charts.resize(450, 240);  // as in the dock
        measureFrames("charts: replot", charts, 60, [&](int i) {
            state.setRange(part(state, 0.001 * i), part(state, 0.5 + 0.001 * i));
            charts.finishRendering();
        });
        state.fitRange();
        measureFrames("charts: cursor", charts, 60, play);
    }
    {
        ClusterView cluster(&state);
        shown(cluster);
        measureFrames("cluster: play", cluster, 60, play);
    }
    TopologyView topology(&state, &studio.network());
    shown(topology);
    measureFrames("network: paint alone", topology, 60, none);
    measureFrames("network: play", topology, 60, play);
    measurePanning(topology, "network: pan");
    measureFrames("network: zoom in and out", topology, 120, zoom(topology, 60));
    for (int i = 0; i < 6; ++i) turnWheel(topology, {800, 450}, 120);
    measurePanning(topology, "network, a part: pan");
    measureFrames("network, a part: hover", topology, 60,
                  [&](int i) { moveMouse(topology, QEvent::MouseMove, QPointF(300 + i * 17, 200 + i * 9), Qt::NoButton); });
}

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication app(argc, argv);
    QStringList words = QApplication::arguments().mid(1);
    int pairs = 5;
    if (words.size() >= 2 && words.first() == QLatin1String("--pairs")) {
        pairs = words[1].toInt();
        words = words.mid(2);
    }
    const std::string workload = words.value(0, QStringLiteral("layered[tasks=1000000,deps=2]")).toStdString();
    const std::string platform =
        words.value(1, QStringLiteral("star[nodes=64,bandwidth=10Gbps,latency=50us,speed=1Gf]")).toStdString();
    const std::string network = words.value(2, QStringLiteral("max-min")).toStdString();
    const FilePtr file = scenario(workload, platform, network, 1);
    if (pairs > 0) compareEngine(file, pairs);

    const Opened opened = openAndPlay(file, "open, run and play");
    MainWindow& window = *opened.window;
    ViewState& state = window.studio().view();
    std::printf("%zu tasks, %zu edges, %zu records, %zu nodes\n", state.run()->scenario->graph->taskCount(),
                state.run()->scenario->graph->edgeCount(), state.run()->trace->size(),
                state.run()->scenario->platform->nodeCount());
    watched().forget();
    settle();
    watched().report("after the run");
    seek(state, "seek, anywhere, the first time", 1);
    seek(state, "seek, anywhere, again", 2);
    const RunPtr first = state.run();
    watched().forget();
    inAnEvent([&] { window.studio().nextSeed(); });
    waitUntil([&] { return window.ready() && state.run() != first; });
    settle();
    watched().report("another run finished and put on show");
    watched().forget();
    inAnEvent([&] { window.studio().showRun(window.studio().runs().entries().front().serial); });
    settle();
    watched().report("back to a finished run");
    seek(state, "seek after switching, the first time", 3);
    watched().forget();
    inAnEvent([&] { window.setLanguage(QStringLiteral("zh_CN")); });
    settle();
    watched().report("another language");
    window.hide();
    frames(window.studio());
    window.show();
    watched().forget();
    inAnEvent([&] { window.studio().adopt(scenario("chain", "star", "unshared", 1), {}); });
    settle();
    watched().report("another document");
    return 0;
}
