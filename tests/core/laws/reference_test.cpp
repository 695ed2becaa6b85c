// Every vector of the reference file: computed by core/laws and compared as its how_to_use says, or named here with
// the engine it needs.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <set>

#include "tests/core/laws/law_vectors.h"
#include "tests/support/shared_data.h"

namespace loom::laws::test {
namespace {

constexpr const char* kFile = "reference/laws.json";

// Vectors that are no closed forms: the rooms that own the engine test them.
const std::map<std::string, std::string> kEngineVectors{
    {"MAXMIN1", "needs the max-min flow solver (sim/flow)"},
    {"MAXMIN_BOUND", "needs the max-min flow solver (sim/flow)"},
    {"FLOW_DYN", "needs the flow engine over time (sim/flow)"},
    {"PS_DYN", "needs the flow engine over time (sim/flow)"},
    {"BACKFILL", "needs batch scheduling policies"},
    {"HEFT", "needs a scheduler (core/schedule)"},
    {"MAPPING", "needs schedulers (core/schedule)"},
    {"PREGEL_MAX", "needs the superstep process"},
    {"MR2004", "needs the MapReduce workload and seeds of simulations"},
};

std::vector<LawVector> allVectors() {
    std::vector<LawVector> all;
    for (const auto* table :
         {&performanceVectors(), &networkVectors(), &reliabilityVectors(), &systemVectors(), &peopleVectors()})
        all.insert(all.end(), table->begin(), table->end());
    return all;
}

const Json& referenceFile() {
    static const Json file = [] {
        std::ifstream in(loom::test::sharedFolder() / kFile);
        return in ? Json::parse(in) : Json();
    }();
    return file;
}

// Numbers within rel_tol (1e-9 absolutely when 0 is expected), lists element-wise, everything else exactly.
void expectSame(const Json& expected, const Json& actual, double tolerance, const std::string& place) {
    if (expected.is_number()) {
        ASSERT_TRUE(actual.is_number()) << place << " is " << actual;
        const double e = expected, a = actual;
        EXPECT_LE(std::fabs(a - e), e == 0 ? 1e-9 : tolerance * std::fabs(e))
            << place << ": expected " << expected << ", got " << actual;
        return;
    }
    if (expected.is_array()) {
        ASSERT_TRUE(actual.is_array() && actual.size() == expected.size()) << place << " is " << actual;
        for (std::size_t i = 0; i < expected.size(); ++i)
            expectSame(expected[i], actual[i], tolerance, place + "[" + std::to_string(i) + "]");
        return;
    }
    if (expected.is_object()) {
        for (const auto& [key, value] : expected.items()) {
            ASSERT_TRUE(actual.contains(key)) << place << "." << key << " is missing";
            expectSame(value, actual[key], tolerance, place + "." + key);
        }
        return;
    }
    EXPECT_EQ(expected, actual) << place;
}

class ReferenceLaw : public testing::TestWithParam<LawVector> {};

TEST_P(ReferenceLaw, EqualsTheReference) {
    LOOM_NEEDS_SHARED(kFile);
    const LawVector& law = GetParam();
    for (const Json& vector : referenceFile()["vectors"]) {
        if (vector["id"] != law.id) continue;
        Json expected = vector["expected"];
        for (const std::string& key : law.simulated) ASSERT_EQ(expected.erase(key), 1u) << key;
        ASSERT_FALSE(expected.empty());
        expectSame(expected, law.actual(vector["inputs"]), vector["rel_tol"], law.id);
        return;
    }
    FAIL() << law.id << " is not in the reference file";
}

std::string testName(const testing::TestParamInfo<LawVector>& info) { return info.param.id; }

INSTANTIATE_TEST_SUITE_P(Vectors, ReferenceLaw, testing::ValuesIn(allVectors()), testName);

TEST(ReferenceLaws, EveryVectorIsComputedOrNamedWithItsEngine) {
    LOOM_NEEDS_SHARED(kFile);
    std::set<std::string> computed;
    for (const LawVector& law : allVectors()) EXPECT_TRUE(computed.insert(law.id).second) << law.id << " stands twice";
    std::size_t section17 = 0;
    for (const Json& vector : referenceFile()["vectors"]) {
        const std::string id = vector["id"];
        const bool engine = kEngineVectors.contains(id);
        EXPECT_NE(engine, computed.contains(id)) << id;
        if (vector["section"] == 17) {
            ++section17;
            EXPECT_FALSE(engine) << id << " is a law of section 17";
        }
        if (engine) std::cout << "skipped " << id << ": " << kEngineVectors.at(id) << "\n";
    }
    EXPECT_EQ(referenceFile()["vectors"].size(), referenceFile()["count"]);
    EXPECT_EQ(computed.size() + kEngineVectors.size(), referenceFile()["vectors"].size());
    std::cout << computed.size() << " vectors computed, " << section17 << " of section 17\n";
}

}  // namespace
}  // namespace loom::laws::test
