#include "core/schedule/registry_row.h"

namespace loom {

namespace {

ParamDef budget(const char* value, const char* help) { return integerOf("budget", value, 1, 1e9, help); }
std::uint64_t count(const Params& params, const char* name) { return static_cast<std::uint64_t>(params.integer(name)); }

constexpr const char* kPlans = "plans to decode, HEFT's among them";

}  // namespace

void addSearchRows(std::vector<SchedulerRow>& rows) {
    std::vector<SchedulerRow> added = {
        {{"branch-and-bound",
          "the shortest schedule, or the gap that is left when the budget is spent; for small graphs",
          "Fernandez, Bussell, IEEE Trans. Computers C-22(8), 1973, for the bound",
          {integerOf("budget", "100000", 1, 2e7, "states to look at, at most; all of them are remembered, some 50 bytes each")}},
         [](const Params& p) { return makeBranchAndBound(count(p, "budget")); }},
        {{"annealing",
          "from HEFT's plan by random steps, longer plans taken less and less often",
          "Kirkpatrick, Gelatt, Vecchi, Science 220, 1983",
          {budget("2000", kPlans), numberOf("hot", "0.05", 1e-6, 10, "temperature at the start, in parts of HEFT's makespan"),
           numberOf("cold", "0.0005", 1e-9, 10, "temperature at the end, in parts of HEFT's makespan")}},
         [](const Params& p) { return makeAnnealing(count(p, "budget"), p.number("hot"), p.number("cold")); }},
        {{"tabu",
          "from HEFT's plan to the best of some neighbours, never straight back",
          "Glover, ORSA J. Computing 1(3), 1989",
          {budget("2000", kPlans),
           integerOf("neighbours", "10", 1, 1e6, "plans drawn in a round, of which the shortest is taken"),
           integerOf("tenure", "10", 0, 1e6, "rounds during which a move may not be taken back")}},
         [](const Params& p) { return makeTabu(count(p, "budget"), count(p, "neighbours"), count(p, "tenure")); }},
        {{"genetic",
          "generations of plans that cross and mutate, HEFT's in the first",
          "Wang, Siegel, Roychowdhury, Maciejewski, JPDC 47(1), 1997",
          {budget("2000", kPlans), integerOf("population", "40", 2, 1e6, "plans in a generation"),
           numberOf("mutation", "0.9", 0, 1, "how likely a child takes a random step")}},
         [](const Params& p) { return makeGenetic(count(p, "budget"), count(p, "population"), p.number("mutation")); }},
        {{"grasp",
          "plans constructed half greedily, each improved until nothing helps",
          "Feo, Resende, J. Global Optimization 6, 1995",
          {budget("2000", kPlans), numberOf("alpha", "0.2", 0, 1, "how far from the best a choice may be: 0 = the best, 1 = any"),
           integerOf("patience", "100", 1, 1e9, "steps in a row that do not help, before the next plan is constructed")}},
         [](const Params& p) { return makeGrasp(count(p, "budget"), p.number("alpha"), count(p, "patience")); }},
        {{"portfolio",
          "plans with every candidate and takes the shortest plan",
          "Huberman, Lukose, Hogg, Science 275, 1997",
          {textOf("of", "all",
                  "candidates as in heft+cpop+peft[links=true]; all = every static scheduler that does not search")}},
         [](const Params& p) { return makePortfolio(p.text("of")); }},
        {{"bandit",
          "learns on this very instance, with noisy costs, which candidate stands noise best",
          "Auer, Cesa-Bianchi, Fischer, Machine Learning 47, 2002",
          {choiceOf("policy", {"ucb1", "thompson"}, "how the candidate to try next is chosen"),
           textOf("of", "heft+cpop+peft+sdbats+hcpt+mcp+min-min+max-min",
                  "candidates; all = every static scheduler that does not search"),
           budget("100", "trial plans before the one that counts"),
           numberOf("noise", "0.3", 0, 3, "sigma of the log-normal factor on every task's estimated time in a trial")}},
         [](const Params& p) {
             return makeBandit(p.text("of"), p.text("policy") == "thompson", count(p, "budget"), p.number("noise"));
         }},
    };
    for (SchedulerRow& row : added) rows.push_back(std::move(row));
}

}  // namespace loom
