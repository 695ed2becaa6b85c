#include "core/io/json_records.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/units.h"
#include "core/io/place.h"
#include "core/io/recognise.h"

namespace loom {
namespace {

using Json = nlohmann::json;

// Thrown to leave the parser, which has no other way out; caught below.
struct Stop {};

class Taker {
public:
    Taker(const JsonRecords& shape, const std::function<Status(const Json&)>& take) : shape_(shape), take_(take) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        using Event = Json::parse_event_t;
        switch (event) {
            case Event::key:
                return depth > shape_.level ? wanted(parsed.get_ref<const std::string&>())
                                            : parsed.get_ref<const std::string&>() == shape_.list;
            case Event::object_start:
                return open(depth);
            case Event::array_start:
                return open(depth) && depth != shape_.level;
            case Event::value:
                return depth > shape_.level;
            case Event::object_end:
                if (depth != shape_.level) return true;
                if (Status taken = take_(parsed); !taken) {
                    error = taken.error();
                    throw Stop{};
                }
                return false;
            default:
                return true;
        }
    }

    std::optional<Error> error;

private:
    bool open(int depth) {
        if (depth <= shape_.level + static_cast<int>(shape_.depth)) return true;
        error = failure("nested deeper than " + std::to_string(shape_.depth) + " levels");
        throw Stop{};
    }
    [[nodiscard]] bool wanted(std::string_view key) const { return std::binary_search(shape_.keys.begin(), shape_.keys.end(), key); }

    const JsonRecords& shape_;
    const std::function<Status(const Json&)>& take_;
};

Error asError(std::string_view text, const Json::exception& fault, std::size_t byte) {
    std::string cause = fault.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: what is wrong; last read: ..."
    if (const std::size_t colon = cause.find(": "); colon != std::string::npos) cause = cause.substr(colon + 2);
    return failureAt(placeOf(text, byte > 0 ? byte - 1 : 0), "invalid JSON: " + cause.substr(0, 200));
}

}  // namespace

Status eachRecord(std::string_view text, const JsonRecords& shape, const std::function<Status(const Json&)>& take, bool* stopped) {
    Taker taker(shape, take);
    try {
        [[maybe_unused]] const Json nothing = Json::parse(text.begin(), text.end(), std::ref(taker));
    } catch (const Stop&) {
        return *taker.error;
    } catch (const Json::parse_error& fault) {
        const bool early = std::string_view(fault.what()).find("unexpected end of input") != std::string_view::npos;
        if (stopped != nullptr) *stopped = early;
        if (early && shape.mayStop) return Done{};
        if (early) return failureAt(placeOf(text, text.size()), "unexpected end of JSON");
        return asError(text, fault, fault.byte);
    } catch (const std::exception& fault) {
        return failure(std::string("the JSON parser failed: ") + fault.what());
    }
    return Done{};
}

const Json* memberOf(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::optional<double> numberOf(const Json& object, const char* key) {
    const Json* member = memberOf(object, key);
    if (member == nullptr || !member->is_number()) return {};
    const double value = member->get<double>();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string textOf(const Json& object, const char* key) {
    const Json* member = memberOf(object, key);
    if (member == nullptr) return {};
    if (member->is_string()) return member->get_ref<const std::string&>();
    if (member->is_number_integer()) return member->dump();
    return member->is_number() ? exactNumber(member->get<double>()) : std::string();
}

std::string_view firstKeyOfRecord(std::string_view text, const std::vector<std::string_view>& keys) {
    text = withoutLeadingBlanks(text);
    if (!text.starts_with("[")) return {};
    return firstTopLevelKey(text.substr(1), keys);
}

}  // namespace loom
