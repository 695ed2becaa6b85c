#include "core/scenario/object_reader.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "core/base/nearest.h"

namespace loom {

std::string kindOf(const Json& value) {
    switch (value.type()) {
        case Json::value_t::null:
            return "null";
        case Json::value_t::object:
            return "an object";
        case Json::value_t::array:
            return "an array";
        case Json::value_t::string:
            return "text";
        case Json::value_t::boolean:
            return value.get<bool>() ? "true" : "false";
        default:
            return "the number " + value.dump();
    }
}

namespace {

Error expected(const std::string& path, const std::string& what, const Json& found) {
    return failureAt(path, "expected " + what + ", found " + kindOf(found));
}

// "123 ns", which a double of seconds cannot hold exactly beyond 97 days.
std::optional<std::int64_t> wholeNanoseconds(std::string_view text) {
    std::int64_t ns = 0;
    const auto [rest, problem] = std::from_chars(text.data(), text.data() + text.size(), ns);
    const std::string_view unit = text.substr(static_cast<std::size_t>(rest - text.data()));
    if (problem != std::errc{} || ns < 0 || Time::fromNanoseconds(ns).isNever() || unit != " ns") return std::nullopt;
    return ns;
}

std::string exampleOf(Dimension dimension) {
    switch (dimension) {
        case Dimension::time:
            return "20 ms";
        case Dimension::bytes:
            return "1.5 GB";
        case Dimension::bandwidth:
            return "10 Gbps";
        case Dimension::speed:
            return "3 Gf";
        case Dimension::work:
            return "5 Gflop";
        case Dimension::number:
            return "2";
    }
    return {};
}

}  // namespace

Result<double> readQuantity(const Json& value, const std::string& path, Dimension dimension) {
    if (value.is_string()) {
        const Result<double> read = parseQuantity(value.get_ref<const std::string&>(), dimension);
        return read.ok() ? read : failureAt(path, read.error().cause);
    }
    if (!value.is_number()) return expected(path, "a number or text such as \"" + exampleOf(dimension) + "\"", value);
    const double number = value.get<double>();
    if (!std::isfinite(number) || number < 0) return failureAt(path, "must be finite and not negative, not " + value.dump());
    return number + 0.0;  // -0 becomes 0
}

Result<std::string> readText(const Json& value, const std::string& path) {
    if (!value.is_string()) return expected(path, "text", value);
    const auto& text = value.get_ref<const std::string&>();
    if (text.find('\0') != std::string::npos) return failureAt(path, "the text holds a zero byte");
    return text;
}

ObjectReader::ObjectReader(const Json& value, std::string path, const std::vector<std::string>& keys)
    : object_(&value), path_(std::move(path)), keys_(&keys) {
    if (!value.is_object()) {
        fail(expected(path_, "an object", value));
        return;
    }
    for (const auto& [key, member] : value.items())
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            fail(key.substr(0, 80), unknownWord("key", key, keys));
            return;
        }
}

const Json* ObjectReader::find(std::string_view key) const {
    assert(std::find(keys_->begin(), keys_->end(), key) != keys_->end());
    if (!ok_) return nullptr;
    const auto it = object_->find(std::string(key));
    return it == object_->end() ? nullptr : &*it;
}

std::string ObjectReader::pathOf(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void ObjectReader::fail(Error error) {
    if (ok_) error_ = std::move(error);
    ok_ = false;
}

void ObjectReader::fail(std::string_view key, std::string cause) { fail(failureAt(pathOf(key), std::move(cause))); }

void ObjectReader::require(std::string_view key) {
    if (ok_ && !has(key)) fail(failureAt(path_, "the key '" + std::string(key) + "' is missing"));
}

void ObjectReader::text(std::string_view key, std::string& out) {
    const Json* value = find(key);
    if (value == nullptr) return;
    Result<std::string> read = readText(*value, pathOf(key));
    if (!read) return fail(read.error());
    out = std::move(*read);
}

void ObjectReader::boolean(std::string_view key, bool& out) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_boolean()) return fail(expected(pathOf(key), "true or false", *value));
    out = value->get<bool>();
}

void ObjectReader::whole(std::string_view key, std::uint32_t& out, std::uint32_t low, std::uint32_t high) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const std::string range = "a whole number in " + std::to_string(low) + ".." + std::to_string(high);
    if (!value->is_number_unsigned()) return fail(expected(pathOf(key), range, *value));
    const auto number = value->get<std::uint64_t>();
    if (number < low || number > high) return fail(expected(pathOf(key), range, *value));
    out = static_cast<std::uint32_t>(number);
}

void ObjectReader::whole64(std::string_view key, std::uint64_t& out) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_number_unsigned()) return fail(expected(pathOf(key), "a whole number from 0 to 2^64 - 1", *value));
    out = value->get<std::uint64_t>();
}

void ObjectReader::quantity(std::string_view key, Dimension dimension, double& out, double low, double high) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const Result<double> read = readQuantity(*value, pathOf(key), dimension);
    if (!read) return fail(read.error());
    if (*read < low || *read > high)
        return fail(key, "must be in " + formatNumber(low) + ".." + formatNumber(high) + ", not " + exactNumber(*read));
    out = *read;
}

void ObjectReader::number(std::string_view key, double& out, double low, double high) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const std::string range = "a number in " + formatNumber(low) + ".." + formatNumber(high);
    if (!value->is_number()) return fail(expected(pathOf(key), range, *value));
    const double read = value->get<double>();
    if (!(read >= low && read <= high)) return fail(expected(pathOf(key), range, *value));
    out = read;
}

void ObjectReader::time(std::string_view key, Time& out) {
    if (const Json* value = find(key); value != nullptr && value->is_string())
        if (const auto exact = wholeNanoseconds(value->get_ref<const std::string&>())) {
            out = Time::fromNanoseconds(*exact);
            return;
        }
    double seconds = -1;
    quantity(key, Dimension::time, seconds);
    if (seconds < 0) return;
    out = Time::fromSeconds(seconds);
    if (out.isNever()) fail(key, "is later than 292 years");
}

void ObjectReader::spec(std::string_view key, Spec& out) {
    std::string text;
    this->text(key, text);
    if (!ok_ || !has(key)) return;
    Result<Spec> read = parseSpec(text);
    if (!read) return fail(key, read.error().cause);
    out = std::move(*read);
}

void ObjectReader::choice(std::string_view key, const std::vector<std::string>& words, std::size_t& out) {
    std::string word;
    text(key, word);
    if (!ok_ || !has(key)) return;
    const auto it = std::find(words.begin(), words.end(), word);
    if (it == words.end()) return fail(key, unknownWord("word", word, words));
    out = static_cast<std::size_t>(it - words.begin());
}

void ObjectReader::array(std::string_view key, const Each& each) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const std::string path = pathOf(key);
    if (!value->is_array()) return fail(expected(path, "an array", *value));
    for (std::size_t i = 0; i < value->size(); ++i) {
        const Status status = each((*value)[i], path + "[" + std::to_string(i) + "]");
        if (!status) return fail(status.error());
    }
}

void ObjectReader::texts(std::string_view key, std::vector<std::string>& out) {
    array(key, [&](const Json& element, const std::string& path) -> Status {
        Result<std::string> read = readText(element, path);
        if (!read) return read.error();
        out.push_back(std::move(*read));
        return Done{};
    });
}

}  // namespace loom
