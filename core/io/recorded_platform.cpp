#include "core/io/recorded_platform.h"

#include <cmath>

#include "core/io/case_tally.h"
#include "core/platform/topologies.h"

namespace loom {
namespace {

constexpr double kMostCores = 1e6;
constexpr PortInfo kUsualPort{10e9 / 8, 50e-6};  // as star[] has it

}  // namespace

Result<Platform> recordedPlatform(const RecordedRun* run) {
    if (run == nullptr || run->machines.empty()) return failure("a workload whose file names no machines cannot be a platform");
    if (run->machines.size() > kMostNodes) return failure("more than " + std::to_string(kMostNodes) + " machines");
    CaseTally coreless;
    std::vector<NodeInfo> nodes;
    for (const RecordedMachine& machine : run->machines) {
        const double cores = machine.cores.value_or(1);
        if (!machine.cores) coreless.add(machine.name);
        if (!(cores > 0 && cores <= kMostCores)) return failureAt(machine.name, "machine '" + machine.name + "': the core count is out of range");
        NodeInfo node;
        node.name = machine.name;
        node.cores = static_cast<std::uint32_t>(std::ceil(cores));
        node.speed = machine.speed.value_or(1e9);
        node.memory = machine.memory.value_or(0);
        nodes.push_back(std::move(node));
    }
    const std::vector<PortInfo> ports(nodes.size(), kUsualPort);
    const std::string description = std::to_string(nodes.size()) + (nodes.size() == 1 ? " recorded machine" : " recorded machines");
    Result<Platform> platform = starPlatform(std::move(nodes), ports, {}, NodeId::none(), description);
    if (!platform) return platform;
    std::vector<std::string> warnings{"the network of the recorded machines is not known: a star of 10 Gbps and 50 us stands in"};
    if (coreless.count() > 0) warnings.push_back(coreless.line("machine states no cores and has one", "machines state no cores and have one each"));
    platform->setWarnings(std::move(warnings));
    return platform;
}

}  // namespace loom
