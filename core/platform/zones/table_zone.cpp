#include <algorithm>

#include "core/platform/zones/zones.h"

namespace loom {

namespace {

std::uint64_t keyOf(std::uint32_t from, std::uint32_t to) { return (static_cast<std::uint64_t>(from) << 32) | to; }

// Routes sorted by their ends; the links of all of them stand in one column.
class TableZone final : public Zone {
public:
    TableZone(std::vector<DeclaredRoute> routes, LinkId loopback) : loopback_(loopback) {
        std::stable_sort(routes.begin(), routes.end(), [](const DeclaredRoute& a, const DeclaredRoute& b) {
            return keyOf(a.from, a.to) < keyOf(b.from, b.to);
        });
        for (const DeclaredRoute& route : routes) {
            keys_.push_back(keyOf(route.from, route.to));
            gateways_.push_back(route.gateways);
            links_.insert(links_.end(), route.links.begin(), route.links.end());
            ends_.push_back(links_.size());
        }
    }

    bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways& gateways) const override {
        const auto it = std::lower_bound(keys_.begin(), keys_.end(), keyOf(from, to));
        if (it == keys_.end() || *it != keyOf(from, to)) {
            if (from == to && loopback_.valid()) writer.links.push_back(loopback_);
            return from == to;
        }
        const auto index = static_cast<std::size_t>(it - keys_.begin());
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        writer.links.insert(writer.links.end(), links_.begin() + static_cast<std::ptrdiff_t>(begin),
                            links_.begin() + static_cast<std::ptrdiff_t>(ends_[index]));
        gateways = gateways_[index];
        return true;
    }

private:
    LinkId loopback_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::size_t> ends_;  // of the routes in `links_`
    std::vector<Gateways> gateways_;
    std::vector<LinkId> links_;
};

class EmptyZone final : public Zone {
public:
    bool route(std::uint32_t from, std::uint32_t to, RouteWriter&, Gateways&) const override { return from == to; }
};

}  // namespace

std::unique_ptr<const Zone> tableZone(std::vector<DeclaredRoute> routes, LinkId loopback) {
    return std::make_unique<TableZone>(std::move(routes), loopback);
}

std::unique_ptr<const Zone> emptyZone() { return std::make_unique<EmptyZone>(); }

}  // namespace loom
