// What the builders share: definitions of common parameters, and the nodes made of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/platform/builders/builder.h"
#include "core/platform/zones/cluster_links.h"

namespace loom {

using ParamDefs = std::vector<ParamDef>;
ParamDefs operator+(ParamDefs a, const ParamDefs& b);

ParamDef wholeParam(std::string name, std::string value, std::string help, double low, double high);
ParamDef numberParam(std::string name, std::string value, std::string help, double low, double high);
ParamDef textParam(std::string name, std::string value, std::string help);
ParamDef choiceParam(std::string name, std::string value, std::string help, std::vector<std::string> choices);
ParamDef bandwidthParam(std::string name, std::string value, std::string help, double low = 1e-6);
ParamDef latencyParam(std::string name, std::string value, std::string help);
ParamDef speedParam(std::string name, std::string value, std::string help);

enum class StorageNode : bool { none, offered };  // whether a shape has a place to hang one on
// Cores, speeds and how they vary, memory, accelerators.
ParamDefs nodeParams(StorageNode storage);
// bandwidth and latency of a node's link.
ParamDefs portParams();
// sharing, loopback and limiter of every cable and node.
ParamDefs linkParams();

// The values behind a list separated by ';'; empty for an empty text. Errors name the parameter.
Result<std::vector<double>> quantityList(const Params& params, const std::string& name, Dimension dimension, double low,
                                         double high);
// The speed of node `node` around `speed`, as heterogeneity and spread say.
double variedSpeed(const Params& params, std::uint64_t seed, std::size_t node, double speed);
// Computing nodes n0, n1, ... and, if wished and offered, the storage node behind them.
Result<std::vector<NodeInfo>> makeNodes(const Params& params, std::size_t count, std::uint64_t seed,
                                        StorageNode storage = StorageNode::offered);
NodeId storageNode(const Params& params, const std::vector<NodeInfo>& nodes);
PortInfo nodePort(const Params& params);
double storageBandwidth(const Params& params);  // of the storage node's link
std::vector<PortInfo> makePorts(const Params& params, std::size_t count);
ClusterLinks clusterLinks(const Params& params);

// Computing nodes in the draft of a regular shape.
Result<ClusterHosts> addClusterHosts(PlatformDraft& draft, const Params& params, std::uint64_t count, std::uint64_t seed);

}  // namespace loom
