// A window on a small scenario, a folder for files to open, and hands to open them with.
#pragma once

#include <memory>

#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include "app/language.h"
#include "app/main_window.h"

namespace loom::test {

inline FilePtr plainScenario(const char* tiles = "4") {
    ScenarioFile file;
    file.name = "before";
    file.workload = Spec{"cholesky", {{"tiles", tiles}}};
    file.platform = Spec{"star", {{"nodes", "4"}}};
    return std::make_shared<const ScenarioFile>(file);
}

// Three tasks, two of which state no work; and two hosts, of 2 cores and of 1.
inline constexpr char kGraph[] = "digraph g { a [size=\"3e9\"]; b; c; a -> b; a -> c; }";
inline constexpr char kPlatform[] =
    "<?xml version='1.0'?><!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\"><platform version=\"4.1\">"
    "<zone id=\"z\" routing=\"Full\"><host id=\"h1\" speed=\"1Gf\" core=\"2\"/><host id=\"h2\" speed=\"2Gf\"/>"
    "<link id=\"l\" bandwidth=\"1GBps\" latency=\"1us\"/><route src=\"h1\" dst=\"h2\"><link_ctn id=\"l\"/></route>"
    "</zone></platform>";

// The base of tests that open files: GUI thread, one window at a time.
class OpeningTest : public QObject {
protected:
    bool show(Remember remember = Remember::no) {
        if (!folder_) folder_ = std::make_unique<QTemporaryDir>();
        window_ = std::make_unique<MainWindow>(remember);
        window_->resize(1400, 900);
        window_->show();
        studio().adopt(plainScenario(), {});
        if (!waitForRun()) return false;
        studio().playback().setPlaying(false);
        return activate();
    }
    void closeWindow() {
        window_.reset();
        folder_.reset();
    }
    bool activate() {
        window_->activateWindow();
        return QTest::qWaitForWindowActive(window_.get());
    }

    Studio& studio() { return window_->studio(); }
    Document& document() { return studio().document(); }
    template <class Widget>
    Widget* child(const char* name) {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    QString write(const QString& name, const QByteArray& text) {
        const QString path = folder_->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(text);
        return path;
    }
    bool waitForRun() {
        return QTest::qWaitFor([&] { return studio().simulated() != nullptr && window_->ready(); }, 20'000);
    }
    // The dialog of that name, once it is there; dialogs that were closed go with the next round of events.
    QDialog* dialog(const char* name) {
        QDialog* found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = child<QDialog>(name)) != nullptr && found->isVisible(); }, 10'000);
        return found;
    }
    bool close(const char* name) {
        if (auto* open = child<QDialog>(name)) open->close();
        return QTest::qWaitFor([&] { return child<QDialog>(name) == nullptr; }, 5000);
    }
    void click(const char* name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }

    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<QTemporaryDir> folder_;
};

}  // namespace loom::test
