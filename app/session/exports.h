// Writes files for other programs off the GUI thread, one at a time, each whole or not at all.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/io/exporter.h"

namespace loom {

class Lane;

// GUI thread only. The destructor cancels and joins.
class Exports : public QObject {
    Q_OBJECT

public:
    // What was left out, a sentence each. Runs on a thread of its own; once cancelled it fails and leaves the old file.
    using Write = std::function<Result<std::vector<std::string>>(const std::string& path, Progress& progress)>;

    explicit Exports(QObject* parent = nullptr);
    ~Exports() override;

    // `written`, `failed` or `stopped` follows. Nothing else may be under way.
    void write(const QString& path, Write write);
    // The last word is still to come: what is whole by then is written.
    void stop();
    [[nodiscard]] bool busy() const { return busy_; }
    // Parts done of parts in all; 0 of 0 when that is not known.
    [[nodiscard]] std::pair<quint64, quint64> progress() const;

    // What `exporter` leaves out of this very source: `lossesKnown` follows, unless it is asked again before.
    void askLosses(const Exporter& exporter, ExportSource source);

signals:
    void written(const QString& path, const QStringList& leftOut);
    void failed(const QString& path, const loom::Error& error);
    void stopped(const QString& path);
    void lossesKnown(const QStringList& sentences);

private:
    bool busy_ = false;
    quint64 asked_ = 0;
    std::unique_ptr<Lane> write_, losses_;
};

}  // namespace loom
