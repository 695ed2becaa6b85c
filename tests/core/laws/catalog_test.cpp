#include "core/laws/catalog.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "tests/core/laws/law_vectors.h"

namespace loom::laws::test {
namespace {

TEST(LawCatalog, IdsAreUniqueAndRowsComplete) {
    std::map<std::string_view, int> seen;
    for (const LawFamily& family : lawCatalog()) {
        EXPECT_FALSE(family.title.empty());
        for (const LawInfo& law : family.laws) {
            EXPECT_EQ(++seen[law.id], 1) << law.id;
            EXPECT_FALSE(law.title.empty() || law.formula.empty() || law.unit.empty() || law.source.empty()) << law.id;
            EXPECT_EQ(findLaw(law.id), &law);
        }
    }
    EXPECT_EQ(findLaw("no-such-law"), nullptr);
}

TEST(LawCatalog, EveryTestedVectorBelongsToALaw) {
    std::map<std::string, int> described;
    for (const LawFamily& family : lawCatalog())
        for (const LawInfo& law : family.laws) {
            std::istringstream words{std::string(law.vectors)};
            for (std::string id; words >> id;) ++described[id];
        }
    std::size_t count = 0;
    for (const auto* table :
         {&performanceVectors(), &networkVectors(), &reliabilityVectors(), &systemVectors(), &peopleVectors()})
        for (const LawVector& vector : *table) {
            EXPECT_TRUE(described.contains(vector.id)) << vector.id;
            ++count;
        }
    EXPECT_EQ(described.size(), count);
}

}  // namespace
}  // namespace loom::laws::test
