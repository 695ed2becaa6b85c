#include "core/base/spec.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace loom {
namespace {

RegistryEntry sampleEntry() {
    RegistryEntry entry{"star", "a star", "", {}};
    entry.params.push_back({"nodes", ParamType::integer, "4", "how many", 1, 1000, {}, Dimension::number});
    entry.params.push_back({"bandwidth", ParamType::quantity, "10Gbps", "of a link", 1, 1e15, {}, Dimension::bandwidth});
    entry.params.push_back({"skew", ParamType::number, "0.5", "ratio", 0, 1, {}, Dimension::number});
    entry.params.push_back({"duplex", ParamType::boolean, "true", "both ways", 0, 1, {}, Dimension::number});
    entry.params.push_back({"average", ParamType::choice, "pairs", "which", 0, 1, {"pairs", "bandwidth"}, Dimension::number});
    entry.params.push_back({"label", ParamType::text, "", "any", 0, 1, {}, Dimension::number});
    return entry;
}

std::string causeOf(std::string_view text) {
    const Result<Spec> spec = parseSpec(text);
    if (!spec) return spec.error().cause;
    const Result<Params> params = checkParams(*spec, sampleEntry());
    return params ? "" : params.error().cause;
}

TEST(Spec, ReadsNamesArgumentsAndNesting) {
    EXPECT_EQ(*parseSpec("heft"), (Spec{"heft", {}}));
    EXPECT_EQ(*parseSpec("heft[]"), (Spec{"heft", {}}));
    EXPECT_EQ(*parseSpec(" f [ a = 1 , b=x y ] "), (Spec{"f", {{"a", "1"}, {"b", "x y"}}}));
    EXPECT_EQ(*parseSpec("f[x=g[a=1,b=[2,3]],y=]"), (Spec{"f", {{"x", "g[a=1,b=[2,3]]"}, {"y", ""}}}));
    EXPECT_EQ(*parseSpec("f[a=b=c]"), (Spec{"f", {{"a", "b=c"}}}));
}

TEST(Spec, FindAndSet) {
    Spec spec = *parseSpec("f[a=1]");
    spec.set("a", "2");
    spec.set("b", "3");
    EXPECT_EQ(*spec.find("a"), "2");
    EXPECT_EQ(spec.find("c"), nullptr);
    EXPECT_EQ(spec.text(), "f[a=2,b=3]");
}

TEST(Spec, RefusesWhatIsNotTheGrammar) {
    EXPECT_EQ(causeOf(""), "a name is missing in ''");
    EXPECT_EQ(causeOf("[a=1]"), "a name is missing in '[a=1]'");
    EXPECT_EQ(causeOf("f[a=1"), "unbalanced brackets in 'f[a=1'");
    EXPECT_EQ(causeOf("f]a=1["), "unbalanced brackets in 'f]a=1['");
    EXPECT_EQ(causeOf("f[a=1]x"), "unexpected text after ']' in 'f[a=1]x'");
    EXPECT_EQ(causeOf("f[a=1][b=2]"), "unexpected text after ']' in 'f[a=1][b=2]'");
    EXPECT_EQ(causeOf("f[a]"), "expected key=value, not 'a', in 'f[a]'");
    EXPECT_EQ(causeOf("f[=1]"), "a parameter's name is missing in 'f[=1]'");
    EXPECT_EQ(causeOf("f[a=1,a=2]"), "parameter 'a' is given twice in 'f[a=1,a=2]'");
    EXPECT_EQ(causeOf("f[a=1,]"), "a parameter is missing after the last comma in 'f[a=1,]'");
    EXPECT_EQ(causeOf("f[,a=1]"), "expected key=value, not '', in 'f[,a=1]'");
}

TEST(Spec, HostileTextIsBounded) {
    EXPECT_FALSE(parseSpec(std::string(1 << 21, 'a')).ok());
    std::string many = "f[";
    for (int i = 0; i < 100000; ++i) many += "k" + std::to_string(i) + "=,";
    many += "z=1]";
    EXPECT_NE(causeOf(many).find("too many parameters"), std::string::npos);
    EXPECT_LT(causeOf("f[" + std::string(1 << 19, 'a') + "]").size(), 400u);
    EXPECT_LT(causeOf("star[nodes=" + std::string(1 << 19, '1') + "]").size(), 400u);
}

// Names, keys and values over letters the grammar leaves alone, values possibly with a nested bracket.
rc::Gen<std::string> word() {
    return rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element('a', 'Z', '0', '.', '_', '-', '/', '%')));
}

TEST(Spec, TextRoundTrip) {
    EXPECT_TRUE(rc::check("parseSpec(spec.text()) == spec", [] {
        Spec spec{*word(), {}};
        const auto count = *rc::gen::inRange<std::size_t>(0, 6);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string value = *rc::gen::inRange(0, 3) == 0 ? *word() + "[x=" + *word() + ",y=[1,2]]" : *word();
            spec.set(*word(), value);
        }
        const Result<Spec> back = parseSpec(spec.text());
        RC_ASSERT(back.ok());
        RC_ASSERT(*back == spec);
    }));
}

TEST(Spec, AnyTextEndsInASpecOrAnError) {
    EXPECT_TRUE(rc::check("accepted text is canonical after one round", [] {
        const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', '[', ']', ',', '=', ' '));
        const Result<Spec> first = parseSpec(text);
        if (!first) return;
        const Result<Spec> second = parseSpec(first->text());
        RC_ASSERT(second.ok());
        RC_ASSERT(*second == *first);
    }));
}

TEST(Params, DefaultsAndGivenValues) {
    const Result<Params> params = checkParams(*parseSpec("star[nodes=16,bandwidth=8 kbps,duplex=false,label=x]"), sampleEntry());
    ASSERT_TRUE(params.ok()) << params.error().text();
    EXPECT_EQ(params->integer("nodes"), 16);
    EXPECT_EQ(params->number("bandwidth"), 1000);
    EXPECT_EQ(params->number("skew"), 0.5);
    EXPECT_FALSE(params->boolean("duplex"));
    EXPECT_EQ(params->text("average"), "pairs");
    EXPECT_EQ(params->text("label"), "x");
}

TEST(Params, RefusalsNameParameterRangeAndNearest) {
    EXPECT_EQ(causeOf("star[node=3]"), "unknown parameter of star 'node'; did you mean 'nodes'?");
    EXPECT_EQ(causeOf("star[nodes=0]"), "star: parameter 'nodes' must be in 1..1000, not '0'");
    EXPECT_EQ(causeOf("star[nodes=1001]"), "star: parameter 'nodes' must be in 1..1000, not '1001'");
    EXPECT_EQ(causeOf("star[nodes=2.5]"), "star: parameter 'nodes' must be a whole number, not '2.5'");
    EXPECT_EQ(causeOf("star[duplex=yes]"), "star: parameter 'duplex' must be true or false, not 'yes'");
    EXPECT_EQ(causeOf("star[average=mean]"), "star: parameter 'average' must be pairs|bandwidth, not 'mean'");
    EXPECT_EQ(
        causeOf("star[bandwidth=3 s]"),
        "star: parameter 'bandwidth': unknown unit 's' in '3 s'; known: Bps kBps MBps GBps KiBps MiBps GiBps bps kbps Mbps Gbps");
    EXPECT_EQ(causeOf("star[skew=-1]"), "star: parameter 'skew': '-1' is negative");
}

TEST(Params, EntryWithoutParametersSaysSo) {
    const RegistryEntry bare{"fifo", "first come", "", {}};
    EXPECT_EQ(checkParams(*parseSpec("fifo[x=1]"), bare).error().cause, "'fifo' takes no parameters, so 'x' means nothing");
    EXPECT_TRUE(checkParams(*parseSpec("fifo"), bare).ok());
}

TEST(FindEntry, FindsOrNamesTheNearest) {
    const std::vector<RegistryEntry> table{{"heft", "", "", {}}, {"cpop", "", "", {}}};
    EXPECT_EQ((*findEntry(table, "cpop", "scheduler"))->name, "cpop");
    EXPECT_EQ(findEntry(table, "heff", "scheduler").error().cause, "unknown scheduler 'heff'; did you mean 'heft'?");
    EXPECT_EQ(findEntry(table, "zzzzzzz", "scheduler").error().cause, "unknown scheduler 'zzzzzzz'; known: heft, cpop");
}

}  // namespace
}  // namespace loom
