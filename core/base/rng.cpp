#include "core/base/rng.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/hash.h"

namespace loom {

namespace {

template <std::size_t N>
double polynomial(const double (&c)[N], double x) {
    double sum = 0;
    for (std::size_t i = N; i-- > 0;) sum = sum * x + c[i];
    return sum;
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, Purpose purpose, std::uint64_t entity)
    : key_(mix64(mix64(seed + 0x9E3779B97F4A7C15ull) ^ (static_cast<std::uint64_t>(purpose) << 56) ^
                 mix64(entity + 0xD1B54A32D192ED03ull))) {}

std::uint64_t RandomStream::next() { return mix64(key_ + 0x9E3779B97F4A7C15ull * ++draw_); }

double RandomStream::uniform() {
    // Above 2^52 the half is rounded away, and the last value would become 1.
    return std::min((static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53, 0x1.fffffffffffffp-1);
}

std::uint64_t RandomStream::below(std::uint64_t bound) {
    const std::uint64_t limit = std::numeric_limits<std::uint64_t>::max() - std::numeric_limits<std::uint64_t>::max() % bound;
    std::uint64_t word = next();
    while (word >= limit) word = next();
    return word % bound;
}

double RandomStream::exponential(double mean) { return -mean * std::log(uniform()); }

double RandomStream::normal(double mean, double deviation) { return mean + deviation * inverseNormal(uniform()); }

double RandomStream::logNormal(double mu, double sigma) { return std::exp(normal(mu, sigma)); }

double RandomStream::weibull(double shape, double scale) { return scale * std::pow(-std::log(uniform()), 1 / shape); }

double inverseNormal(double p) {
    static constexpr double kCentreTop[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                            1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                            3.3430575583588128105e+4, 2.5090809287301226727e+3};
    static constexpr double kCentreLow[] = {1.0,
                                            4.2313330701600911252e+1,
                                            6.8718700749205790830e+2,
                                            5.3941960214247511077e+3,
                                            2.1213794301586595867e+4,
                                            3.9307895800092710610e+4,
                                            2.8729085735721942674e+4,
                                            5.2264952788528545610e+3};
    static constexpr double kMiddleTop[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                            3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
    static constexpr double kMiddleLow[] = {1.0,
                                            2.05319162663775882187e0,
                                            1.67638483018380384940e0,
                                            6.89767334985100004550e-1,
                                            1.48103976427480074590e-1,
                                            1.51986665636164571966e-2,
                                            5.47593808499534494600e-4,
                                            1.05075007164441684324e-9};
    static constexpr double kTailTop[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                          2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                          2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static constexpr double kTailLow[] = {1.0,
                                          5.99832206555887937690e-1,
                                          1.36929880922735805310e-1,
                                          1.48753612908506148525e-2,
                                          7.86869131145613259100e-4,
                                          1.84631831751005468180e-5,
                                          1.42151175831644588870e-7,
                                          2.04426310338993978564e-15};
    if (!(p > 0)) return -std::numeric_limits<double>::infinity();
    if (!(p < 1)) return std::numeric_limits<double>::infinity();
    const double q = p - 0.5;
    if (std::fabs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(kCentreTop, r) / polynomial(kCentreLow, r);
    }
    double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
    double value = 0;
    if (r <= 5) {
        r -= 1.6;
        value = polynomial(kMiddleTop, r) / polynomial(kMiddleLow, r);
    } else {
        r -= 5;
        value = polynomial(kTailTop, r) / polynomial(kTailLow, r);
    }
    return q < 0 ? -value : value;
}

}  // namespace loom
