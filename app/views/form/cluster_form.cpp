#include "app/views/form/cluster_form.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/file_filters.h"
#include "app/session/examples.h"
#include "app/session/studio.h"
#include "app/session/text.h"
#include "app/views/form/scrolled.h"
#include "app/views/form/spec_editor.h"
#include "app/views/form/topology_preview.h"
#include "core/base/file.h"
#include "core/scenario/compute_models.h"
#include "core/scenario/network_models.h"
#include "core/scenario/platform_preset.h"

namespace loom {

namespace {

constexpr int kPause = 200;  // ms after the last key
constexpr int kPath = Qt::UserRole + 1;

QString summaryOf(const Platform& platform) {
    double speed = 0;
    int hosts = 0;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const NodeInfo& node = platform.node(NodeId(n));
        speed += node.speed * node.cores;
        hosts += node.cores > 0;
    }
    return ClusterForm::tr("%n host(s)", nullptr, hosts) + QStringLiteral(" · ") +
           ClusterForm::tr("%n core(s)", nullptr, static_cast<int>(platform.totalCores())) + QStringLiteral(" · ") +
           ClusterForm::tr("%n link direction(s)", nullptr, static_cast<int>(platform.linkCount())) + QStringLiteral(" · ") +
           ClusterForm::tr("%1 in all").arg(quantityText(speed, Dimension::speed));
}

}  // namespace

ClusterForm::ClusterForm(Studio* studio, QWidget* parent)
    : QDialog(parent),
      studio_(studio),
      from_(new QComboBox),
      pages_(new QStackedWidget),
      builder_(new SpecEditor(platformRegistry(), tr("Builder"))),
      network_(new SpecEditor(networkRegistry(), tr("Network model"))),
      compute_(new SpecEditor(computeRegistry(), tr("Compute model"))),
      file_(new QLabel),
      summary_(new QLabel),
      wrong_(new QLabel),
      preview_(new TopologyPreview) {
    setObjectName(QStringLiteral("clusterForm"));
    setWindowTitle(tr("Platform and network"));
    resize(980, 680);
    const ScenarioFile& now = *studio_->document().model().file;
    from_->setObjectName(QStringLiteral("platformFrom"));
    from_->setAccessibleName(tr("Where the platform comes from"));
    from_->addItem(tr("Built from parameters"), static_cast<int>(From::builder));
    from_->addItem(tr("A platform file …"), static_cast<int>(From::file));
    builder_->names()->setObjectName(QStringLiteral("builderNames"));
    network_->names()->setObjectName(QStringLiteral("networkNames"));
    network_->setSpec(now.network);
    compute_->names()->setObjectName(QStringLiteral("computeNames"));
    compute_->setSpec(now.compute);
    for (QLabel* label : {file_, summary_, wrong_}) label->setWordWrap(true);
    summary_->setObjectName(QStringLiteral("platformSummary"));
    wrong_->setObjectName(QStringLiteral("formWrong"));
    pages_->addWidget(scrolled(builder_));
    pages_->addWidget(file_);
    if (const auto* spec = std::get_if<Spec>(&now.platform)) {
        builder_->setSpec(*spec);
    } else {
        from_->addItem(tr("As in the scenario"), static_cast<int>(From::scenario));
        from_->setCurrentIndex(2);
        pages_->setCurrentIndex(1);
        const auto* reference = std::get_if<FileReference>(&now.platform);
        file_->setText(reference != nullptr ? toQString(reference->path) : tr("The platform stands in the scenario itself."));
    }
    offerStock();
    auto* left = new QVBoxLayout;
    left->addWidget(from_);
    left->addWidget(pages_, 1);
    auto* right = new QVBoxLayout;
    right->addWidget(preview_, 3);
    right->addWidget(summary_);
    auto* models = new QWidget;
    auto* modelRows = new QVBoxLayout(models);
    modelRows->setContentsMargins(0, 0, 0, 0);
    modelRows->addWidget(network_);
    modelRows->addWidget(compute_);
    right->addWidget(scrolled(models), 2);
    auto* sides = new QHBoxLayout;
    sides->addLayout(left, 1);
    sides->addLayout(right, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply | QDialogButtonBox::Cancel);
    ok_ = buttons->button(QDialogButtonBox::Ok);
    apply_ = buttons->button(QDialogButtonBox::Apply);
    ok_->setText(tr("Run it"));
    apply_->setText(tr("Apply"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(wrong_);
    layout->addWidget(buttons);
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, this, &ClusterForm::sketch);
    connect(builder_, &SpecEditor::changed, this, &ClusterForm::changed);
    connect(network_, &SpecEditor::changed, this, &ClusterForm::changed);
    connect(compute_, &SpecEditor::changed, this, &ClusterForm::changed);
    connect(from_, &QComboBox::activated, this, [this] {
        const bool stock = static_cast<From>(from_->currentData().toInt()) == From::stock;
        if (stock) takeStock(from_->currentData(kPath).toString());
        const auto from = static_cast<From>(from_->currentData().toInt());
        if (from == From::file && !stock) chooseFile();
        pages_->setCurrentIndex(from == From::builder ? 0 : 1);
        changed();
    });
    connect(&studio_->engine(), &Engine::sketched, this,
            [this](quint64 request, const std::shared_ptr<const Platform>& platform, const QString& wrong) {
                if (request != request_) return;
                request_ = 0;
                showSketch(platform, wrong);
            });
    connect(apply_, &QPushButton::clicked, this, &ClusterForm::apply);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        apply();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    sketch();
}

void ClusterForm::offerStock() {
    const QStringList files = stockPlatforms();
    if (!files.isEmpty()) from_->insertSeparator(from_->count());
    for (const QString& path : files) {
        from_->addItem(tr("Stock: %1").arg(QFileInfo(path).completeBaseName()), static_cast<int>(From::stock));
        from_->setItemData(from_->count() - 1, path, kPath);
    }
}

// A stock platform made of a builder's parameters fills them in, so that they can be changed; another is a file.
void ClusterForm::takeStock(const QString& path) {
    constexpr std::uint64_t kMost = 16u << 20;
    const std::string name = path.toStdString();
    const Result<std::string> text = readWholeFile(name, kMost);
    const bool preset = text && isPlatformPreset(*text);
    if (const Result<PlatformPreset> stock = preset ? parsePlatformPreset(*text, name) : Result<PlatformPreset>(failure("")); stock) {
        builder_->setSpec(stock->builder);
        return from_->setCurrentIndex(0);
    }
    path_ = name;
    file_->setText(path);
    from_->setCurrentIndex(1);
}

void ClusterForm::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open platform"), {}, platformFilters());
    if (path.isEmpty() && path_.empty()) return from_->setCurrentIndex(0);
    if (!path.isEmpty()) path_ = QFileInfo(path).absoluteFilePath().toStdString();
    file_->setText(toQString(path_));
}

PlatformSource ClusterForm::platform() const {
    switch (static_cast<From>(from_->currentData().toInt())) {
        case From::builder:
            return builder_->spec();
        case From::file:
            return FileReference{path_};
        case From::scenario:
        case From::stock:
            break;
    }
    return studio_->document().model().file->platform;
}

void ClusterForm::changed() {
    good_ = false;
    ok_->setEnabled(false);
    apply_->setEnabled(false);
    const bool builds = static_cast<From>(from_->currentData().toInt()) == From::builder;
    QString wrong = builds ? builder_->wrong() : QString();
    for (const SpecEditor* model : {network_, compute_})
        if (wrong.isEmpty()) wrong = model->wrong();
    wrong_->setText(wrong.isEmpty() ? QString() : QStringLiteral("⚠ ") + wrong);
    request_ = 0;
    if (wrong.isEmpty())
        pause_.start();
    else
        pause_.stop();
}

void ClusterForm::sketch() {
    const ScenarioFile& now = *studio_->document().model().file;
    summary_->setText(tr("Building …"));
    request_ = studio_->engine().sketch(platform(), now.baseFolder, now.seed);
}

void ClusterForm::showSketch(const std::shared_ptr<const Platform>& platform, const QString& wrong) {
    good_ = platform != nullptr;
    wrong_->setText(good_ ? QString() : QStringLiteral("⚠ ") + wrong);
    if (good_) preview_->setPlatform(platform);
    summary_->setText(good_ ? summaryOf(*platform) : QString());
    ok_->setEnabled(good_);
    apply_->setEnabled(good_);
}

void ClusterForm::apply() {
    if (!good_) return;
    const Spec network = network_->spec();
    const PlatformSource source = platform();
    const auto* spec = std::get_if<Spec>(&source);
    studio_->setCluster(source, network, compute_->spec(),
                        tr("platform %1, network %2")
                            .arg(spec != nullptr ? toQString(spec->name) : tr("from a file"), toQString(network.text())));
}

}  // namespace loom
