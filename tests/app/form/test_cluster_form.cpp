// The platform and network form: built from the registries, checked while typed, applied as one undoable edit.
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "app/views/form/cluster_form.h"
#include "app/views/form/spec_editor.h"
#include "core/scenario/compute_models.h"
#include "core/scenario/network_models.h"
#include "tests/app/support/contended_window.h"

namespace loom {

class TestClusterForm : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Studio> studio_;
    std::unique_ptr<ClusterForm> form_;

    template <class Widget>
    Widget* find(const char* name) {
        return form_->findChild<Widget*>(QLatin1String(name));
    }
    QPushButton* button(const QString& text) {
        for (QPushButton* each : form_->findChildren<QPushButton*>()) {
            if (each->text().remove('&') == text) return each;
        }
        return nullptr;
    }
    void choose(QComboBox* combo, const QString& text) {
        combo->setFocus();
        combo->setCurrentIndex(combo->findText(text));
        emit combo->activated(combo->currentIndex());
    }
    void type(const char* param, const QString& text) {
        auto* line = find<QLineEdit>(param);
        QVERIFY2(line, param);
        line->setFocus();
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, text);
    }

private slots:
    void init() {
        studio_ = std::make_unique<Studio>();
        studio_->adopt(test::contendedScenario(), {});
        QVERIFY(test::waitForRun(*studio_));
        form_ = std::make_unique<ClusterForm>(studio_.get());
        form_->show();
        QVERIFY(QTest::qWaitForWindowExposed(form_.get()));
        QTRY_VERIFY(!form_->sketching());
    }
    void cleanup() {
        form_.reset();
        studio_.reset();
    }

    void aStockPlatformFillsInTheBuilder() {
        choose(find<QComboBox>("platformFrom"), QStringLiteral("Stock: fat-tree"));
        QCOMPARE(find<QComboBox>("builderNames")->currentText(), QStringLiteral("fat-tree"));
        QCOMPARE(find<QComboBox>("platformFrom")->currentIndex(), 0);
        QTRY_VERIFY2(find<QLabel>("platformSummary")->text().contains(QStringLiteral("128 host")),
                     qPrintable(find<QLabel>("platformSummary")->text()));
    }

    void aStockPlatformThatIsAFileIsOpened() {
        choose(find<QComboBox>("platformFrom"), QStringLiteral("Stock: two-sites"));
        QVERIFY(std::holds_alternative<FileReference>(form_->platform()));
        QTRY_VERIFY(find<QLabel>("platformSummary")->text().contains(QStringLiteral("host")));
    }

    void showsTheScenarioAndWhatItAmountsTo() {
        QCOMPARE(find<QComboBox>("builderNames")->currentText(), QStringLiteral("two-tier"));
        QCOMPARE(find<QLineEdit>("param_racks")->text(), QStringLiteral("3"));
        const QString summary = find<QLabel>("platformSummary")->text();
        QVERIFY2(summary.contains(QStringLiteral("12 host")) && summary.contains(QStringLiteral("30 link")), qPrintable(summary));
    }

    // Every entry of all registries can be chosen, and untouched stands for its defaults.
    void everyEntryHasAForm() {
        for (const auto* registry : {&platformRegistry(), &networkRegistry(), &computeRegistry()}) {
            SpecEditor editor(*registry, QStringLiteral("Entry"));
            for (const RegistryEntry& entry : *registry) {
                editor.setSpec({entry.name, {}});
                QCOMPARE(editor.spec(), (Spec{entry.name, {}}));
                QVERIFY2(editor.wrong().isEmpty(), qPrintable(editor.wrong()));
                for (const ParamDef& param : entry.params) {
                    auto* field = editor.findChild<QWidget*>(QStringLiteral("param_") + QString::fromStdString(param.name));
                    QVERIFY2(field, param.name.c_str());
                    QCOMPARE(field->accessibleDescription().toStdString(), param.help);
                    QVERIFY(field->focusPolicy() & Qt::TabFocus);
                }
            }
        }
    }

    void whatIsWrongIsSaidAtOnceAndCannotBeApplied() {
        type("param_bandwidth", QStringLiteral("10 parsecs"));
        QVERIFY(!button(QStringLiteral("Run it"))->isEnabled());
        QVERIFY2(find<QLabel>("formWrong")->text().contains(QStringLiteral("bandwidth")), qPrintable(find<QLabel>("formWrong")->text()));
        type("param_bandwidth", QStringLiteral("2Gbps"));
        QTRY_VERIFY(button(QStringLiteral("Run it"))->isEnabled());
        QVERIFY(find<QLabel>("formWrong")->text().isEmpty());
        type("param_racks", QStringLiteral("0"));
        QVERIFY(!button(QStringLiteral("Run it"))->isEnabled());
    }

    void rangesAreSaidAsPeopleWould() {
        QVERIFY2(find<QLabel>("help_bandwidth")->text().contains(QStringLiteral("&gt; 0")), qPrintable(find<QLabel>("help_bandwidth")->text()));
        QVERIFY(find<QLabel>("help_racks")->text().contains(QStringLiteral("1 … ")));
        for (const QLabel* help : form_->findChildren<QLabel*>())
            if (help->objectName().startsWith(QLatin1String("help_")))
                QVERIFY2(!help->text().contains(QStringLiteral("e-0")), qPrintable(help->text()));
    }

    void theWindowOpensAFormOnce() {
        const std::unique_ptr<MainWindow> window = test::contendedWindow();
        QVERIFY(window != nullptr);
        for (const auto& [key, name] : {std::pair(Qt::Key_P, "clusterForm"), std::pair(Qt::Key_H, "schedulerForm")}) {
            for (int i = 0; i < 2; ++i) {
                window->activateWindow();
                QVERIFY(QTest::qWaitForWindowActive(window.get()));
                QTest::keyClick(window.get(), key, Qt::ControlModifier);
            }
            const QList<QDialog*> forms = window->findChildren<QDialog*>(QLatin1String(name));
            QCOMPARE(forms.size(), 1);
            QVERIFY(forms.first()->isVisible());
            forms.first()->close();
        }
    }

    void resetGoesBackToTheDefault() {
        auto* reset = find<QToolButton>("reset_racks");
        QVERIFY(reset->isEnabled());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(find<QLineEdit>("param_racks")->text(), QStringLiteral("2"));
        QVERIFY(!reset->isEnabled());
    }

    void applyingRunsItAndUndoGoesBack() {
        const Model before = studio_->document().model();
        const RunPtr run = studio_->view().run();
        choose(find<QComboBox>("builderNames"), QStringLiteral("star"));
        type("param_nodes", QStringLiteral("9"));
        choose(find<QComboBox>("networkNames"), QStringLiteral("fair-share"));
        QTRY_VERIFY(button(QStringLiteral("Run it"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Run it")), Qt::LeftButton);
        QVERIFY(test::waitForRun(*studio_));
        QTRY_VERIFY(studio_->view().run() != run);
        QCOMPARE(studio_->view().run()->scenario->platform->nodeCount(), std::size_t{9});
        QCOMPARE(studio_->view().run()->scenario->file.network.name, std::string("fair-share"));
        studio_->document().undoStack().undo();
        QVERIFY(studio_->document().model() == before);
        QCOMPARE(studio_->view().run(), run);
    }

    void tasksCanShareTheCores() {
        choose(find<QComboBox>("computeNames"), QStringLiteral("sharing"));
        type("param_degree", QStringLiteral("0"));
        QVERIFY(!button(QStringLiteral("Run it"))->isEnabled());
        type("param_degree", QStringLiteral("3"));
        QTRY_VERIFY(button(QStringLiteral("Run it"))->isEnabled());
        const RunPtr run = studio_->view().run();
        QTest::mouseClick(button(QStringLiteral("Run it")), Qt::LeftButton);
        QVERIFY(test::waitForRun(*studio_));
        QTRY_VERIFY(studio_->view().run() != run);
        const Platform& platform = *studio_->view().run()->scenario->platform;
        QCOMPARE(platform.lanes(NodeId(0)), 3 * platform.node(NodeId(0)).cores);
    }

    void aNumberOfNodesSetBySliderDoesNotOutliveItsPlatform() {
        studio_->setWhatIf({.nodes = 2}, QStringLiteral("nodes"), 1);
        QVERIFY(test::waitForRun(*studio_));
        studio_->setCluster(Spec{"star", {{"nodes", "7"}}}, Spec{"unshared", {}}, Spec{"slots", {}}, QStringLiteral("other"));
        QVERIFY(test::waitForRun(*studio_));
        QTRY_COMPARE(studio_->view().run()->scenario->platform->nodeCount(), std::size_t{7});
    }
};

}  // namespace loom

QTEST_MAIN(loom::TestClusterForm)
#include "test_cluster_form.moc"
