// clusterloom: formula, simulation and real run of one scenario, without a screen.
#include <algorithm>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "core/base/nearest.h"

namespace {

using namespace loom::cli;

// What was typed, for reports that say how to make a run again.
std::string typed;

std::string commandLine(int argc, char** argv) {
    std::string line = "clusterloom";
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool plain = !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                                                   "_-./=:,+@%") == std::string::npos;
        std::string quoted = "'";
        for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
        line += " " + (plain ? word : quoted + "'");
    }
    return line;
}

void addAssume(CLI::App& command, std::vector<std::string>& assume) {
    command.add_option("--assume", assume, "what stands in for what a workload's file leaves out: runtime=10s|mean|median, size=1MB, cores=4; "
                       "sizeFactor=1000 multiplies the sizes it states")
        ->take_all()->allow_extra_args(false);
}

// Everything of a scenario but its scheduler.
void addConditions(CLI::App& command, Overrides& overrides) {
    command.add_option("--platform", overrides.platform, "platform file or text form, e.g. star[nodes=16,bandwidth=10Gbps]");
    command.add_option("--network", overrides.network, "unshared, fair-share, max-min[tcp=none|cm02|lv08] ... (see 'clusterloom networks'); run, compare and sweep also take 'all'");
    command.add_option("--compute", overrides.compute, "slots or sharing[degree=4]; see 'clusterloom compute'");
    command.add_option("--seed", overrides.seed, "seed of every random stream");
    addAssume(command, overrides.assume);
}

void addOverrides(CLI::App& command, Overrides& overrides) {
    command.add_option("--scheduler", overrides.scheduler, "scheduler, e.g. heft[insertion=false]; see 'clusterloom schedulers'");
    addConditions(command, overrides);
}

void addKeptFiles(CLI::App& command, KeptFiles& kept) {
    command.add_option("--trace", kept.traceFile, "write a Chrome/Perfetto trace");
    command.add_option("--save", kept.saveFile, "save the run (.loom); see 'clusterloom replay' and 'clusterloom convert'");
    command.add_option("--report", kept.reportFile, "write a self-contained HTML report");
    command.add_option("--language", kept.language, "of the report")->check(CLI::IsMember({"en", "zh"}))->capture_default_str();
    kept.command = typed;
}

void addRunCommands(CLI::App& app, int& status) {
    static RunOptions runOptions, scheduleOptions, lawsOptions, answersOptions;
    CLI::App* runCommand = app.add_subcommand("run", "Simulate a scenario or a workload file");
    runCommand->add_option("INPUT", runOptions.input, "scenario or workload file")->required();
    addOverrides(*runCommand, runOptions.overrides);
    addKeptFiles(*runCommand, runOptions.kept);
    runCommand->add_option("--record", runOptions.record, "full, tasks (without data and transfers) or none (totals alone)")
        ->check(CLI::IsMember({"full", "tasks", "none"}));
    runCommand->footer(
        "Examples:\n  clusterloom run WORKFLOW.json --platform 'star[nodes=16,bandwidth=10Gbps]' --scheduler min-min --json\n"
        "  clusterloom run SCENARIO --network all\n  clusterloom run SCENARIO --save run.loom && clusterloom replay run.loom --at '25 s'");
    runCommand->add_flag("--json", runOptions.json, "one JSON object");
    runCommand->callback([&status] { status = run(runOptions); });

    CLI::App* scheduleCommand = app.add_subcommand("schedule", "Print a static scheduler's plan without simulating");
    scheduleCommand->add_option("INPUT", scheduleOptions.input, "scenario or workload file")->required();
    addOverrides(*scheduleCommand, scheduleOptions.overrides);
    scheduleCommand->add_flag("--json", scheduleOptions.json, "one JSON object");
    scheduleCommand->callback([&status] { status = schedule(scheduleOptions); });

    CLI::App* lawsCommand = app.add_subcommand("laws", "Evaluate the closed forms on a scenario");
    lawsCommand->add_option("INPUT", lawsOptions.input, "scenario or workload file")->required();
    addOverrides(*lawsCommand, lawsOptions.overrides);
    lawsCommand->add_flag("--json", lawsOptions.json, "one JSON object");
    lawsCommand->callback([&status] { status = laws(lawsOptions); });

    CLI::App* answersCommand = app.add_subcommand("answers", "Formula, simulation and real run in one table");
    answersCommand->add_option("INPUT", answersOptions.input, "scenario or workload file")->required();
    addOverrides(*answersCommand, answersOptions.overrides);
    answersCommand->callback([&status] { status = answers(answersOptions); });
}

template <class Options>
void addGridOptions(CLI::App& command, Options& options) {
    addOverrides(command, options.overrides);
    command.add_option("--schedulers", options.schedulers, "comma-separated schedulers");
    command.add_option("--networks", options.networks, "comma-separated network models, or 'all'");
    command.add_option("--repeat", options.repeat, "seeds per point, for a 95 % interval")->check(CLI::Range(1, 100000));
    command.add_option("--jobs", options.jobs, "threads (default: one a core); results are the same for any number")->check(CLI::Range(1, 1024));
    command.add_flag("--json", options.json, "one JSON object");
    command.add_flag("--csv", options.csv, "comma-separated values with a heading");
}

void addSweepCommands(CLI::App& app, int& status) {
    static CompareOptions compareOptions;
    static SweepOptions sweepOptions;
    compareOptions.schedulers = "fifo,round-robin,min-min,heft,peft";
    CLI::App* compareCommand = app.add_subcommand("compare", "Run scenarios under several schedulers and say who wins");
    compareCommand->add_option("INPUT", compareOptions.inputs, "scenario or workload files")->required();
    addGridOptions(*compareCommand, compareOptions);
    compareCommand->get_option("--schedulers")->capture_default_str();
    compareCommand->add_option("--platforms", compareOptions.platforms, "comma-separated platforms; every input runs on each");
    compareCommand->footer(
        "All schedulers of a case run under the same random numbers. Several cases (inputs, platforms, networks, seeds) are\n"
        "summed up: mean ranks with the Nemenyi test, ratios to the best and to the lower bound, wins and paired differences\n"
        "with 95 % intervals, performance profiles. Seeds make cases of their own only where something is drawn from them.\nExamples:\n"
        "  clusterloom compare SCENARIO --schedulers 'fifo,heft[insertion=false]' --network all --repeat 10\n"
        "  clusterloom compare *.json --platforms 'star[nodes=8],two-tier' --schedulers all --csv");
    compareCommand->callback([&status] { status = compare(compareOptions); });

    CLI::App* sweepCommand = app.add_subcommand("sweep", "Run a grid of variations of one scenario on all cores");
    sweepCommand->add_option("INPUT", sweepOptions.input, "scenario or workload file")->required();
    addGridOptions(*sweepCommand, sweepOptions);
    sweepCommand->add_option("--vary", sweepOptions.vary, "PATH=a..b, PATH=a..b:step, PATH=a..b*factor or PATH=a,b,c; several make a grid")
        ->take_all()->allow_extra_args(false);
    sweepCommand->footer(
        "PATH names a key of the scenario file or a parameter of a text form in it, e.g. platform.nodes,\n"
        "platform.bandwidth, network.tcp, failures.random.0.mttf, retry.attempts, seed. Values may have units.\n"
        "Ctrl+C stops and prints the points that were run; the exit status is then 1.\nExamples:\n"
        "  clusterloom sweep SCENARIO --vary platform.nodes=2..64*2 --schedulers fifo,heft --csv\n"
        "  clusterloom sweep SCENARIO --vary platform.bandwidth=100Mbps,1Gbps,10Gbps --vary seed=1..20 --json");
    sweepCommand->callback([&status] { status = sweep(sweepOptions); });
}

void addDecisionCommands(CLI::App& app, int& status) {
    static ExplainOptions explainOptions;
    CLI::App* explainCommand = app.add_subcommand("explain", "Why a task was placed where it was: the nodes compared, and with what");
    explainCommand->add_option("INPUT", explainOptions.input, "scenario or workload file")->required();
    explainCommand->add_option("--task", explainOptions.task, "the task's name")->required();
    addOverrides(*explainCommand, explainOptions.overrides);
    explainCommand->add_flag("--json", explainOptions.json, "one JSON object");
    explainCommand->footer("Example:\n  clusterloom explain SCENARIO --task t7 --scheduler peft");
    explainCommand->callback([&status] { status = explain(explainOptions); });

    static DivergeOptions divergeOptions;
    CLI::App* divergeCommand = app.add_subcommand("diverge", "The first decision in which two schedulers differ, with what each compared");
    divergeCommand->add_option("INPUT", divergeOptions.input, "scenario or workload file")->required();
    divergeCommand->add_option("A", divergeOptions.schedulers[0], "a scheduler")->required();
    divergeCommand->add_option("B", divergeOptions.schedulers[1], "another")->required();
    addConditions(*divergeCommand, divergeOptions.overrides);
    divergeCommand->add_flag("--json", divergeOptions.json, "one JSON object");
    divergeCommand->footer("Example:\n  clusterloom diverge SCENARIO heft cpop");
    divergeCommand->callback([&status] { status = diverge(divergeOptions); });

    static TiesOptions tiesOptions;
    CLI::App* tiesCommand = app.add_subcommand("ties", "How much of a makespan hangs on the order of tasks and nodes alone");
    tiesCommand->add_option("INPUT", tiesOptions.input, "scenario or workload file")->required();
    tiesCommand->add_option("--orders", tiesOptions.orders, "random orders to run")->check(CLI::Range(1u, 1'000'000u))->capture_default_str();
    addOverrides(*tiesCommand, tiesOptions.overrides);
    tiesCommand->add_flag("--json", tiesOptions.json, "one JSON object");
    tiesCommand->footer("Schedulers give ties to the task and node of lowest index; this shuffles the indices.\n"
                        "Example:\n  clusterloom ties SCENARIO --scheduler etf --orders 1000");
    tiesCommand->callback([&status] { status = ties(tiesOptions); });
}

void addAdversaryCommand(CLI::App& app, int& status) {
    static AdversaryOptions options;
    CLI::App* command = app.add_subcommand("adversary", "Search for an instance on which scheduler A does worst against scheduler B");
    command->add_option("A", options.loser, "the scheduler that is to do badly")->required();
    command->add_option("B", options.winner, "the one it is compared with")->required();
    command->add_option("--tasks", options.tasks, "how many tasks, fewest..most")->capture_default_str();
    command->add_option("--nodes", options.nodes, "how many nodes")->capture_default_str();
    command->add_option("--work", options.work, "of a task, flop")->capture_default_str();
    command->add_option("--bytes", options.bytes, "of an edge")->capture_default_str();
    command->add_option("--speed", options.speed, "of a node, flop/s")->capture_default_str();
    command->add_option("--bandwidth", options.bandwidth, "between two nodes, B/s")->capture_default_str();
    command->add_option("--network", options.network, "network model; see 'clusterloom networks'")->capture_default_str();
    command->add_option("--evaluations", options.evaluations, "instances to try")->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))->capture_default_str();
    command->add_option("--restarts", options.restarts, "searches to share them out among")->check(CLI::Range(1u, 100'000u))->capture_default_str();
    command->add_option("--seed", options.seed, "seed of the search")->capture_default_str();
    command->add_option("--out", options.outFile, "write the worst instance as a scenario");
    command->add_flag("--json", options.json, "one JSON object");
    command->footer("Ctrl+C stops and gives the worst instance so far.\nExample:\n  clusterloom adversary heft cpop --evaluations 20000 --out hard.json");
    command->callback([&status] { status = adversary(options); });
}

void addRealCommand(CLI::App& app, int& status) {
    static RealOptions options;
    CLI::App* command = app.add_subcommand("real", "Run the scenario's kernel on worker threads of this machine");
    command->add_option("INPUT", options.input, "scenario or workload file")->required();
    addOverrides(*command, options.overrides);
    command->add_option("--workers", options.workers, "worker threads (default: what the scenario says)")->check(CLI::Range(1, 1024));
    command->add_option("--kernel", options.kernel, "spin, matrix or inference[...]; see 'clusterloom kernels'");
    command->add_option("--images", options.images, "folder of images for the inference kernel");
    command->add_flag("--answers", options.answers, "with --json: every item's answer");
    addKeptFiles(*command, options.kept);
    command->add_flag("--json", options.json, "one JSON object");
    command->callback([&status] { status = real(options); });
}

void addReplayCommand(CLI::App& app, int& status) {
    static ReplayOptions options;
    CLI::App* command = app.add_subcommand("replay", "Say what a saved run was, and its state at any time");
    command->add_option("FILE", options.input, "saved run (.loom)")->required();
    command->add_option("--at", options.at, "also the state at this time, e.g. 12.5 or '80 ms'");
    command->add_flag("--check", options.check, "look for what cannot have happened; status 1 if there is any");
    command->add_flag("--json", options.json, "one JSON object");
    command->callback([&status] { status = replay(options); });
}

void addFileCommands(CLI::App& app, int& status) {
    static std::string infoPath;
    static std::vector<std::string> infoAssume;
    static bool infoJson = false, validateJson = false;
    static std::vector<std::string> validatePaths;
    CLI::App* infoCommand = app.add_subcommand("info", "Say what a workload, platform or scenario holds");
    infoCommand->add_option("FILE", infoPath, "a file, or a platform's text form")->required();
    infoCommand->add_flag("--json", infoJson, "one JSON object");
    addAssume(*infoCommand, infoAssume);
    infoCommand->callback([&status] { status = info(infoPath, infoAssume, infoJson); });

    CLI::App* validateCommand = app.add_subcommand("validate", "Check scenario and workload files");
    validateCommand->add_option("FILE", validatePaths)->required();
    validateCommand->add_flag("--json", validateJson, "one JSON object");
    validateCommand->callback([&status] { status = validate(validatePaths, validateJson); });

    static std::string workload, output;
    static std::uint64_t seed = 1;
    CLI::App* generateCommand = app.add_subcommand("generate", "Write a generated workload as a scenario file, or as .txt, .dot or .graphml");
    generateCommand->add_option("WORKLOAD", workload, "e.g. cholesky[tiles=7]; see 'clusterloom workloads'")->required();
    generateCommand->add_option("OUT", output, "file to write")->required();
    generateCommand->add_option("--seed", seed, "seed of random generators");
    generateCommand->callback([&status] { status = generate(workload, output, seed); });
}

void addConvertCommand(CLI::App& app, int& status) {
    static ConvertOptions options;
    options.command = typed;
    CLI::App* command = app.add_subcommand("convert", "Write a workload, a platform or a saved run for other programs");
    command->add_option("IN", options.input, "workload, scenario, platform (file or text form) or saved run (.loom)")->required();
    command->add_option("OUT", options.output, "file to write; a folder for all CSV tables")->required();
    command->add_option("--to", options.format, "format; without it the extension of OUT says");
    command->add_option("--table", options.table, "the table of a saved run to write as CSV");
    command->add_option("--language", options.language, "of the HTML report")->check(CLI::IsMember({"en", "zh"}))->capture_default_str();
    command->add_flag("--json", options.json, "one JSON object");
    command->footer(formatsHelp() +
                    "\nWhat the target cannot carry and the input has is a warning. Files are written whole or not at all.\n"
                    "Examples:\n  clusterloom convert WORKFLOW.json workflow.dot\n  clusterloom convert run.loom run.html --language zh\n"
                    "  clusterloom convert run.loom tables --to csv\n  clusterloom convert 'fat-tree[k=4]' cluster.xml");
    command->callback([&status] { status = convert(options); });
}

void addRouteCommand(CLI::App& app, int& status) {
    static RouteOptions options;
    CLI::App* command = app.add_subcommand("route", "Show the route between two nodes");
    command->add_option("PLATFORM", options.platform, "text form or file")->required();
    command->add_option("SRC", options.from)->required();
    command->add_option("DST", options.to)->required();
    command->add_option("--bytes", options.bytes, "size of one transfer")->check(CLI::NonNegativeNumber);
    command->add_option("--network", options.network, "network model");
    command->add_flag("--json", options.json, "one JSON object");
    command->callback([&status] { status = route(options); });
}

void addRegistryCommands(CLI::App& app, int& status) {
    static bool json = false;
    for (const char* which : {"schedulers", "workloads", "platforms", "networks", "compute", "protocols", "kernels"}) {
        const std::string what = which == std::string("compute") ? "compute models" : which;
        CLI::App* command = app.add_subcommand(which, "List the " + what + " with their parameters");
        command->add_flag("--json", json, "one JSON object");
        command->callback([&status, which] { status = registry(which, json); });
    }
}

// "clusterloom COMMAND" once a command was recognised.
std::string nameOfCommand(const CLI::App& app) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    return chosen.empty() ? "clusterloom" : "clusterloom " + chosen.front()->get_name();
}

int parseAndRun(int argc, char** argv) {
    typed = commandLine(argc, argv);
    CLI::App app{"Clusterloom: one scenario, three answers (formula, simulation, real run)"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "clusterloom " LOOM_VERSION);
    int status = kDone;
    addRunCommands(app, status);
    addSweepCommands(app, status);
    addDecisionCommands(app, status);
    addAdversaryCommand(app, status);
    addRealCommand(app, status);
    addReplayCommand(app, status);
    addFileCommands(app, status);
    addConvertCommand(app, status);
    addRouteCommand(app, status);
    addRegistryCommands(app, status);
    std::vector<std::string> known;
    for (const CLI::App* command : app.get_subcommands({})) known.push_back(command->get_name());
    if (argc > 1 && argv[1][0] != '-' && std::find(known.begin(), known.end(), argv[1]) == known.end())
        return reportError(loom::failure(loom::unknownWord("command", argv[1], known)));
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& problem) {
        return reportError(loom::failure(std::string(problem.what()) + " (see '" + nameOfCommand(app) + " --help')"));
    }
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const int status = parseAndRun(argc, argv);
        if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
        return reportError(loom::failure("standard output: cannot be written"), kRunFailed);
    } catch (const std::exception& problem) {
        return reportError(loom::failure(std::string("out of resources or internal error: ") + problem.what()), kRunFailed);
    }
}
