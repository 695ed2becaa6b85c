#include "core/trace/job_times.h"

#include <gtest/gtest.h>

#include "tests/support/trace_text.h"

namespace loom {
namespace {

TEST(JobTimes, CountFromTheReleaseToTheAttemptThatCommitted) {
    // a waits 1 s and runs 20 s; b fails at first, begins again 10 s after its release and runs 2 s; c has not ended.
    const loom::Run run = test::runFromText("node P cores=3 ; task a 20 ; task b 2 release=5 ; task c 9",
                                      "0 ready a ; 1 begin a P:0 ; 5 begin b P:1 ; 6 fail b P:1 ; 15 begin b P:1 #1 ; 17 end b P:1 #1 ; "
                                      "18 begin c P:1 ; 21 end a P:0");
    const std::optional<JobTimes> jobs = jobTimes(run);
    ASSERT_TRUE(jobs.has_value());
    EXPECT_DOUBLE_EQ(jobs->wait, (1.0 + 10.0) / 2);
    EXPECT_DOUBLE_EQ(jobs->response, (21.0 + 12.0) / 2);
    EXPECT_DOUBLE_EQ(jobs->slowdown, (21.0 / 20 + 12.0 / 2) / 2);
    EXPECT_DOUBLE_EQ(jobs->boundedSlowdown, (21.0 / 20 + 12.0 / 10) / 2);
}

TEST(JobTimes, AreOfJobsWithReleaseTimesOnly) {
    EXPECT_FALSE(jobTimes(test::runFromText("node P ; task a 1", "0 begin a P:0 ; 1 end a P:0")).has_value());
    EXPECT_FALSE(jobTimes(test::runFromText("node P ; task a 1 release=1", "")).has_value());
}

}  // namespace
}  // namespace loom
