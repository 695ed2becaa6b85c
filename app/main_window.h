// The window: docks around the canvas, toolbar, menus, status line. It shows the studio and passes on what people do.
#pragma once

#include <functional>

#include <QLabel>
#include <QMainWindow>
#include <QTimer>
#include <QUrl>

#include "app/session/studio.h"
#include "app/views/export/export_dialog.h"

class QComboBox;
class QDockWidget;
class QFrame;
class QMenu;
class QProgressBar;
class QSlider;
class QSplitter;
class QTabWidget;
class QToolBar;
class QToolButton;

namespace loom {

class AnswersPanel;
class ChartsPanel;
class ClusterView;
class CompareView;
class DagView;
class ScriptPanel;
class TimelineView;
class TopologyView;

// Whether geometry, recent files, theme and language are remembered. Tests and pictures remember nothing.
enum class Remember : bool { no, yes };

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Remember remember, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Studio& studio() { return studio_; }
    // True when the first run is whole and on show.
    [[nodiscard]] bool ready();
    // Blocks until every canvas has drawn what the state says; for pictures.
    void finishRendering();
    // Replaces what is open, asking before changes are lost; a platform goes into it. Several together: a workload and its
    // platform. What cannot be read leaves everything as it is and is said in a dialog.
    void openPaths(const QStringList& paths);
    void showMessage(const QString& sentence);
    void showNetwork();
    void selectBusiestLink();
    void showCompare();
    void stepParting(int direction);

public slots:
    bool save();
    bool saveAs();
    void openDialog();
    void openPlatformDialog();
    void showImportReport();
    void setDark(bool dark);
    // "en" or "zh_CN"; at run time.
    void setLanguage(const QString& code);
    void crashSelected();
    void showClusterForm();
    void showSchedulerForm();
    void showAdversary();
    void showScript();
    void showLesson();
    void showShortcuts();
    void showAbout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp
    void buildCanvas();
    void rebuild();  // everything with words in it, in the present language
    void connectStudio();
    [[nodiscard]] bool mayDiscard();
    void restoreRemembered();
    void storeRemembered();
    void showTitle();
    void showFormula();

    // main_window_open.cpp
    void connectOpening();
    void rememberRecent(const QString& path);
    void fillRecent(QMenu* menu);
    void showOpenFailure(const QString& path, const Error& error);

    // main_window_menus.cpp
    QAction* addTo(QMenu* menu, const QString& name, const QString& text, const QList<QKeySequence>& keys,
                   const std::function<void()>& action, const QString& icon = {});
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildSimulateMenu();
    void buildPlayMenu();
    void buildHelpMenu();
    void fillExamples(QMenu* menu);
    void showPicture(QWidget* picture);
    void fit();
    void goToTime();
    void cyclePanes(int direction);

    // main_window_export.cpp
    void showExport();
    [[nodiscard]] QList<ExportView> exportViews() const;
    [[nodiscard]] QString focusedExport() const;

    // main_window_compare.cpp
    void buildCompareMenu();
    void buildCompareView();
    void pictureChanged();

    // main_window_toolbar.cpp
    void buildToolbar();
    void fillForkMenu(QMenu* menu);
    void schedulerChosen();
    void chooseScript();
    void networkChosen();
    void showChoices();
    void showSpeed();
    void showPlaying();
    void setIcons();

    // main_window_docks.cpp
    void buildDocks();
    QDockWidget* addDock(Qt::DockWidgetArea area, const QString& name, const QString& title, QWidget* content);
    void resetLayout();

    // main_window_status.cpp
    void buildStatus();
    void showStatus();
    void showBusy();
    void showNotices();

    Studio studio_;
    Remember remember_;
    QString language_;  // empty until one is chosen
    ExportChoices exports_;

    DagView* dag_;
    TimelineView* timeline_;
    ClusterView* cluster_;
    TopologyView* topology_;
    CompareView* compare_ = nullptr;
    QTabWidget* pictures_;  // task graph, network and comparison
    bool comparing_ = false;
    QStringList hiddenDocks_;  // while comparing
    QSplitter* canvas_;
    QFrame* messageBar_;
    QLabel* messageText_;

    QObject* words_ = nullptr;  // owns actions and everything else that is made anew for a language
    QToolBar* toolbar_ = nullptr;
    QComboBox* scheduler_ = nullptr;
    QComboBox* network_ = nullptr;
    QComboBox* answer_ = nullptr;
    QSlider* speed_ = nullptr;
    QLabel* speedText_ = nullptr;
    QAction* play_ = nullptr;
    QAction* cancel_ = nullptr;
    QAction* link_ = nullptr;
    QList<QDockWidget*> docks_;
    ChartsPanel* charts_ = nullptr;
    AnswersPanel* answers_ = nullptr;
    ScriptPanel* script_ = nullptr;
    QLabel* status_ = nullptr;
    QLabel* notices_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QToolButton* cancelButton_ = nullptr;
    QTimer statusTimer_;
    QByteArray firstLayout_;
};

}  // namespace loom
