#include <cmath>

#include "core/workloads/generator.h"

namespace loom {
namespace {

std::string call(const char* kernel, std::int64_t a, std::int64_t b = -1, std::int64_t c = -1) {
    std::string text = std::string(kernel) + "(" + std::to_string(a);
    if (b >= 0) text += "," + std::to_string(b);
    if (c >= 0) text += "," + std::to_string(c);
    return text + ")";
}

// The tiles of the lower half of the matrix, each as the data object of its latest version.
class TiledMatrix {
public:
    TiledMatrix(GraphBuilder& builder, std::int64_t tiles, double tileSide, double elementBytes)
        : builder_(builder), cube_(tileSide * tileSide * tileSide), bytes_(tileSide * tileSide * elementBytes) {
        for (std::int64_t row = 0; row < tiles; ++row) {
            for (std::int64_t column = 0; column <= row; ++column)
                latest_.push_back(builder.addData(call("A", row, column), bytes_));
        }
    }

    // Adds a task of `cubes` * side^3 flop that reads `others` and replaces tile (row, column).
    void update(const char* kernel, const std::string& name, double cubes, std::int64_t row, std::int64_t column,
                std::initializer_list<std::pair<std::int64_t, std::int64_t>> others) {
        const TaskId task = addTask(builder_, name, kernel, std::round(cubes * cube_));
        for (const auto& [r, c] : others) builder_.addInput(task, at(r, c));
        builder_.addInput(task, at(row, column));
        at(row, column) = builder_.addData(name, bytes_, task);
    }

private:
    DataId& at(std::int64_t row, std::int64_t column) { return latest_[static_cast<std::size_t>(row * (row + 1) / 2 + column)]; }

    GraphBuilder& builder_;
    double cube_, bytes_;
    std::vector<DataId> latest_;
};

Result<TaskGraph> build(const Params& params, std::uint64_t) {
    const std::int64_t tiles = params.integer("tiles");
    const auto n = static_cast<double>(tiles);
    if (const Status fits = withinLimits(n * (n + 1) * (n + 2) / 6, n * (n + 1) * (n + 2) / 2); !fits) return fits.error();

    GraphBuilder builder;
    TiledMatrix matrix(builder, tiles, params.number("tile"), params.number("element"));
    for (std::int64_t k = 0; k < tiles; ++k) {
        matrix.update("POTRF", call("POTRF", k), 1.0 / 3.0, k, k, {});
        for (std::int64_t i = k + 1; i < tiles; ++i) matrix.update("TRSM", call("TRSM", i, k), 1, i, k, {{k, k}});
        for (std::int64_t i = k + 1; i < tiles; ++i) {
            for (std::int64_t j = k + 1; j < i; ++j) matrix.update("GEMM", call("GEMM", i, j, k), 2, i, j, {{i, k}, {j, k}});
            matrix.update("SYRK", call("SYRK", i, k), 1, i, i, {{i, k}});
        }
    }
    return builder.build();
}

}  // namespace

// Flop counts are the leading terms of LAPACK Working Note 41, appendix C, for square tiles.
Generator choleskyGenerator() {
    return {{"cholesky",
             "Tiled Cholesky factorisation, right-looking: POTRF, TRSM, SYRK and GEMM on tiles",
             "Buttari et al., A class of parallel tiled linear algebra algorithms, Parallel Computing 35 (2009)",
             {integerParam("tiles", "10", 1, 280, "tiles along a side of the matrix"),
              integerParam("tile", "960", 1, 100000, "rows and columns of a tile"),
              integerParam("element", "8", 1, 64, "bytes of a matrix element")}},
            build};
}

}  // namespace loom
