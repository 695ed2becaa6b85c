#include "core/laws/catalog_families.h"

namespace loom {

namespace {

LawFamily documentLaws() {
    return {
        "The document's formulas",
        {{"serial-total", "Document formula 1: serial total", "T = sum(t_i + c_i) + r",
          "one worker does every task and every transfer one after another; no overlap, no failures", "s",
          "the reference document", "DOC1"},
         {"parallel-form", "Document formula 1, parallel form", "T = max(t_i + c_i) + r",
          "a worker and a private link for every task; tasks do not depend on each other", "s", "the reference document", "DOC1"},
         {"shared-collector", "Document formula 1 with one ingress link", "e = max(e, t_i) + c_i in order of t_i; T = e + r",
          "a worker for every task; results pass the collector's one link one at a time", "s",
          "max-plus recursion over the document's formula", "DOC1"},
         {"overlap-bound", "Overlap bound of one ingress link", "T >= max(max t_i, sum c_i) + r",
          "every transfer passes one link; transfers overlap computing perfectly", "s",
          "one-port bound over the document's formula", "DOC1"},
         {"items-serial", "Document formula 2: serial total", "T = n m + n c + r",
          "one worker; m and c are the same for every item", "s", "the reference document", "DOC2"},
         {"items-parallel", "Document formula 2, private links", "T = (n/p)(m + c) + r",
          "items split evenly over p workers with private links", "s", "derived from the document's formula", "DOC2"},
         {"items-collector", "Document formula 2, one collector", "T = n m / p + n c + r",
          "items split evenly; the master receives one message after another, after computing", "s",
          "derived from the document's formula", "DOC2"},
         {"items-overlapped", "Document formula 2, one collector, overlapped", "T >= max(n m / p, n c) + r",
          "items split evenly; receiving overlaps computing perfectly", "s", "derived from the document's formula", "DOC2"},
         {"items-saturation", "Workers that saturate the master", "p = m / c", "the master's link is the only shared one", "-",
          "derived from the document's formula", "DOC2"},
         {"optimal-workers", "Optimal worker count", "T(p) = W/p + c p + r; p* = sqrt(W/c)",
          "every further worker costs c of serial time", "-", "derived from the document's formula", "OPT_P"}}};
}

LawFamily speedupLaws() {
    return {"Speed-up and bounds",
            {{"amdahl", "Amdahl's law", "S(p) = 1 / (f + (1-f)/p); S(inf) = 1/f",
              "fixed problem size; the parallel part divides evenly; no communication", "-", "Amdahl, AFIPS 1967", "AMDAHL"},
             {"gustafson", "Gustafson's law", "S(p) = p - s (p-1)", "the problem grows with p; the serial time stays", "-",
              "Gustafson, CACM 1988", "GUSTAFSON"},
             {"usl", "Universal Scalability Law", "C(N) = N / (1 + sigma (N-1) + kappa N (N-1)); N* = sqrt((1-sigma)/kappa)",
              "contention and coherency coefficients do not change with N", "-", "Gunther 2007", "USL"},
             {"karp-flatt", "Karp-Flatt serial fraction", "e = (1/S - 1/p) / (1 - 1/p)", "a measured speed-up S on p workers",
              "-", "Karp, Flatt, CACM 1990", "KARPFLATT"},
             {"brent-lower", "Work-span lower bound", "T >= max(T1/p, Tinf)", "no transfers; equal cores as fast as the fastest",
              "s", "Brent, JACM 1974", "BRENT"},
             {"brent-upper", "Work-span upper bound of any greedy schedule", "T <= T1/p + Tinf (p-1)/p",
              "no transfers; equal cores; single-core tasks; a core never idles while a task is ready", "s", "Brent, JACM 1974",
              "BRENT"},
             {"critical-path", "Critical path", "Tinf = longest path of t_i", "no transfers; unlimited cores, each the fastest",
              "s", "Kelley, Walker 1959", ""},
             {"area", "Area bound", "T >= sum(cores_i t_i) / p", "no dependencies, no transfers, each task on its fastest node",
              "s", "Graham 1966", ""},
             {"communication-total", "Communication total", "C = sum c_i", "every object moves once, one after another", "s",
              "the reference document", ""},
             {"roofline", "Roofline", "P = min(P_peak, AI BW)", "steady streaming kernel", "flop/s", "Williams et al., CACM 2009",
              "ROOFLINE"},
             {"graham", "Graham's list-scheduling bound", "C_list / C_opt <= 2 - 1/m",
              "equal machines, no transfers, single-core tasks, greedy dispatch", "-", "Graham 1966", "GRAHAM_BOUND"},
             {"lpt", "Longest processing time first", "C_LPT / C_opt <= 4/3 - 1/(3m)", "independent tasks on equal machines", "-",
              "Graham, SIAM J. Appl. Math. 1969", "LPT"},
             {"graham-anomaly", "Graham's anomalies", "greedy list scheduling: more machines may take longer",
              "equal machines, fixed priority list", "s", "Graham, SIAM J. Appl. Math. 1969", "GRAHAM_ANOMALY"},
             {"scaling-fit", "Two-point scaling fit", "T(p) = A/p + C", "perfectly divisible work plus a constant", "s",
              "Malewicz et al., SIGMOD 2010 (two published points)", "PREGEL_FIT"}}};
}

LawFamily queueLaws() {
    return {"Queues",
            {{"little", "Little's law", "L = lambda W", "any stable system in steady state", "-", "Little 1961", "LITTLE"},
             {"mm1", "M/M/1 queue", "W = 1 / (mu - lambda)", "Poisson arrivals, exponential service, one server, rho < 1", "s",
              "Erlang; Kleinrock 1975", "MM1"},
             {"mmc", "M/M/c queue (Erlang C)", "Wq = C / (c mu - lambda)",
              "Poisson arrivals, exponential service, c servers, rho < 1", "s", "Erlang 1917", "MMC"},
             {"pooling", "Pooling", "W(c x M/M/1) / W(M/M/c)", "as M/M/c; splitting is blind", "-", "Kleinrock 1976", "MMC_POOL"},
             {"erlang-b", "Erlang B loss", "B(k) = a B(k-1) / (k + a B(k-1))", "no waiting room; Poisson arrivals", "-",
              "Erlang 1917", "ERLANG_B"},
             {"staffing", "Staffing", "least c with C e^{-(c mu - lambda) t} <= eps", "as M/M/c", "-", "Erlang 1917", "STAFFING"},
             {"mg1", "M/G/1 queue (Pollaczek-Khinchine)", "Wq = rho/(1-rho) (1+cs2)/2 E[S]",
              "Poisson arrivals, one server, first come first served", "s", "Pollaczek 1930", "MD1 MG1_cs2_4"},
             {"processor-sharing", "M/G/1 processor sharing", "E[T | x] = x / (1-rho)", "Poisson arrivals; equal shares", "s",
              "Kleinrock 1976", "MG1PS"},
             {"kingman", "Kingman's approximation", "Wq ~ rho/(1-rho) (ca2+cs2)/2 E[S]",
              "independent arrivals and services; rho near 1", "s", "Kingman 1961", "KINGMAN"},
             {"two-choices", "Power of d choices", "E[T] = sum lambda^((d^i - d)/(d-1))",
              "many servers, Poisson arrivals, unit rate", "s", "Mitzenmacher 2001", "TWO_CHOICES"},
             {"diurnal", "Diurnal load", "b P/2 + a b P/pi arrivals in the first half; peak b (1+a)", "sinusoidal arrival rate",
              "-", "integral of the rate", "DIURNAL"}}};
}

LawFamily tailLaws() {
    return {
        "Barriers, tails, stragglers",
        {{"barrier-exponential", "Barrier of exponential tasks", "E[max] = H_n", "independent exponential(1) times", "s",
          "Renyi 1953", "FORKJOIN"},
         {"barrier-log-normal", "Barrier of log-normal tasks", "E[max] / mean by quadrature", "independent log-normal times", "-",
          "order statistics of log-normal times", "FORKJOIN_LOGN"},
         {"fan-out-tail", "Fan-out tail", "1 - (1-p)^n", "independent replies", "-", "Dean, Barroso, CACM 2013", "TAIL_AT_SCALE"},
         {"order-statistic", "k-of-n completion", "E = H_n - H_{n-k}", "independent exponential(1) times", "s", "Renyi 1953",
          "ORDERSTAT"},
         {"replicated-barrier", "Replicated tasks", "E = H_n / r", "independent exponential(1) copies, the first wins", "s",
          "elementary probability", "REPL_EXP"},
         {"pareto", "Pareto stragglers", "E[max] = xm G(n+1) G(1-1/a) / G(n+1-1/a)", "independent Pareto times, a > 1", "-",
          "order statistics of Pareto (Arnold 1983)", "PARETO"},
         {"speculation", "Speculative copy", "min(s T, m T + T)", "deterministic times; a free slot for the copy", "s",
          "Dean, Ghemawat 2004", "SPEC_DET"},
         {"speculated-barrier", "Barrier with stragglers", "T + (1 - (1-p)^n)(s T - T)", "independent stragglers of one slowdown",
          "s", "elementary probability", "SPEC_BARRIER"},
         {"speculation-cost", "Cost of speculation", "killed time / useful time", "killed attempts' time is wasted", "-",
          "elementary probability", "GOODPUT_LOSS"}}};
}

}  // namespace

std::vector<LawFamily> performanceLaws() { return {documentLaws(), speedupLaws(), queueLaws(), tailLaws()}; }

}  // namespace loom
