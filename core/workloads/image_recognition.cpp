#include "core/workloads/generator.h"

namespace loom {
namespace {

struct Partition {
    std::uint32_t first, count;
};

// Contiguous, covering 0 .. images - 1 exactly once; sizes differ by at most one.
Partition partitionOf(std::int64_t images, std::int64_t partitions, std::int64_t index) {
    const std::int64_t first = images * index / partitions;
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(images * (index + 1) / partitions - first)};
}

TaskId addPart(GraphBuilder& builder, const char* kind, std::int64_t index, Partition part, double workPerImage) {
    TaskAttributes task;
    task.name = std::string(kind) + "_" + std::to_string(index);
    task.kind = kind;
    task.work = workPerImage * part.count;
    task.firstItem = part.first;
    task.itemCount = part.count;
    return builder.addTask(std::move(task));
}

Result<TaskGraph> build(const Params& params, std::uint64_t) {
    const std::int64_t images = params.integer("images");
    const std::int64_t partitions = params.integer("partitions");
    if (partitions > images)
        return failure("partitions (" + std::to_string(partitions) + ") exceeds images (" + std::to_string(images) + ")");
    if (const Status fits = withinLimits(2 * static_cast<double>(partitions) + 1, 2 * static_cast<double>(partitions)); !fits)
        return fits.error();

    GraphBuilder builder;
    std::vector<TaskId> infers;
    for (std::int64_t p = 0; p < partitions; ++p) {
        const Partition part = partitionOf(images, partitions, p);
        const TaskId load = addPart(builder, "load", p, part, params.number("load-work"));
        const TaskId infer = addPart(builder, "infer", p, part, params.number("work"));
        builder.addInput(load, builder.addData("images_" + std::to_string(p), params.number("image") * part.count));
        builder.addEdge(load, infer, params.number("tensor") * part.count);
        infers.push_back(infer);
    }
    const TaskId reduce = addTask(builder, "reduce", "reduce", params.number("reduce-work") * static_cast<double>(images));
    for (std::size_t p = 0; p < infers.size(); ++p) {
        const Partition part = partitionOf(images, partitions, static_cast<std::int64_t>(p));
        builder.addEdge(infers[p], reduce, params.number("result") * part.count);
    }
    return builder.build();
}

}  // namespace

// The defaults are ResNet-18 on photographs: 1.82 GMAC an image, 3 x 224 x 224 floats in, 1000 floats out (He et al.,
// Deep residual learning for image recognition, CVPR 2016).
Generator imageRecognitionGenerator() {
    return {{"image-recognition",
             "An image set in partitions: load each, infer each, gather the results and reduce them",
             "He et al., Deep residual learning for image recognition, CVPR 2016 (ResNet-18)",
             {integerParam("images", "256", 1, 16e6, "number of images"),
              integerParam("partitions", "16", 1, kMostTasks, "partitions the images are split into"),
              workParam("work", "3.64 Gflop", "work to recognise one image, flop"),
              workParam("load-work", "50 Mflop", "work to decode and resize one image, flop"),
              workParam("reduce-work", "10 kflop", "work to reduce the result of one image, flop"),
              bytesParam("image", "110 kB", "bytes of one stored image"),
              bytesParam("tensor", "602112", "bytes of one prepared image"),
              bytesParam("result", "4 kB", "bytes of the result for one image")}},
            build};
}

}  // namespace loom
