#include "core/laws/crowd.h"

#include <algorithm>
#include <cmath>

#include "core/laws/numerics.h"

namespace loom::laws {

namespace {

// P(correct side has more weight) + half P(tie), over all subsets of correct voters.
double enumeratedAccuracy(std::span<const double> accuracies, std::span<const double> weights) {
    const std::size_t count = std::min<std::size_t>(accuracies.size(), 20);
    double total = 0;
    for (std::size_t subset = 0; subset < (std::size_t{1} << count); ++subset) {
        double probability = 1, lead = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const bool right = (subset >> i & 1) != 0;
            probability *= right ? accuracies[i] : 1 - accuracies[i];
            lead += right ? weights[i] : -weights[i];
        }
        total += lead > 0 ? probability : lead == 0 ? probability / 2 : 0;
    }
    return total;
}

using Matrix = std::vector<std::vector<double>>;

// M step for one worker: confusion[k][l] = P(says l | truth k).
Matrix confusionOf(const std::vector<std::vector<int>>& answers, std::size_t worker, const Matrix& posterior, std::size_t classes,
                   double smoothing) {
    Matrix confusion(classes, std::vector<double>(classes, smoothing));
    for (std::size_t item = 0; item < answers.size(); ++item)
        for (std::size_t k = 0; k < classes; ++k)
            confusion[k][static_cast<std::size_t>(answers[item][worker])] += posterior[item][k];
    for (std::vector<double>& row : confusion) {
        double sum = 0;
        for (double x : row) sum += x;
        for (double& x : row) x /= sum;
    }
    return confusion;
}

}  // namespace

double majorityAccuracy(double accuracy, int voters) { return binomialTail(voters, voters / 2 + 1, accuracy); }

int votersFor(double accuracy, double target) {
    for (int n = 1; n <= 10001; n += 2)
        if (majorityAccuracy(accuracy, n) >= target) return n;
    return 0;
}

Sequential leadBy(double accuracy, int lead) {
    const double p = 1 / (1 + std::pow((1 - accuracy) / accuracy, lead));
    if (accuracy == 0.5) return {p, static_cast<double>(lead) * lead};
    return {p, lead * (2 * p - 1) / (2 * accuracy - 1)};
}

Sequential firstTo(double accuracy, int quorum) {
    Sequential out;
    const double wrong = 1 - accuracy;
    for (int j = 0; j < quorum; ++j) {
        const double ways = binomial(quorum - 1 + j, j);
        const double right = ways * std::pow(accuracy, quorum) * std::pow(wrong, j);
        const double bad = ways * std::pow(wrong, quorum) * std::pow(accuracy, j);
        out.accuracy += right;
        out.answers += (quorum + j) * (right + bad);
    }
    return out;
}

double voteWeight(double accuracy) { return std::log(accuracy / (1 - accuracy)); }

double weightedAccuracy(std::span<const double> accuracies) {
    std::vector<double> weights;
    for (double p : accuracies) weights.push_back(voteWeight(p));
    return enumeratedAccuracy(accuracies, weights);
}

double unweightedAccuracy(std::span<const double> accuracies) {
    return enumeratedAccuracy(accuracies, std::vector<double>(accuracies.size(), 1.0));
}

double goldPass(double accuracy, int questions, int needed) { return binomialTail(questions, needed, accuracy); }

double costPerItem(double answers, double fee, double platformShare, double goldShare) {
    return answers * fee * (1 + platformShare) / (1 - goldShare);
}

DawidSkene dawidSkene(const std::vector<std::vector<int>>& answers, int classes, int iterations, double smoothing) {
    const std::size_t count = static_cast<std::size_t>(classes);
    DawidSkene out;
    out.posterior.assign(answers.size(), std::vector<double>(count));
    if (answers.empty()) return out;
    const std::size_t workers = answers.front().size();
    for (std::size_t item = 0; item < answers.size(); ++item)
        for (int answer : answers[item])
            out.posterior[item][static_cast<std::size_t>(answer)] += 1.0 / static_cast<double>(workers);
    std::vector<Matrix> confusion(workers);
    for (int round = 0; round < iterations; ++round) {
        out.prior.assign(count, 0);
        for (const std::vector<double>& p : out.posterior)
            for (std::size_t k = 0; k < count; ++k) out.prior[k] += p[k] / static_cast<double>(answers.size());
        for (std::size_t w = 0; w < workers; ++w) confusion[w] = confusionOf(answers, w, out.posterior, count, smoothing);
        for (std::size_t item = 0; item < answers.size(); ++item) {
            double sum = 0;
            for (std::size_t k = 0; k < count; ++k) {
                double p = out.prior[k];
                for (std::size_t w = 0; w < workers; ++w) p *= confusion[w][k][static_cast<std::size_t>(answers[item][w])];
                out.posterior[item][k] = p;
                sum += p;
            }
            for (double& p : out.posterior[item]) p /= sum;
        }
    }
    out.accuracy.assign(workers, 0);
    for (std::size_t w = 0; iterations > 0 && w < workers; ++w)
        for (std::size_t k = 0; k < count; ++k) out.accuracy[w] += out.prior[k] * confusion[w][k][k];
    return out;
}

}  // namespace loom::laws
