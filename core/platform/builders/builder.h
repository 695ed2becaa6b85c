// One row of the platform registry: what a builder is called, its parameters, and what makes the platform.
#pragma once

#include "core/base/spec.h"
#include "core/platform/platform_draft.h"
#include "core/platform/zones/zones.h"

namespace loom {

struct PlatformBuilder {
    RegistryEntry entry;
    // `description` is the text form; errors name the parameter.
    Result<Platform> (*build)(const Params& params, std::uint64_t seed, std::string description);
};

// Each in a file of its own; registry.cpp lists them.
PlatformBuilder starBuilder();
PlatformBuilder twoTierBuilder();
PlatformBuilder fullBuilder();
PlatformBuilder clusterBuilder();
PlatformBuilder leafSpineBuilder();
PlatformBuilder fatTreeBuilder();
PlatformBuilder torusBuilder();
PlatformBuilder dragonflyBuilder();
PlatformBuilder dumbbellBuilder();
PlatformBuilder wanBuilder();
PlatformBuilder edgeBuilder();

}  // namespace loom
