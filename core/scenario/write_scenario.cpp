#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/scenario/scenario_parts.h"
#include "core/scenario/scenario_words.h"

namespace loom {

namespace {

// Sets `key` unless the value is the default an absent key means.
template <class T>
void putUnless(Json& object, const char* key, const T& value, const T& absent) {
    if (!(value == absent)) object[key] = value;
}

void putQuantity(Json& object, const char* key, double value, double absent, Dimension dimension) {
    if (value != absent) object[key] = quantityJson(value, dimension);
}

bool isLeaf(const Json& value) { return !value.is_structured(); }

bool allLeaves(const Json& value) { return std::all_of(value.begin(), value.end(), isLeaf); }

// Rows of plain values stand on one line, and so do small objects of such and small matrices; everything else stands
// on lines of its own.
bool fitsOneLine(const Json& value) {
    constexpr std::size_t kMostRows = 16;
    if (allLeaves(value)) return value.is_array() || value.size() <= kMostRows;
    if (value.size() > kMostRows) return false;
    return std::all_of(value.begin(), value.end(), [&](const Json& member) {
        return isLeaf(member) || (member.type() == value.type() && member.size() <= kMostRows && allLeaves(member));
    });
}

std::string plain(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

void writeOneLine(const Json& value, std::string& out) {
    if (isLeaf(value)) {
        out += plain(value);
        return;
    }
    out += value.is_object() ? "{" : "[";
    bool first = true;
    for (const auto& [key, member] : value.items()) {
        if (!first) out += ", ";
        first = false;
        if (value.is_object()) out += plain(Json(key)) + ": ";
        writeOneLine(member, out);
    }
    out += value.is_object() ? "}" : "]";
}

// Recursion is bounded by the depth of what a ScenarioFile can hold.
void write(const Json& value, std::size_t indent, std::string& out) {
    const bool root = indent == 0;
    if (isLeaf(value) || value.empty() || (!root && fitsOneLine(value))) return writeOneLine(value, out);
    const std::string margin(indent + 2, ' ');
    out += value.is_object() ? "{\n" : "[\n";
    std::size_t written = 0;
    for (const auto& [key, member] : value.items()) {
        out += margin;
        if (value.is_object()) out += plain(Json(key)) + ": ";
        write(member, indent + 2, out);
        out += ++written < value.size() ? ",\n" : "\n";
    }
    out += std::string(indent, ' ') + (value.is_object() ? "}" : "]");
}

Json retryJson(const RetryPolicy& retry) {
    const RetryPolicy absent;
    Json out = Json::object();
    putUnless(out, "attempts", retry.maxAttempts, absent.maxAttempts);
    putQuantity(out, "backoff", retry.backoff, absent.backoff, Dimension::time);
    putUnless(out, "multiplier", retry.multiplier, absent.multiplier);
    return out;
}

Json realJson(const RealSpec& real) {
    const RealSpec absent;
    Json out = Json::object();
    putUnless(out, "kernel", real.kernel.text(), absent.kernel.text());
    putUnless(out, "workers", real.workers, absent.workers);
    putUnless(out, "images", real.images, absent.images);
    putUnless(out, "shaped", real.shaped, absent.shaped);
    return out;
}

Json disksJson(const DiskModel& disks) {
    Json out = Json::object();
    if (disks.inputsOnDisk) out["inputs"] = diskInputWords()[1];
    if (disks.transfers != DiskTransfers::memory) out["transfers"] = diskTransferWords()[static_cast<std::size_t>(disks.transfers)];
    return out;
}

void putPart(Json& out, const char* key, Json part) {
    if (!part.empty()) out[key] = std::move(part);
}

}  // namespace

Json quantityJson(double value, Dimension dimension) {
    const bool plainEnough = value == 0 || (value >= 1e-3 && value < 1e3);
    if (!plainEnough && dimension != Dimension::number) {
        const std::string text = formatQuantity(value, dimension);
        const Result<double> back = parseQuantity(text, dimension);
        if (back.ok() && *back == value) return text;
    }
    if (value == std::floor(value) && value < 9e15) return static_cast<std::uint64_t>(value);
    return value;
}

Json timeJson(Time time) {
    const double seconds = time.seconds();
    if (Time::fromSeconds(seconds) == time) return quantityJson(seconds, Dimension::time);
    return std::to_string(time.nanoseconds()) + " ns";
}

std::string formatScenario(const ScenarioFile& file) {
    const ScenarioFile absent;
    Json out = Json::object();
    out["clusterloom"] = kScenarioVersion;
    putUnless(out, "name", file.name, absent.name);
    putUnless(out, "description", file.description, absent.description);
    out["seed"] = file.seed;
    out["scheduler"] = file.scheduler.text();
    out["network"] = file.network.text();
    putUnless(out, "compute", file.compute.text(), absent.compute.text());
    out["platform"] = platformJson(file.platform);
    out["workload"] = workloadJson(file.workload);
    putPart(out, "failures", failuresJson(file.failures));
    putPart(out, "retry", retryJson(file.retry));
    putUnless(out, "information", file.information.text(), absent.information.text());
    putQuantity(out, "viewDelay", file.viewDelay, absent.viewDelay, Dimension::time);
    if (file.fetchAhead) out["fetch"] = fetchWords()[1];
    putPart(out, "disks", disksJson(file.disks));
    putPart(out, "real", realJson(file.real));
    std::string text;
    write(out, 0, text);
    return text + "\n";
}

}  // namespace loom
