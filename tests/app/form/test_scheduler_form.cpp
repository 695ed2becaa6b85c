// The scheduler's form: every scheduler under its family, its parameters checked while typed, applied as one undoable edit.
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "app/views/form/scheduler_form.h"
#include "app/views/form/spec_editor.h"
#include "tests/app/support/network_studio.h"

namespace loom {

class TestSchedulerForm : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Studio> studio_;
    std::unique_ptr<SchedulerForm> form_;

    template <class Widget>
    Widget* find(const char* name) {
        return form_->findChild<Widget*>(QLatin1String(name));
    }
    QPushButton* button(const QString& text) {
        for (QPushButton* each : form_->findChildren<QPushButton*>())
            if (each->text().remove('&') == text) return each;
        return nullptr;
    }
    void choose(const QString& name) {
        auto* combo = find<QComboBox>("schedulerNames");
        combo->setCurrentIndex(combo->findText(name));
        emit combo->activated(combo->currentIndex());
    }
    std::string scheduler() { return studio_->document().model().file->scheduler.text(); }

private slots:
    void init() {
        studio_ = std::make_unique<Studio>();
        studio_->adopt(test::contendedScenario(), {});
        QVERIFY(test::waitForRun(*studio_));
        form_ = std::make_unique<SchedulerForm>(studio_.get());
        form_->show();
        QVERIFY(QTest::qWaitForWindowExposed(form_.get()));
    }
    void cleanup() {
        form_.reset();
        studio_.reset();
    }

    void showsTheDocumentsScheduler() {
        QCOMPARE(find<QComboBox>("schedulerNames")->currentText(), QStringLiteral("round-robin"));
        QVERIFY(!button(QStringLiteral("Apply"))->isEnabled());
    }

    // Every scheduler has a form whose untouched text is its plain name.
    void everySchedulerHasAForm() {
        for (const RegistryEntry& entry : schedulerRegistry()) {
            choose(QString::fromStdString(entry.name));
            QVERIFY2(find<QLabel>("schedulerNow")->text().endsWith(QString::fromStdString(entry.name)), entry.name.c_str());
            for (const ParamDef& param : entry.params) {
                const QByteArray name = QByteArray("param_") + param.name.c_str();
                QVERIFY2(find<QWidget>(name.constData()) != nullptr, name.constData());
            }
        }
    }

    void aParameterIsOneUndoableEdit() {
        const RunPtr first = studio_->view().run();
        choose(QStringLiteral("heft"));
        auto* average = find<QComboBox>("param_average");
        QVERIFY(average != nullptr);
        average->setCurrentIndex(average->findText(QStringLiteral("bandwidth")));
        QTest::mouseClick(find<QCheckBox>("param_insertion"), Qt::LeftButton, {}, QPoint(5, 8));
        QTest::mouseClick(button(QStringLiteral("Apply")), Qt::LeftButton);
        QCOMPARE(scheduler(), std::string("heft[average=bandwidth,insertion=false]"));
        QVERIFY(QTest::qWaitFor([&] { return studio_->view().run() != first && test::waitForRun(*studio_); }, 20'000));
        QCOMPARE(studio_->document().undoStack().count(), 1);
        studio_->document().undoStack().undo();
        QCOMPARE(scheduler(), std::string("round-robin"));
        QCOMPARE(find<QComboBox>("schedulerNames")->currentText(), QStringLiteral("round-robin"));
        QCOMPARE(studio_->view().run(), first);
    }

    void whatIsOutOfRangeCannotBeApplied() {
        choose(QStringLiteral("genetic"));
        const auto lines = form_->findChildren<QLineEdit*>(QRegularExpression(QStringLiteral("^param_.*")));
        QVERIFY(!lines.isEmpty());
        lines.first()->setText(QStringLiteral("-7"));
        QVERIFY(find<QLabel>("schedulerWrong")->text().contains(QStringLiteral("⚠")));
        QVERIFY(!button(QStringLiteral("Apply"))->isEnabled());
        QVERIFY(!button(QStringLiteral("Run it"))->isEnabled());
        QCOMPARE(scheduler(), std::string("round-robin"));
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestSchedulerForm)
#include "test_scheduler_form.moc"
