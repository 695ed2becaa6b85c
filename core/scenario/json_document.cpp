#include "core/scenario/json_document.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace loom {

namespace {

using Sax = nlohmann::json_sax<Json>;

// Reads characters and tells somebody else how far it got.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    const char** reached = nullptr;

    reference operator*() const { return *at; }
    CountingIterator& operator++() {
        *reached = ++at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at == b.at; }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at != b.at; }
};

std::string lineAndColumn(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lastBreak = before.rfind('\n');
    const std::size_t column = lastBreak == std::string_view::npos ? before.size() : before.size() - lastBreak - 1;
    return std::to_string(line) + ":" + std::to_string(std::max<std::size_t>(column, 1));
}

// The library's sentence without its own "[json.exception...] parse error at line 1, column 2: ".
std::string plainCause(const std::string& what) {
    if (what.find("unexpected end of input") != std::string::npos) return "unexpected end of JSON";
    std::size_t start = what.find("] ");
    start = start == std::string::npos ? 0 : start + 2;
    if (what.compare(start, 11, "parse error") == 0) {
        const std::size_t colon = what.find(": ", start);
        if (colon != std::string::npos) start = colon + 2;
    }
    return "invalid JSON: " + what.substr(start, 300);
}

// Builds the tree on an explicit stack of what is open.
class TreeBuilder final : public Sax {
public:
    TreeBuilder(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits), reached_(text.data()) {}

    Json root;
    Error error;
    [[nodiscard]] const char** reached() { return &reached_; }

    bool null() override { return put(Json(nullptr)) != nullptr; }
    bool boolean(bool value) override { return put(Json(value)) != nullptr; }
    bool number_integer(std::int64_t value) override { return put(Json(value)) != nullptr; }
    bool number_unsigned(std::uint64_t value) override { return put(Json(value)) != nullptr; }
    bool number_float(double value, const std::string&) override { return put(Json(value)) != nullptr; }
    bool string(std::string& value) override { return put(Json(std::move(value))) != nullptr; }
    bool binary(Json::binary_t&) override { return fail("binary values are not JSON"); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        if (!keys_.back().insert(name).second) return fail("the key '" + name.substr(0, 80) + "' stands twice in one object");
        pendingKey_ = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& problem) override {
        error = failureAt(lineAndColumn(text_, position), plainCause(problem.what()));
        return false;
    }

private:
    bool fail(std::string cause) {
        error = failureAt(lineAndColumn(text_, static_cast<std::size_t>(reached_ - text_.data())), std::move(cause));
        return false;
    }
    Json* put(Json value) {
        if (++values_ > limits_.values) {
            fail("more than " + std::to_string(limits_.values) + " values");
            return nullptr;
        }
        if (open_.empty()) {
            root = std::move(value);
            return &root;
        }
        Json& parent = *open_.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        // Past the map's own insertion, which searches all keys: repetition was refused above.
        auto& members = parent.get_ref<Json::object_t&>();
        members.emplace_back(std::move(pendingKey_), std::move(value));
        return &members.back().second;
    }
    bool open(Json container) {
        if (open_.size() >= limits_.depth) return fail("nested deeper than " + std::to_string(limits_.depth) + " levels");
        Json* placed = put(std::move(container));
        if (placed == nullptr) return false;
        open_.push_back(placed);  // stays valid: a container grows only while it is the innermost one
        keys_.emplace_back();
        return true;
    }
    bool close() {
        open_.pop_back();
        keys_.pop_back();
        return true;
    }

    std::string_view text_;
    JsonLimits limits_;
    const char* reached_;
    std::vector<Json*> open_;
    std::vector<std::set<std::string>> keys_;
    std::string pendingKey_;
    std::uint64_t values_ = 0;
};

// Stops as soon as the answer is known.
class KeyFinder final : public Sax {
public:
    explicit KeyFinder(std::string_view wanted) : wanted_(wanted) {}
    bool found = false;

    bool null() override { return depth_ > 0; }
    bool boolean(bool) override { return depth_ > 0; }
    bool number_integer(std::int64_t) override { return depth_ > 0; }
    bool number_unsigned(std::uint64_t) override { return depth_ > 0; }
    bool number_float(double, const std::string&) override { return depth_ > 0; }
    bool string(std::string&) override { return depth_ > 0; }
    bool binary(Json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return ++depth_ < kDeepest; }
    bool start_array(std::size_t) override { return ++depth_ > 1 && depth_ < kDeepest; }
    bool end_object() override { return --depth_ > 0; }
    bool end_array() override { return --depth_ > 0; }
    bool key(std::string& name) override {
        found = depth_ == 1 && name == wanted_;
        return !found;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    static constexpr std::uint32_t kDeepest = 64;
    std::string_view wanted_;
    std::uint32_t depth_ = 0;
};

}  // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) return failure("larger than " + std::to_string(limits.bytes) + " bytes");
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return failure("the file is empty");
    TreeBuilder builder(text, limits);
    const CountingIterator first{text.data(), builder.reached()};
    const CountingIterator last{text.data() + text.size(), builder.reached()};
    if (!Json::sax_parse(first, last, static_cast<Sax*>(&builder))) return builder.error;
    return std::move(builder.root);
}

bool hasTopLevelKey(std::string_view text, std::string_view key) {
    KeyFinder finder(key);
    Json::sax_parse(text.begin(), text.end(), static_cast<Sax*>(&finder));
    return finder.found;
}

}  // namespace loom
