#include "core/base/spec.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cmath>

#include "core/base/nearest.h"

namespace loom {

namespace {

constexpr std::size_t kLongestSpec = 1 << 20;
constexpr std::size_t kMostArguments = 1000;  // finding repeated keys costs the square of it

// Enough of a hostile word to recognise it in an error.
std::string shortened(std::string_view word) { return "'" + std::string(word.substr(0, 80)) + "'"; }

std::string_view trim(std::string_view s) {
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
    return s;
}

// The position of the first comma outside brackets, or the end.
std::size_t argumentEnd(std::string_view s) {
    int depth = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '[') ++depth;
        if (s[i] == ']') --depth;
        if (s[i] == ',' && depth == 0) return i;
    }
    return s.size();
}

bool balanced(std::string_view s) {
    int depth = 0;
    for (char c : s) {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (depth < 0) return false;
    }
    return depth == 0;
}

std::string join(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& w : words) out += (out.empty() ? "" : "|") + w;
    return out;
}

// The number behind a parameter's text, or what is wrong with it.
Result<double> numericValue(const ParamDef& def, const std::string& text) {
    const Dimension dimension = def.type == ParamType::quantity ? def.dimension : Dimension::number;
    Result<double> value = parseQuantity(text, dimension);
    if (!value) return failure("parameter '" + def.name + "': " + value.error().cause);
    if (def.type == ParamType::integer && *value != std::floor(*value))
        return failure("parameter '" + def.name + "' must be a whole number, not " + shortened(text));
    if (*value < def.low || *value > def.high)
        return failure("parameter '" + def.name + "' must be in " + formatNumber(def.low) + ".." + formatNumber(def.high) +
                       ", not " + shortened(text));
    return value;
}

Status checkWord(const ParamDef& def, const std::string& text) {
    if (def.type == ParamType::boolean && text != "true" && text != "false")
        return failure("parameter '" + def.name + "' must be true or false, not " + shortened(text));
    if (def.type == ParamType::choice && std::find(def.choices.begin(), def.choices.end(), text) == def.choices.end())
        return failure("parameter '" + def.name + "' must be " + join(def.choices) + ", not " + shortened(text));
    return Done{};
}

}  // namespace

std::string Spec::text() const {
    if (arguments.empty()) return name;
    std::string out = name + "[";
    for (std::size_t i = 0; i < arguments.size(); ++i)
        out += (i == 0 ? "" : ",") + arguments[i].first + "=" + arguments[i].second;
    return out + "]";
}

const std::string* Spec::find(std::string_view key) const {
    for (const auto& [argument, value] : arguments)
        if (argument == key) return &value;
    return nullptr;
}

void Spec::set(std::string_view key, std::string value) {
    for (auto& [argument, old] : arguments)
        if (argument == key) {
            old = std::move(value);
            return;
        }
    arguments.emplace_back(std::string(key), std::move(value));
}

Result<Spec> parseSpec(std::string_view text) {
    text = trim(text);
    if (text.size() > kLongestSpec) return failure("the text form is too long");
    const std::string quoted = shortened(text);
    if (!balanced(text)) return failure("unbalanced brackets in " + quoted);
    const std::size_t open = text.find('[');
    Spec spec;
    spec.name = std::string(trim(text.substr(0, open)));
    if (spec.name.empty()) return failure("a name is missing in " + quoted);
    if (open == std::string_view::npos) return spec;
    if (text.back() != ']') return failure("unexpected text after ']' in " + quoted);
    std::string_view rest = text.substr(open + 1, text.size() - open - 2);
    if (!balanced(rest)) return failure("unexpected text after ']' in " + quoted);
    while (!trim(rest).empty()) {
        const std::size_t end = argumentEnd(rest);
        const std::string_view argument = trim(rest.substr(0, end));
        const bool more = end < rest.size();
        rest = more ? rest.substr(end + 1) : std::string_view{};
        if (more && trim(rest).empty()) return failure("a parameter is missing after the last comma in " + quoted);
        const std::size_t equals = argument.find('=');
        if (equals == std::string_view::npos) return failure("expected key=value, not " + shortened(argument) + ", in " + quoted);
        const std::string key(trim(argument.substr(0, equals)));
        if (key.empty()) return failure("a parameter's name is missing in " + quoted);
        if (spec.find(key) != nullptr) return failure("parameter " + shortened(key) + " is given twice in " + quoted);
        if (spec.arguments.size() == kMostArguments) return failure("too many parameters in " + quoted);
        spec.arguments.emplace_back(key, std::string(trim(argument.substr(equals + 1))));
    }
    return spec;
}

const std::string& Params::raw(std::string_view name) const {
    const auto it = raw_.find(name);
    assert(it != raw_.end());
    return it->second;
}

std::int64_t Params::integer(std::string_view name) const { return static_cast<std::int64_t>(number(name)); }

double Params::number(std::string_view name) const {
    const auto it = numbers_.find(name);
    assert(it != numbers_.end());
    return it->second;
}

bool Params::boolean(std::string_view name) const { return raw(name) == "true"; }

bool Params::has(std::string_view name) const { return raw_.find(name) != raw_.end(); }

const std::string& Params::text(std::string_view name) const { return raw(name); }

Result<Params> checkParams(const Spec& spec, const RegistryEntry& entry) {
    std::vector<std::string> known;
    for (const ParamDef& def : entry.params) known.push_back(def.name);
    for (const auto& [key, value] : spec.arguments)
        if (std::find(known.begin(), known.end(), key) == known.end())
            return failure(known.empty() ? "'" + entry.name + "' takes no parameters, so '" + key + "' means nothing"
                                         : unknownWord("parameter of " + entry.name, key, known));
    Params params;
    for (const ParamDef& def : entry.params) {
        const std::string* given = spec.find(def.name);
        const std::string& text = given != nullptr ? *given : def.defaultValue;
        if (def.type == ParamType::boolean || def.type == ParamType::choice || def.type == ParamType::text) {
            if (Status word = checkWord(def, text); !word) return failure(entry.name + ": " + word.error().cause);
        } else if (text.empty() && def.defaultValue.empty()) {
            continue;
        } else {
            const Result<double> value = numericValue(def, text);
            if (!value) return failure(entry.name + ": " + value.error().cause);
            params.numbers_[def.name] = *value;
        }
        params.raw_[def.name] = text;
    }
    return params;
}

Result<const RegistryEntry*> findEntry(const std::vector<RegistryEntry>& table, std::string_view name, std::string_view what) {
    std::vector<std::string> known;
    for (const RegistryEntry& entry : table) {
        if (entry.name == name) return &entry;
        known.push_back(entry.name);
    }
    return failure(unknownWord(what, name, known));
}

}  // namespace loom
