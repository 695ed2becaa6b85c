// Colours of states and surfaces for light and dark, tuned for colour-vision deficiency (gui.md; a test holds the
// smallest difference).
#pragma once

#include <QColor>
#include <QObject>
#include <QString>

#include "core/trace/replay.h"

namespace loom {

struct StateStyle {
    QColor fill;
    QColor outline;   // darker where the fill alone has less than 3:1 contrast with the background
    QString glyph;    // state is never colour alone
    bool outlineOnly = false;
    bool hatched = false;
};

struct ThemeColors {
    QColor window, panel, text, mutedText, grid, edge, accent, selection, ghost, warning;
    StateStyle state[kTaskStates];  // by TaskState
    StateStyle down;                // a node that is down
};

// The current theme; GUI thread only. Views repaint on `changed`.
class Theme : public QObject {
    Q_OBJECT

public:
    static Theme& instance();
    [[nodiscard]] bool isDark() const { return dark_; }
    void setDark(bool dark);  // also sets the application's palette and style sheet
    [[nodiscard]] const ThemeColors& colors() const { return dark_ ? darkColors_ : lightColors_; }
    [[nodiscard]] const StateStyle& style(TaskState state) const { return colors().state[static_cast<std::size_t>(state)]; }

signals:
    void changed();

private:
    Theme();
    bool dark_ = false, styled_ = false;
    ThemeColors lightColors_, darkColors_;
};

}  // namespace loom
