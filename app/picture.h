// The window as a picture, for documentation and tests.
#pragma once

#include <optional>

#include <QSize>
#include <QString>

namespace loom {

class MainWindow;

// What is in front: the task graph, the network with its busiest link selected, schedulers side by side at their first
// divergent decision, or the script's editor.
enum class PictureView { graph, network, compare, script };

struct PictureOrder {
    QString file;              // .png or .svg
    std::optional<double> at;  // s; none = a bit before the middle of the run
    QSize size{1600, 960};
    PictureView view = PictureView::graph;
    int patience = 120;  // s until a run that does not end is an error
};

// Waits for the first run to be whole, puts the cursor, draws everything and writes the file. Runs the event loop.
// False sets `error` to one sentence.
bool takePicture(MainWindow& window, const PictureOrder& order, QString* error);

}  // namespace loom
