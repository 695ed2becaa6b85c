#include "app/session/engine.h"

#include "app/session/lane.h"
#include "core/io/run_file.h"
#include "sim/session.h"

namespace loom {

namespace {

QString sentence(const Error& error) { return QString::fromStdString(error.text()); }

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
         {&run_, &real_, &why_, &digest_, &moment_, &course_, &sketch_, &race_, &compare_, &both_, &measure_, &attack_})
        (*lane)->cancel();
}

quint64 Engine::begin(Newest& newest) {
    newest = {++last_, true};
    return newest.request;
}

Result<ScenarioPtr> Engine::resolve(const FilePtr& file) {
    if (resolved_.first == file) return resolved_.second;
    Result<ScenarioPtr> scenario = resolveScenario(*file);
    if (scenario) resolved_ = {file, *scenario};
    return scenario;
}

quint64 Engine::load(const QString& path) {
    const quint64 request = begin(newestRun_);
    run_->submit([this, request, path](RunControl& control) {
        const Status read = looksLikeRun(path.toStdString()) ? loadSavedRun(request, path, control) : loadScenario(request, path, control);
        if (read) return;
        const QString text = sentence(read.error().in(path.toStdString()));
        post(request, newestRun_, true, [this, request, text] { emit failed(request, text); });
    });
    emit busyChanged();
    return request;
}

Status Engine::loadScenario(quint64 request, const QString& path, RunControl& control) {
    Result<ScenarioFile> read = loadScenarioFile(path.toStdString());
    if (!read) return read.error();
    const auto file = std::make_shared<const ScenarioFile>(std::move(*read));
    // Resolving is the check: what cannot be resolved must not replace what is open.
    if (const Result<ScenarioPtr> scenario = resolve(file); !scenario) return scenario.error();
    if (!control.progress.cancelled()) post(request, newestRun_, true, [this, request, path, file] { emit loaded(request, file, path); });
    return Done{};
}

Status Engine::loadSavedRun(quint64 request, const QString& path, RunControl& control) {
    const Result<RunPtr> run = loadRun(path.toStdString());
    if (!run) return run.error();
    const auto file = std::make_shared<const ScenarioFile>((*run)->scenario->file);
    resolved_ = {file, (*run)->scenario};
    const DigestPtr digest = makeDigest(**run, WithFormulas::yes);
    if (!control.progress.cancelled())
        post(request, newestRun_, true, [=, this, run = *run] { emit runLoaded(request, file, run, digest, path); });
    return Done{};
}

quint64 Engine::simulate(FilePtr file) {
    const quint64 request = begin(newestRun_);
    run_->submit([this, request, file = std::move(file)](RunControl& control) {
        const auto fail = [&](const Error& error) {
            post(request, newestRun_, true, [this, request, text = sentence(error)] { emit failed(request, text); });
        };
        const Result<ScenarioPtr> scenario = resolve(file);
        if (!scenario) return fail(scenario.error());
        if (control.progress.cancelled()) return;
        const Result<RunPtr> run = loom::simulate(*scenario, control, [&](const RunPtr& started) {
            post(request, newestRun_, false, [this, request, started] { emit runStarted(request, started); });
        });
        if (!run) return fail(run.error());
        if (control.progress.cancelled()) return;
        post(request, newestRun_, true, [this, request, run = *run, digest = makeDigest(**run, WithFormulas::yes)] {
            emit runFinished(request, run, digest);
        });
    });
    emit busyChanged();
    return request;
}

quint64 Engine::runReal(FilePtr file) {
    const quint64 request = begin(newestReal_);
    real_->submit([this, request, file = std::move(file)](RunControl& control) {
        const auto fail = [&](const Error& error) {
            post(request, newestReal_, true, [this, request, text = sentence(error)] { emit failed(request, text); });
        };
        const Result<ScenarioPtr> scenario = resolveScenario(*file);
        if (!scenario) return fail(scenario.error());
        if (control.progress.cancelled()) return;
        const Result<RealReport> report = loom::runReal(*scenario, control, [&](const RunPtr& started) {
            post(request, newestReal_, false, [this, request, started] { emit realStarted(request, started); });
        });
        if (!report) return fail(report.error());
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
        const QString wrong = built ? QString() : sentence(built.error());
        const auto platform = built ? std::make_shared<const Platform>(std::move(*built)) : nullptr;
        post(request, newestSketch_, true, [this, request, platform, wrong] { emit sketched(request, platform, wrong); });
    });
    return request;
}

void Engine::failRealNode(NodeId node) { real_->post({ControlKind::failNode, node}); }

void Engine::cancel() {
    if (!busy()) return;
    run_->cancel();
    real_->cancel();
    race_->cancel();
    newestRun_.open = newestReal_.open = newestRace_.open = false;
    emit cancelled();
    emit busyChanged();
}

bool Engine::busy() const { return newestRun_.open || newestReal_.open || newestRace_.open; }

std::pair<quint64, quint64> Engine::progress() const {
    return (newestRun_.open ? run_ : newestReal_.open ? real_ : race_)->progress();
}

}  // namespace loom
