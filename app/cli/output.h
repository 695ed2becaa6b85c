// What the command line prints: tables for people, JSON for programs, one line for errors.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/base/units.h"

namespace loom::cli {

inline constexpr int kDone = 0;
inline constexpr int kRunFailed = 1;
inline constexpr int kBadInput = 2;

// `error: FILE:PLACE: what is wrong` on standard error; returns `status`.
int reportError(const Error& error, int status = kBadInput);
void reportWarning(const std::string& text);
// One JSON object and a line end on standard output.
void printJson(const nlohmann::ordered_json& json);

// A table with a heading; columns are as wide as their widest cell, numbers right-aligned.
class Table {
public:
    explicit Table(std::vector<std::string> heading);
    void add(std::vector<std::string> cells);
    void print() const;

private:
    std::vector<std::vector<std::string>> rows_;
};

// Seconds with a fitting unit for people ("12.35 s").
std::string seconds(double value);
// "+12.3 %" of `value` against `base`; "-" when base is 0.
std::string percentDifference(double value, double base);

}  // namespace loom::cli
