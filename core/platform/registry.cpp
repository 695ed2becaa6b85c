// The table of platform builders. To add one: a file in builders/, a declaration in builders/builder.h, a row here.
#include "core/platform/builders/builder.h"

namespace loom {

namespace {

const std::vector<PlatformBuilder>& builders() {
    static const std::vector<PlatformBuilder> table{
        starBuilder(),    twoTierBuilder(), fullBuilder(),      clusterBuilder(),  leafSpineBuilder(), fatTreeBuilder(),
        torusBuilder(),   dragonflyBuilder(), dumbbellBuilder(), wanBuilder(),     edgeBuilder(),
    };
    return table;
}

}  // namespace

const std::vector<RegistryEntry>& platformRegistry() {
    static const std::vector<RegistryEntry> table = [] {
        std::vector<RegistryEntry> entries;
        for (const PlatformBuilder& builder : builders()) entries.push_back(builder.entry);
        return entries;
    }();
    return table;
}

Result<Platform> buildPlatform(const Spec& spec, std::uint64_t seed) {
    const Result<const RegistryEntry*> entry = findEntry(platformRegistry(), spec.name, "platform");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    const auto index = static_cast<std::size_t>(*entry - platformRegistry().data());
    return builders()[index].build(*params, seed, spec.text());
}

}  // namespace loom
