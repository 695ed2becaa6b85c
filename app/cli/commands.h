// The commands behind `clusterloom`; each returns the process's exit status (contract 7.2).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/input.h"

namespace loom::cli {

// What is kept of one run besides what is printed; empty = nothing.
struct KeptFiles {
    std::string traceFile;    // Chrome trace
    std::string saveFile;     // saved run (.loom)
    std::string reportFile;   // HTML
    std::string language = "en";  // of the report: en or zh
    std::string command;      // as typed
    [[nodiscard]] bool any() const { return !traceFile.empty() || !saveFile.empty() || !reportFile.empty(); }
};
struct RunOptions {
    std::string input;
    Overrides overrides;
    bool json = false;
    KeptFiles kept;
    std::string record = "full";  // or tasks, none
};
struct SweepOptions {
    std::string input;
    Overrides overrides;
    std::vector<std::string> vary;  // PATH=VALUES; see sim/sweep/axis.h
    std::string schedulers;         // comma-separated text forms; empty = the scenario's
    std::string networks;           // the same, or "all"
    unsigned repeat = 1;            // seeds seed .. seed + repeat - 1
    unsigned jobs = 0;              // threads; 0 = one a core
    bool json = false;
    bool csv = false;
};
struct CompareOptions {
    std::vector<std::string> inputs;
    Overrides overrides;
    std::string schedulers;  // comma-separated text forms, or "all"
    std::string platforms;   // comma-separated; empty = each input's own
    std::string networks;    // comma-separated, or "all"; empty = each input's own
    unsigned repeat = 1;     // seeds seed .. seed + repeat - 1 of every case
    unsigned jobs = 0;       // threads; 0 = one a core
    bool json = false;
    bool csv = false;
};
struct ExplainOptions {
    std::string input;
    Overrides overrides;
    std::string task;
    bool json = false;
};
struct DivergeOptions {
    std::string input;
    Overrides overrides;
    std::array<std::string, 2> schedulers;  // text forms
    bool json = false;
};
struct TiesOptions {
    std::string input;
    Overrides overrides;
    std::uint32_t orders = 200;
    bool json = false;
};
struct AdversaryOptions {
    std::string loser, winner;  // text forms of schedulers
    std::string tasks = "3..6", nodes = "2..4", work = "1..20", bytes = "1..20", speed = "0.5..2", bandwidth = "0.2..5";
    std::string network = "unshared";
    std::uint64_t evaluations = 5000;
    unsigned restarts = 5;
    std::uint64_t seed = 1;
    std::string outFile;  // scenario; empty = none
    bool json = false;
};
struct RealOptions {
    std::string input;
    Overrides overrides;
    bool json = false;
    unsigned workers = 0;
    std::string kernel;
    std::string images;
    bool answers = false;    // print every item's answer
    KeptFiles kept;
};
struct ConvertOptions {
    std::string input, output;
    std::string format;           // of exporters(); empty = by the output's extension
    std::string table;            // of a run, for CSV; empty = all of them, into a folder
    std::string language = "en";  // of the HTML report: en or zh
    std::string command;          // as typed
    bool json = false;
};
struct ReplayOptions {
    std::string input;       // saved run
    std::string at;          // a time with or without unit; empty = only the whole run
    bool check = false;      // judge the records
    bool json = false;
};
struct RouteOptions {
    std::string platform, from, to;
    double bytes = 0;
    std::string network = "unshared";
    bool json = false;
};

int info(const std::string& path, const std::vector<std::string>& assume, bool json);
int run(const RunOptions& options);
int runAllNetworks(RunOptions options);  // run with --network all
int schedule(const RunOptions& options);
int sweep(SweepOptions options);
int compare(const CompareOptions& options);
int explain(const ExplainOptions& options);
int diverge(const DivergeOptions& options);
int ties(const TiesOptions& options);
int adversary(const AdversaryOptions& options);
int real(const RealOptions& options);
int replay(const ReplayOptions& options);
int laws(const RunOptions& options);
int answers(const RunOptions& options);
int route(const RouteOptions& options);
int validate(const std::vector<std::string>& paths, bool json);
int convert(const ConvertOptions& options);
std::string formatsHelp();  // every format convert writes, a line each
int generate(const std::string& workload, const std::string& output, std::uint64_t seed);
// One of schedulers, workloads, platforms, kernels, networks, compute, protocols.
int registry(const std::string& which, bool json);

}  // namespace loom::cli
