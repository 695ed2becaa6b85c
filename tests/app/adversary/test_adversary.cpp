// The search for the worst instance: it climbs, can be stopped, and what it finds becomes the document.
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

#include "app/views/adversary/adversary_dialog.h"
#include "app/views/charts/climb_chart.h"
#include "tests/app/support/network_studio.h"

namespace loom {

class TestAdversary : public QObject {
    Q_OBJECT

    std::unique_ptr<Studio> studio_;
    std::unique_ptr<AdversaryDialog> dialog_;

    template <class Widget>
    Widget* find(const char* name) {
        return dialog_->findChild<Widget*>(QLatin1String(name));
    }
    void start(int evaluations) {
        find<QComboBox>("adversaryLoser")->setEditText(QStringLiteral("fastest-node"));
        find<QComboBox>("adversaryWinner")->setEditText(QStringLiteral("heft"));
        find<QSpinBox>("adversaryEvaluations")->setValue(evaluations);
        QTest::mouseClick(find<QPushButton>("adversaryStart"), Qt::LeftButton);
    }
    bool waitForEnd() {
        return QTest::qWaitFor([&] { return !dialog_->searching(); }, 60'000);
    }

private slots:
    void init() {
        studio_ = std::make_unique<Studio>();
        studio_->adopt(test::contendedScenario("unshared"), {});
        QVERIFY(test::waitForRun(*studio_));
        dialog_ = std::make_unique<AdversaryDialog>(studio_.get());
        dialog_->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog_.get()));
    }
    void cleanup() {
        dialog_.reset();
        studio_.reset();
    }

    void itIsEmptyAndSaysWhatItWillDo() {
        QVERIFY(!find<QPushButton>("adversaryOpen")->isEnabled());
        QVERIFY(!find<QPushButton>("adversaryStop")->isVisible());
        QVERIFY(!find<QLabel>("adversaryWords")->text().isEmpty());
    }

    void theRatioClimbsAndBothRunsAreThoseOfTheInstance() {
        start(400);
        QVERIFY(dialog_->searching());
        QVERIFY(waitForEnd());
        const AdversaryFindPtr find_ = dialog_->find();
        QVERIFY(find_ && find_->ratio > 1);
        QVERIFY(find<ClimbChart>("climbChart")->stepCount() > 1);
        const double ratio = find_->loser->trace->end().seconds() / find_->winner->trace->end().seconds();
        QVERIFY2(std::abs(ratio - find_->ratio) < 1e-6, qPrintable(QString::number(ratio)));
        QVERIFY(find<QLabel>("adversaryWords")->text().contains(QLocale().toString(find_->ratio, 'f', 3)));
    }

    void theInstanceBecomesTheDocumentAndUndoBringsTheOldOneBack() {
        start(100);
        QVERIFY(waitForEnd());
        const Model before = studio_->document().model();
        const RunPtr run = studio_->view().run();
        QTest::mouseClick(find<QPushButton>("adversaryOpen"), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return studio_->view().run() != run && test::waitForRun(*studio_); }, 20'000));
        QCOMPARE(studio_->document().model().file, dialog_->find()->instance);
        QCOMPARE(fingerprint(*studio_->view().run()->trace), fingerprint(*dialog_->find()->loser->trace));
        studio_->document().undoStack().undo();
        QVERIFY(studio_->document().model() == before);
        QCOMPARE(studio_->view().run(), run);
    }

    void stoppingKeepsTheBestSoFar() {
        start(1'000'000);
        QVERIFY(QTest::qWaitFor([&] { return dialog_->find() != nullptr; }, 20'000));
        QVERIFY(find<QPushButton>("adversaryStop")->isVisible());
        QTest::mouseClick(find<QPushButton>("adversaryStop"), Qt::LeftButton);
        QVERIFY(waitForEnd());
        QVERIFY(dialog_->find() != nullptr);
        QVERIFY(find<QPushButton>("adversaryOpen")->isEnabled());
        QVERIFY(find<QPushButton>("adversaryStart")->isEnabled());
    }

    // Start, Stop and what follows lie under the same key.
    void theKeyboardStopsASearchAndOpensWhatItFound() {
        dialog_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog_.get()));
        start(1'000'000);
        QVERIFY(QTest::qWaitFor([&] { return dialog_->find() != nullptr; }, 20'000));
        QVERIFY(find<QPushButton>("adversaryStop")->hasFocus());
        QTest::keyClick(find<QPushButton>("adversaryStop"), Qt::Key_Space);
        QVERIFY(waitForEnd());
        QVERIFY(find<QPushButton>("adversaryOpen")->hasFocus());
        QTest::keyClick(find<QPushButton>("adversaryOpen"), Qt::Key_Space);
        QCOMPARE(studio_->document().model().file, dialog_->find()->instance);
    }

    void anUnknownSchedulerIsSaid() {
        find<QComboBox>("adversaryLoser")->setEditText(QStringLiteral("hefty"));
        QTest::mouseClick(find<QPushButton>("adversaryStart"), Qt::LeftButton);
        QVERIFY(waitForEnd());
        QVERIFY2(find<QLabel>("adversaryWords")->text().contains(QStringLiteral("heft")),
                 qPrintable(find<QLabel>("adversaryWords")->text()));
        QVERIFY(!find<QPushButton>("adversaryOpen")->isEnabled());
    }

    void closingEndsTheSearch() {
        start(1'000'000);
        dialog_.reset();
        QVERIFY(QTest::qWaitFor([&] { return studio_->engine().attacked().second == 0; }, 20'000));
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestAdversary)
#include "test_adversary.moc"
