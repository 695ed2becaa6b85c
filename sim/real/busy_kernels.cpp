#include "sim/real/busy_kernels.h"

#include <ctime>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/rng.h"
#include "core/base/units.h"
#include "core/graph/graph_measures.h"

namespace loom {

namespace {

double threadSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string scaleNote(const char* what, double factor) {
    return std::string(what) +
           (factor < 1 ? ", all shrunk to " + formatNumber(factor * 100, 3) + " % so that the run stays short." : ".");
}

class SpinWorker final : public KernelWorker {
public:
    explicit SpinWorker(const std::vector<double>& seconds) : seconds_(&seconds) {}
    KernelOutput run(TaskId task, const std::atomic<bool>& cancelled) override {
        const double end = threadSeconds() + (*seconds_)[task.index()];
        // Some arithmetic between two looks at the clock, which costs a system call.
        std::uint64_t word = task.value;
        while (threadSeconds() < end && !cancelled.load(std::memory_order_relaxed)) {
            for (int i = 0; i < 2000; ++i) word = word * 6364136223846793005ull + 1442695040888963407ull;
            sink_ = word;
        }
        return {};
    }

private:
    const std::vector<double>* seconds_;
    volatile std::uint64_t sink_ = 0;
};

class SpinKernel final : public Kernel {
public:
    explicit SpinKernel(BusyScale scale) : scale_(std::move(scale)) {}
    [[nodiscard]] std::unique_ptr<KernelWorker> makeWorker() const override {
        return std::make_unique<SpinWorker>(scale_.seconds);
    }
    [[nodiscard]] std::vector<std::string> notes() const override {
        return {scaleNote("The kernel spins for each task's stated time", scale_.factor)};
    }

private:
    BusyScale scale_;
};

constexpr std::size_t kSide = 128;
constexpr double kFlopPerProduct = 2.0 * kSide * kSide * kSide;
using Matrix = std::array<float, kSide * kSide>;

// c = a b / side, row by row so that the inner loop runs along rows of b and c and vectorises.
void multiply(const Matrix& a, const Matrix& b, Matrix& c) {
    c.fill(0.0f);
    for (std::size_t i = 0; i < kSide; ++i) {
        float* row = c.data() + i * kSide;
        for (std::size_t k = 0; k < kSide; ++k) {
            const float factor = a[i * kSide + k] / static_cast<float>(kSide);
            const float* other = b.data() + k * kSide;
            for (std::size_t j = 0; j < kSide; ++j) row[j] += factor * other[j];
        }
    }
}

class MatrixWorker final : public KernelWorker {
public:
    explicit MatrixWorker(const std::vector<std::uint64_t>& products, std::uint64_t seed) : products_(&products) {
        RandomStream random(seed, Purpose::kernel, 0);
        for (Matrix* m : {&a_, &b_}) {
            for (float& value : *m) value = static_cast<float>(random.uniform(-1, 1));
        }
    }
    KernelOutput run(TaskId task, const std::atomic<bool>& cancelled) override {
        for (std::uint64_t i = 0; i < (*products_)[task.index()] && !cancelled.load(std::memory_order_relaxed); ++i) {
            multiply(a_, b_, c_);
            sink_ = c_[i % c_.size()];
        }
        return {};
    }

private:
    const std::vector<std::uint64_t>* products_;
    Matrix a_{}, b_{}, c_{};
    volatile float sink_ = 0;
};

class MatrixKernel final : public Kernel {
public:
    MatrixKernel(const BusyScale& scale, std::uint64_t seed) : factor_(scale.factor), seed_(seed) {
        for (const double s : scale.seconds) {
            products_.push_back(static_cast<std::uint64_t>(std::llround(std::min(s * 1e9 / kFlopPerProduct, 1e15))));
        }
    }
    [[nodiscard]] std::unique_ptr<KernelWorker> makeWorker() const override {
        return std::make_unique<MatrixWorker>(products_, seed_);
    }
    [[nodiscard]] std::vector<std::string> notes() const override {
        return {scaleNote("The kernel multiplies matrices for each task's stated work", factor_)};
    }

private:
    std::vector<std::uint64_t> products_;  // by task
    double factor_;
    std::uint64_t seed_;
};

}  // namespace

BusyScale busyScale(const TaskGraph& graph, double rate, double limit) {
    BusyScale scale;
    double total = 0;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        scale.seconds.push_back(referenceSeconds(graph, TaskId(i)) * 1e9 / rate);
        total += scale.seconds.back();
    }
    if (limit > 0 && total > limit) scale.factor = limit / total;
    for (double& s : scale.seconds) s *= scale.factor;
    return scale;
}

std::unique_ptr<Kernel> spinKernel(const KernelSetup& setup, double rate, double limit) {
    return std::make_unique<SpinKernel>(busyScale(*setup.graph, rate, limit));
}

std::unique_ptr<Kernel> matrixKernel(const KernelSetup& setup, double limit) {
    return std::make_unique<MatrixKernel>(busyScale(*setup.graph, 1e9, limit / 1e9), setup.seed);
}

}  // namespace loom
