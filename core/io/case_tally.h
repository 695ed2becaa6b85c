// Counting what happens many times in a file. Inside core/io only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loom {

// Many cases of one thing become one sentence with the first as an example.
class CaseTally {
public:
    void add(std::string_view example) {
        if (count_++ == 0) first_ = example.substr(0, 100);
    }
    [[nodiscard]] std::uint64_t count() const { return count_; }
    // "3 files have no size (first: a.dat)"; `one` is said of a single case.
    [[nodiscard]] std::string line(const std::string& one, const std::string& many, const std::string& rest = "") const {
        return std::to_string(count_) + " " + (count_ == 1 ? one : many) + (first_.empty() ? "" : " (first: " + first_ + ")") + rest;
    }

private:
    std::uint64_t count_ = 0;
    std::string first_;
};

}  // namespace loom
