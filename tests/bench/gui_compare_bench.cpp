// Four schedulers side by side on ten thousand tasks and on the bundled examples, offscreen:
//   gui_compare_bench [WORKLOAD [PLATFORM]]
// The longest a person waits for the window in every step of a comparison.
#include <memory>
#include <string>

#include "app/main_window.h"
#include "app/session/examples.h"
#include "app/views/compare/compare_view.h"
#include "tests/bench/gui_watched.h"

namespace {

using namespace loom;

void settle(MainWindow& window) {
    QElapsedTimer clock;
    clock.start();
    waitUntil([&] { return clock.elapsed() > 700 && window.ready() && window.studio().comparison().idle(); });
}

void step(MainWindow& window, const char* what, const std::function<void()>& action) {
    watched().forget();
    inAnEvent(action);
    settle(window);
    watched().report(what);
}

void compare(MainWindow& window) {
    Comparison& comparison = window.studio().comparison();
    ViewState& view = window.studio().view();
    step(window, "  to the comparison, its second run", [&] { window.showCompare(); });
    step(window, "  a third pane", [&] { comparison.add(); });
    step(window, "  a fourth pane", [&] { comparison.add(); });
    step(window, "  playing", [&] { window.studio().playback().setPlaying(true); });
    window.studio().playback().setPlaying(false);
    step(window, "  to the end", [&] { window.studio().playback().toEnd(); });
    step(window, "  to the start", [&] { window.studio().playback().toStart(); });
    step(window, "  the first divergent decision", [&] { window.stepParting(1); });
    step(window, "  the next", [&] { window.stepParting(1); });
    step(window, "  zoom", [&] { view.setRange(Time::zero(), Time::fromNanoseconds(view.end().nanoseconds() / 7)); });
    step(window, "  everything again", [&] { view.fitRange(); });
    step(window, "  ratios over 5 seeds", [&] { comparison.measure(5); });
    step(window, "  a pane taken out", [&] { comparison.remove(2); });
    step(window, "  and brought back", [&] { window.studio().document().undoStack().undo(); });
    step(window, "  another seed, four runs anew", [&] { window.studio().nextSeed(); });
    step(window, "  another language", [&] { window.setLanguage(QStringLiteral("zh_CN")); });
    step(window, "  another theme", [&] { window.setDark(true); });
}

void measure(const QString& name, const std::function<void(MainWindow&)>& open) {
    MainWindow window(Remember::no);
    window.resize(1600, 1000);
    window.show();
    waitUntil([&] { return window.isVisible(); });
    std::printf("%s\n", qPrintable(name));
    step(window, "  opened", [&] { open(window); });
    window.studio().playback().setPlaying(false);
    compare(window);
    watched().forget();
}

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication app(argc, argv);
    const QStringList words = QApplication::arguments().mid(1);
    ScenarioFile file;
    file.scheduler = Spec{"heft", {}};
    file.network = Spec{"fair-share", {}};
    const Result<Spec> workload = parseSpec(words.value(0, QStringLiteral("layered[tasks=10000,deps=3]")).toStdString());
    const Result<Spec> platform =
        parseSpec(words.value(1, QStringLiteral("star[nodes=16,bandwidth=10Gbps,speeds=1Gf;2Gf;3Gf]")).toStdString());
    if (!workload || !platform) {
        std::fprintf(stderr, "error: %s\n", (workload ? platform : workload).error().text().c_str());
        return 2;
    }
    file.workload = *workload;
    file.platform = *platform;
    measure(QString::fromStdString(workload->text()),
            [&](MainWindow& window) { window.studio().adopt(std::make_shared<const ScenarioFile>(file), {}); });
    for (const QString& path : exampleFiles()) measure(exampleName(path), [&](MainWindow& window) { window.openPaths({path}); });
    return 0;
}
