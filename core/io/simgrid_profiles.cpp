// Profiles of speeds, bandwidths, latencies and states: files beside the platform, or inline traces (formats.md 8.5).
#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "core/base/file.h"
#include "core/io/recognise.h"
#include "core/io/simgrid_reader.h"

namespace loom::simgrid {

namespace {

constexpr double kLatest = 1e15;  // s

std::optional<double> numberOf(std::string_view word) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool whole = error == std::errc{} && end == word.data() + word.size();
    return whole && std::isfinite(value) && std::abs(value) < 1e24 ? std::optional(value) : std::nullopt;
}

// "time value" lines and LOOPAFTER; blank lines and comments are skipped.
Result<Profile> parseProfile(std::string_view text) {
    Profile profile;
    std::size_t line = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::vector<std::string_view> fields = words(text.substr(0, end), 4);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
        if (fields.empty() || fields[0][0] == '#' || fields[0][0] == '%') continue;
        const std::string where = "line " + std::to_string(line) + ": ";
        const std::optional<double> second = fields.size() == 2 ? numberOf(fields[1]) : std::nullopt;
        if (!second) return failure(where + "expected 'time value' or 'LOOPAFTER seconds'");
        if (fields[0] == "LOOPAFTER" || fields[0] == "PERIODICITY") {
            if (*second < 0) return failure(where + "a profile cannot repeat before it ends");
            profile.loopAfter = *second;
            continue;
        }
        const std::optional<double> time = numberOf(fields[0]);
        if (!time || *time < 0 || *time > kLatest) return failure(where + "expected 'time value' or 'LOOPAFTER seconds'");
        if (!profile.points.empty() && *time < profile.points.back().time) return failure(where + "times must not go back");
        profile.points.push_back({*time, *second});
    }
    if (profile.points.empty()) return failure("the profile holds no point");
    if (profile.loopAfter >= 0 && profile.points.back().time + profile.loopAfter <= 0)
        return failure("a profile that repeats must last longer than no time");
    return profile;
}

// SimGrid turns a host or link off at any state that is not above zero; a speed, bandwidth or latency cannot be negative.
Status settleNegatives(Profile& profile, bool ofStates) {
    for (Profile::Point& point : profile.points) {
        if (point.value >= 0) continue;
        if (!ofStates) return failure("the values must not be negative");
        point.value = 0;
    }
    return Done{};
}

}  // namespace

Result<Profile> Reader::readProfile(const XmlElement& element, const char* attribute) {
    const std::string name = element.text(attribute);
    Result<Profile> profile = profileFile(element, attribute);
    if (!profile) return profile;
    if (Status settled = settleNegatives(*profile, std::string_view(attribute) == "state_file"); !settled)
        return wrong(element, std::string(attribute) + " '" + name + "': " + settled.error().cause);
    return profile;
}

Result<Profile> Reader::profileFile(const XmlElement& element, const char* attribute) {
    const std::string name = element.text(attribute);
    if (const auto known = profileFiles.find(name); known != profileFiles.end()) return known->second;
    const std::string path = (std::filesystem::path(folder) / name).string();
    if (limits.profileBytes == 0) return wrong(element, "profile files are not read here");
    const Result<std::string> text = readWholeFile(path, limits.profileBytes - profileBytes);
    if (!text) return wrong(element, std::string(attribute) + ": " + text.error().text());
    profileBytes += text->size();
    Result<Profile> profile = parseProfile(*text);
    if (!profile) return wrong(element, std::string(attribute) + " '" + name + "', " + profile.error().cause);
    profileFiles.emplace(name, *profile);
    return profile;
}

Status Reader::readTrace(const XmlElement& element) {
    const std::string id = element.text("id");
    if (id.empty()) return wrong(element, "attribute 'id' is missing");
    Result<Profile> profile = element.find("file") != nullptr ? profileFile(element, "file") : parseProfile(element.content());
    if (!profile) return element.find("file") != nullptr ? profile.error() : wrong(element, profile.error().cause);
    if (const std::optional<double> period = numberOf(element.text("periodicity")); period && *period > 0)
        profile->loopAfter = *period;
    if (!traces.emplace(id, std::move(*profile)).second) warn("two traces are called '" + id + "': the first one counts, as in SimGrid");
    return Done{};
}

Status Reader::connectTrace(const XmlElement& element) {
    const auto trace = traces.find(element.text("trace"));
    if (trace == traces.end()) return wrong(element, "no trace is called '" + element.text("trace") + "'");
    const std::string kind = element.text("kind", "HOST_AVAIL"), target = element.text("element");
    Profile profile = trace->second;
    if (Status settled = settleNegatives(profile, kind.ends_with("_AVAIL")); !settled)
        return wrong(element, "trace '" + trace->first + "': " + settled.error().cause);
    if (kind == "SPEED" || kind == "POWER" || kind == "HOST_AVAIL") {
        const auto host = points.find(target);
        if (host == points.end() || !host->second.vertex.isNode()) return wrong(element, "no host is called '" + target + "'");
        NodeInfo& node = draft.node(host->second.vertex.index());
        (kind == "HOST_AVAIL" ? node.stateProfile : node.speedProfile) = std::move(profile);
        return Done{};
    }
    Profile LinkInfo::*place = kind == "BANDWIDTH"    ? &LinkInfo::bandwidthProfile
                               : kind == "LATENCY"    ? &LinkInfo::latencyProfile
                               : kind == "LINK_AVAIL" ? &LinkInfo::stateProfile
                                                      : nullptr;
    if (place == nullptr)
        return wrong(element, "kind '" + kind + "' is unknown; known: SPEED, HOST_AVAIL, BANDWIDTH, LATENCY, LINK_AVAIL");
    if (const auto split = splitLinks.find(target); split != splitLinks.end()) {
        draft.link(split->second.up).*place = profile;
        draft.link(split->second.down).*place = std::move(profile);
        return Done{};
    }
    const auto row = rows.find(target);
    if (row == rows.end()) return wrong(element, "no link is called '" + target + "'");
    draft.link(row->second).*place = std::move(profile);
    return Done{};
}

}  // namespace loom::simgrid
