// Answers of people: how many votes, at what price, and how to combine them.
#pragma once

#include <span>
#include <vector>

namespace loom::laws {

double majorityAccuracy(double accuracy, int voters);  // odd n independent voters; Condorcet 1785
int votersFor(double accuracy, double target);         // smallest odd n; 0 when 10,001 would not do
// Ask until one answer leads by k: P = 1/(1 + (q/p)^k), E[N] = k (2P - 1)/(2p - 1); Wald 1945.
struct Sequential {
    double accuracy = 0;
    double answers = 0;
};
Sequential leadBy(double accuracy, int lead);
Sequential firstTo(double accuracy, int quorum);  // stop when q agree; as accurate as a majority of 2q - 1

// Votes weighted by ln(p/(1-p)) (Nitzan, Paroush 1982), by enumeration of at most 20 voters; ties count half.
double voteWeight(double accuracy);
double weightedAccuracy(std::span<const double> accuracies);
double unweightedAccuracy(std::span<const double> accuracies);

double goldPass(double accuracy, int questions, int needed);                             // P(at least t of g known answers right)
double costPerItem(double answers, double fee, double platformShare, double goldShare);  // n fee (1+s) / (1-g)

// Dawid, Skene 1979: expectation maximisation of true classes and workers' confusion. answers[item][worker], every
// entry in [0, classes).
struct DawidSkene {
    std::vector<std::vector<double>> posterior;  // [item][class]
    std::vector<double> prior;                   // [class]
    std::vector<double> accuracy;                // [worker]: sum of prior * diagonal of the confusion matrix
};
DawidSkene dawidSkene(const std::vector<std::vector<int>>& answers, int classes, int iterations, double smoothing);

}  // namespace loom::laws
