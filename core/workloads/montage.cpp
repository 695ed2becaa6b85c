#include <algorithm>
#include <cmath>

#include "core/base/rng.h"
#include "core/workloads/generator.h"

namespace loom {
namespace {

// Mean runtimes on one core, s: Juve et al. 2013, table of the Montage profile (2102 images, 6172 overlaps). What one
// task does for the whole mosaic grows with the number of images or overlaps.
constexpr double kProject = 1.73, kDiffFit = 0.66, kBackground = 1.72, kJpeg = 0.64;
constexpr double kConcatFitPerOverlap = 143.26 / 6172, kBgModelPerImage = 384.49 / 2102;
constexpr double kImgtblPerImage = 2.78 * 17 / 2102, kAddPerImage = 282.37 * 17 / 2102, kShrinkPerImage = 66.10 * 16 / 2102;

constexpr double kTableRow = 300;  // bytes of a text line about an image or an overlap
constexpr double kHeader = 304;    // bytes of the region's header file

class Mosaic {
public:
    Mosaic(const Params& params, std::uint64_t seed)
        : images_(static_cast<std::uint32_t>(params.integer("images"))),
          columns_(static_cast<std::uint32_t>(std::ceil(std::sqrt(static_cast<double>(images_))))),
          imageBytes_(params.number("image")),
          flopPerSecond_(params.number("second")),
          spread_(params.number("spread")),
          seed_(seed) {}

    Result<TaskGraph> build() {
        region_ = builder_.addData("region.hdr", kHeader);
        project();
        fitOverlaps();
        correct();
        assemble();
        return builder_.build();
    }

private:
    TaskId task(const std::string& name, const char* kind, double seconds) {
        // Keyed by the number of the task, so that one image more leaves the draws before it as they were.
        RandomStream random(seed_, Purpose::workload, builder_.taskCount());
        const double factor = spread_ > 0 ? random.uniform(1 - spread_, 1 + spread_) : 1;
        return addTask(builder_, name, kind, std::round(seconds * factor * flopPerSecond_));
    }
    DataId output(TaskId producer, const std::string& name, double bytes) { return builder_.addData(name, bytes, producer); }

    void project() {
        for (std::uint32_t i = 0; i < images_; ++i) {
            const std::string number = std::to_string(i);
            const TaskId id = task("mProject_" + number, "mProject", kProject);
            builder_.addInput(id, builder_.addData("raw_" + number + ".fits", imageBytes_));
            builder_.addInput(id, region_);
            projected_.push_back(output(id, "projected_" + number + ".fits", 2 * imageBytes_));
            areas_.push_back(output(id, "area_" + number + ".fits", 2 * imageBytes_));
        }
    }

    // The images lie on a grid row by row; each overlaps its neighbours, diagonal ones included.
    void fitOverlaps() {
        for (std::uint32_t i = 0; i < images_; ++i) {
            const std::uint32_t column = i % columns_;
            if (column + 1 < columns_) fit(i, i + 1);
            if (column > 0) fit(i, i + columns_ - 1);
            fit(i, i + columns_);
            if (column + 1 < columns_) fit(i, i + columns_ + 1);
        }
    }
    void fit(std::uint32_t a, std::uint32_t b) {
        if (b >= images_) return;
        const std::string pair = std::to_string(a) + "_" + std::to_string(b);
        const TaskId id = task("mDiffFit_" + pair, "mDiffFit", kDiffFit);
        for (DataId data : {projected_[a], areas_[a], projected_[b], areas_[b], region_}) builder_.addInput(id, data);
        fits_.push_back(output(id, "fit_" + pair + ".txt", kTableRow));
    }

    void correct() {
        const double overlaps = static_cast<double>(fits_.size());
        const TaskId concat = task("mConcatFit", "mConcatFit", kConcatFitPerOverlap * overlaps);
        for (DataId data : fits_) builder_.addInput(concat, data);
        const TaskId model = task("mBgModel", "mBgModel", kBgModelPerImage * images_);
        builder_.addInput(model, output(concat, "fits.tbl", kTableRow * overlaps));
        const DataId corrections = output(model, "corrections.tbl", kTableRow * images_);
        for (std::uint32_t i = 0; i < images_; ++i) {
            const std::string number = std::to_string(i);
            const TaskId id = task("mBackground_" + number, "mBackground", kBackground);
            for (DataId data : {projected_[i], areas_[i], corrections}) builder_.addInput(id, data);
            corrected_.push_back(output(id, "corrected_" + number + ".fits", 2 * imageBytes_));
        }
    }

    void assemble() {
        const TaskId table = task("mImgtbl", "mImgtbl", kImgtblPerImage * images_);
        for (DataId data : corrected_) builder_.addInput(table, data);
        const TaskId add = task("mAdd", "mAdd", kAddPerImage * images_);
        for (DataId data : corrected_) builder_.addInput(add, data);
        builder_.addInput(add, region_);
        builder_.addInput(add, output(table, "images.tbl", kTableRow * images_));
        const TaskId shrink = task("mShrink", "mShrink", kShrinkPerImage * images_);
        builder_.addInput(shrink, output(add, "mosaic.fits", imageBytes_ * images_));
        const TaskId picture = task("mJPEG", "mJPEG", kJpeg);
        builder_.addInput(picture, output(shrink, "shrunk.fits", imageBytes_));
        output(picture, "mosaic.jpg", imageBytes_ / 10);
    }

    GraphBuilder builder_;
    std::uint32_t images_, columns_;
    double imageBytes_, flopPerSecond_, spread_;
    std::uint64_t seed_;
    DataId region_;
    std::vector<DataId> projected_, areas_, fits_, corrected_;
};

Result<TaskGraph> build(const Params& params, std::uint64_t seed) {
    const double images = params.number("images");
    if (const Status fits = withinLimits(6 * images + 6, 16 * images + 6); !fits) return fits.error();
    return Mosaic(params, seed).build();
}

}  // namespace

Generator montageGenerator() {
    return {{"montage",
             "A sky mosaic: project the images, fit every overlap, model and correct the background, add up",
             "Juve et al., Characterizing and profiling scientific workflows, FGCS 29 (2013)",
             {integerParam("images", "20", 1, 600000, "images on a near-square grid, each overlapping up to 8 others"),
              bytesParam("image", "4 MB", "bytes of one raw image; a projected one has twice as many"),
              workParam("second", "1 Gflop", "work of what takes one second in the published profile, flop"),
              numberParam("spread", "0.1", 0, 0.9, "work varies uniformly by this share up and down")}},
            build};
}

}  // namespace loom
