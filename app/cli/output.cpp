#include "app/cli/output.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "core/io/text_escape.h"

namespace loom::cli {

namespace {

// Columns a text takes on a terminal: code points, wide East Asian ones twice.
std::size_t displayWidth(const std::string& text) {
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue;
        width += byte >= 0xE3 && byte <= 0xED ? 2 : 1;
    }
    return width;
}

bool looksNumeric(const std::string& cell) {
    return !cell.empty() && (std::isdigit(static_cast<unsigned char>(cell[0])) != 0 ||
                             ((cell[0] == '-' || cell[0] == '+') && cell.size() > 1 && std::isdigit(static_cast<unsigned char>(cell[1])) != 0));
}

// A terminal obeys control characters and a log wants UTF-8, but names come from files that hold anything.
std::string oneLine(const std::string& text) {
    std::string line = validUtf8(text);
    std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return line;
}

}  // namespace

int reportError(const Error& error, int status) {
    std::fprintf(stderr, "error: %s\n", oneLine(error.text()).c_str());
    return status;
}

void reportWarning(const std::string& text) { std::fprintf(stderr, "warning: %s\n", oneLine(text).c_str()); }

void printJson(const nlohmann::ordered_json& json) {
    std::printf("%s\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

Table::Table(std::vector<std::string> heading) { rows_.push_back(std::move(heading)); }

void Table::add(std::vector<std::string> cells) {
    cells.resize(rows_.front().size());
    rows_.push_back(std::move(cells));
}

void Table::print() const {
    std::vector<std::size_t> width(rows_.front().size(), 0);
    for (const auto& row : rows_)
        for (std::size_t c = 0; c < row.size(); ++c) width[c] = std::max(width[c], displayWidth(row[c]));
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        std::string line;
        for (std::size_t c = 0; c < rows_[r].size(); ++c) {
            const std::string& cell = rows_[r][c];
            const std::string fill(width[c] - displayWidth(cell), ' ');
            const bool right = r > 0 && looksNumeric(cell);
            line += (c == 0 ? "" : "  ") + (right ? fill + cell : cell + fill);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        std::printf("%s\n", line.c_str());
        if (r > 0) continue;
        std::size_t total = 2 * (width.size() - 1);
        for (const std::size_t w : width) total += w;
        std::printf("%s\n", std::string(total, '-').c_str());
    }
}

std::string seconds(double value) { return formatQuantity(value, Dimension::time); }

std::string percentDifference(double value, double base) {
    if (base == 0) return "-";
    const double percent = (value - base) / base * 100;
    return (percent >= 0 ? "+" : "") + formatNumber(percent, 3) + " %";
}

}  // namespace loom::cli
