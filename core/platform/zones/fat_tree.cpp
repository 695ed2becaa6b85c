#include "core/platform/zones/fat_tree.h"

#include <array>

#include "core/base/hash.h"
#include "core/platform/zones/shape_text.h"

namespace loom {

namespace {

constexpr std::size_t kMostLevels = 8;
using Label = std::array<std::uint32_t, kMostLevels>;  // digits, the first varies fastest

// The arithmetic of one tree. A member of level l has l digits that count parents and levels - l that count children;
// two members of neighbouring levels are connected when they differ at most in the digit between them.
class FatTreeGrid {
public:
    FatTreeGrid(const FatTreeShape& shape, std::vector<std::uint64_t> sizes) : shape_(shape), sizes_(std::move(sizes)) {
        std::uint64_t cables = 0;
        for (std::size_t l = 0; l < shape_.levels(); ++l) {
            firstCable_.push_back(static_cast<std::uint32_t>(cables));
            cables += sizes_[l] * shape_.parents[l] * shape_.cables[l];
        }
    }
    [[nodiscard]] const FatTreeShape& shape() const { return shape_; }
    [[nodiscard]] std::size_t levels() const { return shape_.levels(); }
    [[nodiscard]] std::uint64_t size(std::size_t level) const { return sizes_[level]; }
    [[nodiscard]] std::uint32_t radix(std::size_t level, std::size_t digit) const {
        return digit < level ? shape_.parents[digit] : shape_.children[digit];
    }
    [[nodiscard]] Label label(std::size_t level, std::uint64_t position) const {
        Label label{};
        for (std::size_t i = 0; i < levels(); ++i) {
            label[i] = static_cast<std::uint32_t>(position % radix(level, i));
            position /= radix(level, i);
        }
        return label;
    }
    [[nodiscard]] std::uint64_t position(std::size_t level, const Label& label) const {
        std::uint64_t position = 0;
        for (std::size_t i = levels(); i-- > 0;) position = position * radix(level, i) + label[i];
        return position;
    }
    // The cable from a member of `level` to the parent with digit `parent`, one of several in parallel.
    [[nodiscard]] std::uint32_t cable(std::size_t level, std::uint64_t child, std::uint32_t parent, std::uint32_t parallel) const {
        const std::uint64_t pair = child * shape_.parents[level] + parent;
        return static_cast<std::uint32_t>(firstCable_[level] + pair * shape_.cables[level] + parallel);
    }
    // Of all switches in order of level and position.
    [[nodiscard]] std::uint64_t switchNumber(std::size_t level, std::uint64_t position) const {
        std::uint64_t before = 0;
        for (std::size_t l = 1; l < level; ++l) before += sizes_[l];
        return before + position;
    }

private:
    FatTreeShape shape_;
    std::vector<std::uint64_t> sizes_;
    std::vector<std::uint32_t> firstCable_;
};

class FatTreeZone final : public Zone {
public:
    FatTreeZone(FatTreeGrid grid, CableRows cables, MemberRows loopbacks, MemberRows limiters, const FatTreeOptions& options)
        : grid_(std::move(grid)),
          cables_(cables),
          loopbacks_(loopbacks),
          limiters_(limiters),
          choice_(options.choice),
          firstPosition_(options.firstPosition) {}

    bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways&) const override {
        if (from == to && loopbacks_.present) {
            loopbacks_.append(from, writer.links);
            return true;
        }
        Label at = grid_.label(0, from);
        const Label goal = grid_.label(0, to);
        std::size_t top = grid_.levels();
        while (top > 1 && at[top - 1] == goal[top - 1]) --top;
        std::size_t level = climb(at, top, from, to, writer.links);
        descend(at, goal, level, from, to, writer.links);
        return true;
    }

private:
    void limit(std::size_t level, const Label& at, std::vector<LinkId>& out) const {
        if (!limiters_.present) return;
        const std::uint64_t position = grid_.position(level, at);
        limiters_.append(level == 0 ? position : grid_.size(0) + grid_.switchNumber(level, position), out);
    }

    std::size_t climb(Label& at, std::size_t top, std::uint32_t from, std::uint32_t to, std::vector<LinkId>& out) const {
        std::uint64_t spread = firstPosition_ + to;  // as in d-mod-k
        for (std::size_t level = 0; level < top; ++level) {
            const std::uint32_t parents = grid_.shape().parents[level];
            const std::uint32_t ways = parents * grid_.shape().cables[level];
            const std::uint64_t pick = choice_ == UpChoice::hash ? flowHash(from, to, level) : spread;
            const auto way = static_cast<std::uint32_t>(pick % ways);
            spread /= parents;  // not by the parallel cables too: as SimGrid 3.32
            limit(level, at, out);
            out.push_back(cables_.up(grid_.cable(level, grid_.position(level, at), way % parents, way / parents)));
            at[level] = way % parents;
        }
        return top;
    }

    // Parallel cables downwards are chosen by the source. SimGrid goes on with the next port where it found the last child,
    // and starts again where no port is left; its choice is kept here.
    void descend(Label& at, const Label& goal, std::size_t level, std::uint32_t from, std::uint32_t to,
                 std::vector<LinkId>& out) const {
        bool fresh = true;
        std::uint64_t port = 0;
        while (level > 0) {
            const std::uint32_t children = grid_.shape().children[level - 1];
            const std::uint32_t cables = grid_.shape().cables[level - 1];
            const std::uint64_t pick = choice_ == UpChoice::hash ? flowHash(to, from, level) : firstPosition_ + from;
            if (fresh) port = (pick % cables) * children;
            const std::uint32_t digit = goal[level - 1];
            port += (digit + children - port % children) % children;
            fresh = port >= std::uint64_t{children} * cables;
            if (fresh) continue;
            const std::uint32_t parent = at[level - 1];
            at[level - 1] = digit;
            const std::uint64_t child = grid_.position(level - 1, at);
            const auto parallel = static_cast<std::uint32_t>(port / children);
            out.push_back(cables_.down(grid_.cable(level - 1, child, parent, parallel)));
            Label above = at;
            above[level - 1] = parent;
            limit(level, above, out);
            ++port;
            --level;
        }
        limit(0, at, out);
    }

    static std::uint64_t flowHash(std::uint32_t a, std::uint32_t b, std::size_t level) {
        Hasher hash;
        hash.add(a);
        hash.add(b);
        hash.add(level);
        return hash.value();
    }

    FatTreeGrid grid_;
    CableRows cables_;
    MemberRows loopbacks_, limiters_;
    UpChoice choice_;
    std::uint32_t firstPosition_;
};

// Switches lie above the middle of what hangs below them, so that a tree looks like one.
std::vector<VertexRef> addSwitches(PlatformDraft& draft, const ClusterHosts& hosts, const FatTreeGrid& grid) {
    std::vector<VertexRef> vertices;
    const auto height = [&](std::size_t level) {
        return 0.92f - 0.84f * static_cast<float>(level) / static_cast<float>(grid.levels());
    };
    for (std::size_t i = 0; i < hosts.count; ++i) {
        draft.place(VertexRef::node(hosts.first + i), inRow(i, hosts.count, height(0)));
        vertices.push_back(VertexRef::node(hosts.first + i));
    }
    // SimGrid numbers switches downwards, below zero where there are more than hosts.
    const auto last = static_cast<std::int64_t>(2 * grid.size(0)) - 1;
    for (std::size_t level = 1; level <= grid.levels(); ++level)
        for (std::size_t j = 0; j < grid.size(level); ++j)
            vertices.push_back(draft.addJunction("switch_" + std::to_string(last - static_cast<std::int64_t>(grid.switchNumber(level, j))),
                                                 inRow(j, grid.size(level), height(level))));
    return vertices;
}

}  // namespace

Result<std::vector<std::uint64_t>> fatTreeSizes(const FatTreeShape& shape, std::uint64_t most) {
    const std::size_t levels = shape.levels();
    if (levels == 0 || levels > kMostLevels) return failure("a fat tree has 1 to " + std::to_string(kMostLevels) + " levels");
    if (shape.parents.size() != levels || shape.cables.size() != levels)
        return failure("a fat tree needs as many numbers of children, parents and cables as levels");
    std::vector<std::uint64_t> sizes;
    for (std::size_t level = 0; level <= levels; ++level) {
        std::vector<std::uint64_t> factors;  // of the members, then of the cables up from them
        for (std::size_t i = 0; i < levels; ++i) factors.push_back(i < level ? shape.parents[i] : shape.children[i]);
        const std::optional<std::uint64_t> size = boundedProduct(factors, most);
        if (level < levels) factors.insert(factors.end(), {shape.parents[level], shape.cables[level]});
        if (!size || !boundedProduct(factors, most))
            return failure("every level of a fat tree has 1 to " + std::to_string(most) + " members and cables");
        sizes.push_back(*size);
    }
    return sizes;
}

Result<FatTreeShape> parseFatTree(std::string_view text) {
    const Result<std::vector<std::vector<std::uint32_t>>> lists = numberLists(text);
    if (!lists) return lists.error();
    if (lists->size() != 4 || (*lists)[0].size() != 1)
        return failure("a fat tree is written 'levels;children,...;parents,...;cables,...'");
    FatTreeShape shape{(*lists)[1], (*lists)[2], (*lists)[3]};
    if (shape.levels() != (*lists)[0][0]) return failure("a fat tree needs as many numbers of children as levels");
    return shape;
}

std::unique_ptr<const Zone> addFatTree(PlatformDraft& draft, const ClusterHosts& hosts, const FatTreeShape& shape,
                                       const ClusterLinks& links, const FatTreeOptions& options) {
    FatTreeGrid grid(shape, *fatTreeSizes(shape, ~std::uint64_t{0} >> 1));
    const std::vector<VertexRef> vertices = addSwitches(draft, hosts, grid);
    const auto last = static_cast<std::int64_t>(2 * grid.size(0)) - 1;
    const auto number = [&](std::size_t level, std::uint64_t position) {
        return level == 0 ? static_cast<std::int64_t>(position)
                          : last - static_cast<std::int64_t>(grid.switchNumber(level, position));
    };
    const auto vertex = [&](std::size_t level, std::uint64_t position) {
        return vertices[level == 0 ? position : grid.size(0) + grid.switchNumber(level, position)];
    };
    const CableRows cables{static_cast<std::uint32_t>(draft.linkCount()), links.kind == CableKind::splitDuplex ? 2u : 1u};
    for (std::size_t level = 0; level < grid.levels(); ++level)
        for (std::uint64_t child = 0; child < grid.size(level); ++child)
            for (std::uint32_t up = 0; up < shape.parents[level]; ++up) {
                Label label = grid.label(level, child);
                label[level] = up;
                const std::uint64_t parent = grid.position(level + 1, label);
                for (std::uint32_t parallel = 0; parallel < shape.cables[level]; ++parallel) {
                    const std::uint32_t cable = options.firstCable + grid.cable(level, child, up, parallel);
                    const std::string name = "link_from_" + std::to_string(number(level, child)) + "_" +
                                             std::to_string(number(level + 1, parent)) + "_" + std::to_string(cable);
                    const PortInfo port = options.levelCables.empty() ? links.cable : options.levelCables[level];
                    draft.addCable(name, port, links.kind, vertex(level, child), vertex(level + 1, parent));
                }
            }
    const MemberRows loopbacks = addLoopbacks(draft, hosts, links);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i), first = static_cast<std::int64_t>(grid.size(0));
        names.push_back(hosts.linkPrefix + std::to_string(index < first ? index : last - (index - first)) + "_limiter");
    }
    const MemberRows limiters = addLimiters(draft, links, names, vertices);
    return std::make_unique<FatTreeZone>(std::move(grid), cables, loopbacks, limiters, options);
}

}  // namespace loom
