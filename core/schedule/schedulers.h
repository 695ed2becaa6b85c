// The schedulers behind the registry, one maker each; makeScheduler() in scheduler.h is the way in.
#pragma once

#include <memory>

#include "core/schedule/priority_order.h"
#include "core/schedule/ready_list.h"
#include "core/schedule/scheduler.h"
#include "core/schedule/slot_timeline.h"

namespace loom {

using SchedulerPtr = std::unique_ptr<Scheduler>;

enum class PairRule : std::uint8_t { minMin, maxMin };

SchedulerPtr makeFifo(bool blocking);
SchedulerPtr makeList(bool blocking);
SchedulerPtr makeRoundRobin();
SchedulerPtr makeRandom();
SchedulerPtr makeFastestNode();
SchedulerPtr makeHeft(Averaging averaging, Fill fill);
SchedulerPtr makeCpop();
SchedulerPtr makePeft(bool links);
SchedulerPtr makePairScheduler(PairRule rule, ReadySet ready);
SchedulerPtr makeLookaheadHeft();
SchedulerPtr makeDls();
SchedulerPtr makeEtf();
SchedulerPtr makeHlfet();
SchedulerPtr makeMcp();
SchedulerPtr makeBil();
SchedulerPtr makeSdbats();
SchedulerPtr makePets();
SchedulerPtr makeHcpt();
SchedulerPtr makeOlb();
SchedulerPtr makeMet();
SchedulerPtr makeMct();
SchedulerPtr makeSufferage(bool passes);
SchedulerPtr makeDuplex(ReadySet ready);
SchedulerPtr makeWba(double alpha, std::uint64_t restarts);
SchedulerPtr makeIsh();
SchedulerPtr makeGdl(bool descendants, bool scarcity);
SchedulerPtr makeHbmct();
SchedulerPtr makeFcp(std::size_t sorted);  // 0 = as long as there are nodes
SchedulerPtr makeFlb();
SchedulerPtr makeDsc(bool balancing);
SchedulerPtr makeIppts();
SchedulerPtr makeBranchAndBound(std::uint64_t budget);
SchedulerPtr makeAnnealing(std::uint64_t budget, double hot, double cold);
SchedulerPtr makeTabu(std::uint64_t budget, std::uint64_t neighbours, std::uint64_t tenure);
SchedulerPtr makeGrasp(std::uint64_t budget, double alpha, std::uint64_t patience);
SchedulerPtr makeGenetic(std::uint64_t budget, std::uint64_t population, double mutation);
// `of`: see candidates.h.
Result<SchedulerPtr> makePortfolio(const std::string& of);
Result<SchedulerPtr> makeBandit(const std::string& of, bool thompson, std::uint64_t budget, double sigma);

}  // namespace loom
