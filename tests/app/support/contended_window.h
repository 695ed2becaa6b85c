// A window on the contended scenario: its run is there, nothing plays, and keys reach it.
#pragma once

#include <memory>

#include <QtTest>

#include "app/main_window.h"
#include "tests/app/support/network_studio.h"

namespace loom::test {

// Null when it did not come about in time.
inline std::unique_ptr<MainWindow> contendedWindow() {
    auto window = std::make_unique<MainWindow>(Remember::no);
    window->resize(1400, 900);
    window->show();
    window->studio().adopt(contendedScenario("unshared"), {});
    if (!waitForRun(window->studio())) return nullptr;
    window->studio().playback().setPlaying(false);
    window->activateWindow();
    return QTest::qWaitForWindowActive(window.get()) ? std::move(window) : nullptr;
}

}  // namespace loom::test
