#include "app/views/dag/dag_view.h"

#include <QEvent>

#include "app/theme.h"

namespace loom {

namespace {
constexpr double kMargin = 28;       // logical pixels kept free around a fitted graph
constexpr double kLargestFit = 2.6;  // a small graph is not blown up beyond this scale
constexpr double kLargestScale = 8;
}  // namespace

DagView::DagView(ViewState* state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      sceneJob_([this](DagScenePtr scene) { takeScene(std::move(scene)); }),
      layerJob_([this](EdgeLayer layer) {
          if (!layer.image.isNull()) {
              const QString before = notice();
              layer_ = std::move(layer);
              if (notice() != before) emit statusChanged(notice());
          }
          update();
      }) {
    setObjectName(QStringLiteral("dagView"));
    setAccessibleName(tr("Task graph"));
    setAccessibleDescription(tr("The tasks of the workflow and what each depends on, coloured by state at the cursor's time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(state_, &ViewState::runChanged, this, &DagView::onRunChanged);
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::runGrew, &ViewState::hoverChanged}) {
        connect(state_, signal, this, qOverload<>(&QWidget::update));
    }
    connect(state_, &ViewState::selectionChanged, this, [this] {
        if (state_->selectedTask().valid()) setAccessibleDescription(describe(state_->selectedTask()));
        update();
    });
    connect(&Theme::instance(), &Theme::changed, this, &DagView::onThemeChanged);
    onRunChanged();
}

DagView::~DagView() = default;

void DagView::onRunChanged() {
    const RunPtr& run = state_->run();
    if (!run) {
        scene_.reset();
        update();
        return;
    }
    const auto& graph = run->scenario->graph;
    if (scene_ && scene_->sameShape(*graph) && !sceneJob_.busy()) {
        if (scene_->graph != graph) {
            auto same = std::make_shared<DagScene>(*scene_);
            same->graph = graph;
            scene_ = std::move(same);
            labelCache_.clear();
        }
        update();
        return;
    }
    sceneJob_.request([graph](const Progress* progress) { return buildScene(graph, progress); }, true);
    update();
}

void DagView::takeScene(DagScenePtr scene) {
    if (!scene || !state_->run() || scene->graph != state_->run()->scenario->graph) return;
    const bool similar = scene_ && scene_->layout.x.size() == scene->layout.x.size();
    scene_ = std::move(scene);
    labelCache_.clear();
    staleLayer_ = true;
    if (!similar) fitted_ = true;
    if (fitted_) fit();
    update();
}

void DagView::onThemeChanged() {
    staleLayer_ = true;
    labelCache_.clear();
    update();
}

void DagView::requestLayer() {
    if (!scene_) return;
    const QSize size(frame_.size());
    if (size.isEmpty()) return;
    if (!staleLayer_ && layerCovers(layer_, camera_, size)) return;
    const ThemeColors& colors = Theme::instance().colors();
    EdgeRequest request{scene_, camera_, size, colors.panel.rgb(), colors.edge.rgb()};
    const bool abandon = staleLayer_;
    if (staleLayer_) layer_ = {};
    staleLayer_ = false;
    layerJob_.request([request = std::move(request)](const Progress* progress) { return renderEdges(request, progress); },
                      abandon);
}

void DagView::finishRendering() {
    sceneJob_.wait();
    const QSize size = this->size() * devicePixelRatioF();
    if (frame_.size() != size) frame_ = QImage(size, QImage::Format_RGB32);
    if (fitted_) fit();
    requestLayer();
    layerJob_.wait();
    requestLayer();
    layerJob_.wait();
}

QString DagView::notice() const {
    if (!scene_ || layer_.quality != EdgeQuality::sampled) return {};
    return tr("showing %L1 of %L2 edges").arg(layer_.drawn).arg(layer_.visible);
}

void DagView::fit() {
    fitted_ = true;
    if (!scene_) return;
    const double ratio = devicePixelRatioF();
    camera_.fit(scene_->bounds(), size() * ratio, kMargin * ratio, kLargestFit * ratio);
    changed();
}

void DagView::zoomIn() { zoomBy(1.25, rect().center()); }
void DagView::zoomOut() { zoomBy(0.8, rect().center()); }

void DagView::zoomBy(double factor, QPointF at) {
    if (!scene_) return;
    const double ratio = devicePixelRatioF();
    Camera whole;
    whole.fit(scene_->bounds(), size() * ratio, kMargin * ratio, kLargestFit * ratio);
    camera_.zoomAt(at * ratio, factor, whole.scale * 0.5, std::max(kLargestScale * ratio, whole.scale));
    fitted_ = false;
    changed();
}

void DagView::zoomToSelection() {
    const TaskId task = state_->selectedTask();
    if (!scene_ || !task.valid()) return;
    QRectF area;
    const auto add = [&](TaskId t) {
        const QPointF centre(scene_->layout.x[t.index()], scene_->layout.y[t.index()]);
        area |= QRectF(centre - QPointF(kNodeWidth, kNodeHeight), QSizeF(2 * kNodeWidth, 2 * kNodeHeight));
    };
    add(task);
    for (const TaskId near : scene_->graph->predecessors(task)) add(near);
    for (const TaskId near : scene_->graph->successors(task)) add(near);
    const double ratio = devicePixelRatioF();
    camera_.fit(area, size() * ratio, kMargin * ratio, 3 * ratio);
    fitted_ = false;
    changed();
}

void DagView::centreOn(TaskId task) {
    if (!scene_ || !task.valid()) return;
    const QPointF here = taskPosition(task);
    if (rect().adjusted(30, 30, -30, -30).contains(here.toPoint())) return;
    camera_.pan((QPointF(rect().center()) - here) * devicePixelRatioF());
    fitted_ = false;
    changed();
}

void DagView::setCriticalPathShown(bool shown) {
    showsCriticalPath_ = shown;
    update();
}

void DagView::changed() { update(); }

void DagView::resizeEvent(QResizeEvent*) {
    if (fitted_) fit();
}

QPointF DagView::taskPosition(TaskId task) const {
    const QPointF world(scene_->layout.x[task.index()], scene_->layout.y[task.index()]);
    return camera_.toScreen(world) / devicePixelRatioF();
}

const std::vector<TaskStatus>& DagView::states() const {
    static const std::vector<TaskStatus> none;
    return state_->replay() != nullptr ? state_->replay()->tasks() : none;
}

}  // namespace loom
