// What the engine computes for comparisons: several runs of one scenario, where two part, ratios, adversarial instances.
#include "app/session/engine.h"
#include "app/session/lane.h"
#include "app/session/text.h"
#include "sim/session.h"

namespace loom {

namespace {

std::optional<Decision> decisionOf(const RunPtr& run, TaskId task) {
    // Asking ends itself by cancelling its control, so each has one of its own.
    RunControl control;
    const Result<std::optional<Decision>> decision = explainPlacement(run->scenario, task, control);
    return decision ? *decision : std::nullopt;
}

}  // namespace

quint64 Engine::race(std::vector<FilePtr> files) {
    const quint64 request = begin(newestRace_);
    race_->submit([this, request, files = std::move(files)](RunControl& control) {
        ScenarioPtr before;  // what does not differ is shared and not built again
        for (std::size_t i = 0; i < files.size() && !control.progress.cancelled(); ++i) {
            const bool last = i + 1 == files.size();
            const auto tell = [&](RunPtr run, DigestPtr digest, const QString& wrong) {
                post(request, newestRace_, last,
                     [this, request, i, run, digest, wrong] { emit raced(request, static_cast<int>(i), run, digest, wrong); });
            };
            const Result<ScenarioPtr> scenario = before ? resolveScenario(*files[i], *before) : resolveScenario(*files[i]);
            if (scenario) before = *scenario;
            const Result<RunPtr> run = scenario ? loom::simulate(*scenario, control) : Result<RunPtr>(scenario.error());
            if (control.progress.cancelled()) return;
            if (run)
                tell(*run, makeDigest(**run, WithFormulas::no), toQString((*run)->failure));
            else
                tell(nullptr, nullptr, toQString(run.error().text()));
        }
    });
    emit busyChanged();
    return request;
}

quint64 Engine::compare(const RunPtr& a, const RunPtr& b) {
    const quint64 request = begin(newestCompare_);
    compare_->submit([this, request, a, b](RunControl& control) {
        const RunDifferencePtr difference = makeDifference(a, b, control.progress);
        post(request, newestCompare_, true, [this, request, difference] { emit compared(request, difference); });
    });
    return request;
}

quint64 Engine::explainBoth(const RunPtr& a, const RunPtr& b, TaskId task) {
    const quint64 request = begin(newestBoth_);
    both_->submit([this, request, a, b, task](RunControl& control) {
        const std::optional<Decision> first = decisionOf(a, task);
        if (control.progress.cancelled()) return;
        const std::optional<Decision> second = decisionOf(b, task);
        post(request, newestBoth_, true,
             [this, request, task, first, second] { emit bothExplained(request, task, first, second); });
    });
    return request;
}

quint64 Engine::measure(FilePtr file, std::vector<Spec> schedulers, std::uint32_t seeds) {
    const quint64 request = begin(newestMeasure_);
    measure_->submit([this, request, file = std::move(file), schedulers = std::move(schedulers), seeds](RunControl& control) {
        const RatiosPtr ratios = measureRatios(file, schedulers, seeds, control.progress);
        post(request, newestMeasure_, true, [this, request, ratios] { emit ratiosKnown(request, ratios); });
    });
    return request;
}

quint64 Engine::attack(const AdversaryOrder& order) {
    const quint64 request = begin(newestAttack_);
    attack_->submit([this, request, order](RunControl& control) {
        const auto rise = [&](const AdversaryFindPtr& find) {
            post(request, newestAttack_, false, [this, request, find] { emit adversaryRose(request, find); });
        };
        const Result<AdversaryFindPtr> found = findWorst(order, control.progress, rise);
        const QString wrong = found ? QString() : toQString(found.error().text());
        const AdversaryFindPtr find = found ? *found : nullptr;
        post(request, newestAttack_, true, [this, request, find, wrong] { emit adversaryEnded(request, find, wrong); });
    });
    return request;
}

void Engine::stopMeasuring() { measure_->interrupt(); }
void Engine::stopAttack() { attack_->interrupt(); }
std::pair<quint64, quint64> Engine::measured() const { return measure_->progress(); }
std::pair<quint64, quint64> Engine::attacked() const { return attack_->progress(); }

}  // namespace loom
