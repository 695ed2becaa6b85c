#include "core/scenario/variation.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "core/scenario/json_document.h"

namespace loom {

namespace {

constexpr std::size_t kLongestPath = 1000;

// The parts of "failures.random.0.mttf"; brackets work, too: "failures.random[0].mttf".
Result<std::vector<std::string>> splitPath(const std::string& path) {
    if (path.size() > kLongestPath) return failure("the path is too long");
    std::vector<std::string> parts(1);
    for (const char c : path) {
        if (c == ']') continue;
        if (c == '.' || c == '[') parts.emplace_back();
        else parts.back() += c;
    }
    if (std::find(parts.begin(), parts.end(), "") != parts.end()) return failure("a key is missing in the path");
    return parts;
}

std::optional<std::size_t> subscript(const std::string& part) {
    std::size_t index = 0;
    const auto [rest, problem] = std::from_chars(part.data(), part.data() + part.size(), index);
    return problem == std::errc{} && rest == part.data() + part.size() ? std::optional(index) : std::nullopt;
}

// Text as it would stand in the file: numbers and truth bare, everything else in quotes.
Json leaf(const std::string& value) {
    const Result<Json> bare = parseJson(value);
    return bare.ok() && (bare->is_number() || bare->is_boolean()) ? *bare : Json(value);
}

// Sets parameter `key` of a registry text.
Status setParameter(Json& text, const std::string& owner, const std::string& key, const std::string& value) {
    Result<Spec> spec = parseSpec(text.get<std::string>());
    if (!spec) return failure("'" + owner + "' is a text and has no part '" + key + "'");
    spec->set(key, value);
    const Result<Spec> back = parseSpec(spec->text());
    if (!back || *back != *spec) return failure("'" + value + "' cannot be a parameter's value");
    text = spec->text();
    return Done{};
}

Result<Json*> element(Json& array, const std::string& owner, const std::string& part) {
    const std::optional<std::size_t> index = subscript(part);
    if (!index) return failure("'" + owner + "' is a list; its parts are numbers from 0, not '" + part + "'");
    if (*index >= array.size())
        return failure("'" + owner + "' has " + std::to_string(array.size()) + (array.size() == 1 ? " part" : " parts") + "; there is no '" +
                       part + "'");
    return &array[*index];
}

Status apply(Json& root, const Setting& setting) {
    const Result<std::vector<std::string>> parts = splitPath(setting.path);
    if (!parts) return parts.error();
    Json* at = &root;
    std::string owner;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const std::string& part = (*parts)[i];
        const bool last = i + 1 == parts->size();
        if (at->is_array()) {
            const Result<Json*> found = element(*at, owner, part);
            if (!found) return found.error();
            at = *found;
        } else if (at->is_object()) {
            at = &(*at)[part];  // an unknown key is found by the reader, which knows the nearest
            if (at->is_null() && !last) *at = Json::object();
        } else if (at->is_string() && last) {
            return setParameter(*at, owner, part, setting.value);
        } else {
            return failure("'" + owner + "' has no part '" + part + "'");
        }
        owner += (owner.empty() ? "" : ".") + part;
    }
    *at = leaf(setting.value);
    return Done{};
}

bool concerns(std::span<const Setting> settings, std::string_view key) {
    return std::any_of(settings.begin(), settings.end(), [&](const Setting& setting) {
        const std::string_view path = setting.path;
        return path.substr(0, path.find_first_of(".[")) == key;
    });
}

}  // namespace

// The base as JSON, once as it is and once without what is written out in it at length, which few sweeps vary and
// which would be read again for every point.
struct ScenarioVariation::Tree {
    std::optional<Error> problem;
    Json whole;
    Json brief;
};

ScenarioVariation::ScenarioVariation(const ScenarioFile& base) : base_(base) {
    auto tree = std::make_unique<Tree>();
    ScenarioFile brief = base;
    if (std::holds_alternative<InlineWorkload>(brief.workload)) brief.workload = ScenarioFile{}.workload;
    if (std::holds_alternative<InlinePlatform>(brief.platform)) brief.platform = ScenarioFile{}.platform;
    const auto read = [&tree](const ScenarioFile& file, Json& into) {
        Result<Json> json = parseJson(formatScenario(file));
        if (json) into = std::move(*json);
        else tree->problem = json.error();
    };
    read(base, tree->whole);
    read(brief, tree->brief);
    tree_ = std::move(tree);
}

ScenarioVariation::~ScenarioVariation() = default;

Result<ScenarioFile> ScenarioVariation::with(std::span<const Setting> settings) const {
    if (settings.empty()) return base_;
    if (tree_->problem) return *tree_->problem;
    const bool whole = concerns(settings, "workload") || concerns(settings, "platform");
    Json json = whole ? tree_->whole : tree_->brief;
    for (const Setting& setting : settings)
        if (const Status status = apply(json, setting); !status)
            return failureAt(setting.path + "=" + setting.value, status.error().cause);
    Result<ScenarioFile> file = parseScenario(json.dump(-1, ' ', false, Json::error_handler_t::replace), "");
    if (!file) return failureAt(settingsText(settings), file.error().text());
    file->baseFolder = base_.baseFolder;
    if (!whole) {
        file->workload = base_.workload;
        file->platform = base_.platform;
    }
    if (const Status texts = checkRegistryTexts(*file); !texts) return failureAt(settingsText(settings), texts.error().text());
    return file;
}

std::string settingsText(std::span<const Setting> settings) {
    std::string out;
    for (const Setting& setting : settings) out += (out.empty() ? "" : ", ") + setting.path + "=" + setting.value;
    return out;
}

}  // namespace loom
