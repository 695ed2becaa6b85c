// Keyed random streams: a draw depends on (seed, purpose, entity, index) and on nothing else, so adding an
// entity or changing a policy leaves every other draw unchanged. Own distributions, because the standard
// library's differ between implementations.
#pragma once

#include <cstdint>

namespace loom {

// What a stream is for; part of its key. Append only: the numbers are part of every fingerprint.
enum class Purpose : std::uint32_t {
    workload = 1,
    platform = 2,
    failure = 3,
    repair = 4,
    scheduler = 5,
    estimate = 6,
    retry = 7,
    kernel = 8,
    search = 9,
    test = 99,
};

// A stream of 64-bit words: SplitMix64 of the key and a counter. Copyable; not thread-safe.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, Purpose purpose, std::uint64_t entity);

    std::uint64_t next();
    // Uniform in (0, 1): (k + 0.5) / 2^53, never 0 or 1.
    double uniform();
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    // Uniform in [0, bound) without modulo bias; bound must be positive.
    std::uint64_t below(std::uint64_t bound);
    double exponential(double mean);
    double normal(double mean, double deviation);
    // exp(normal(mu, sigma)): median exp(mu).
    double logNormal(double mu, double sigma);
    double weibull(double shape, double scale);

private:
    std::uint64_t key_;
    std::uint64_t draw_ = 0;
};

// The inverse of the standard normal distribution, |relative error| < 1e-15 (Wichura, AS 241, 1988).
double inverseNormal(double p);

}  // namespace loom
