#include "app/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

namespace loom {

namespace {

// Outlines are set apart from the fill where it alone has less than 3:1 contrast with the panel.
StateStyle makeStyle(const char* fill, const char* outline, const QString& glyph) {
    StateStyle style;
    style.fill = QColor(QLatin1String(fill));
    style.outline = QColor(QLatin1String(outline));
    style.glyph = glyph;
    return style;
}

void setStates(ThemeColors& colors, const char* const (&fills)[kTaskStates], const char* const (&outlines)[kTaskStates]) {
    static const QString glyphs[kTaskStates] = {{},
                                                QStringLiteral("\u2022"),
                                                QStringLiteral("\u21c4"),
                                                QStringLiteral("\u25b6"),
                                                QStringLiteral("\u2713"),
                                                QStringLiteral("\u2715"),
                                                QStringLiteral("\u21bb")};
    for (std::size_t i = 0; i < kTaskStates; ++i) colors.state[i] = makeStyle(fills[i], outlines[i], glyphs[i]);
    colors.state[static_cast<std::size_t>(TaskState::waiting)].outlineOnly = true;
    colors.state[static_cast<std::size_t>(TaskState::failed)].hatched = true;
    colors.down = colors.state[static_cast<std::size_t>(TaskState::failed)];
}

ThemeColors makeLight() {
    ThemeColors c;
    c.window = QColor(0xef, 0xf1, 0xf4);
    c.panel = QColor(0xfa, 0xfa, 0xfa);
    c.text = QColor(0x1d, 0x21, 0x29);
    c.mutedText = QColor(0x5c, 0x63, 0x70);
    c.grid = QColor(0xe0, 0xe3, 0xe8);
    c.edge = QColor(0x7d, 0x84, 0x92);
    c.accent = QColor(0x1b, 0x4f, 0xd8);
    c.selection = QColor(0x1b, 0x4f, 0xd8);
    c.ghost = QColor(0x8a, 0x8f, 0x9b);
    c.warning = QColor(0x98, 0x4a, 0x00);
    setStates(c, {"#a9adb8", "#d9a400", "#3c9cf6", "#0e1fb2", "#02795c", "#ad0908", "#f63b7e"},
              {"#7f8594", "#8f6c00", "#1f74c4", "#0a1682", "#015943", "#7d0606", "#b81f57"});
    return c;
}

ThemeColors makeDark() {
    ThemeColors c;
    c.window = QColor(0x25, 0x29, 0x30);
    c.panel = QColor(0x1b, 0x1e, 0x23);
    c.text = QColor(0xe6, 0xe8, 0xec);
    c.mutedText = QColor(0xa0, 0xa6, 0xb1);
    c.grid = QColor(0x32, 0x37, 0x40);
    c.edge = QColor(0x76, 0x7d, 0x8a);
    c.accent = QColor(0x7a, 0xa2, 0xff);
    c.selection = QColor(0x7a, 0xa2, 0xff);
    c.ghost = QColor(0x8c, 0x93, 0xa0);
    c.warning = QColor(0xff, 0xb4, 0x54);
    setStates(c, {"#726f77", "#f7fa35", "#dfffff", "#3770d8", "#2ac48f", "#e0421f", "#cfa1ff"},
              {"#8f8c95", "#f7fa35", "#dfffff", "#7aa2ff", "#2ac48f", "#ff6a48", "#cfa1ff"});
    return c;
}

QPalette makePalette(const ThemeColors& c) {
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.panel);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.mutedText);
    p.setColor(QPalette::Button, c.window);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.warning);
    p.setColor(QPalette::ToolTipBase, c.panel);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.selection.lightness() > 140 ? QColor(0x10, 0x14, 0x1c) : QColor(Qt::white));
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.window.lighter(115));
    p.setColor(QPalette::Midlight, c.window.lighter(107));
    p.setColor(QPalette::Mid, c.grid);
    p.setColor(QPalette::Dark, c.window.darker(135));
    p.setColor(QPalette::Shadow, c.window.darker(200));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, c.ghost);
    }
    return p;
}

QString makeStyleSheet(const ThemeColors& c) {
    return QStringLiteral(
               "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 3px; }"
               "QMainWindow::separator { background: %4; width: 5px; height: 5px; }"
               "QMainWindow::separator:hover { background: %5; }"
               "QDockWidget::title { background: %4; padding: 4px 6px; }"
               "QHeaderView::section { background: %4; border: 0; border-right: 1px solid %3; border-bottom: 1px solid %3;"
               " padding: 3px 6px; }")
        .arg(c.text.name(), c.panel.name(), c.grid.name(), c.window.name(), c.accent.name());
}

}  // namespace

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

Theme::Theme() : lightColors_(makeLight()), darkColors_(makeDark()) {}

void Theme::setDark(bool dark) {
    dark_ = dark;
    if (qApp != nullptr) {
        // Each of these polishes every widget there is, the palette under a style sheet twice over.
        qApp->setStyleSheet({});
        if (!styled_) QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        styled_ = true;
        QApplication::setPalette(makePalette(colors()));
        qApp->setStyleSheet(makeStyleSheet(colors()));
    }
    emit changed();
}

}  // namespace loom
