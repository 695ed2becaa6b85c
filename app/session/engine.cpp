#include "app/session/engine.h"

#include "app/session/lane.h"
#include "app/session/text.h"
#include "sim/session.h"

namespace loom {

namespace {

RealAnswerPtr toAnswer(const RealReport& report) {
    auto answer = std::make_shared<RealAnswer>();
    answer->run = report.run;
    answer->predicted = report.predicted;
    answer->measuredMakespan = report.measuredMakespan;
    answer->predictedMakespan = report.predictedMakespan;
    answer->relativeError = report.relativeError;
    answer->overheadSeconds = report.overheadSeconds;
    answer->summary = QString::fromStdString(report.results.summary);
    for (const std::string& note : report.notes) answer->notes << QString::fromStdString(note);
    return answer;
}

}  // namespace

Engine::Engine(QObject* parent)
    : QObject(parent),
      load_(std::make_unique<Lane>()),
      run_(std::make_unique<Lane>()),
      real_(std::make_unique<Lane>()),
      why_(std::make_unique<Lane>()),
      digest_(std::make_unique<Lane>()),
      moment_(std::make_unique<Lane>()),
      course_(std::make_unique<Lane>()),
      sketch_(std::make_unique<Lane>()),
      race_(std::make_unique<Lane>()),
      compare_(std::make_unique<Lane>()),
      both_(std::make_unique<Lane>()),
      measure_(std::make_unique<Lane>()),
      attack_(std::make_unique<Lane>()) {}

Engine::~Engine() {
    // Cancel all before joining any, so that leaving takes as long as the slowest lane and not as their sum.
    for (const auto* lane :
         {&load_, &run_, &real_, &why_, &digest_, &moment_, &course_, &sketch_, &race_, &compare_, &both_, &measure_, &attack_})
        (*lane)->cancel();
}

quint64 Engine::begin(Newest& newest) {
    newest = {++last_, true};
    return newest.request;
}

void Engine::fail(quint64 request, Newest& newest, const Error& error) {
    post(request, newest, true, [this, request, error] { emit failed(request, error); });
}

ScenarioPtr Engine::resolved(const FilePtr& file) const { return resolved_.first == file ? resolved_.second : nullptr; }

std::function<Result<ScenarioPtr>()> Engine::resolving(const FilePtr& file) const {
    return [file, known = resolved_]() -> Result<ScenarioPtr> {
        if (known.first == file) return known.second;
        return known.second ? resolveScenario(*file, *known.second) : resolveScenario(*file);
    };
}

quint64 Engine::load(const QStringList& paths) {
    const quint64 request = begin(newestLoad_);
    load_->submit([this, request, paths](RunControl& control) {
        Result<OpenedFiles> files = openFiles(paths);
        if (!files) return fail(request, newestLoad_, files.error());
        if (control.progress.cancelled()) return;
        post(request, newestLoad_, true, [this, request, files = std::make_shared<const OpenedFiles>(std::move(*files))] {
            resolved_ = {files->file, files->scenario};
            emit opened(request, files);
        });
    });
    emit busyChanged();
    return request;
}

quint64 Engine::check(FilePtr file) {
    const quint64 request = begin(newestLoad_);
    load_->submit([this, request, file = std::move(file)](RunControl& control) {
        const Result<ScenarioPtr> scenario = resolveScenario(*file);
        if (!scenario) return fail(request, newestLoad_, scenario.error());
        if (control.progress.cancelled()) return;
        post(request, newestLoad_, true, [this, request, file, scenario = *scenario] {
            resolved_ = {file, scenario};
            emit checked(request);
        });
    });
    emit busyChanged();
    return request;
}

void Engine::stopLoading() {
    load_->cancel();
    newestLoad_.open = false;
    emit busyChanged();
}

quint64 Engine::simulate(FilePtr file) {
    const quint64 request = begin(newestRun_);
    run_->submit([this, request, file, resolve = resolving(file)](RunControl& control) {
        const Result<ScenarioPtr> scenario = resolve();
        if (!scenario) return fail(request, newestRun_, scenario.error());
        if (control.progress.cancelled()) return;
        const Result<RunPtr> run = loom::simulate(*scenario, control, [&](const RunPtr& started) {
            post(request, newestRun_, false, [this, request, started] { emit runStarted(request, started); });
        });
        if (!run) return fail(request, newestRun_, run.error());
        if (control.progress.cancelled()) return;
        post(request, newestRun_, true, [this, request, file, run = *run, digest = makeDigest(**run, WithFormulas::yes)] {
            resolved_ = {file, run->scenario};
            emit runFinished(request, run, digest);
        });
    });
    emit busyChanged();
    return request;
}

quint64 Engine::runReal(FilePtr file) {
    const quint64 request = begin(newestReal_);
    real_->submit([this, request, resolve = resolving(file)](RunControl& control) {
        const Result<ScenarioPtr> scenario = resolve();
        if (!scenario) return fail(request, newestReal_, scenario.error());
        if (control.progress.cancelled()) return;
        const Result<RealReport> report = loom::runReal(*scenario, control, [&](const RunPtr& started) {
            post(request, newestReal_, false, [this, request, started] { emit realStarted(request, started); });
        });
        if (!report) return fail(request, newestReal_, report.error());
        if (control.progress.cancelled()) return;
        post(request, newestReal_, true,
             [this, request, answer = toAnswer(*report), digest = makeDigest(*report->run, WithFormulas::no)] {
                 emit realFinished(request, answer, digest);
             });
    });
    emit busyChanged();
    return request;
}

quint64 Engine::explain(const RunPtr& run, TaskId task) {
    const quint64 request = begin(newestWhy_);
    why_->submit([this, request, scenario = run->scenario, task](RunControl& control) {
        // The engine stops itself once it has the decision, so a cancelled control says nothing here.
        const Result<std::optional<Decision>> decision = explainPlacement(scenario, task, control);
        post(request, newestWhy_, true,
             [this, request, task, decision] { emit explained(request, task, decision ? *decision : std::nullopt); });
    });
    return request;
}

quint64 Engine::digest(const RunPtr& run) {
    const quint64 request = begin(newestDigest_);
    digest_->submit([this, request, run](RunControl&) {
        post(request, newestDigest_, true,
             [this, request, run, digest = makeDigest(*run, WithFormulas::no)] { emit digested(request, run, digest); });
    });
    return request;
}

quint64 Engine::networkAt(const RunPtr& run, std::vector<ActiveTransfer> transfers, std::vector<LinkStatus> links, Time at) {
    const quint64 request = begin(newestMoment_);
    moment_->submit([this, request, run, transfers = std::move(transfers), links = std::move(links), at](RunControl&) {
        post(request, newestMoment_, true,
             [this, request, moment = makeMoment(run, transfers, links, at)] { emit networkKnown(request, moment); });
    });
    return request;
}

quint64 Engine::course(const RunPtr& run, LinkId link, const TransferKey& transfer, Time at) {
    const quint64 request = begin(newestCourse_);
    course_->submit([this, request, run, link, transfer, at](RunControl& control) {
        post(request, newestCourse_, true, [this, request, course = makeCourse(run, link, transfer, at, control.progress)] {
            emit courseKnown(request, course);
        });
    });
    return request;
}

quint64 Engine::sketch(PlatformSource source, const std::string& baseFolder, std::uint64_t seed) {
    const quint64 request = begin(newestSketch_);
    sketch_->submit([this, request, source = std::move(source), baseFolder, seed](RunControl&) {
        Result<Platform> built = resolvePlatform(source, baseFolder, seed);
        const QString wrong = built ? QString() : toQString(built.error().text());
        const auto platform = built ? std::make_shared<const Platform>(std::move(*built)) : nullptr;
        post(request, newestSketch_, true, [this, request, platform, wrong] { emit sketched(request, platform, wrong); });
    });
    return request;
}

void Engine::failRealNode(NodeId node) { real_->post({ControlKind::failNode, node}); }

void Engine::cancel() {
    if (!busy()) return;
    load_->cancel();
    run_->cancel();
    real_->cancel();
    race_->cancel();
    newestLoad_.open = newestRun_.open = newestReal_.open = newestRace_.open = false;
    emit cancelled();
    emit busyChanged();
}

bool Engine::busy() const { return newestLoad_.open || newestRun_.open || newestReal_.open || newestRace_.open; }

std::pair<quint64, quint64> Engine::progress() const {
    return (newestRun_.open ? run_ : newestReal_.open ? real_ : newestRace_.open ? race_ : load_)->progress();
}

}  // namespace loom
