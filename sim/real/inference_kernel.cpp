#include "sim/real/inference_kernel.h"

#include <algorithm>
#include <mutex>

namespace loom {

namespace {

using Tensor = std::shared_ptr<const std::vector<float>>;
constexpr std::size_t kMaxPreparedBytes = std::size_t{256} << 20;

// Prepared images on their way from loading to inferring tasks, and the labels found so far: what the tasks of one
// process hand to each other. Thread-safe. Everything in it can be computed again, so losing an entry costs only time.
class Board {
public:
    Board(std::uint32_t items, std::size_t tensorBytes)
        : labels_(items, -1), capacity_(kMaxPreparedBytes / std::max<std::size_t>(1, tensorBytes)) {}

    void putPrepared(std::uint32_t item, Tensor tensor) {
        const std::lock_guard lock(mutex_);
        if (prepared_.size() < labels_.size()) prepared_.resize(labels_.size());
        if (prepared_[item] == nullptr && held_ == capacity_) return;
        held_ += prepared_[item] == nullptr ? 1 : 0;
        prepared_[item] = std::move(tensor);
    }
    // Leaves the entry: an attempt that is lost later must find it again.
    Tensor prepared(std::uint32_t item) const {
        const std::lock_guard lock(mutex_);
        return item < prepared_.size() ? prepared_[item] : nullptr;
    }
    void putLabel(std::uint32_t item, std::int32_t label) {
        const std::lock_guard lock(mutex_);
        labels_[item] = label;
    }
    std::vector<std::uint64_t> count(const InferenceTask& task, std::size_t classes) const {
        std::vector<std::uint64_t> counts(classes, 0);
        const std::lock_guard lock(mutex_);
        for (std::uint32_t i = task.first; i < task.first + task.count; ++i) {
            if (labels_[i] >= 0) ++counts[static_cast<std::size_t>(labels_[i])];
        }
        return counts;
    }

private:
    mutable std::mutex mutex_;
    std::vector<Tensor> prepared_;
    std::vector<std::int32_t> labels_;
    std::size_t held_ = 0;
    std::size_t capacity_;
};

class InferenceWorker final : public KernelWorker {
public:
    InferenceWorker(const InferenceParts& parts, Board& board) : parts_(&parts), board_(&board) {
        Result<std::unique_ptr<Classifier>> instance = parts.network->instantiate();
        if (instance)
            classifier_ = std::move(*instance);
        else
            broken_ = instance.error().text();
    }

    KernelOutput run(TaskId task, const std::atomic<bool>& cancelled) override {
        const InferenceTask& plan = parts_->plan.tasks[task.index()];
        KernelOutput output;
        if (!broken_.empty()) output.error = broken_;
        if (plan.role == InferenceRole::reduce) output.labelCounts = board_->count(plan, parts_->network->classes());
        if (plan.role != InferenceRole::infer && plan.role != InferenceRole::load) return output;
        for (std::uint32_t i = plan.first; i < plan.first + plan.count && output.error.empty(); ++i) {
            if (cancelled.load(std::memory_order_relaxed)) return {};
            if (plan.role == InferenceRole::load)
                load(i, output);
            else
                classify(i, output, cancelled);
        }
        return output;
    }

private:
    Tensor load(std::uint32_t item, KernelOutput& output) {
        const Result<Image> image = parts_->images->load(item % parts_->images->size());
        if (!image) {
            output.error = image.error().text();
            return nullptr;
        }
        auto tensor = std::make_shared<const std::vector<float>>(prepareImage(*image, parts_->network->input()));
        board_->putPrepared(item, tensor);
        return tensor;
    }

    void classify(std::uint32_t item, KernelOutput& output, const std::atomic<bool>& cancelled) {
        Tensor tensor = board_->prepared(item);
        if (tensor == nullptr) tensor = load(item, output);
        if (tensor == nullptr) return;
        TopClass top;
        for (std::uint32_t pass = 0; pass < parts_->repeat && !cancelled.load(std::memory_order_relaxed); ++pass) {
            const Result<std::vector<float>> scores = classifier_->classify(*tensor);
            if (!scores) {
                output.error = scores.error().text();
                return;
            }
            top = topClass(*scores);
        }
        const std::int32_t truth = parts_->imagesLabelled ? parts_->images->truth(item % parts_->images->size()) : -1;
        output.answers.push_back({item, top.label, truth, top.probability});
        board_->putLabel(item, top.label);
    }

    const InferenceParts* parts_;
    Board* board_;
    std::unique_ptr<Classifier> classifier_;
    std::string broken_;  // why there is no classifier
};

class InferenceKernel final : public Kernel {
public:
    explicit InferenceKernel(InferenceParts parts)
        : parts_(std::move(parts)), board_(parts_.plan.items, parts_.network->input().size() * sizeof(float)) {}

    [[nodiscard]] std::unique_ptr<KernelWorker> makeWorker() const override {
        return std::make_unique<InferenceWorker>(parts_, board_);
    }
    [[nodiscard]] std::vector<std::string> labelNames() const override { return parts_.labelNames; }
    [[nodiscard]] std::vector<std::string> notes() const override { return parts_.notes; }

private:
    InferenceParts parts_;
    mutable Board board_;
};

}  // namespace

std::unique_ptr<Kernel> inferenceKernel(InferenceParts parts) { return std::make_unique<InferenceKernel>(std::move(parts)); }

}  // namespace loom
