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

// A number beyond a double comes without its place, but is quoted: it stands where it is first written so.
std::size_t placeOfQuoted(std::string_view text, std::string_view cause) {
    const std::size_t open = cause.find('\''), close = cause.rfind('\'');
    if (open == close) return 0;
    const std::size_t found = text.find(cause.substr(open + 1, close - open - 1));
    return found == std::string_view::npos ? 0 : found;
}

}  // namespace

std::string jsonCause(std::string cause) {
    if (const std::size_t bracket = cause.find("] "); cause.starts_with("[json.") && bracket != std::string::npos) cause.erase(0, bracket + 2);
    if (const std::size_t colon = cause.find(": "); cause.starts_with("parse error at") && colon != std::string::npos) cause.erase(0, colon + 2);
    return cause.substr(0, 200);
}

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
        return failureAt(placeOf(text, fault.byte > 0 ? fault.byte - 1 : 0), "invalid JSON: " + jsonCause(fault.what()));
    } catch (const Json::out_of_range& fault) {
        const std::string cause = jsonCause(fault.what());
        return failureAt(placeOf(text, placeOfQuoted(text, cause)), "invalid JSON: " + cause);
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
