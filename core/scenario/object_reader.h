// Reads the members of one JSON object into variables, checking types, ranges and names. The first error wins and
// makes every later call a no-op, so callers list the members and look at the end.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/spec.h"
#include "core/base/time.h"
#include "core/base/units.h"
#include "core/scenario/json_document.h"
#include "core/scenario/scenario_keys.h"

namespace loom {

class ObjectReader {
public:
    // `path` is the object's JSON path, empty at the root. Refuses what is not an object and unknown keys.
    ObjectReader(const Json& value, std::string path, const std::vector<std::string>& keys);

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] const Error& error() const { return error_; }
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    [[nodiscard]] const Json* find(std::string_view key) const;  // null if absent or after an error
    [[nodiscard]] std::string pathOf(std::string_view key) const;

    void require(std::string_view key);
    void fail(std::string_view key, std::string cause);
    void fail(Error error);

    // Each leaves `out` as it is when the key is absent.
    void text(std::string_view key, std::string& out);
    void boolean(std::string_view key, bool& out);
    void whole(std::string_view key, std::uint32_t& out, std::uint32_t low, std::uint32_t high);
    void whole64(std::string_view key, std::uint64_t& out);
    void quantity(std::string_view key, Dimension dimension, double& out, double low = 0,
                  double high = std::numeric_limits<double>::max());
    // A plain number, which may be negative.
    void number(std::string_view key, double& out, double low, double high);
    void time(std::string_view key, Time& out);
    void spec(std::string_view key, Spec& out);
    // The position of the word in `words`.
    void choice(std::string_view key, const std::vector<std::string>& words, std::size_t& out);
    void texts(std::string_view key, std::vector<std::string>& out);
    // Calls `each(element, its path)` for every element of the array until one fails.
    using Each = std::function<Status(const Json&, const std::string&)>;
    void array(std::string_view key, const Each& each);

private:
    const Json* object_ = nullptr;
    std::string path_;
    const std::vector<std::string>* keys_;
    Error error_;
    bool ok_ = true;
};

// "a number", "text", "an array" ...: what the value is, for error messages.
std::string kindOf(const Json& value);

// A number or text with a unit, not negative.
Result<double> readQuantity(const Json& value, const std::string& path, Dimension dimension);
// Text without zero bytes.
Result<std::string> readText(const Json& value, const std::string& path);

}  // namespace loom
