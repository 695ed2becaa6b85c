// Errors are values: where it happened and what is wrong, or the value asked for.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace loom {

// One sentence about what is wrong and where. `file` and `place` may be empty; `place` is "line:column",
// a JSON path, or an element's id.
struct Error {
    std::string file;
    std::string place;
    std::string cause;

    // "FILE:PLACE: cause" with the empty parts left out.
    [[nodiscard]] std::string text() const {
        std::string out = file;
        if (!place.empty()) out += (out.empty() ? "" : ":") + place;
        return out.empty() ? cause : out + ": " + cause;
    }
    // The same error with the file named, if none was.
    [[nodiscard]] Error in(const std::string& fileName) const& {
        return Error{file.empty() ? fileName : file, place, cause};
    }
};

inline Error failure(std::string cause) { return Error{{}, {}, std::move(cause)}; }
inline Error failureAt(std::string place, std::string cause) { return Error{{}, std::move(place), std::move(cause)}; }

// A value or an Error. Reading the value of a failed result is a programming error (asserted).
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { assert(ok()); return std::get<0>(state_); }
    const T& value() const& { assert(ok()); return std::get<0>(state_); }
    T&& value() && { assert(ok()); return std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const { assert(!ok()); return std::get<1>(state_); }

private:
    std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;  // for calls that give nothing but success or an error

}  // namespace loom
