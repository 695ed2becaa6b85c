// The platform, the network model and the compute model of the scenario as a form, with a drawing of what it describes.
#pragma once

#include <memory>

#include <QDialog>
#include <QTimer>

#include "core/scenario/scenario.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace loom {

class SpecEditor;
class Studio;
class TopologyPreview;

// Builds what it shows in the background, a moment after the last key. Applying is one undoable edit of the document,
// which runs it; nothing changes before.
class ClusterForm : public QDialog {
    Q_OBJECT

public:
    explicit ClusterForm(Studio* studio, QWidget* parent = nullptr);

    [[nodiscard]] PlatformSource platform() const;
    [[nodiscard]] bool sketching() const { return request_ != 0 || pause_.isActive(); }

private:
    enum class From : std::uint8_t { builder, file, scenario, stock };
    void offerStock();
    void takeStock(const QString& path);
    void chooseFile();
    void changed();
    void sketch();
    void showSketch(const std::shared_ptr<const Platform>& platform, const QString& wrong);
    void apply();

    Studio* studio_;
    QComboBox* from_;
    QStackedWidget* pages_;
    SpecEditor *builder_, *network_, *compute_;
    QLabel *file_, *summary_, *wrong_;
    TopologyPreview* preview_;
    QPushButton *apply_, *ok_;
    std::string path_;  // of the file chosen
    quint64 request_ = 0;
    bool good_ = false;  // what the form says can be built
    QTimer pause_;
};

}  // namespace loom
