// Short texts through an importer, for tests.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "core/io/formats.h"

namespace loom::test {

// Through the importer that recognises the text, which must be the one given.
inline Result<ImportedWorkload> imported(const WorkloadImporter& importer, const std::string& text, const Assumptions& assume = {},
                                         const ImportLimits& limits = {}) {
    EXPECT_EQ(importerOf(text), &importer) << text.substr(0, 200);
    return importer.read(text, limits, assume);
}

inline std::string refusal(const WorkloadImporter& importer, const std::string& text, const ImportLimits& limits = {}) {
    const Result<ImportedWorkload> workload = importer.read(text, limits);
    return workload.ok() ? "accepted" : workload.error().text();
}

// "a->b c->d", by names in ascending order of task numbers.
inline std::string edgesOf(const TaskGraph& graph) {
    std::string text;
    for (std::size_t e = 0; e < graph.edgeCount(); ++e)
        text += (text.empty() ? "" : " ") + std::string(graph.name(graph.source(EdgeId(e)))) + "->" + std::string(graph.name(graph.target(EdgeId(e))));
    return text;
}

// Single quotes for double ones, to keep XML and JSON readable.
inline std::string quoted(std::string text) {
    for (char& c : text) c = c == '\'' ? '"' : c;
    return text;
}

// Whether a line of the list begins with the text.
inline bool says(const std::vector<std::string>& lines, const std::string& beginning) {
    for (const std::string& line : lines)
        if (line.starts_with(beginning)) return true;
    return false;
}

}  // namespace loom::test
