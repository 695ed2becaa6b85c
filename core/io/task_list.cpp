// The plain task list: the number of tasks, then a line a task: <flops> <n> followed by n times <parent> <bytes>.
#include <charconv>
#include <cmath>

#include "core/base/units.h"
#include "core/io/formats.h"
#include "core/io/place.h"
#include "core/io/recognise.h"
#include "core/io/workload_draft.h"

namespace loom {
namespace {

// Reads numbers off a text; remembers where the last one stood.
class Numbers {
public:
    explicit Numbers(std::string_view text) : text_(text) {}

    // False when there is no number of this kind left on the line, or at all.
    template <class T>
    bool take(T& value, bool onThisLine = true) {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || (!onThisLine && text_[at_] == '\n')))
            ++at_;
        last_ = at_;
        const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc{}) return false;
        at_ = static_cast<std::size_t>(end - text_.data());
        return at_ == text_.size() || text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || text_[at_] == '\n';
    }
    // True when nothing but blanks follows on the line.
    bool lineEnds() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
        last_ = at_;
        return at_ == text_.size() || text_[at_] == '\n';
    }
    bool atEnd() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || text_[at_] == '\n')) ++at_;
        last_ = at_;
        return at_ == text_.size();
    }
    [[nodiscard]] Error wrong(std::string cause) const { return failureAt(placeOf(text_, last_), std::move(cause)); }

private:
    std::string_view text_;
    std::size_t at_ = 0, last_ = 0;
};

// The dependencies of task `t`, `count` of them.
Status readParents(Numbers& numbers, WorkloadDraft& draft, std::uint32_t t, std::uint64_t count) {
    const std::string task = "task " + std::to_string(t);
    for (std::uint64_t k = 0; k < count; ++k) {
        std::uint64_t parent = 0;
        double bytes = 0;
        if (!numbers.take(parent)) return numbers.wrong(task + ": expected the number of a parent");
        if (parent >= t) return numbers.wrong(task + ": parent " + std::to_string(parent) + " must be a task before it");
        if (!numbers.take(bytes)) return numbers.wrong(task + ": expected the bytes from parent " + std::to_string(parent));
        if (!std::isfinite(bytes) || bytes < 0) return numbers.wrong(task + ": bytes are " + formatNumber(bytes));
        draft.addEdge(static_cast<std::uint32_t>(parent), t, bytes);
    }
    return Done{};
}

class TaskList final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "task list"; }
    [[nodiscard]] bool recognises(std::string_view content) const override {
        const std::vector<std::string_view> lines = firstLines(content, 2);
        if (lines.empty()) return false;
        const auto header = words(lines[0], 2);
        if (header.size() != 1 || !isWhole(header[0])) return false;
        if (lines.size() == 1) return true;
        const auto row = words(lines[1], 3);
        return isNumber(row[0]) && (row.size() == 1 || isWhole(row[1]));
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override {
        const ImportLimits& limits = draft.limits();
        Numbers numbers(content);
        std::uint64_t tasks = 0, edges = 0;
        if (!numbers.take(tasks, false)) return numbers.wrong("expected the number of tasks");
        if (tasks > limits.tasks)
            return numbers.wrong(std::to_string(tasks) + " tasks; at most " + std::to_string(limits.tasks) + " are read");
        if (!numbers.lineEnds()) return numbers.wrong("unexpected text behind the number of tasks");
        for (std::uint32_t t = 0; t < tasks; ++t) {
            const std::string task = "task " + std::to_string(t);
            double work = 0;
            std::uint64_t parents = 0;
            if (numbers.atEnd())
                return numbers.wrong("the file declares " + std::to_string(tasks) + " tasks but ends after " + std::to_string(t));
            if (!numbers.take(work)) return numbers.wrong(task + ": expected its flops");
            if (!std::isfinite(work) || work < 0) return numbers.wrong(task + ": flops are " + formatNumber(work));
            if (!numbers.take(parents)) return numbers.wrong(task + ": expected the number of its parents");
            draft.addTask({{}, {}, {}, work, {}, 0});
            edges += parents;
            if (parents > limits.edges || edges > limits.edges)
                return numbers.wrong("more than " + std::to_string(limits.edges) + " dependencies");
            if (const Status status = readParents(numbers, draft, t, parents); !status) return status.error();
            if (!numbers.lineEnds())
                return numbers.wrong(task + ": unexpected text behind its " + std::to_string(parents) + " parents");
        }
        if (!numbers.atEnd()) return numbers.wrong("unexpected text behind the last of " + std::to_string(tasks) + " tasks");
        return Done{};
    }
};

}  // namespace

const WorkloadImporter& taskListImporter() {
    static const TaskList importer;
    return importer;
}

}  // namespace loom
