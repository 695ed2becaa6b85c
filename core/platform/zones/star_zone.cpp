#include <algorithm>
#include <cmath>
#include <span>

#include "core/platform/zones/zones.h"

namespace loom {

namespace {

// Three lists a point in one column.
class LinkLists {
public:
    explicit LinkLists(const std::vector<StarPoint>& points) {
        for (const StarPoint& point : points)
            for (const std::vector<LinkId>* list : {&point.up, &point.down, &point.loopback}) {
                links_.insert(links_.end(), list->begin(), list->end());
                ends_.push_back(static_cast<std::uint32_t>(links_.size()));
            }
    }
    [[nodiscard]] std::span<const LinkId> up(std::uint32_t point) const { return list(3 * std::size_t{point}); }
    [[nodiscard]] std::span<const LinkId> down(std::uint32_t point) const { return list(3 * std::size_t{point} + 1); }
    [[nodiscard]] std::span<const LinkId> loopback(std::uint32_t point) const { return list(3 * std::size_t{point} + 2); }

private:
    [[nodiscard]] std::span<const LinkId> list(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::span(links_).subspan(begin, ends_[index] - begin);
    }
    std::vector<std::uint32_t> ends_;
    std::vector<LinkId> links_;
};

class StarZone : public Zone {
public:
    explicit StarZone(const std::vector<StarPoint>& points) : lists_(points) {}

    bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways&) const override {
        const std::size_t begin = writer.links.size();
        const auto append = [&](std::span<const LinkId> list) {
            for (const LinkId link : list) {
                const auto first = writer.links.begin() + static_cast<std::ptrdiff_t>(begin);
                if (std::find(first, writer.links.end(), link) == writer.links.end()) writer.links.push_back(link);
            }
        };
        if (from == to && !lists_.loopback(from).empty()) {
            append(lists_.loopback(from));
            return true;
        }
        append(lists_.up(from));
        append(lists_.down(to));
        return true;
    }

private:
    LinkLists lists_;
};

class VivaldiZone final : public StarZone {
public:
    VivaldiZone(const std::vector<StarPoint>& points, std::vector<VivaldiPoint> places)
        : StarZone(points), places_(std::move(places)) {}

    bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways& gateways) const override {
        const VivaldiPlace& a = places_[from].place;
        const VivaldiPlace& b = places_[to].place;
        const double x = a[0] - b[0], y = a[1] - b[1];
        writer.extraLatency += (std::sqrt(x * x + y * y) + std::fabs(a[2]) + std::fabs(b[2])) / 1000;
        gateways = {places_[from].gateway, places_[to].gateway};
        return StarZone::route(from, to, writer, gateways);
    }

private:
    std::vector<VivaldiPoint> places_;
};

}  // namespace

std::unique_ptr<const Zone> starZone(const std::vector<StarPoint>& points) { return std::make_unique<StarZone>(points); }

std::unique_ptr<const Zone> vivaldiZone(const std::vector<StarPoint>& points, std::vector<VivaldiPoint> places) {
    return std::make_unique<VivaldiZone>(points, std::move(places));
}

}  // namespace loom
