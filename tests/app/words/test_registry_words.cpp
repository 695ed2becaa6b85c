// What registries, scheduling rules and laws say has a Chinese entry, so that the Chinese window is Chinese throughout.
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "app/language.h"
#include "app/session/export_text.h"
#include "app/session/import_text.h"
#include "app/session/text.h"
#include "core/graph/graph_builder.h"
#include "core/io/export_losses.h"
#include "core/io/exporter.h"
#include "core/io/importer.h"
#include "core/laws/scenario_laws.h"
#include "core/scenario/compute_models.h"
#include "core/scenario/network_models.h"
#include "core/schedule/families.h"
#include "sim/session.h"
#include "tests/app/support/reference_files.h"

namespace loom {

namespace {

QHash<QString, QString> readTable() {
    QHash<QString, QString> table;
    QFile file(QStringLiteral(LOOM_SOURCE_DIR "/resources/translations/registry_zh_CN.ts"));
    if (!file.open(QIODevice::ReadOnly)) return table;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            table.insert(source, xml.readElementText());
    }
    return table;
}

// A little of everything: levels, joins, data that moves, nodes of different speed.
ScenarioPtr scenarioUnder(const std::string& scheduler) {
    ScenarioFile file;
    file.workload = parseSpec("cholesky[tiles=3]").value();
    file.platform = parseSpec("star[nodes=3,bandwidth=1Gbps,speeds=1Gf;2Gf;3Gf]").value();
    file.scheduler = Spec{scheduler, {}};
    const Result<ScenarioPtr> scenario = resolveScenario(file);
    return scenario ? *scenario : nullptr;
}

class Rules final : public DecisionLog {
public:
    [[nodiscard]] bool wants(TaskId) const override { return true; }
    void record(Decision decision) override {
        rules_ << toQString(decision.rule);
        scores_ << toQString(decision.scoreName);
    }
    QSet<QString> rules_, scores_;
};

// A workload with everything that some format does not carry.
std::shared_ptr<const TaskGraph> lossyGraph() {
    GraphBuilder builder;
    TaskAttributes task;
    task.name = "a";
    task.kind = "k";
    task.work = 1e9;
    task.cores = 4;
    task.memory = 1e9;
    task.accelerator = "gpu";
    task.priority = 2;
    task.release = 3;
    const TaskId a = builder.addTask(task);
    task.kind = "l";
    const TaskId b = builder.addTask(task), c = builder.addTask(task);
    const DataId shared = builder.addData("f", 10.5, a);
    builder.addInput(b, shared);
    builder.addInput(c, shared);
    builder.addInput(a, builder.addData("in", 10, TaskId::none()));
    builder.addData("unread", 5, c);
    return std::make_shared<const TaskGraph>(builder.build().value());
}

bool hasChinese(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff; });
}

}  // namespace

class TestRegistryWords : public QObject {
    Q_OBJECT

    QHash<QString, QString> table_;
    QStringList missing_;

    void need(const std::string& english) {
        const QString text = toQString(english);
        if (!text.isEmpty() && table_.value(text).isEmpty() && !missing_.contains(text)) missing_ << text;
    }

private slots:
    void initTestCase() {
        table_ = readTable();
        QVERIFY(table_.size() > 200);
        QVERIFY(installLanguage(QStringLiteral("zh_CN")));
    }
    void cleanupTestCase() { installLanguage(QStringLiteral("en")); }
    void init() { missing_.clear(); }

    void everyRegistryTextHasAnEntry() {
        for (const auto* registry : {&schedulerRegistry(), &platformRegistry(), &networkRegistry(), &computeRegistry()}) {
            for (const RegistryEntry& entry : *registry) {
                need(entry.description);
                for (const ParamDef& param : entry.params) need(param.help);
            }
        }
        for (const SchedulerFamily& family : schedulerFamilies()) need(family.title);
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
    }

    // Searches say figures in their rules; all others say what the table has.
    void everyRuleOfASchedulerThatDoesNotSearchIsKnown() {
        const QSet<QString> figures{QStringLiteral("searches"), QStringLiteral("exact"), QStringLiteral("choosers among others")};
        for (const RegistryEntry& entry : schedulerRegistry()) {
            if (figures.contains(toQString(familyOf(entry.name)))) continue;
            const ScenarioPtr scenario = scenarioUnder(entry.name);
            QVERIFY(scenario);
            RunControl control;
            Rules log;
            QVERIFY(watchDecisions(scenario, control, log).ok());
            for (const QString& rule : log.rules_)
                if (!hasChinese(registryText(rule.toStdString()))) missing_ << rule;
            for (const QString& score : log.scores_)
                if (score.contains(' ') && score.front().isLower() && !hasChinese(registryText(score.toStdString())))
                    missing_ << score;
        }
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
    }

    void everyLawOfAScenarioHasATitle() {
        ScenarioPtr scenario = scenarioUnder("heft");
        ScenarioFile failing = scenario->file;
        failing.failures.random.push_back({"*", 100, 10});
        for (const ScenarioPtr& each : {scenario, resolveScenario(failing).value()})
            for (const LawValue& law : scenarioLaws(*each)) need(law.title);
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
    }

    // What importers say of the reference files and of the fuzzer's miniatures, with and without assumptions.
    void everyLineOfAnImportReportIsKnown() {
        const QStringList files = test::filesBelow(QStringLiteral(LOOM_SOURCE_DIR "/tests/fuzz/corpus")) + test::filesBelow(test::referenceFolder());
        QSet<QString> lines;
        for (const QString& file : files) {
            for (const char* rule : {"", "runtime=mean", "runtime=median"}) {
                Assumptions assume;
                QVERIFY(*rule == 0 || readAssumption(rule, assume).ok());
                const Result<ImportedWorkload> workload = importWorkload(file.toStdString(), assume);
                if (!workload) continue;
                const ImportReport& report = workload->report;
                for (const auto* section : {&report.read, &report.assumed, &report.dropped})
                    for (const std::string& line : *section) lines << toQString(line);
            }
        }
        QVERIFY(lines.size() > 20);
        for (const QString& line : lines) {
            const QString said = importLine(line.toStdString());
            QVERIFY2(!said.contains('%'), qPrintable(said));
            if (!hasChinese(QString(said).remove(QRegularExpression(QStringLiteral("（.*"))))) missing_ << line;
        }
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
    }

    void whatExportersSayIsKnown() {
        for (const Exporter& exporter : exporters()) {
            need(exporter.title);
            need(exporter.loses);
        }
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
        QCOMPARE(lossText("3 tasks take several cores: DOT does not carry that"), QString::fromUtf8("3 个任务占用多个核心"));
        QCOMPARE(lossText("1 file is read by several tasks; every reader gets one of its own: the task list does not carry that"),
                 QString::fromUtf8("1 个文件由多个任务读取；每个读者各得一份"));
        for (const std::string& sentence : workloadLosses(*lossyGraph(), "X", 0))
            QVERIFY2(hasChinese(lossText(sentence)), sentence.c_str());
        for (const std::string& sentence : platformLosses(resolvePlatform(PlatformSource{Spec{"edge-fog-cloud", {}}}, "", 1).value(), "X"))
            QVERIFY2(hasChinese(lossText(sentence)), sentence.c_str());
    }

    void anImportersLineKeepsItsFiguresAndItsExample() {
        QCOMPARE(importLine("12 tasks have no runtime and count as 1.5 s (first: a(1).b); see --assume runtime"),
                 QString::fromUtf8("12 个任务没有运行时间，按 1.5 s 计（第一个：a(1).b）"));
        QCOMPARE(importLine("format: wfformat 1.5"), QString::fromUtf8("格式：wfformat 1.5"));
        QCOMPARE(importLine("2 things nobody wrote down (first: x)"), QString::fromUtf8("2 things nobody wrote down（第一个：x）"));
        QVERIFY(installLanguage(QStringLiteral("en")));
        QCOMPARE(importLine("1 edge is written again (first: a -> b); their sizes are added"),
                 QStringLiteral("1 edge is written again; their sizes are added (first: a -> b)"));
        QVERIFY(installLanguage(QStringLiteral("zh_CN")));
    }

    // An entry that no longer stands for anything would go unseen.
    void theWindowFindsWhatTheTableHas() {
        QCOMPARE(registryText("computing nodes"), table_.value(QStringLiteral("computing nodes")));
        QCOMPARE(registryText("max-min is the shorter: the ready task and node of smallest EFT"),
                 table_.value(QStringLiteral("max-min is the shorter")) + QStringLiteral(": ") +
                     table_.value(QStringLiteral("the ready task and node of smallest EFT")));
        QCOMPARE(registryText("no such text: at all"), QStringLiteral("no such text: at all"));
        QVERIFY(installLanguage(QStringLiteral("en")));
        QCOMPARE(registryText("computing nodes"), QStringLiteral("computing nodes"));
        QVERIFY(installLanguage(QStringLiteral("zh_CN")));
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestRegistryWords)
#include "test_registry_words.moc"
