#include "tests/tidy/rules.h"

#include <algorithm>
#include <regex>
#include <sstream>

namespace loom::test {

namespace {

constexpr std::size_t kLongestFile = 400;

struct Line {
    std::size_t number;
    std::string text;
};

std::vector<Line> linesOf(const std::string& text) {
    std::vector<Line> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(Line{lines.size() + 1, line});
    return lines;
}

bool startsWith(const std::string& text, const std::string& prefix) { return text.rfind(prefix, 0) == 0; }

bool startsWithAny(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return startsWith(text, p); });
}

std::string finding(const std::string& path, std::size_t line, const std::string& what) {
    return path + ":" + std::to_string(line) + ": " + what;
}

// Which headers a place may include. The first rule whose `header` matches decides; `places` are path prefixes.
struct IncludeRule {
    std::string header;                // prefix of the included name
    std::vector<std::string> places;   // prefixes of paths that may include it
};

const std::vector<IncludeRule>& includeRules() {
    static const std::vector<IncludeRule> rules{
        {"core/", {"core/", "sim/", "app/", "tests/"}},
        {"sim/", {"sim/", "app/session/", "app/cli/", "tests/"}},
        {"app/", {"app/", "tests/"}},
        {"tests/", {"tests/"}},
        {"boost/", {"core/graph/", "tests/"}},
        {"nlohmann/json_fwd", {"core/io/", "core/scenario/", "app/cli/", "tests/"}},
        {"nlohmann/", {"core/io/", "core/scenario/", "app/cli/", "tests/"}},
        {"pugixml", {"core/io/", "core/scenario/"}},
        {"sqlite3", {"core/io/", "core/scenario/", "tests/core/io/"}},
        {"zlib", {"core/io/", "core/scenario/", "tests/"}},
        {"zstd", {"core/io/", "core/scenario/", "tests/"}},
        {"lua", {"sim/script/"}},
        {"opencv2/", {"sim/real/", "tests/sim/real/"}},
        {"stb_", {"sim/real/", "tests/sim/real/"}},
        {"mpi", {"sim/real/", "sim/sweep/"}},
        {"qcustomplot", {"app/views/charts/", "tests/app/"}},
        {"CLI/", {"app/cli/"}},
        {"gtest/", {"tests/"}},
        {"gmock/", {"tests/"}},
        {"rapidcheck", {"tests/"}},
        {"benchmark/", {"tests/bench/"}},
    };
    return rules;
}

// Headers that cost seconds of compile time wherever they spread. The named ones are included by two or three files.
bool isHeavyInHeader(const std::string& path, const std::string& name) {
    if (path == "sim/real/opencv_classifier.h" || path == "tests/core/laws/law_vectors.h") return false;
    return startsWithAny(name, {"boost/", "nlohmann/json.hpp", "opencv2/", "qcustomplot", "pugixml"});
}

struct Ban {
    std::regex pattern;
    std::string what;
    std::vector<std::string> exceptions;  // path prefixes where it is allowed
};

// What core and sim must not contain, with the named exceptions: the session reports the wall time of a run, and the
// real world lives on the wall clock.
const std::vector<Ban>& coreBans() {
    static const std::vector<Ban> bans{
        {std::regex("(system|steady|high_resolution)_clock|\\bgettimeofday\\b|\\bclock_gettime\\b|\\btime\\((NULL|nullptr|0|&)"),
         "a wall clock", {"sim/session.cpp", "sim/real/"}},
        {std::regex("\\bs?rand\\(|random_device|mt19937|minstd_rand"), "a random source other than RandomStream", {}},
        {std::regex("std::[a-z_]+_distribution"), "a standard distribution (results differ between libraries)", {}},
        {std::regex("#include *<Q|\\bQ(String|Object|Widget)\\b"), "Qt", {}},
    };
    return bans;
}

const std::vector<Ban>& generalBans() {
    static const std::vector<Ban> bans{
        {std::regex("\\b(TODO|FIXME|XXX)\\b"), "unfinished business", {"tests/tidy/"}},
        {std::regex("using namespace std\\b"), "using namespace std", {"tests/tidy/"}},
        {std::regex("/(work|root|tmp|home)/[a-z]"), "a path of some machine", {"tests/tidy/", "tests/sim/real/"}},
    };
    return bans;
}

}  // namespace

Findings checkIncludes(const std::string& path, const std::string& text) {
    static const std::regex include("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    Findings out;
    for (const Line& line : linesOf(text)) {
        std::smatch match;
        if (!std::regex_search(line.text, match, include)) continue;
        const std::string name = match[1];
        if (path.ends_with(".h") && isHeavyInHeader(path, name)) out.push_back(finding(path, line.number, name + " belongs in a .cpp file"));
        for (const IncludeRule& rule : includeRules()) {
            if (!startsWith(name, rule.header)) continue;
            if (!startsWithAny(path, rule.places)) out.push_back(finding(path, line.number, "may not include " + name));
            break;
        }
    }
    return out;
}

Findings checkLength(const std::string& path, const std::string& text) {
    const std::size_t lines = linesOf(text).size();
    if (lines <= kLongestFile) return {};
    return {finding(path, lines, "the file has " + std::to_string(lines) + " lines; at most " + std::to_string(kLongestFile))};
}

Findings checkBans(const std::string& path, const std::string& text) {
    Findings out;
    const bool pure = startsWithAny(path, {"core/", "sim/"});
    for (const Line& line : linesOf(text)) {
        const auto report = [&](const std::vector<Ban>& bans) {
            for (const Ban& ban : bans)
                if (std::regex_search(line.text, ban.pattern) && !startsWithAny(path, ban.exceptions))
                    out.push_back(finding(path, line.number, ban.what));
        };
        report(generalBans());
        if (pure && line.text.find("//") != line.text.find_first_not_of(' ')) report(coreBans());
    }
    return out;
}

Findings checkUnorderedIteration(const std::string& path, const std::string& text) {
    if (!startsWithAny(path, {"core/", "sim/"})) return {};
    static const std::regex declaration("unordered_(map|set|multimap|multiset)<.*>\\s*&?\\s*([A-Za-z_]+)\\s*[;={(,)]");
    std::vector<std::string> names;
    for (std::sregex_iterator it(text.begin(), text.end(), declaration), end; it != end; ++it) names.push_back((*it)[2]);
    Findings out;
    for (const Line& line : linesOf(text))
        for (const std::string& name : names)
            if (std::regex_search(line.text, std::regex("for \\(.*: *" + name + "\\)|\\b" + name + "\\.begin\\(")))
                out.push_back(finding(path, line.number, "iteration over the unordered container " + name));
    return out;
}

Findings checkFile(const std::string& path, const std::string& text) {
    Findings all;
    for (const auto& check : {checkIncludes, checkLength, checkBans, checkUnorderedIteration}) {
        const Findings found = check(path, text);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

}  // namespace loom::test
