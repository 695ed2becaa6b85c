#include "core/schedule/families.h"

#include <gtest/gtest.h>

#include <map>

#include "core/schedule/scheduler.h"

namespace loom::test {
namespace {

TEST(Families, HaveEveryRegisteredSchedulerOnce) {
    std::map<std::string, int> times;
    for (const SchedulerFamily& family : schedulerFamilies())
        for (const std::string& member : family.members) ++times[member];
    for (const RegistryEntry& entry : schedulerRegistry()) {
        EXPECT_EQ(times[entry.name], 1) << entry.name;
        EXPECT_FALSE(familyOf(entry.name).empty());
    }
    EXPECT_EQ(times.size(), schedulerRegistry().size());
    EXPECT_EQ(familyOf("no-such"), "");
}

}  // namespace
}  // namespace loom::test
