#include "sim/real/kernel.h"

#include <chrono>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <thread>

#include "sim/real/aligned_new.h"
#include "sim/real/busy_kernels.h"
#include "tests/sim/real/real_support.h"

namespace loom {
namespace {

using test::inferenceGraph;
using test::kernelFrom;
using test::runSerially;
using test::setupFor;

TEST(KernelRegistry, NamesWhatIsWrong) {
    const KernelSetup setup = setupFor(inferenceGraph(4, 2));
    EXPECT_NE(kernelFrom("inferense", setup).error().cause.find("did you mean 'inference'"), std::string::npos);
    EXPECT_FALSE(kernelFrom("spin[rat=1]", setup).ok());
    EXPECT_FALSE(kernelFrom("spin[rate=0]", setup).ok());
    EXPECT_FALSE(kernelFrom("inference[repeat=0]", setup).ok());
    EXPECT_FALSE(kernelFrom("inference[weights=x.onnx]", setup).ok());
    EXPECT_NE(kernelFrom("inference[model=missing.onnx]", setup).error().text().find("missing.onnx"), std::string::npos);
    EXPECT_FALSE(kernelFrom("inference[model=resnet18,weights=missing.onnx]", setup).ok());
    EXPECT_FALSE(kernelFrom("inference[labels=missing.txt]", setup).ok());
    for (const RegistryEntry& entry : kernelRegistry()) EXPECT_TRUE(makeKernel(Spec{entry.name, {}}, setup).ok()) << entry.name;
}

TEST(KernelRegistry, RefusesABadModelFileByName) {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "loom_bad_model";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "bad.onnx") << "not a network";
    KernelSetup setup = setupFor(inferenceGraph(4, 2));
    setup.baseFolder = folder.string();
    const auto kernel = kernelFrom("inference[model=bad.onnx]", setup);
    std::filesystem::remove_all(folder);
    ASSERT_FALSE(kernel.ok());
    EXPECT_NE(kernel.error().text().find("bad.onnx: not an ONNX model"), std::string::npos) << kernel.error().text();
}

TEST(Inference, AnswersEachItemOnceWhateverThePartition) {
    const auto few = inferenceGraph(40, 2), many = inferenceGraph(40, 13);
    const auto a = kernelFrom("inference", setupFor(few)), b = kernelFrom("inference", setupFor(many));
    ASSERT_TRUE(a.ok()) << a.error().text();
    ASSERT_TRUE(b.ok());
    std::vector<std::uint64_t> counts;
    const std::vector<ItemAnswer> first = runSerially(**a, *few, &counts), second = runSerially(**b, *many);
    ASSERT_EQ(first.size(), 40u);
    for (std::uint32_t i = 0; i < 40; ++i) EXPECT_EQ(first[i].item, i);
    EXPECT_EQ(first, second);
    std::vector<std::uint64_t> expected(10, 0);
    for (const ItemAnswer& answer : first) ++expected[static_cast<std::size_t>(answer.label)];
    EXPECT_EQ(counts, expected) << "what the reduce task counted";
    EXPECT_EQ((*a)->labelNames().size(), 10u);
}

TEST(Inference, WorkersSideBySideGiveTheSameAnswers) {
    const auto graph = inferenceGraph(24, 4);
    const auto kernel = kernelFrom("inference", setupFor(graph));
    ASSERT_TRUE(kernel.ok());
    const std::vector<ItemAnswer> alone = runSerially(**kernel, *graph);
    std::vector<std::vector<ItemAnswer>> found(3);
    std::vector<std::thread> threads;
    for (auto& answers : found) threads.emplace_back([&] { answers = runSerially(**kernel, *graph); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& answers : found) EXPECT_EQ(answers, alone);
}

TEST(Inference, RepeatChangesNoAnswer) {
    const auto graph = inferenceGraph(5, 1);
    const auto once = kernelFrom("inference", setupFor(graph)), thrice = kernelFrom("inference[repeat=3]", setupFor(graph));
    ASSERT_TRUE(once.ok() && thrice.ok());
    EXPECT_EQ(runSerially(**once, *graph), runSerially(**thrice, *graph));
}

TEST(Inference, AWorkloadWithoutItemsClassifiesOneImageATask) {
    GraphBuilder builder;
    for (const char* name : {"a1", "b1", "c1"}) builder.addTask({name, "", 1, {}, 1, 0, "", 0, 0});
    const auto graph = std::make_shared<const TaskGraph>(std::move(*builder.build()));
    const auto kernel = kernelFrom("inference", setupFor(graph));
    ASSERT_TRUE(kernel.ok());
    EXPECT_EQ(runSerially(**kernel, *graph).size(), 3u);
}

TEST(Inference, RefusesItemNumbersBeyondReason) {
    GraphBuilder builder;
    builder.addTask({"infer1", "infer", 1, {}, 1, 0, "", 4'000'000'000u, 4'000'000'000u});
    const auto graph = std::make_shared<const TaskGraph>(std::move(*builder.build()));
    EXPECT_FALSE(kernelFrom("inference", setupFor(graph)).ok());
}

TEST(Inference, ACancelledTaskGivesNothing) {
    const auto graph = inferenceGraph(4, 1);
    const auto kernel = kernelFrom("inference", setupFor(graph));
    ASSERT_TRUE(kernel.ok());
    const std::atomic<bool> cancelled{true};
    EXPECT_TRUE((*kernel)->makeWorker()->run(*graph->find("infer0"), cancelled).answers.empty());
}

// A task of an hour ends as soon as it is cancelled; the test would run into its time limit otherwise.
TEST(BusyKernels, CancelReturnsEarly) {
    for (const char* text : {"spin[limit=0]", "matrix[limit=0]"}) {
        const auto graph = inferenceGraph(1, 1, 3600e9);
        const auto kernel = kernelFrom(text, setupFor(graph));
        ASSERT_TRUE(kernel.ok());
        std::atomic<bool> cancelled{false};
        std::thread worker([&] { (*kernel)->makeWorker()->run(TaskId(0), cancelled); });
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        cancelled = true;
        worker.join();
    }
}

TEST(BusyKernels, SpinUsesTheStatedProcessorTime) {
    const auto graph = inferenceGraph(1, 1, 20e6);
    const auto kernel = kernelFrom("spin", setupFor(graph));
    ASSERT_TRUE(kernel.ok());
    const std::atomic<bool> cancelled{false};
    const std::clock_t before = std::clock();
    (*kernel)->makeWorker()->run(TaskId(0), cancelled);
    EXPECT_GE(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 0.0195);
}

TEST(BusyKernels, LongWorkloadsShrinkAlike) {
    const auto graph = inferenceGraph(1, 1, 100e9);  // three tasks of 100 s
    const BusyScale scale = busyScale(*graph, 1e9, 10);
    ASSERT_EQ(scale.seconds.size(), 3u);
    EXPECT_NEAR(scale.factor, 1.0 / 30, 1e-12);
    EXPECT_NEAR(scale.seconds[0], 10.0 / 3, 1e-9);
    EXPECT_EQ(busyScale(*graph, 1e9, 0).seconds[0], 100);
    EXPECT_EQ(busyScale(*graph, 100e9, 0).seconds[0], 1);
}

TEST(AlignedNew, LargeBlocksStartOnACacheLine) {
    if (!alignedNewActive()) GTEST_SKIP() << "a sanitizer brings its own allocator";
    for (const std::size_t size : {1024u, 1025u, 5000u, 100'000u}) {
        std::vector<std::unique_ptr<char[]>> blocks;
        for (int i = 0; i < 8; ++i) {
            blocks.push_back(std::make_unique<char[]>(size));
            EXPECT_EQ(reinterpret_cast<std::uintptr_t>(blocks.back().get()) % 64, 0u) << size;
        }
    }
}

}  // namespace
}  // namespace loom
