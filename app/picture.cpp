#include "app/picture.h"

#include <algorithm>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

#include "app/main_window.h"
#include "app/views/export/export_widget.h"

namespace loom {

namespace {

// Handles events for at most `milliseconds` or until `done`.
template <class Condition>
bool waitFor(int milliseconds, Condition done) {
    QElapsedTimer clock;
    clock.start();
    while (!done()) {
        if (clock.elapsed() > milliseconds) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    return true;
}

}  // namespace

bool takePicture(MainWindow& window, const PictureOrder& order, QString* error) {
    QString failure;
    QObject listener;
    QObject::connect(&window.studio(), &Studio::failed, &listener, [&](const QString& sentence) { failure = sentence; });
    QObject::connect(&window.studio(), &Studio::openFailed, &listener,
                     [&](const QString& path, const Error& wrong) { failure = QString::fromStdString(wrong.in(path.toStdString()).text()); });
    window.resize(order.size);
    window.show();
    // The frame tick that wakes the loop is the window's own; without it nothing would happen between two signals.
    QTimer tick;
    tick.start(20);
    const bool whole = waitFor(order.patience * 1000, [&] { return !failure.isEmpty() || window.ready(); });
    QObject::disconnect(&window.studio(), nullptr, &listener, nullptr);
    if (!failure.isEmpty() || !whole) {
        *error = failure.isEmpty() ? QStringLiteral("the run did not end within %1 s").arg(order.patience) : failure;
        return false;
    }
    Studio& studio = window.studio();
    studio.playback().setPlaying(false);
    studio.view().fitRange();
    const Time end = studio.view().end();
    const Time at = order.at ? Time::fromSeconds(*order.at) : Time::fromNanoseconds(end.nanoseconds() / 100 * 42);
    studio.view().setCursor(at);
    studio.view().finishTravelling();
    const auto wait = [&](auto done) { waitFor(order.patience * 1000, done); };
    if (order.view == PictureView::network) {
        window.showNetwork();
        wait([&] { return studio.network().idle(); });
        window.selectBusiestLink();
        wait([&] { return studio.network().idle(); });
    } else if (order.view == PictureView::compare) {
        const auto there = [&] { return studio.comparison().idle(); };
        window.showCompare();
        wait(there);
        // Without a moment of its own the picture shows the first in which the two part.
        window.stepParting(1);
        if (order.at) studio.view().setCursor(at);
        wait(there);
    } else {
        // Something selected shows what the inspector can say: the first task at work.
        const std::vector<TaskStatus>& tasks = studio.view().replay()->tasks();
        const auto running =
            std::find_if(tasks.begin(), tasks.end(), [](const TaskStatus& t) { return t.state == TaskState::running; });
        if (running != tasks.end()) studio.view().selectTask(TaskId(static_cast<std::size_t>(running - tasks.begin())));
    }
    if (order.view == PictureView::script) {
        if (studio.script().empty()) studio.script().start(ScriptFile::templateText(QStringLiteral("heft")), {});
        window.showScript();
    }
    waitFor(order.patience * 1000, [&] { return !studio.explaining(); });
    // A few rounds let timers that follow the cursor fire before the last drawing.
    waitFor(300, [] { return false; });
    window.finishRendering();
    waitFor(60, [] { return false; });
    return exportWidget(&window, order.file, error);
}

}  // namespace loom
