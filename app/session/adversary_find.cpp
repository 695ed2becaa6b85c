#include "app/session/adversary_find.h"

#include "app/session/text.h"
#include "sim/adversary/adversary.h"
#include "sim/session.h"

namespace loom {

namespace {

RunPtr runOf(const ScenarioFile& instance, const Spec& scheduler) {
    ScenarioFile file = instance;
    file.scheduler = scheduler;
    const Result<ScenarioPtr> scenario = resolveScenario(std::move(file));
    if (!scenario) return nullptr;
    RunControl control;
    const Result<RunPtr> run = simulate(*scenario, control);
    return run ? *run : nullptr;
}

}  // namespace

Result<AdversaryFindPtr> findWorst(const AdversaryOrder& order, Progress& progress,
                                   const std::function<void(const AdversaryFindPtr&)>& rise) {
    AdversaryPlan plan;
    plan.loser = order.loser;
    plan.winner = order.winner;
    plan.evaluations = order.evaluations;
    plan.seed = order.seed;
    AdversaryFind best;
    const Result<AdversaryResult> result =
        findAdversary(plan, progress, [&](const AdversaryStep& step, const ScenarioFile& worst) {
            best.instance = std::make_shared<const ScenarioFile>(worst);
            best.ratio = step.ratio;
            best.evaluation = step.evaluation;
            best.change = toQString(step.change);
            best.loser = runOf(worst, plan.loser);
            best.winner = runOf(worst, plan.winner);
            rise(std::make_shared<const AdversaryFind>(best));
        });
    if (!result) return result.error();
    if (!best.instance) return AdversaryFindPtr();
    best.evaluation = result->evaluations;
    return AdversaryFindPtr(std::make_shared<const AdversaryFind>(best));
}

}  // namespace loom
