// What registries, scheduling rules and laws say has a Chinese entry, so that the Chinese window is Chinese throughout.
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "app/language.h"
#include "app/session/examples.h"
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
    task.name = "b";
    const TaskId b = builder.addTask(task);
    task.name = "c";
    const TaskId c = builder.addTask(task);
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

    void everyRuleOfASchedulerIsKnown() {
        for (const RegistryEntry& entry : schedulerRegistry()) {
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

    // Everything a law says of a scenario but its citations and symbols, in scenarios that have everything laws speak of.
    void everyWordOfALawIsKnown() {
        static const QRegularExpression words(QStringLiteral("[a-z]{5,}"));
        QSet<QString> said;
        std::vector<ScenarioFile> files;
        const auto add = [&](const char* workload, const char* platform) -> ScenarioFile& {
            ScenarioFile file;
            file.workload = parseSpec(workload).value();
            file.platform = parseSpec(platform).value();
            return files.emplace_back(std::move(file));
        };
        ScenarioFile& troubled = add("cholesky[tiles=3]", "star[nodes=3,bandwidth=1Gbps,speeds=1Gf;2Gf;3Gf]");
        troubled.failures.random.push_back({"*", 100, 10});
        troubled.failures.slowdowns.push_back({"n1", Time::zero(), Time::never(), 4});
        add("chain", "star[nodes=1]").failures.random.push_back({"*", 1e-3, 1e6});
        add("image-recognition", "star[nodes=2,cores=2]");
        for (const QString& path : exampleFiles()) {
            const Result<ScenarioFile> file = loadScenarioFile(path.toStdString());
            QVERIFY2(file.ok(), qPrintable(path));
            files.push_back(*file);
        }
        for (const ScenarioFile& file : files) {
            for (const RegistryEntry& network : networkRegistry()) {
                ScenarioFile under = file;
                under.network = Spec{network.name, {}};
                const Result<ScenarioPtr> scenario = resolveScenario(std::move(under));
                QVERIFY2(scenario.ok(), scenario.ok() ? "" : scenario.error().text().c_str());
                for (const LawValue& law : scenarioLaws(**scenario)) {
                    said << toQString(law.title) << toQString(law.assumptions) << toQString(law.note);
                    for (const std::string& sentence : law.violated) said << toQString(sentence);
                    for (const LawInput& input : law.inputs)
                        if (toQString(input.name).contains(words)) said << toQString(input.name);
                }
            }
        }
        said.remove(QString());
        QVERIFY2(said.size() > 60, qPrintable(QString::number(said.size())));
        for (const QString& text : std::as_const(said)) {
            const QString chinese = registryText(text.toStdString());
            QVERIFY2(!chinese.contains('%'), qPrintable(chinese));
            // Each clause by itself: one that is left in English must not hide behind another.
            for (const QString& clause : chinese.split(QRegularExpression(QStringLiteral("[；;]"))))
                if (!hasChinese(clause)) missing_ << text + QStringLiteral(" -> ") + clause;
        }
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join('\n')));
    }

    void aSentenceKeepsItsFiguresAndNames() {
        QCOMPARE(registryText("40 tasks share 8 cores, so some wait."), QString::fromUtf8("40 个任务共用 8 个核心，所以有些要等待。"));
        QCOMPARE(registryText("t_i on the node fastest for each task; c_i = 0: one node, nothing moves; r = time of 'reduce 7'"),
                 QString::fromUtf8("t_i 取对每个任务最快的节点；c_i = 0：只有一个节点，没有数据移动；r = 'reduce 7' 的时间"));
        QCOMPARE(registryText("heft makes the shortest of 5 plans: the ready task and node of smallest EFT"),
                 QString::fromUtf8("heft 在 5 个计划中最短：") + table_.value(QStringLiteral("the ready task and node of smallest EFT")));
        QCOMPARE(registryText("as plan() of my-own.lua decides; gaps included"),
                 QString::fromUtf8("由 my-own.lua 的 plan() 决定；含空隙"));
    }

    // What a real run of the bundled example adds to its answer.
    void everyNoteOfARealRunIsKnown() {
        for (const char* note :
             {"2 workers share 1 processor core, so each is slower than alone.", "Data is handed over in memory: transfers take no time.",
              "Transfers take the time the modelled network gives them.",
              "The digit network is the one that comes with the program, trained by resources/kernels/train_digits.py.",
              "The images are 240 handwritten digits that were held out of the training.", "240 images, 97.5 % right, 6 wrong"})
            QVERIFY2(hasChinese(registryText(note)), note);
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
                 table_.value(QStringLiteral("max-min is the shorter")) + table_.value(QStringLiteral(": ")) +
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
