// What is saved is what is loaded: any ScenarioFile, written and read again, is the same.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace loom {
namespace {

using rc::gen::inRange;

std::string anyText(std::size_t most = 12) {
    static const std::vector<std::string> pieces{"a", "b",  "Z", "0", "7", " ", "\"", "\\", "/",
                                                 "é", "\n", "[", ",", "=", ".", "😀",  "-",  "\x01"};
    std::string out;
    const std::size_t length = *inRange<std::size_t>(0, most + 1);
    for (std::size_t i = 0; i < length; ++i) out += *rc::gen::elementOf(pieces);
    return out;
}

std::string anyName() { return "n" + anyText(); }

std::string anyWord() {
    return *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcxyz-019"))));
}

double anyQuantity(double low = 0) {
    const double mantissa = static_cast<double>(*inRange<std::int64_t>(0, 100'000'000));
    switch (*inRange(0, 4)) {
        case 0:
            return low + std::floor(mantissa / 1000);
        case 1:
            return low + mantissa * std::pow(10.0, *inRange(-20, 12));
        case 2:
            return low + std::ldexp(mantissa, *inRange(-200, 20)) / 3;
        default:
            return low + std::ldexp(mantissa, *inRange(0, 60));
    }
}

Time anyTime() {
    if (*inRange(0, 2) == 0) return Time::fromNanoseconds(*inRange<std::int64_t>(0, 9'000'000'000'000'000'000));
    return Time::fromSeconds(std::fmod(anyQuantity(), 9e9));
}

Spec anySpec(std::string name) {
    Spec spec{std::move(name), {}};
    const int count = *inRange(0, 4);
    for (int i = 0; i < count; ++i) spec.set(anyWord(), anyWord());
    return spec;
}

template <class T, class Make>
std::vector<T> several(Make make, std::size_t least = 0) {
    std::vector<T> out;
    const std::size_t count = *inRange<std::size_t>(least, least + 4);
    for (std::size_t i = 0; i < count; ++i) out.push_back(make());
    return out;
}

InlineTask anyTask() {
    InlineTask task;
    task.id = anyName();
    task.kind = anyText();
    const int runtimes = *inRange(0, 3);
    for (int i = 0; i < runtimes; ++i) task.runtimes.emplace_back(std::to_string(i) + anyText(), anyQuantity());
    if (runtimes == 0) task.work = anyQuantity();
    task.cores = *inRange(1u, 1'000'001u);
    if (*inRange(0, 3) == 0) task.serialFraction = static_cast<double>(*inRange(0, 1001)) / 1000;
    if (!task.serialFraction) task.efficiency = several<double>([] { return anyQuantity(); });
    task.memory = anyQuantity();
    task.accelerator = anyText();
    task.firstItem = *rc::gen::arbitrary<std::uint32_t>();
    task.itemCount = *rc::gen::arbitrary<std::uint32_t>();
    task.release = anyQuantity();
    task.priority = *inRange(-100, 101);
    return task;
}

InlineWorkload anyInlineWorkload() {
    InlineWorkload workload;
    workload.tasks = several<InlineTask>(anyTask, 1);
    workload.edges = several<InlineEdge>([] { return InlineEdge{anyText(), anyText(), anyQuantity()}; });
    workload.files = several<InlineFile>([] {
        return InlineFile{anyText(), anyQuantity(), anyText(), several<std::string>([] { return anyText(); })};
    });
    return workload;
}

Profile anyProfile() {
    Profile profile;
    if (*inRange(0, 2) == 0) return profile;
    profile.points = several<Profile::Point>([] { return Profile::Point{anyQuantity(), anyQuantity()}; }, 1);
    if (*rc::gen::arbitrary<bool>()) profile.loopAfter = anyQuantity();
    return profile;
}

InlineNode anyNode() {
    InlineNode node;
    node.id = anyText();
    node.speed = anyQuantity(1e-9);
    node.storage = *rc::gen::arbitrary<bool>();
    node.cores = *inRange(node.storage ? 0u : 1u, 1'000'001u);
    node.memory = anyQuantity();
    node.accelerators = several<AcceleratorInfo>([] { return AcceleratorInfo{anyText(), *inRange(1u, 10'001u), anyQuantity(), anyQuantity(), anyQuantity()}; });
    node.group = anyText();
    node.disks = several<DiskInfo>([] { return DiskInfo{anyText(), anyQuantity(), anyQuantity(), anyQuantity()}; });
    node.speedProfile = anyProfile();
    node.stateProfile = anyProfile();
    return node;
}

InlinePlatform anyInlinePlatform() {
    InlinePlatform platform;
    platform.nodes = several<InlineNode>(anyNode, 1);
    const std::size_t n = platform.nodes.size();
    if (n == 1 && *rc::gen::arbitrary<bool>()) return platform;  // no links needed
    platform.star = *rc::gen::arbitrary<bool>();
    const std::size_t all = platform.star ? n : n * n;
    const auto values = [&] {
        std::vector<double> out(*rc::gen::element(std::size_t{1}, all));
        for (double& value : out) value = anyQuantity();
        return out;
    };
    platform.bandwidth = values();
    platform.latency = values();
    platform.profiles = several<InlineLinkProfiles>([] {
        return InlineLinkProfiles{anyText(), anyProfile(), anyProfile(), anyProfile()};
    });
    return platform;
}

Assumptions anyAssumptions() {
    Assumptions assume;
    using Of = Assumptions::RuntimeRule::Of;
    const Of of = *rc::gen::element(Of::seconds, Of::mean, Of::median);
    if (*rc::gen::arbitrary<bool>()) assume.runtime = {of, of == Of::seconds ? anyQuantity() : 0};
    if (*rc::gen::arbitrary<bool>()) assume.size = anyQuantity();
    if (*rc::gen::arbitrary<bool>()) assume.cores = *inRange(1, 1000);
    if (*rc::gen::arbitrary<bool>()) assume.sizeFactor = anyQuantity(1e-9);
    return assume;
}

WorkloadSource anyWorkload() {
    switch (*inRange(0, 3)) {
        case 0:
            return anySpec("chain");
        case 1:
            return FileReference{anyText(), anyAssumptions()};
        default:
            return anyInlineWorkload();
    }
}

PlatformSource anyPlatform() {
    switch (*inRange(0, 3)) {
        case 0:
            return anySpec(*rc::gen::element<std::string>("star", "two-tier", "full"));
        case 1:
            return FileReference{anyText()};
        default:
            return anyInlinePlatform();
    }
}

FailurePlan anyFailures() {
    FailurePlan plan;
    const auto maybeNever = [] { return *rc::gen::arbitrary<bool>() ? Time::never() : anyTime(); };
    plan.crashes = several<NodeCrash>([&] { return NodeCrash{anyText(), anyTime(), maybeNever()}; });
    plan.random = several<RandomFailures>([] { return RandomFailures{anyText(), anyQuantity(1e-9), anyQuantity()}; });
    plan.slowdowns = several<Slowdown>([&] {
        return Slowdown{anyText(), anyTime(), maybeNever(), 1 + static_cast<double>(*inRange(0, 1000)) / 7};
    });
    plan.cuts = several<LinkCut>([&] { return LinkCut{anyText(), anyTime(), maybeNever()}; });
    plan.randomCuts = several<RandomCuts>([] { return RandomCuts{anyText(), anyQuantity(1e-9), anyQuantity()}; });
    plan.stallTimeout = 1e-3 + static_cast<double>(*inRange(0, 1000)) / 7;
    return plan;
}

ScenarioFile anyScenario() {
    ScenarioFile file;
    file.name = anyText();
    file.description = anyText(40);
    file.seed = *rc::gen::arbitrary<std::uint64_t>();
    file.scheduler = anySpec(anyWord());
    file.network = anySpec(anyWord());
    file.compute = anySpec(anyWord());
    file.workload = anyWorkload();
    file.platform = anyPlatform();
    file.failures = anyFailures();
    file.retry = {*inRange(1u, 1'000'001u), anyQuantity(), 1 + static_cast<double>(*inRange(0, 1000)) / 7};
    file.information = anySpec(anyWord());
    file.viewDelay = anyQuantity();
    file.fetchAhead = *rc::gen::arbitrary<bool>();
    file.disks = {*rc::gen::arbitrary<bool>(), static_cast<DiskTransfers>(*inRange(0, 3))};
    file.real = {anySpec(anyWord()), *inRange(0u, 1025u), anyText(), *rc::gen::arbitrary<bool>()};
    return file;
}

TEST(RoundTrip, WhatIsWrittenReadsBackTheSame) {
    const bool held = rc::check("parse(format(scenario)) == scenario", [] {
        const ScenarioFile file = anyScenario();
        const std::string text = formatScenario(file);
        const Result<ScenarioFile> back = parseScenario(text, "");
        if (!back.ok()) RC_FAIL(back.error().text() + "\n" + text);
        if (!(*back == file)) RC_FAIL("differs:\n" + text + "\n" + formatScenario(*back));
        RC_ASSERT(formatScenario(*back) == text);
    });
    EXPECT_TRUE(held);
}

TEST(RoundTrip, DefaultsAreLeftOut) {
    const std::string text = formatScenario(ScenarioFile{});
    EXPECT_EQ(text, R"({
  "clusterloom": 1,
  "seed": 1,
  "scheduler": "heft",
  "network": "unshared",
  "platform": "star[nodes=4]",
  "workload": "chain"
}
)");
}

TEST(RoundTrip, TheCanonicalFormIsPleasantToRead) {
    const Result<ScenarioFile> file = parseScenario(R"({"clusterloom": 1, "name": "two", "platform": {"links": {"full":
      {"bandwidth": [[0, 1], ["10 Gbps", 0]], "latency": 2e-5}}, "nodes": [{"speed": 3e9, "id": "P1"}, {"id": "P2"}]},
      "workload": {"edges": [{"to": "b", "from": "a", "bytes": 1.5e6}], "tasks": [{"id": "a", "work": 5e9},
      {"id": "b", "runtimes": {"P1": 14, "P2": 16.5}}]}})",
                                                    "");
    ASSERT_TRUE(file.ok()) << file.error().text();
    EXPECT_EQ(formatScenario(*file), R"({
  "clusterloom": 1,
  "name": "two",
  "seed": 1,
  "scheduler": "heft",
  "network": "unshared",
  "platform": {
    "nodes": [
      {"id": "P1", "speed": "3 Gf"},
      {"id": "P2"}
    ],
    "links": {
      "full": {
        "latency": "20 us",
        "bandwidth": [[0, 1], ["10 Gbps", 0]]
      }
    }
  },
  "workload": {
    "tasks": [
      {"id": "a", "work": "5 Gflop"},
      {"id": "b", "runtimes": {"P1": 14, "P2": 16.5}}
    ],
    "edges": [
      {"from": "a", "to": "b", "bytes": "1.5 MB"}
    ]
  }
}
)");
}

}  // namespace
}  // namespace loom
