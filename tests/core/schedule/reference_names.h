// The text forms of the algorithms of the reference files.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace loom::test {

inline const std::vector<std::pair<std::string, std::string>>& referenceNames() {
    static const std::vector<std::pair<std::string, std::string>> names = {
        {"HEFT", "heft"},
        {"HEFT_append", "heft[insertion=false]"},
        {"HEFT_meanbw", "heft[average=bandwidth]"},
        {"CPOP", "cpop"},
        {"PEFT", "peft"},
        {"PEFT_links", "peft[links=true]"},
        {"MinMin", "min-min"},
        {"MinMin_batch", "min-min[ready=batch]"},
        {"MaxMin", "max-min"},
        {"MaxMin_batch", "max-min[ready=batch]"},
        {"LookaheadHEFT", "lookahead-heft"},
        {"DLS", "dls"},
        {"ETF", "etf"},
        {"HLFET", "hlfet"},
        {"MCP", "mcp"},
        {"BIL", "bil"},
        {"SDBATS", "sdbats"},
        {"PETS", "pets"},
        {"HCPT", "hcpt"},
        {"Sufferage", "sufferage"},
        {"Sufferage_passes", "sufferage[mode=passes]"},
    };
    return names;
}

// Names only the worked examples record.
inline const std::vector<std::pair<std::string, std::string>>& exampleNames() {
    static const std::vector<std::pair<std::string, std::string>> names = {
        {"ISH", "ish"}, {"MCT", "mct"},      {"MET", "met"},
        {"OLB", "olb"}, {"ETF_list", "etf"}, {"Sufferage_one_at_a_time", "sufferage"},
    };
    return names;
}

}  // namespace loom::test
