// Writes the task graphs on which Clusterloom and SimGrid must agree into a folder and lists the cases, a line each:
// network platform workload tasks seed file. For accuracy.sh.
#include "tests/support/simgrid_cases.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: simgrid_cases FOLDER\n");
        return 2;
    }
    for (const loom::test::SimGridCase& run : loom::test::simGridCases()) {
        const std::string name = run.workload + "-" + std::to_string(run.tasks) + "-" + std::to_string(run.seed) + ".txt";
        const std::filesystem::path path = std::filesystem::path(argv[1]) / name;
        if (!std::filesystem::exists(path)) {
            std::ofstream out(path, std::ios::binary);
            out << loom::test::taskList(run.workload, run.tasks, run.seed);
            if (!out.flush()) {
                std::fprintf(stderr, "error: %s: cannot be written\n", path.c_str());
                return 1;
            }
        }
        std::printf("%s %s %s %u %llu %s\n", run.network.c_str(), run.platform.c_str(), run.workload.c_str(), run.tasks,
                    static_cast<unsigned long long>(run.seed), name.c_str());
    }
    return 0;
}
