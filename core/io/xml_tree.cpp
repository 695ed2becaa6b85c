#include "core/io/xml_tree.h"

#include <algorithm>
#include <pugixml.hpp>

#include "core/io/place.h"
#include "core/io/recognise.h"

namespace loom {

namespace {

constexpr std::uint32_t kMostAttributes = 200;  // of one element: formats know two dozen

std::string localName(std::string_view name) {
    const std::size_t colon = name.find(':');
    // Version 3 platforms write link:ctn for link_ctn; a namespace's prefix is dropped elsewhere.
    if (name == "link:ctn") return "link_ctn";
    return std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

// Every element and attribute costs its markup, so counting that bounds the memory before any is taken.
std::uint64_t partsOf(std::string_view content) {
    return static_cast<std::uint64_t>(
        std::count_if(content.begin(), content.end(), [](char c) { return c == '<' || c == '='; }));
}

}  // namespace

Result<XmlTree> XmlTree::parse(std::string_view content, const XmlLimits& limits) {
    const std::string_view trimmed = withoutLeadingBlanks(content);
    const std::size_t skipped = content.size() - trimmed.size();
    if (const std::size_t entity = xmlEntity(content); entity != std::string_view::npos)
        return failureAt(placeOf(content, entity), "entity declarations are not allowed in XML");
    if (partsOf(trimmed) > limits.parts)
        return failure("more than " + std::to_string(limits.parts) + " elements and attributes");
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(trimmed.data(), trimmed.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return failureAt(placeOf(content, skipped + static_cast<std::size_t>(parsed.offset)),
                         std::string("not well-formed XML: ") + parsed.description());
    XmlTree tree;
    tree.source_ = content;
    struct Open {
        pugi::xml_node node;
        std::uint32_t index;
        std::uint32_t lastChild;
    };
    std::vector<Open> open;
    const auto add = [&](const pugi::xml_node& node) {
        Element element;
        element.name = localName(node.name());
        element.offset = skipped + static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
        element.content = node.child_value();
        element.attributes = static_cast<std::uint32_t>(tree.attributes_.size());
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (tree.attributes_.size() > element.attributes + kMostAttributes) break;  // to be refused
            tree.attributes_.push_back({attribute.name(), attribute.value()});
        }
        element.attributeCount = static_cast<std::uint32_t>(tree.attributes_.size()) - element.attributes;
        tree.elements_.push_back(std::move(element));
        return static_cast<std::uint32_t>(tree.elements_.size() - 1);
    };
    const pugi::xml_node root = document.document_element();
    if (!root) return failure("no XML element in the file");
    // Depth first without recursion: a hostile depth must end in an error, not in the stack.
    open.push_back({root.first_child(), add(root), 0});
    while (!open.empty()) {
        const pugi::xml_node node = open.back().node;
        if (!node) {
            open.pop_back();
            continue;
        }
        open.back().node = node.next_sibling();
        if (node.type() != pugi::node_element) continue;
        const std::uint32_t index = add(node);
        Open& parent = open.back();
        (parent.lastChild == 0 ? tree.elements_[parent.index].firstChild : tree.elements_[parent.lastChild].next) = index;
        parent.lastChild = index;
        if (open.size() >= limits.depth)
            return failureAt(placeOf(content, tree.elements_[index].offset),
                             "elements are nested deeper than " + std::to_string(limits.depth));
        open.push_back({node.first_child(), index, 0});
    }
    if (const Status attributes = tree.checkAttributes(); !attributes) return attributes.error();
    return tree;
}

// An attribute that stands twice is not XML, which the parser lets pass: one of the two values would count without a word.
Status XmlTree::checkAttributes() const {
    for (const Element& element : elements_) {
        const auto fail = [&](const std::string& what) { return failureAt(placeOf(source_, element.offset), "<" + element.name + "> has " + what); };
        if (element.attributeCount > kMostAttributes) return fail("more than " + std::to_string(kMostAttributes) + " attributes");
        for (std::uint32_t i = 1; i < element.attributeCount; ++i)
            for (std::uint32_t j = 0; j < i; ++j)
                if (const std::string& name = attributes_[element.attributes + i].name; name == attributes_[element.attributes + j].name)
                    return fail("the attribute '" + name.substr(0, 60) + "' twice");
    }
    return Done{};
}

std::string_view XmlElement::name() const { return tree_->elements_[index_].name; }

const std::string* XmlElement::find(std::string_view attribute) const {
    const XmlTree::Element& element = tree_->elements_[index_];
    for (std::uint32_t i = 0; i < element.attributeCount; ++i) {
        const XmlTree::Attribute& candidate = tree_->attributes_[element.attributes + i];
        if (candidate.name == attribute) return &candidate.value;
    }
    return nullptr;
}

std::string XmlElement::text(std::string_view attribute, std::string_view whenAbsent) const {
    const std::string* found = find(attribute);
    return found != nullptr ? *found : std::string(whenAbsent);
}

const std::string& XmlElement::content() const { return tree_->elements_[index_].content; }

std::vector<XmlElement> XmlElement::children() const {
    std::vector<XmlElement> children;
    for (std::uint32_t i = tree_->elements_[index_].firstChild; i != 0; i = tree_->elements_[i].next)
        children.emplace_back(*tree_, i);
    return children;
}

std::string XmlElement::place() const { return placeOf(tree_->source_, tree_->elements_[index_].offset); }

}  // namespace loom
