#include "core/io/recognise.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace loom {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Behind the string that starts at `quote`, or the end of the content.
std::size_t behindString(std::string_view json, std::size_t quote) {
    for (std::size_t i = quote + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

// Behind the DOCTYPE that starts at `start`, its bracketed part included, or the end of the content.
std::size_t behindDoctype(std::string_view xml, std::size_t start) {
    bool bracketed = false;
    for (std::size_t i = start; i < xml.size(); ++i) {
        if (xml[i] == '[') bracketed = true;
        if (xml[i] == ']') bracketed = false;
        if (xml[i] == '>' && !bracketed) return i + 1;
    }
    return xml.size();
}

struct Prolog {
    std::size_t root = 0;  // offset of the root element's '<', or the content's size
    std::size_t doctype = std::string_view::npos, doctypeEnd = 0;
};

Prolog prologOf(std::string_view xml) {
    Prolog prolog;
    std::size_t at = 0;
    while (at < xml.size()) {
        while (at < xml.size() && blank(xml[at])) ++at;
        const std::string_view rest = xml.substr(at);
        if (rest.starts_with("<?")) {
            at = std::min(xml.size(), xml.find("?>", at));
            at = std::min(xml.size(), at + 2);
        } else if (rest.starts_with("<!--")) {
            at = std::min(xml.size(), xml.find("-->", at));
            at = std::min(xml.size(), at + 3);
        } else if (rest.starts_with("<!DOCTYPE")) {
            prolog.doctype = at;
            prolog.doctypeEnd = at = behindDoctype(xml, at);
        } else {
            break;
        }
    }
    prolog.root = at;
    return prolog;
}

}  // namespace

std::string_view withoutLeadingBlanks(std::string_view content) {
    const auto first = std::find_if_not(content.begin(), content.end(), blank);
    return content.substr(static_cast<std::size_t>(first - content.begin()));
}

std::string_view firstTopLevelKey(std::string_view json, const std::vector<std::string_view>& keys) {
    json = withoutLeadingBlanks(json);
    if (json.empty() || json[0] != '{') return {};
    std::size_t depth = 0;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return {};
        if (c != '"') continue;
        const std::size_t end = behindString(json, i);
        const std::string_view rest = withoutLeadingBlanks(json.substr(end, 64));
        if (depth == 1 && rest.starts_with(":")) {
            const std::string_view text = json.substr(i + 1, end - i - 2);
            if (std::find(keys.begin(), keys.end(), text) != keys.end()) return text;
        }
        i = end - 1;
    }
    return {};
}

std::string_view xmlRoot(std::string_view content) {
    if (!withoutLeadingBlanks(content).starts_with("<")) return {};
    const std::size_t root = prologOf(content).root;
    if (root >= content.size() || content[root] != '<') return {};
    std::string_view name = content.substr(root + 1, 256);
    name = name.substr(0, name.find_first_of(" \t\r\n/>"));
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::size_t xmlEntity(std::string_view content) {
    const Prolog prolog = prologOf(content);
    if (prolog.doctype == std::string_view::npos) return std::string_view::npos;
    const std::size_t found = content.substr(0, prolog.doctypeEnd).find("<!ENTITY", prolog.doctype);
    return found;
}

std::vector<std::string_view> firstLines(std::string_view content, std::size_t count) {
    std::vector<std::string_view> lines;
    while (!content.empty() && lines.size() < count) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        std::string_view line = content.substr(0, end);
        while (!line.empty() && blank(line.back())) line.remove_suffix(1);
        if (!withoutLeadingBlanks(line).empty()) lines.push_back(line);
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    return lines;
}

std::vector<std::string_view> words(std::string_view line, std::size_t limit) {
    std::vector<std::string_view> found;
    while (found.size() < limit) {
        line = withoutLeadingBlanks(line);
        if (line.empty()) break;
        const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
        found.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return found;
}

bool isWhole(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool isNumber(std::string_view word) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    // One beyond a double is a number to tell a format by; the reader refuses it with its place.
    return (error == std::errc{} || error == std::errc::result_out_of_range) && end == word.data() + word.size();
}

}  // namespace loom
