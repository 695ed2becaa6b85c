// The few special functions the laws share. Pure; arguments outside a domain give nan or infinity.
#pragma once

namespace loom::laws {

double binomial(int n, int k);                      // n choose k, as a double
double binomialTail(int n, int atLeast, double p);  // P(X >= atLeast), X ~ Binomial(n, p)
double normalCdf(double z);                         // standard normal distribution
double harmonic(int n);                             // H_n = 1 + 1/2 + ... + 1/n

}  // namespace loom::laws
