// Words and numbers of the scenario format that reader, writer and forms share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace loom {

inline constexpr std::uint64_t kScenarioVersion = 1;

// fetchAhead false, true.
const std::vector<std::string>& fetchWords();
const std::vector<std::string>& diskInputWords();     // platform, disk
const std::vector<std::string>& diskTransferWords();  // in the order of DiskTransfers

}  // namespace loom
