// The text form every registry shares: name[key=value,...]. One grammar for schedulers, platforms, workloads,
// kernels and network models; it serves the command line, the scenario file, the forms and the reports.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/base/units.h"

namespace loom {

// A name with arguments as written: `heft[average=pairs,insertion=false]`. Order of arguments is kept.
struct Spec {
    std::string name;
    std::vector<std::pair<std::string, std::string>> arguments;

    // The text form; parseSpec(text()) gives an equal Spec.
    [[nodiscard]] std::string text() const;
    // The argument's text, or nullptr.
    [[nodiscard]] const std::string* find(std::string_view key) const;
    // Sets or replaces one argument.
    void set(std::string_view key, std::string value);
    friend bool operator==(const Spec&, const Spec&) = default;
};

// Reads `name` or `name[k=v,...]`. Values may hold nested brackets and commas inside them: `f[x=g[a=1,b=2]]`.
// Refuses empty names, repeated keys, unbalanced brackets, and trailing text.
Result<Spec> parseSpec(std::string_view text);

enum class ParamType { integer, number, quantity, boolean, choice, text };

// One parameter of a registry entry; enough to check text, draw a form and print help.
struct ParamDef {
    std::string name;
    ParamType type = ParamType::number;
    std::string defaultValue;          // empty for a number or quantity: may be left unset (or empty)
    std::string help;                  // one sentence, with the unit
    double low = 0;                    // inclusive range for integer, number and quantity
    double high = 1e18;
    std::vector<std::string> choices;  // for choice
    Dimension dimension = Dimension::number;  // for quantity
};

// One row of a registry table.
struct RegistryEntry {
    std::string name;
    std::string description;  // one line
    std::string reference;    // paper or source; may be empty
    std::vector<ParamDef> params;
};

// Checked parameter values: every defined parameter is present, but for numbers without a default. Reading an undefined
// or unset one is a programming error.
class Params {
public:
    // False for a number or quantity without a default that was not given: another parameter decides.
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] double number(std::string_view name) const;  // number or quantity, SI base unit
    [[nodiscard]] bool boolean(std::string_view name) const;
    [[nodiscard]] const std::string& text(std::string_view name) const;  // choice or text

private:
    friend Result<Params> checkParams(const Spec&, const RegistryEntry&);
    [[nodiscard]] const std::string& raw(std::string_view name) const;
    std::map<std::string, std::string, std::less<>> raw_;
    std::map<std::string, double, std::less<>> numbers_;
};

// Fills in defaults and checks every argument; the error names the parameter, its range or choices, or the
// nearest known parameter.
Result<Params> checkParams(const Spec& spec, const RegistryEntry& entry);

// The entry called `name`, or an error naming the nearest one. `what` is the registry's noun ("scheduler").
Result<const RegistryEntry*> findEntry(const std::vector<RegistryEntry>& table, std::string_view name,
                                       std::string_view what);

}  // namespace loom
