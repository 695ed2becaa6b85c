// The words of the report in both languages. Inside core/io only.
#pragma once

#include <string>

#include "core/io/report.h"

namespace loom {

enum class Phrase : std::uint8_t {
    languageCode, title, summary, scenario, workload, platform, scheduler, network, models, world, outcome, simulated, real,
    finished, failed, stuck, cancelled, tasksAndEdges, nodesAndCores, answers, answer, makespan, difference, formulaSerial,
    formulaParallel, formulaBound, thisSimulation, thisRealRun, recorded, lawsNote, law, value, formula, notHere, metrics,
    measure, committed, attempts, failedAttempts, bytesMoved, transfers, busy, wasted, down, utilisation, throughput,
    meanReady, peakReady, serial, speedup, efficiency, criticalBound, areaBound, lengthRatio, timeline, timelineNote,
    timelineBinned, kinds, lost, nodeDown, otherKinds, course, utilisationCourse, throughputCourse, chain, chainNote, task,
    node, begin, end, duration, waitedFor, gap, causeStart, causeInput, causeCore, links, linksNote, link, bandwidth,
    busyShare, peak, noTransfers, attemptTable, attempt, lane, ended, endCommitted, endLost, endOpen, leftOut, reproduce,
    seed, fingerprintOf, version, command, records, wall, scenarioText, scenarioCut, warnings, nothingRan, time,
    search, searchNote, evaluations, incumbent, aboveBound, lowerBound, provedOptimal,
    count  // how many there are
};

// UTF-8 text, not escaped.
std::string phrase(Phrase phrase, ReportLanguage language);

}  // namespace loom
