#include "core/laws/numerics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loom::laws {

double binomial(int n, int k) {
    if (k < 0 || k > n) return 0;
    double product = 1;
    for (int i = 1; i <= std::min(k, n - k); ++i) product = product * (n - std::min(k, n - k) + i) / i;
    return product;
}

double binomialTail(int n, int atLeast, double p) {
    if (p <= 0) return atLeast <= 0 ? 1 : 0;
    if (p >= 1) return atLeast <= n ? 1 : 0;
    // In logarithms, so that n in the thousands neither overflows nor vanishes.
    double sum = 0;
    for (int k = std::max(atLeast, 0); k <= n; ++k) {
        const double choose = std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
        sum += std::exp(choose + k * std::log(p) + (n - k) * std::log1p(-p));
    }
    return std::min(sum, 1.0);
}

double normalCdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double harmonic(int n) {
    double sum = 0;
    for (int i = n; i >= 1; --i) sum += 1.0 / i;  // smallest first
    return sum;
}

}  // namespace loom::laws
