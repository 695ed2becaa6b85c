// Long JSON texts that are lists of small objects, one object at a time and only the members asked for: memory follows what
// is wanted, not the file. Inside core/io only.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace loom {

struct JsonRecords {
    // How many brackets stand around a record: 0 = the text is one, 1 = an array of them, 2 = an object with such an array.
    int level = 1;
    std::string_view list;                // level 2: the array's key
    std::vector<std::string_view> keys;   // of members to keep, in records and in what they hold; sorted
    std::uint32_t depth = 64;             // nesting inside a record
    bool mayStop = false;                 // a text that ends too early is taken as far as it goes
};

// Calls `take` with each record until it fails. Errors of the text carry line:column. `stopped`, if given, tells whether the
// text ended too early.
Status eachRecord(std::string_view text, const JsonRecords& shape, const std::function<Status(const nlohmann::json&)>& take,
                  bool* stopped = nullptr);

// What the JSON library says is wrong, without its own numbers and its own place; short enough to read.
std::string jsonCause(std::string cause);

// A member, if the value is an object that has it with this type; else null, nothing, or empty.
const nlohmann::json* memberOf(const nlohmann::json& object, const char* key);
std::optional<double> numberOf(const nlohmann::json& object, const char* key);  // finite
std::string textOf(const nlohmann::json& object, const char* key);              // a number's digits, too: ids are either

// The key that comes first of those a text's first record has; empty if the text is no such list.
std::string_view firstKeyOfRecord(std::string_view text, const std::vector<std::string_view>& keys);

}  // namespace loom
