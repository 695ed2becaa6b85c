#include "app/session/exports.h"

#include "app/session/export_text.h"
#include "app/session/lane.h"
#include "app/session/text.h"

namespace loom {

namespace {

QStringList inWords(const std::vector<std::string>& sentences) {
    QStringList words;
    for (const std::string& sentence : sentences) words << lossText(sentence);
    return words;
}

}  // namespace

Exports::Exports(QObject* parent) : QObject(parent), write_(std::make_unique<Lane>()), losses_(std::make_unique<Lane>()) {}

Exports::~Exports() {
    for (const auto* lane : {&write_, &losses_}) (*lane)->cancel();
}

void Exports::write(const QString& path, Write write) {
    Q_ASSERT(!busy_);
    busy_ = true;
    write_->submit([this, path, write = std::move(write)](RunControl& control) {
        const Result<std::vector<std::string>> done = write(path.toStdString(), control.progress);
        const bool cancelled = control.progress.cancelled();
        QMetaObject::invokeMethod(
            this,
            [this, path, done, cancelled] {
                busy_ = false;
                if (done) return emit written(path, inWords(*done));
                if (cancelled) return emit stopped(path);
                emit failed(path, done.error());
            },
            Qt::QueuedConnection);
    });
}

void Exports::stop() { write_->interrupt(); }

std::pair<quint64, quint64> Exports::progress() const { return write_->progress(); }

void Exports::askLosses(const Exporter& exporter, ExportSource source) {
    const quint64 asked = ++asked_;
    if (exporter.losses == nullptr) return;
    losses_->submit([this, asked, &exporter, source = std::move(source)](RunControl&) {
        QMetaObject::invokeMethod(
            this,
            [this, asked, sentences = exporter.losses(source)] {
                if (asked == asked_) emit lossesKnown(inWords(sentences));
            },
            Qt::QueuedConnection);
    });
}

}  // namespace loom
