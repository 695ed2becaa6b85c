// The desktop's command line: opens the window, or renders it into a picture.
#include <cstdio>

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include "app/language.h"
#include "app/main_window.h"
#include "app/picture.h"
#include "app/session/text.h"
#include "app/theme.h"

namespace {

using namespace loom;

int fail(const QString& sentence) {
    std::fprintf(stderr, "error: %s\n", sentence.toUtf8().constData());
    return 2;
}

// A picture is drawn on Qt's offscreen platform, which remarks on what only a screen would need.
void quietOffscreen(QtMsgType, const QMessageLogContext&, const QString& message) {
    const bool remark =
        message.contains(QLatin1String("propagateSizeHints")) || message.contains(QLatin1String("XDG_RUNTIME_DIR"));
    if (!remark) std::fprintf(stderr, "%s\n", message.toUtf8().constData());
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("Clusterloom: one scenario, three answers."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("SCENARIO"), QStringLiteral("scenario or workflow file to open"),
                                 QStringLiteral("[SCENARIO]"));
    parser.addOptions({
        {QStringLiteral("screenshot"), QStringLiteral("render the window into FILE (.png, .svg) and leave"),
         QStringLiteral("FILE")},
        {QStringLiteral("at"), QStringLiteral("moment the picture shows, such as 12.5 or \"300 ms\""), QStringLiteral("T")},
        {QStringLiteral("size"), QStringLiteral("window size of the picture (1600x960)"), QStringLiteral("WxH")},
        {QStringLiteral("network"), QStringLiteral("the picture shows the network and explains its busiest link")},
        {QStringLiteral("view"),
         QStringLiteral("what the picture shows: graph (as without the option), compare (two schedulers side by side, where they "
                        "part), script (the editor of schedulers)"),
         QStringLiteral("NAME")},
        {QStringLiteral("play"), QStringLiteral("play the scenario as soon as it is open (as without the option)")},
        {QStringLiteral("dark"), QStringLiteral("dark theme")},
        {QStringLiteral("lang"), QStringLiteral("language: en or zh_CN"), QStringLiteral("CODE")},
    });
}

// Empty when the options make sense, else one sentence.
QString readOrder(const QCommandLineParser& parser, PictureOrder& order) {
    order.file = parser.value(QStringLiteral("screenshot"));
    const QStringList views{QStringLiteral("graph"), QStringLiteral("compare"), QStringLiteral("script")};
    const PictureView known[] = {PictureView::graph, PictureView::compare, PictureView::script};
    if (parser.isSet(QStringLiteral("network"))) order.view = PictureView::network;
    if (parser.isSet(QStringLiteral("view"))) {
        const qsizetype index = views.indexOf(parser.value(QStringLiteral("view")));
        if (index < 0)
            return QStringLiteral("--view: unknown view '%1'; known: %2")
                .arg(parser.value(QStringLiteral("view")), views.join(QStringLiteral(", ")));
        order.view = known[index];
    }
    if (parser.isSet(QStringLiteral("at"))) {
        const Result<double> at = parseQuantity(parser.value(QStringLiteral("at")).toStdString(), Dimension::time);
        if (!at) return QStringLiteral("--at: ") + QString::fromStdString(at.error().text());
        order.at = *at;
    }
    if (parser.isSet(QStringLiteral("size"))) {
        const QStringList parts = parser.value(QStringLiteral("size")).split('x');
        bool wideOk = false, highOk = false;
        const int wide = parts.value(0).toInt(&wideOk), high = parts.value(1).toInt(&highOk);
        if (parts.size() != 2 || !wideOk || !highOk || wide < 320 || high < 240 || wide > 8192 || high > 8192) {
            return QStringLiteral("--size: expected WIDTHxHEIGHT between 320x240 and 8192x8192, got '%1'")
                .arg(parser.value(QStringLiteral("size")));
        }
        order.size = {wide, high};
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    // Read before the application object exists: it connects to a display, which a picture does not need.
    QStringList arguments;
    for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) return fail(parser.errorText());
    const bool picture = parser.isSet(QStringLiteral("screenshot"));
    const bool words = parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"));
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        if (!picture && !words && !display) {
            return fail(QStringLiteral("there is no display; use --screenshot FILE, or the command line program clusterloom"));
        }
        if (picture || words) qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (picture) qInstallMessageHandler(quietOffscreen);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("clusterloom"));
    QApplication::setOrganizationName(QStringLiteral("clusterloom"));
    QApplication::setApplicationVersion(QStringLiteral(LOOM_VERSION));
    if (parser.isSet(QStringLiteral("help"))) parser.showHelp();
    if (parser.isSet(QStringLiteral("version"))) parser.showVersion();
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) return fail(QStringLiteral("one scenario at a time, got %1").arg(files.size()));
    PictureOrder order;
    if (const QString wrong = readOrder(parser, order); !wrong.isEmpty()) return fail(wrong);

    const auto remembered = [&](const char* key) { return picture ? QVariant() : QSettings().value(QLatin1String(key)); };
    QString language = parser.value(QStringLiteral("lang"));
    if (!language.isEmpty() && !languages().contains(language)) {
        return fail(
            QStringLiteral("--lang: unknown language '%1'; known: %2").arg(language, languages().join(QStringLiteral(", "))));
    }
    if (language.isEmpty()) language = picture ? QStringLiteral("en") : remembered("language").toString();
    if (!languages().contains(language)) language = systemLanguage();
    Theme::instance().setDark(parser.isSet(QStringLiteral("dark")) || remembered("dark").toBool());

    MainWindow window(picture ? Remember::no : Remember::yes);
    window.setLanguage(language);
    if (files.isEmpty())
        window.studio().openFirstExample();
    else
        window.openPaths({files.first()});
    if (picture) {
        QString error;
        return takePicture(window, order, &error) ? 0 : fail(error);
    }
    window.show();
    return QApplication::exec();
}
