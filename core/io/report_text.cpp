#include "core/io/report_text.h"

#include <array>

namespace loom {

namespace {

struct Row {
    Phrase phrase;
    const char* english;
    const char* chinese;
};

using enum Phrase;
// In the order of the enum, which is checked where it is compiled.
constexpr std::array<Row, static_cast<std::size_t>(count)> kRows{{
    {languageCode, "en", "zh-CN"},
    {title, "Run report", "运行报告"},
    {summary, "Scenario", "场景"},
    {scenario, "Name", "名称"},
    {workload, "Workload", "工作负载"},
    {platform, "Platform", "平台"},
    {scheduler, "Scheduler", "调度器"},
    {network, "Network", "网络"},
    {models, "Models", "模型"},
    {world, "World", "运行方式"},
    {outcome, "Outcome", "结果"},
    {simulated, "simulated", "模拟"},
    {real, "run for real on this machine", "在本机真实运行"},
    {finished, "finished", "已完成"},
    {failed, "failed", "失败"},
    {stuck, "stuck", "停滞"},
    {cancelled, "cancelled", "已取消"},
    {tasksAndEdges, "%1 tasks, %2 edges", "%1 个任务，%2 条边"},
    {nodesAndCores, "%1 nodes, %2 cores", "%1 个节点，%2 个核"},
    {answers, "The answers side by side", "各种答案对照"},
    {answer, "Answer", "答案"},
    {makespan, "Makespan", "完工时间"},
    {difference, "Difference to this run", "与本次运行的差"},
    {formulaSerial, "formula: serial total T = Σ(tᵢ+cᵢ)+r", "公式：串行总时间 T = Σ(tᵢ+cᵢ)+r"},
    {formulaParallel, "formula: parallel form max(tᵢ+cᵢ)+r", "公式：并行形式 max(tᵢ+cᵢ)+r"},
    {formulaBound, "formula: lower bound max(critical path, area)", "公式：下界 max(关键路径, 面积)"},
    {thisSimulation, "simulation (this run)", "模拟（本次运行）"},
    {thisRealRun, "real run (this run)", "真实运行（本次运行）"},
    {recorded, "recorded in the imported trace", "导入的轨迹中记录的"},
    {lawsNote, "Laws of this scenario, in SI units. Names and sentences are those of the catalogue.",
     "本场景适用的定律，单位为国际单位制。名称与说明按目录原文（英文）。"},
    {law, "Law", "定律"},
    {value, "Value", "值"},
    {formula, "Formula", "公式"},
    {notHere, "What it assumes and this scenario breaks", "定律的假设在本场景中不成立之处"},
    {metrics, "Metrics", "指标"},
    {measure, "Measure", "指标"},
    {committed, "Tasks committed", "已提交的任务"},
    {attempts, "Attempts", "尝试次数"},
    {failedAttempts, "of them failed", "其中失败"},
    {bytesMoved, "Bytes moved", "传输的字节数"},
    {transfers, "Transfers", "传输次数"},
    {busy, "Busy core time", "核忙碌时间"},
    {wasted, "Wasted core time", "核浪费时间"},
    {down, "Node down time", "节点停机时间"},
    {utilisation, "Utilisation", "利用率"},
    {throughput, "Throughput", "吞吐量"},
    {meanReady, "Ready tasks waiting, mean", "等待的就绪任务（平均）"},
    {peakReady, "Ready tasks waiting, peak", "等待的就绪任务（峰值）"},
    {serial, "All tasks on the best single node", "全部任务在最好的单个节点上"},
    {speedup, "Speed-up", "加速比"},
    {efficiency, "Efficiency", "效率"},
    {criticalBound, "Critical path (lower bound)", "关键路径（下界）"},
    {areaBound, "Area bound (lower bound)", "面积界（下界）"},
    {lengthRatio, "Schedule length ratio", "调度长度比"},
    {timeline, "Timeline of the nodes", "节点时间线"},
    {timelineNote, "One row a lane, one bar an attempt, coloured by kind of task.", "每行一个槽位，每条一次尝试，按任务种类着色。"},
    {timelineBinned, "Too many attempts or lanes to draw one by one: the darker, the busier the nodes of the row were.",
     "尝试或槽位太多，无法逐条绘制：颜色越深，该行的节点越忙。"},
    {kinds, "Kinds", "种类"},
    {lost, "lost", "丢失"},
    {nodeDown, "node down", "节点停机"},
    {otherKinds, "and %1 more kinds", "另有 %1 个种类"},
    {course, "Course of the run", "运行过程"},
    {utilisationCourse, "Utilisation of all cores", "全部核的利用率"},
    {throughputCourse, "Tasks committed per second", "每秒提交的任务数"},
    {chain, "Critical path of the run", "本次运行的关键路径"},
    {chainNote, "What the last task waited for, back to the start: each attempt began when the one above it let it.",
     "最后一个任务一直追溯到开始所等待的：每次尝试都要等到上一行的尝试让它开始。"},
    {task, "Task", "任务"},
    {node, "Node", "节点"},
    {begin, "Begin", "开始"},
    {end, "End", "结束"},
    {duration, "Duration", "时长"},
    {waitedFor, "Waited for", "等待"},
    {gap, "Gap before it", "之前的间隔"},
    {causeStart, "the start", "开始"},
    {causeInput, "an input", "输入"},
    {causeCore, "a core", "核"},
    {links, "Use of the links", "链路使用情况"},
    {linksNote, "The busiest links first.", "最忙的链路在前。"},
    {link, "Link", "链路"},
    {bandwidth, "Bandwidth", "带宽"},
    {busyShare, "Busy", "忙碌"},
    {peak, "Most at once", "同时最多"},
    {noTransfers, "Nothing crossed a link.", "没有数据经过链路。"},
    {attemptTable, "Attempts", "尝试"},
    {attempt, "No.", "序号"},
    {lane, "Lane", "槽位"},
    {ended, "Ended", "结局"},
    {endCommitted, "committed", "已提交"},
    {endLost, "lost", "丢失"},
    {endOpen, "open", "未结束"},
    {leftOut, "%1 of %2 rows are shown. All of them: clusterloom convert RUN.loom FOLDER --to csv",
     "共 %2 行，显示 %1 行。全部导出：clusterloom convert RUN.loom FOLDER --to csv"},
    {reproduce, "To make this run again", "重现本次运行"},
    {seed, "Seed", "随机种子"},
    {fingerprintOf, "Fingerprint of the records", "记录的指纹"},
    {version, "Version", "版本"},
    {command, "Command", "命令"},
    {records, "Records", "记录数"},
    {wall, "Computed in", "计算用时"},
    {scenarioText, "Scenario file", "场景文件"},
    {scenarioCut, "The scenario is too long to stand here; it is in the saved run.", "场景文件过长，未列于此；它保存在运行文件中。"},
    {warnings, "Warnings", "警告"},
    {nothingRan, "Nothing ran.", "没有任何任务运行。"},
    {time, "Time", "时间"},
    {search, "How the plan was found", "方案的搜索过程"},
    {searchNote, "%1 evaluations, %2 plans each shorter than all before it.", "共 %1 次评估，先后找到 %2 个方案，每个都比之前的更短。"},
    {evaluations, "Evaluations", "评估次数"},
    {incumbent, "Shortest plan so far", "目前最短的方案"},
    {aboveBound, "Above the lower bound", "高于下界"},
    {lowerBound, "Lower bound", "下界"},
    {provedOptimal, "The last plan is proved optimal.", "最后的方案已证明最优。"},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (static_cast<std::size_t>(kRows[i].phrase) != i) return false;
    return true;
}
static_assert(inOrder());

}  // namespace

std::string phrase(Phrase phrase, ReportLanguage language) {
    const Row& row = kRows[static_cast<std::size_t>(phrase)];
    return language == ReportLanguage::chinese ? row.chinese : row.english;
}

}  // namespace loom
