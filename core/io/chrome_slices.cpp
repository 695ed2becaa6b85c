#include "core/io/chrome_slices.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/io/json_records.h"

namespace loom {

using Json = nlohmann::json;

namespace {

constexpr double kMost = 1e18;  // us: 30,000 years

}  // namespace

std::uint32_t ChromeSlices::processOf(const Json& event) {
    const std::string pid = textOf(event, "pid");
    const std::uint32_t number = processIds_.number(pid);
    if (number == processes.size()) processes.push_back("process " + pid);
    return number;
}

std::uint32_t ChromeSlices::threadOf(const Json& event) {
    const std::uint32_t process = processOf(event);
    const std::uint32_t number = threadIds_.number(std::to_string(process) + " " + textOf(event, "tid"));
    if (number == threads.size()) threads.push_back({process});
    return number;
}

// Names of processes; those of threads say nothing a task needs.
void ChromeSlices::describe(const Json& event) {
    const Json* arguments = memberOf(event, "args");
    if (textOf(event, "name") != "process_name" || arguments == nullptr) return;
    if (const std::string name = textOf(*arguments, "name"); !name.empty()) processes[processOf(event)] = name;
}

void ChromeSlices::begin(const Json& event, double time, double duration, bool open) {
    ChromeSlice slice;
    slice.thread = threadOf(event);
    const std::string name = textOf(event, "name");
    slice.name = texts.number(name.empty() ? "slice" : name);
    slice.kind = slice.name;
    if (const Json* arguments = memberOf(event, "args"))
        if (const std::string kind = textOf(*arguments, "kind"); !kind.empty()) slice.kind = texts.number(kind);
    slice.begin = time;
    slice.duration = open ? std::nan("") : duration;
    if (open) marks_.push_back({slice.thread, time, static_cast<std::uint32_t>(slices.size())});
    slices.push_back(slice);
}

// Arrows may also stand in the slices they join: those with one bind_id, from such with flow_out to such with flow_in.
void ChromeSlices::bind(const Json& event) {
    const auto stated = [&](const char* key) {
        const Json* member = memberOf(event, key);
        return member != nullptr && member->is_boolean() && member->get<bool>();
    };
    const bool in = stated("flow_in"), out = stated("flow_out");
    const std::string id = textOf(event, "bind_id");
    if (id.empty() || !(in || out)) return;
    const auto last = static_cast<std::uint32_t>(slices.size() - 1);
    const std::uint32_t flow = flows.number("bind_id" + std::string(1, '\0') + id);
    arrows.push_back({flow, slices[last].thread, slices[last].begin, !in, !out, false, last});
}

Status ChromeSlices::take(const Json& event, std::uint64_t limit) {
    const std::string phase = textOf(event, "ph");
    if (phase == "M") {
        describe(event);
        return Done{};
    }
    const std::string name = textOf(event, "name");
    const bool flow = phase == "s" || phase == "t" || phase == "f";
    if (phase != "X" && phase != "B" && phase != "E" && !flow) {
        otherEvents.add(phase + " " + name);
        return Done{};
    }
    const std::optional<double> microseconds = numberOf(event, "ts");
    const double duration = numberOf(event, "dur").value_or(0);
    if (!microseconds || std::abs(*microseconds) > kMost || !(duration >= 0 && duration <= kMost) || (phase == "X" && !numberOf(event, "dur"))) {
        incomplete.add(phase + " " + name);
        return Done{};
    }
    const double time = *microseconds;
    last_ = std::max({last_, time, time + duration});
    if (slices.size() >= limit || arrows.size() >= limit || marks_.size() >= 2 * limit) return failure("more than " + std::to_string(limit) + " events");
    if (phase == "X" || phase == "B") {
        begin(event, time, duration, phase == "B");
        bind(event);
    } else if (phase == "E") {
        marks_.push_back({threadOf(event), time, TextTable::kNone});
    } else {
        const std::uint32_t number = flows.number(textOf(event, "cat") + '\0' + name + '\0' + textOf(event, "id"));
        arrows.push_back({number, threadOf(event), time, phase == "s", phase == "f", phase == "f" && textOf(event, "bp") != "e",
                          TextTable::kNone});
    }
    return Done{};
}

void ChromeSlices::close() {
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const ChromeMark& a, const ChromeMark& b) { return std::pair(a.thread, a.time) < std::pair(b.thread, b.time); });
    std::vector<std::uint32_t> open;  // of the thread, outermost first
    for (std::size_t m = 0; m < marks_.size(); ++m) {
        const ChromeMark& mark = marks_[m];
        if (m > 0 && mark.thread != marks_[m - 1].thread) open.clear();
        if (mark.slice != TextTable::kNone) {
            open.push_back(mark.slice);
        } else if (open.empty()) {
            strayEnds.add("");
        } else {
            slices[open.back()].duration = mark.time - slices[open.back()].begin;
            open.pop_back();
        }
    }
    for (ChromeSlice& slice : slices) {
        if (!std::isnan(slice.duration)) continue;
        slice.duration = std::max(0.0, last_ - slice.begin);
        unended.add(texts.text(slice.name));
    }
}

}  // namespace loom
