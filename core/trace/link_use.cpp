#include "core/trace/link_use.h"

#include <algorithm>

#include "core/trace/record_fits.h"

namespace loom {

namespace {

class LinkBook {
public:
    explicit LinkBook(const Run& run)
        : graph_(*run.scenario->graph), platform_(*run.scenario->platform), use_(platform_.linkCount()), open_(use_.size()) {}

    void fold(const Record& record) {
        const bool begins = record.kind == RecordKind::transferBegin;
        const bool ends = record.kind == RecordKind::transferEnd || record.kind == RecordKind::transferLost;
        if ((!begins && !ends) || !recordFits(record, graph_, platform_)) return;
        route_.clear();
        platform_.route(record.from(), record.to(), route_);
        for (const LinkId link : route_) {
            if (begins)
                enter(link, record.time);
            else
                leave(link, record);
        }
    }

    std::vector<LinkUse> finish(Time end) {
        for (std::size_t l = 0; l < use_.size(); ++l)
            if (open_[l].count > 0) use_[l].busySeconds += (end - open_[l].since).seconds();
        return std::move(use_);
    }

private:
    struct Open {
        std::uint32_t count = 0;
        Time since;
    };

    void enter(LinkId link, Time now) {
        Open& open = open_[link.index()];
        if (open.count++ == 0) open.since = now;
        LinkUse& use = use_[link.index()];
        use.peak = std::max(use.peak, open.count);
    }

    void leave(LinkId link, const Record& record) {
        Open& open = open_[link.index()];
        LinkUse& use = use_[link.index()];
        if (open.count == 0) return;  // it never began
        if (--open.count == 0) use.busySeconds += (record.time - open.since).seconds();
        if (record.kind != RecordKind::transferEnd) return;
        ++use.transfers;
        use.bytes += graph_.dataBytes(record.data());
    }

    const TaskGraph& graph_;
    const Platform& platform_;
    std::vector<LinkUse> use_;
    std::vector<Open> open_;
    std::vector<LinkId> route_;
};

}  // namespace

std::vector<LinkUse> linkUse(const Run& run) {
    LinkBook book(run);
    for (std::size_t i = 0; i < run.trace->size(); ++i) book.fold((*run.trace)[i]);
    return book.finish(run.trace->end());
}

}  // namespace loom
