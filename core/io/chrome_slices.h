// The slices of a Chrome trace: what ran when on which thread, and arrows between them. Times are microseconds, as in the file.
// Inside core/io only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/io/case_tally.h"
#include "core/io/text_table.h"

namespace loom {

struct ChromeSlice {
    std::uint32_t thread = 0;         // into ChromeSlices::threads
    std::uint32_t name = 0, kind = 0; // in ChromeSlices::texts
    double begin = 0, duration = 0;   // us; not a number while it is open
    [[nodiscard]] double end() const { return begin + duration; }
};

struct ChromeThread {
    std::uint32_t process = 0;  // into ChromeSlices::processes
};

// A 'B' or an 'E'. They pair by time, in whatever order the file lists them.
struct ChromeMark {
    std::uint32_t thread = 0;                // into ChromeSlices::threads
    double time = 0;                         // us
    std::uint32_t slice = TextTable::kNone;  // the one begun, into ChromeSlices::slices; none for an end
};

// One end of an arrow, bound to a point of a thread, or to the slice that states it (`bind_id` with flow_in and flow_out).
struct ChromeArrowEnd {
    std::uint32_t flow = 0;  // in ChromeSlices::flows: arrows of one flow belong together
    std::uint32_t thread = 0;
    double time = 0;         // us
    bool begins = false;     // an 's'; 't' and 'f' point at a slice
    bool ends = false;       // an 'f'; what comes behind it points from the same slice again
    bool toNext = false;     // binds to the next slice that begins on the thread rather than to the one around it
    std::uint32_t slice = TextTable::kNone;  // into ChromeSlices::slices
};

// Collects events in the order of the file.
class ChromeSlices {
public:
    // Events without what their phase needs are counted and left out. Fails beyond `limit` slices or arrows.
    Status take(const nlohmann::json& event, std::uint64_t limit);
    // Pairs begins with ends. Slices that were begun and never ended stop at the last moment of the trace.
    void close();

    std::vector<ChromeSlice> slices;
    std::vector<ChromeArrowEnd> arrows;
    std::vector<ChromeThread> threads;
    TextTable texts, flows;
    std::vector<std::string> processes;  // names
    CaseTally unended, otherEvents, incomplete, strayEnds;

private:
    std::uint32_t processOf(const nlohmann::json& event);
    std::uint32_t threadOf(const nlohmann::json& event);
    void describe(const nlohmann::json& event);
    void begin(const nlohmann::json& event, double time, double duration, bool open);
    void bind(const nlohmann::json& event);

    TextTable processIds_, threadIds_;
    std::vector<ChromeMark> marks_;
    double last_ = 0;
};

}  // namespace loom
