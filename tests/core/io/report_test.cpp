#include "core/io/report.h"

#include <gtest/gtest.h>

#include "core/base/units.h"
#include "core/io/report_text.h"
#include "core/io/xml_tree.h"
#include "tests/core/io/run_file_support.h"
#include "tests/support/trace_text.h"

namespace loom {
namespace {

std::string reportOf(const Run& run, ReportLanguage language = ReportLanguage::english) {
    return writeReport(run, {language, "9.9", "clusterloom run x --report y"});
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

// Well formed, and nothing in it that is fetched or run.
void expectSelfContained(const std::string& html) {
    const Result<XmlTree> tree = XmlTree::parse(html.substr(html.find('\n') + 1));
    ASSERT_TRUE(tree.ok()) << tree.error().text();
    for (const char* const word : {"<script", "<img", "<link", "src=", "href=", "url(http", "@import", "<iframe"})
        EXPECT_FALSE(holds(html, word)) << word;
}

TEST(Report, HoldsEverySectionAndTheNumbers) {
    const RunPtr run = test::troubledRun();
    const std::string html = reportOf(*run);
    expectSelfContained(html);
    for (const Phrase section : {Phrase::answers, Phrase::metrics, Phrase::timeline, Phrase::course, Phrase::chain, Phrase::links,
                                 Phrase::attemptTable, Phrase::reproduce})
        EXPECT_TRUE(holds(html, "<h2>" + phrase(section, ReportLanguage::english))) << phrase(section, ReportLanguage::english);
    EXPECT_TRUE(holds(html, fingerprint(*run->trace)));
    EXPECT_TRUE(holds(html, "clusterloom 9.9"));
    EXPECT_TRUE(holds(html, "clusterloom run x --report y"));
    EXPECT_TRUE(holds(html, "layered[tasks=120,width=12]"));
    EXPECT_TRUE(holds(html, "url(#lost)")) << "lost attempts are drawn";
    EXPECT_EQ(countOf(html, "<svg"), 3u);
}

TEST(Report, TellsHowAPlanWasFound) {
    const RunPtr run = test::troubledRun(7, Spec{"portfolio", {{"of", "met+heft"}}});
    const std::string html = reportOf(*run);
    expectSelfContained(html);
    EXPECT_TRUE(holds(html, "<h2>How the plan was found"));
    EXPECT_TRUE(holds(html, "2 evaluations, " + std::to_string(run->search->incumbents.size()) + " plans"));
    EXPECT_TRUE(holds(html, formatQuantity(run->search->makespan().seconds(), Dimension::time)));
    EXPECT_EQ(countOf(html, "<svg"), 4u);
    EXPECT_FALSE(holds(reportOf(*test::troubledRun()), "How the plan was found"));
}

TEST(Report, InChineseNoEnglishSentenceIsLeft) {
    const std::string html = reportOf(*test::troubledRun(), ReportLanguage::chinese);
    expectSelfContained(html);
    EXPECT_TRUE(holds(html, "lang=\"zh-CN\""));
    EXPECT_TRUE(holds(html, "完工时间"));
    EXPECT_FALSE(holds(html, "Makespan<"));
    for (std::size_t i = 0; i < static_cast<std::size_t>(Phrase::count); ++i)
        EXPECT_NE(phrase(static_cast<Phrase>(i), ReportLanguage::english), phrase(static_cast<Phrase>(i), ReportLanguage::chinese));
}

TEST(Report, OfManyAttemptsIsBoundedAndSaysSo) {
    ScenarioFile file;
    file.name = "many";
    file.workload = Spec{"fork-join", {{"width", "5000"}}};
    file.platform = Spec{"star", {{"nodes", "200"}, {"cores", "4"}}};
    file.scheduler = Spec{"fifo", {}};
    const std::string html = reportOf(*test::simulated(file));
    expectSelfContained(html);
    EXPECT_LT(html.size(), 1'500'000u);
    EXPECT_TRUE(holds(html, phrase(Phrase::timelineBinned, ReportLanguage::english)));
    EXPECT_TRUE(holds(html, "500 of 500"));  // of 5002 rows or so
}

TEST(Report, OfARunThatNeverBeganIsStillADocument) {
    const loom::Run run = test::runFromText("node P1 ; task t1 4", "0 over stuck");
    const std::string html = reportOf(run);
    expectSelfContained(html);
    EXPECT_TRUE(holds(html, "Nothing ran."));
}

TEST(Report, HostileNamesStayText) {
    const loom::Run run = test::runFromText("node <b>&\"' ; task </svg><script>\xFF 1",
                                            "0 begin </svg><script>\xFF <b>&\"':0 ; 1 end </svg><script>\xFF <b>&\"':0 ; 1 over finished");
    const std::string html = reportOf(run);
    expectSelfContained(html);
    EXPECT_TRUE(holds(html, "&lt;/svg&gt;&lt;script&gt;\xEF\xBF\xBD"));
}

TEST(Report, KnowsItsLanguages) {
    EXPECT_EQ(*parseReportLanguage("zh"), ReportLanguage::chinese);
    EXPECT_FALSE(parseReportLanguage("de").ok());
}

}  // namespace
}  // namespace loom
