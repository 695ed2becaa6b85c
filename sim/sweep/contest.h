// Who wins, by how much, and whether that means anything: several contestants on the same cases.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace loom {

// One case all contestants ran on under the same random numbers.
struct ContestCase {
    std::string name;
    double lowerBound = 0;          // s, no contestant can do better
    std::vector<double> makespans;  // s, positive, by contestant
    std::size_t seeds = 1;          // it stands for so many; makespans are their means
};

// The cases that count of one scenario under several seeds. Where some contestant takes exactly as long under every seed, nothing
// in the scenario is drawn, at most in other contestants: the seeds repeat one case, and counting them as several would make every
// interval too narrow. Then it is one case of mean makespans; else all are given back.
std::vector<ContestCase> independentCases(std::vector<ContestCase> bySeed);

// What a contestant did over all cases. Ratios are to the best of the case; ranks start at 1, equals share the mean of theirs.
struct Standing {
    double meanRatio = 1;   // makespan / best
    double ratio95 = 0;     // half the width of the 95 % interval of that mean (Student's t)
    double worstRatio = 1;
    double boundRatio = 1;  // mean of makespan / lower bound
    double meanRank = 1;
    std::size_t best = 0;   // cases in which nobody was better
};

// Of contestants a and b: the mean of (a - b) / b over the cases, and half the width of its 95 % interval. Paired, so that
// what makes a case hard for both does not blur it.
struct PairedDifference {
    double mean = 0;
    double half95 = 0;
};

// Pure; all arguments must have one makespan a contestant in every case.
class Contest {
public:
    Contest(std::vector<std::string> contestants, std::vector<ContestCase> cases);

    [[nodiscard]] const std::vector<std::string>& contestants() const { return contestants_; }
    [[nodiscard]] const std::vector<ContestCase>& cases() const { return cases_; }
    [[nodiscard]] std::vector<Standing> standings() const;
    [[nodiscard]] PairedDifference difference(std::size_t a, std::size_t b) const;
    // In how many cases a was strictly better than b.
    [[nodiscard]] std::size_t wins(std::size_t a, std::size_t b) const;
    // The share of cases in which the contestant was within `factor` of the best: a performance profile (Dolan, More,
    // Mathematical Programming 91(2), 2002).
    [[nodiscard]] double profile(std::size_t contestant, double factor) const;
    // Mean ranks differ significantly (5 %) when they are at least this far apart: the Nemenyi test's critical difference
    // after Friedman's (Demsar, JMLR 7, 2006, section 3.2.2). Infinite for fewer than two cases.
    [[nodiscard]] double criticalDifference() const;

private:
    [[nodiscard]] double best(const ContestCase& one) const;

    std::vector<std::string> contestants_;
    std::vector<ContestCase> cases_;
};

// The value that the range of `groups` independent standard normals exceeds with probability 0.05: the studentized range
// for infinite degrees of freedom. `groups` >= 2.
double studentizedRange95(std::size_t groups);

}  // namespace loom
