#include "core/io/dot_parser.h"

#include <algorithm>
#include <utility>

#include "core/io/dot_lexer.h"
#include "core/io/lines.h"

namespace loom {
namespace {

constexpr const char* kUndirected = "the graph is undirected: tasks need a direction, write 'digraph' and '->'";
// An arrow between two subgraphs joins every node with every node: a small file could ask for any memory.
constexpr std::size_t kMostJoined = 4'000'000;

// An edge statement while it is read: the nodes its next arrow starts from, and the edges it has made.
struct Chain {
    std::vector<std::uint32_t> tails;
    std::vector<std::size_t> edges;
    bool node = false;   // `tails` is one node rather than a subgraph
    bool arrow = false;  // what is being read stands behind an arrow
};

// One brace that is open: what holds inside, the nodes mentioned inside, and the statement it is a part of.
struct Scope {
    DotAttributes nodeDefaults, edgeDefaults;
    std::vector<std::uint32_t> members;
    Chain around;
};

class Parser {
public:
    Parser(std::string_view content, const ImportLimits& limits) : lexer_(content), limits_(limits) {}

    Result<DotGraph> parse() {
        if (const Status opened = open(); !opened) return opened.error();
        while (!scopes_.empty())
            if (const Status statement = readStatement(); !statement) return statement.error();
        graph_.more = token_.kind != DotKind::end;
        return std::move(graph_);
    }

private:
    Status advance() {
        Result<DotToken> token = lexer_.next();
        if (!token) return token.error();
        token_ = std::move(*token);
        return Done{};
    }
    [[nodiscard]] Error wrong(std::string cause) const { return lexer_.wrong(token_.offset, std::move(cause)); }
    [[nodiscard]] Error expected(const std::string& what) const {
        const std::string found = token_.kind == DotKind::end     ? "the end of the file"
                                  : token_.kind == DotKind::arrow ? "'->'"
                                  : token_.kind == DotKind::line  ? "'--'"
                                                                  : shown(token_.text);
        return wrong("expected " + what + ", found " + found);
    }

    Status open();
    Status readStatement();
    Status openSubgraph(Chain around);
    Status closeSubgraph();
    Status readNodeOrSetting();
    Status readChain(Chain chain);
    Status join(Chain& chain, const std::vector<std::uint32_t>& heads);
    Status readAttributes(DotAttributes* attributes);
    Status readSetting(DotAttributes* attributes);
    Result<std::string> readId();
    Result<std::uint32_t> readNode(const std::string& name);

    DotLexer lexer_;
    const ImportLimits& limits_;
    DotToken token_;
    DotGraph graph_;
    std::vector<Scope> scopes_;
};

Status Parser::open() {
    if (const Status s = advance(); !s) return s;
    graph_.strict = token_.isWord("strict");
    if (graph_.strict)
        if (const Status s = advance(); !s) return s;
    if (token_.isWord("graph")) return wrong(kUndirected);
    if (!token_.isWord("digraph")) return expected("'digraph'");
    if (const Status s = advance(); !s) return s;
    if (token_.kind == DotKind::id)
        if (const Result<std::string> name = readId(); !name) return name.error();
    return openSubgraph({});
}

// At its brace. What is set outside holds inside until it is set anew.
Status Parser::openSubgraph(Chain around) {
    if (!token_.is('{')) return expected("'{'");
    if (scopes_.size() >= limits_.depth) return wrong("subgraphs are nested deeper than " + std::to_string(limits_.depth));
    Scope scope;
    if (!scopes_.empty()) {
        scope.nodeDefaults = scopes_.back().nodeDefaults;
        scope.edgeDefaults = scopes_.back().edgeDefaults;
    }
    scope.around = std::move(around);
    scopes_.push_back(std::move(scope));
    return advance();
}

Status Parser::closeSubgraph() {
    Scope scope = std::move(scopes_.back());
    scopes_.pop_back();
    if (const Status s = advance(); !s) return s;
    if (scopes_.empty()) return Done{};
    std::vector<std::uint32_t>& members = scope.members;
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    scopes_.back().members.insert(scopes_.back().members.end(), members.begin(), members.end());
    Chain chain = std::move(scope.around);
    if (chain.arrow)
        if (const Status s = join(chain, members); !s) return s;
    chain.tails = std::move(members);
    chain.node = false;
    return readChain(std::move(chain));
}

Status Parser::readStatement() {
    if (token_.is(';') || token_.is(',')) return advance();
    if (token_.is('}')) return closeSubgraph();
    if (token_.is('{')) return openSubgraph({});
    if (token_.kind != DotKind::id) return expected("a node, an edge or '}'");
    if (token_.isWord("subgraph")) {
        if (const Status s = advance(); !s) return s;
        if (token_.kind == DotKind::id)
            if (const Result<std::string> name = readId(); !name) return name.error();
        return openSubgraph({});
    }
    const bool graph = token_.isWord("graph"), node = token_.isWord("node"), edge = token_.isWord("edge");
    if (!graph && !node && !edge) return readNodeOrSetting();
    if (const Status s = advance(); !s) return s;
    if (!token_.is('[')) return expected("'['");
    if (graph) return readAttributes(nullptr);  // its size is that of the drawing
    return readAttributes(node ? &scopes_.back().nodeDefaults : &scopes_.back().edgeDefaults);
}

// "a = b" of the graph, or a node: alone, or the beginning of edges.
Status Parser::readNodeOrSetting() {
    const Result<std::string> name = readId();
    if (!name) return name.error();
    if (token_.is('=')) {
        if (const Status s = advance(); !s) return s;
        const Result<std::string> value = readId();
        return value ? Status(Done{}) : Status(value.error());
    }
    const Result<std::uint32_t> node = readNode(*name);
    if (!node) return node.error();
    Chain chain;
    chain.tails = {*node};
    chain.node = true;
    return readChain(std::move(chain));
}

// Behind a node or a subgraph: arrows to others, then attributes.
Status Parser::readChain(Chain chain) {
    while (token_.kind == DotKind::arrow) {
        if (const Status s = advance(); !s) return s;
        chain.arrow = true;
        if (token_.isWord("subgraph")) {
            if (const Status s = advance(); !s) return s;
            if (token_.kind == DotKind::id)
                if (const Result<std::string> name = readId(); !name) return name.error();
            return openSubgraph(std::move(chain));
        }
        if (token_.is('{')) return openSubgraph(std::move(chain));
        const Result<std::string> name = readId();
        if (!name) return name.error();
        const Result<std::uint32_t> node = readNode(*name);
        if (!node) return node.error();
        if (const Status s = join(chain, {*node}); !s) return s;
        chain.tails = {*node};
    }
    if (token_.kind == DotKind::line) return wrong(kUndirected);
    if (!token_.is('[')) return Done{};
    if (!chain.arrow) return readAttributes(chain.node ? &graph_.nodes[chain.tails[0]] : nullptr);
    DotAttributes attributes;
    if (const Status s = readAttributes(&attributes); !s) return s;
    if (attributes.size == attributes.size)
        for (const std::size_t edge : chain.edges) graph_.edges[edge].size = attributes.size;
    return Done{};
}

Status Parser::join(Chain& chain, const std::vector<std::uint32_t>& heads) {
    const std::size_t made = chain.tails.size() * heads.size();
    const std::size_t most = made > 1 ? std::min<std::uint64_t>(kMostJoined, limits_.edges) : limits_.edges;
    if (made > most || graph_.edges.size() > most - made) return wrong("more than " + std::to_string(most) + " edges");
    for (const std::uint32_t from : chain.tails)
        for (const std::uint32_t to : heads) {
            chain.edges.push_back(graph_.edges.size());
            graph_.edges.push_back({from, to, scopes_.back().edgeDefaults.size});
        }
    return Done{};
}

// At '['. Several lists may follow each other. Null: what is set there means nothing to a task graph.
Status Parser::readAttributes(DotAttributes* attributes) {
    while (token_.is('[')) {
        if (const Status s = advance(); !s) return s;
        while (!token_.is(']')) {
            if (token_.is(',') || token_.is(';')) {
                if (const Status s = advance(); !s) return s;
                continue;
            }
            if (const Status s = readSetting(attributes); !s) return s;
        }
        if (const Status s = advance(); !s) return s;
    }
    return Done{};
}

// "name = value"; a name alone says "true".
Status Parser::readSetting(DotAttributes* attributes) {
    if (token_.kind != DotKind::id) return expected("an attribute or ']'");
    const Result<std::string> name = readId();
    if (!name) return name.error();
    if (!token_.is('=')) return Done{};
    if (const Status s = advance(); !s) return s;
    const std::size_t offset = token_.offset;
    const Result<std::string> value = readId();
    if (!value) return value.error();
    if (attributes == nullptr) return Done{};
    if (*name == "category") attributes->category = graph_.categories.number(*value);
    if (*name != "size") return Done{};
    const std::optional<double> size = finiteNumber(*value);
    if (!size) return lexer_.wrong(offset, "size is " + shown(*value) + ", not a number");
    attributes->size = *size;
    return Done{};
}

// An id; quoted ones may be joined with '+'.
Result<std::string> Parser::readId() {
    if (token_.kind != DotKind::id) return expected("an id");
    std::string text = std::move(token_.text);
    if (const Status s = advance(); !s) return s.error();
    while (token_.is('+')) {
        if (const Status s = advance(); !s) return s.error();
        if (token_.kind != DotKind::id) return expected("a text");
        text += token_.text;
        if (const Status s = advance(); !s) return s.error();
    }
    return text;
}

// The node of that name; the port behind it says only where the line is drawn.
Result<std::uint32_t> Parser::readNode(const std::string& name) {
    for (int ports = 0; ports < 2 && token_.is(':'); ++ports) {
        if (const Status s = advance(); !s) return s.error();
        if (const Result<std::string> port = readId(); !port) return port.error();
    }
    const std::uint32_t node = graph_.names.number(name);
    if (node == graph_.nodes.size()) {
        if (graph_.nodes.size() >= limits_.tasks) return wrong("more than " + std::to_string(limits_.tasks) + " nodes");
        graph_.nodes.push_back(scopes_.back().nodeDefaults);
    }
    scopes_.back().members.push_back(node);
    return node;
}

}  // namespace

Result<DotGraph> parseDot(std::string_view content, const ImportLimits& limits) { return Parser(content, limits).parse(); }

bool opensDot(std::string_view content) {
    DotLexer lexer(content);
    Result<DotToken> token = lexer.next();
    if (token && token->isWord("strict")) token = lexer.next();
    if (!token || !(token->isWord("digraph") || token->isWord("graph"))) return false;
    token = lexer.next();
    if (token && token->kind == DotKind::id) token = lexer.next();
    return token && token->is('{');
}

}  // namespace loom
