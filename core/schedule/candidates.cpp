#include "core/schedule/candidates.h"

#include <algorithm>

#include "core/schedule/search_report.h"

namespace loom {

namespace {

bool isCandidate(const Scheduler& scheduler) { return scheduler.isStatic() && searchReport(scheduler) == nullptr; }

// The parts between plus signs outside brackets.
std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> out(1);
    int depth = 0;
    for (const char c : text) {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (c == '+' && depth == 0) {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

std::vector<std::string> allNames() {
    std::vector<std::string> names;
    for (const RegistryEntry& entry : schedulerRegistry()) {
        const bool searches =
            std::any_of(entry.params.begin(), entry.params.end(), [](const ParamDef& p) { return p.name == "of"; });
        if (searches) continue;  // made of others: would ask for this list again
        if (isCandidate(**makeScheduler(Spec{entry.name, {}}))) names.push_back(entry.name);
    }
    return names;
}

}  // namespace

Result<std::vector<NamedScheduler>> schedulersOf(const std::string& text) {
    std::vector<NamedScheduler> out;
    const std::vector<std::string> names = text == "all" ? allNames() : parts(text);
    for (const std::string& name : names) {
        const Result<Spec> spec = parseSpec(name);
        if (!spec) return spec.error();
        Result<SchedulerPtr> scheduler = makeScheduler(*spec);
        if (!scheduler) return scheduler.error();
        if (!isCandidate(**scheduler))
            return failure("'" + name + "' cannot be a candidate: it decides online or searches itself");
        if (std::any_of(out.begin(), out.end(), [&](const NamedScheduler& known) { return known.name == name; }))
            return failure("'" + name + "' is named twice");
        out.push_back({name, std::move(*scheduler)});
    }
    return out;
}

}  // namespace loom
