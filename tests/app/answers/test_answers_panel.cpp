// What the table of laws says of a scenario, in both languages.
#include <QRegularExpression>
#include <QTableView>
#include <QtTest>

#include "app/language.h"
#include "app/views/answers/answers_panel.h"
#include "tests/app/support/network_studio.h"

namespace loom {

class TestAnswersPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<Studio> studio_;

    // Made anew as the window does it for another language.
    QStringList lawTips() {
        AnswersPanel panel(studio_.get());
        const QAbstractItemModel* laws = panel.findChild<QTableView*>(QStringLiteral("lawsTable"))->model();
        QStringList tips;
        for (int row = 0; row < laws->rowCount(); ++row) tips << laws->index(row, 0).data(Qt::ToolTipRole).toString();
        return tips;
    }

private slots:
    void init() {
        QVERIFY(installLanguage(QStringLiteral("en")));
        studio_ = std::make_unique<Studio>();
        studio_->adopt(test::contendedScenario(), {});
        QVERIFY(test::waitForRun(*studio_));
        studio_->playback().setPlaying(false);
    }
    void cleanup() {
        studio_.reset();
        QVERIFY(installLanguage(QStringLiteral("en")));
    }

    // No line of a law is English but its formula, its symbols and its citation.
    void lawsAreChineseInTheChineseWindow() {
        const QStringList english = lawTips();
        QVERIFY(english.size() > 5);
        QVERIFY(english.join('\n').contains(QStringLiteral("t_i on the node fastest")));
        QVERIFY(installLanguage(QStringLiteral("zh_CN")));
        const QString chinese = lawTips().join('\n');
        QVERIFY(chinese.contains(QString::fromUtf8("t_i 取对每个任务最快的节点")));
        static const QRegularExpression sentence(QStringLiteral("[A-Za-z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,}"));
        QVERIFY(sentence.match(english.join('\n')).hasMatch());
        const QRegularExpressionMatch left = sentence.match(chinese);
        QVERIFY2(!left.hasMatch(), qPrintable(left.captured()));
        QVERIFY(!chinese.contains(QStringLiteral("。 ")));
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestAnswersPanel)
#include "test_answers_panel.moc"
