// An XML document as flat columns: elements with attributes, text and place; nothing else. No DTD, no entities of a file's
// own, no network.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace loom {

struct XmlLimits {
    std::uint32_t depth = 64;
    std::uint64_t parts = 2'000'000;  // elements and attributes together
};

class XmlTree;

// Refers to its tree, which must outlive it.
class XmlElement {
public:
    XmlElement(const XmlTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}
    [[nodiscard]] std::string_view name() const;  // without a namespace's prefix
    // The attribute's value, or nullptr.
    [[nodiscard]] const std::string* find(std::string_view attribute) const;
    [[nodiscard]] std::string text(std::string_view attribute, std::string_view whenAbsent = {}) const;
    [[nodiscard]] const std::string& content() const;  // character data directly inside
    [[nodiscard]] std::vector<XmlElement> children() const;
    [[nodiscard]] std::string place() const;  // "line:column"

private:
    const XmlTree* tree_;
    std::uint32_t index_;
};

class XmlTree {
public:
    // Refuses what is not well formed, has entity declarations, or passes the limits; errors carry line:column.
    // `content` must outlive the tree. Blank lines before the XML declaration are tolerated.
    static Result<XmlTree> parse(std::string_view content, const XmlLimits& limits = {});
    [[nodiscard]] XmlElement root() const { return {*this, 0}; }

private:
    [[nodiscard]] Status checkAttributes() const;

    friend class XmlElement;
    struct Attribute {
        std::string name, value;
    };
    struct Element {
        std::string name;
        std::uint32_t attributes = 0, attributeCount = 0;
        std::uint32_t firstChild = 0, next = 0;  // 0 = none: the root is nobody's child
        std::size_t offset = 0;
        std::string content;
    };
    std::string_view source_;
    std::vector<Element> elements_;
    std::vector<Attribute> attributes_;
};

}  // namespace loom
