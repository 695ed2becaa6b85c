// The palettes hold for every kind of colour vision: Machado, Oliveira, Fernandes 2009 (severity 1) simulated, and
// compared by CIEDE2000 (Sharma, Wu, Dalal 2005).
#include <cmath>

#include <QTest>

#include "app/theme.h"
#include "app/views/canvas/state_glyph.h"

namespace loom {

namespace {

struct Lab {
    double l, a, b;
};
using Matrix = std::array<std::array<double, 3>, 3>;

constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

double linear(double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }

std::array<double, 3> seen(const QColor& color, const Matrix& vision) {
    const std::array<double, 3> rgb{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i) {
        out[i] = std::clamp(vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0.0, 1.0);
    }
    return out;
}

Lab toLab(const std::array<double, 3>& rgb) {
    const double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
    const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    const double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double ciede2000(const Lab& one, const Lab& two) {
    const double pi = std::acos(-1.0), deg = pi / 180;
    const double mean = (std::hypot(one.a, one.b) + std::hypot(two.a, two.b)) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(mean, 7) / (std::pow(mean, 7) + std::pow(25.0, 7))));
    const double a1 = one.a * (1 + g), a2 = two.a * (1 + g);
    const double c1 = std::hypot(a1, one.b), c2 = std::hypot(a2, two.b);
    const auto hue = [&](double b, double a) { return a == 0 && b == 0 ? 0 : std::fmod(std::atan2(b, a) / deg + 360, 360); };
    const double h1 = hue(one.b, a1), h2 = hue(two.b, a2);
    double dh = c1 * c2 == 0 ? 0 : h2 - h1;
    if (dh > 180) dh -= 360;
    if (dh < -180) dh += 360;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * deg);
    double hm = h1 + h2;
    if (c1 * c2 != 0) hm = std::abs(h1 - h2) <= 180 ? hm / 2 : hm < 360 ? (hm + 360) / 2 : (hm - 360) / 2;
    const double lm = (one.l + two.l) / 2, cm = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos((hm - 30) * deg) + 0.24 * std::cos(2 * hm * deg) + 0.32 * std::cos((3 * hm + 6) * deg) -
                     0.20 * std::cos((4 * hm - 63) * deg);
    const double sl = 1 + 0.015 * std::pow(lm - 50, 2) / std::sqrt(20 + std::pow(lm - 50, 2));
    const double sc = 1 + 0.045 * cm, sh = 1 + 0.015 * cm * t;
    const double rc = 2 * std::sqrt(std::pow(cm, 7) / (std::pow(cm, 7) + std::pow(25.0, 7)));
    const double rt = -std::sin(2 * 30 * std::exp(-std::pow((hm - 275) / 25, 2)) * deg) * rc;
    const double dl = (two.l - one.l) / sl, dc = (c2 - c1) / sc, dhn = dH / sh;
    return std::sqrt(dl * dl + dc * dc + dhn * dhn + rt * dc * dhn);
}

double contrast(const QColor& one, const QColor& two) {
    const auto luminance = [](const QColor& c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double a = luminance(one), b = luminance(two);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

double smallestDifference(const ThemeColors& colors, const Matrix& vision) {
    double smallest = 1e9;
    for (std::size_t i = 0; i < kTaskStates; ++i) {
        for (std::size_t j = i + 1; j < kTaskStates; ++j) {
            smallest = std::min(smallest,
                                ciede2000(toLab(seen(colors.state[i].fill, vision)), toLab(seen(colors.state[j].fill, vision))));
        }
    }
    return smallest;
}

}  // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { Theme::instance().setDark(false); }

    // Pairs 1, 7, 17 and 25 of the data published with the formula.
    void formulaAgreesWithItsPublishedData() {
        QVERIFY(std::abs(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 1e-4);
        QVERIFY(std::abs(ciede2000({50, 0, 0}, {50, -1, 2}) - 2.3669) < 1e-4);
        QVERIFY(std::abs(ciede2000({50, 2.5, 0}, {73, 25, -18}) - 27.1492) < 1e-4);
        QVERIFY(std::abs(ciede2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) - 1.2644) < 1e-4);
    }

    void statesDifferForEveryVision_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("vision");
        const char* const names[] = {"normal", "protan", "deutan", "tritan"};
        for (const bool dark : {false, true}) {
            for (int i = 0; i < 4; ++i) QTest::addRow("%s %s", dark ? "dark" : "light", names[i]) << dark << i;
        }
    }
    void statesDifferForEveryVision() {
        QFETCH(bool, dark);
        QFETCH(int, vision);
        Theme::instance().setDark(dark);
        const Matrix* const visions[] = {&kNormal, &kProtan, &kDeutan, &kTritan};
        const double smallest = smallestDifference(Theme::instance().colors(), *visions[vision]);
        QVERIFY2(smallest >= 15, qPrintable(QString::number(smallest)));
    }

    void outlinesAndTextStandOut() {
        for (const bool dark : {false, true}) {
            Theme::instance().setDark(dark);
            const ThemeColors& colors = Theme::instance().colors();
            for (const StateStyle& style : colors.state) {
                QVERIFY2(contrast(style.outline, colors.panel) >= 3, qPrintable(style.outline.name()));
                const QColor ground = style.outlineOnly ? colors.panel : style.fill;
                QVERIFY2(contrast(inkOn(ground), ground) >= 3, qPrintable(style.fill.name()));
            }
            for (const QColor& ground : {colors.window, colors.panel}) {
                QVERIFY(contrast(colors.text, ground) >= 7);
                QVERIFY(contrast(colors.mutedText, ground) >= 4.5);
                QVERIFY(contrast(colors.accent, ground) >= 4.5);
                QVERIFY(contrast(colors.warning, ground) >= 4.5);
            }
        }
    }

    void statesDifferByGlyphToo() {
        QSet<QString> glyphs;
        for (std::size_t i = 0; i < kTaskStates; ++i) {
            glyphs.insert(Theme::instance().colors().state[i].glyph);
            const bool drawn = !stateGlyph(static_cast<TaskState>(i), QRectF(0, 0, 16, 16)).isEmpty();
            QCOMPARE(drawn, static_cast<TaskState>(i) != TaskState::waiting);
            QVERIFY(
                QRectF(-0.5, -0.5, 17, 17).contains(stateGlyph(static_cast<TaskState>(i), QRectF(0, 0, 16, 16)).boundingRect()) ||
                !drawn);
        }
        QCOMPARE(glyphs.size(), static_cast<qsizetype>(kTaskStates));
    }

    void switchingReachesTheApplication() {
        QSignalSpy spy(&Theme::instance(), &Theme::changed);
        Theme::instance().setDark(true);
        QCOMPARE(spy.count(), 1);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 80);
        Theme::instance().setDark(false);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 200);
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestTheme)
#include "test_theme.moc"
