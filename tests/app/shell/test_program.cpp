// The program itself: its options, and its translations.
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

class TestProgram : public QObject {
    Q_OBJECT

    struct Ended {
        int status = -1;
        QString out, error;
    };
    static Ended run(const QStringList& arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/clusterloom-gui"), arguments);
        if (!process.waitForFinished(120'000)) return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    static QString example(const QString& name) { return QStringLiteral(LOOM_SOURCE_DIR "/examples/%1/scenario.json").arg(name); }
    static bool hasError(const Ended& ended, const QString& words) {
        for (const QString& line : ended.error.split('\n')) {
            if (line.startsWith(QStringLiteral("error: ")) && line.contains(words)) return true;
        }
        return false;
    }
    // Messages of a translation file that are empty or marked unfinished.
    static QStringList unfinished(const QString& path) {
        QStringList found;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return {path};
        QXmlStreamReader xml(&file);
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            if (xml.name() == QLatin1String("source")) source = xml.readElementText();
            if (xml.name() != QLatin1String("translation")) continue;
            const bool marked = xml.attributes().hasAttribute(QStringLiteral("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (marked || text.isEmpty()) found << source;
        }
        return xml.hasError() ? QStringList(xml.errorString()) : found;
    }

private slots:
    void picturesNeedNoDisplay() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.png"));
        const Ended ended =
            run({QStringLiteral("--screenshot"), file, QStringLiteral("--at"), QStringLiteral("30"), QStringLiteral("--size"),
                 QStringLiteral("1000x700"), QStringLiteral("--dark"), QStringLiteral("--lang"), QStringLiteral("zh_CN"),
                 example(QStringLiteral("01-canonical-graph"))});
        QVERIFY2(ended.status == 0, qPrintable(ended.error));
        QCOMPARE(QImage(file).size(), QSize(1000, 700));
    }

    void picturesShowTheComparisonAndTheScript() {
        QTemporaryDir folder;
        QList<QImage> images;
        for (const QString& view : {QStringLiteral("graph"), QStringLiteral("compare"), QStringLiteral("script")}) {
            const QString file = folder.filePath(view + QStringLiteral(".png"));
            const Ended ended = run({QStringLiteral("--screenshot"), file, QStringLiteral("--view"), view, QStringLiteral("--size"),
                                     QStringLiteral("1200x800"), example(QStringLiteral("10-write-your-own"))});
            QVERIFY2(ended.status == 0, qPrintable(ended.error));
            images << QImage(file);
            QCOMPARE(images.last().size(), QSize(1200, 800));
        }
        QVERIFY(images[0] != images[1] && images[0] != images[2]);
    }

    void withoutAScenarioTheFirstExampleIsShown() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.png"));
        QCOMPARE(run({QStringLiteral("--screenshot"), file}).status, 0);
        QVERIFY(!QImage(file).isNull());
    }

    void everyExampleOpens() {
        QTemporaryDir folder;
        for (const QString& name :
             QDir(QStringLiteral(LOOM_SOURCE_DIR "/examples")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString file = folder.filePath(name + QStringLiteral(".png"));
            const Ended ended = run({QStringLiteral("--screenshot"), file, example(name)});
            QVERIFY2(ended.status == 0, qPrintable(name + ended.error));
            QVERIFY(!QImage(file).isNull());
        }
    }

    void whatIsWrongIsSaidInOneLine() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.png"));
        const auto refused = [&](const QStringList& arguments, const QString& words) {
            const Ended ended = run(arguments);
            QVERIFY2(ended.status == 2, qPrintable(arguments.join(' ')));
            QVERIFY2(hasError(ended, words), qPrintable(ended.error));
        };
        refused({QStringLiteral("--screenshot"), file, QStringLiteral("no-such-file.json")}, QStringLiteral("no-such-file.json"));
        refused({QStringLiteral("--screenshot"), file, QStringLiteral("--at"), QStringLiteral("soon")}, QStringLiteral("--at"));
        refused({QStringLiteral("--screenshot"), file, QStringLiteral("--size"), QStringLiteral("9x9")},
                QStringLiteral("--size"));
        refused({QStringLiteral("--screenshot"), file, QStringLiteral("--lang"), QStringLiteral("xx")}, QStringLiteral("zh_CN"));
        refused({QStringLiteral("--screenshot"), file, QStringLiteral("--view"), QStringLiteral("ghosts")}, QStringLiteral("compare"));
        refused({QStringLiteral("--screenshot"), QStringLiteral("/no/such/folder/a.png")}, QStringLiteral("/no/such/folder"));
        refused({QStringLiteral("--bogus")}, QStringLiteral("bogus"));
        refused({}, QStringLiteral("display"));
        QVERIFY(!QFile::exists(file));
    }

    void helpAndVersionNeedNoDisplay() {
        const Ended help = run({QStringLiteral("--help")});
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains(QStringLiteral("--screenshot")));
        const Ended version = run({QStringLiteral("--version")});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.contains(QStringLiteral("clusterloom")));
    }

    void translationsAreComplete() {
        const QDir folder(QStringLiteral(LOOM_SOURCE_DIR "/resources/translations"));
        const QStringList files = folder.entryList({QStringLiteral("*.ts")});
        QVERIFY(files.contains(QStringLiteral("clusterloom_zh_CN.ts")));
        for (const QString& file : files) QCOMPARE(unfinished(folder.filePath(file)), QStringList());
    }

    // What the sources say now must all be in the file: read them again into a copy and look for new messages.
    void translationsAreUpToDate() {
        QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
        if (!QFile::exists(lupdate))
            lupdate = QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath) + QStringLiteral("/lupdate");
        if (!QFile::exists(lupdate)) QSKIP("lupdate (qt6-l10n-tools) is not installed");
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("clusterloom_zh_CN.ts"));
        QVERIFY(QFile::copy(QStringLiteral(LOOM_SOURCE_DIR "/resources/translations/clusterloom_zh_CN.ts"), copy));
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(LOOM_SOURCE_DIR));
        process.start(lupdate, {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("app"),
                                QStringLiteral("-ts"), copy});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(unfinished(copy), QStringList());
    }
};

QTEST_MAIN(TestProgram)
#include "test_program.moc"
