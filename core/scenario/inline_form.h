// A graph and a platform in the scenario file's inline forms, so that a scenario stands without the files it named.
#pragma once

#include "core/scenario/scenario.h"

namespace loom {

// What buildInlineWorkload makes the same graph of, with the same ids of tasks, edges and data objects: trailing nameless
// objects with one reader become edges, the others files (nameless ones get a name). `platform` names the nodes of
// runtimes; without it runtimes are left out.
InlineWorkload inlineWorkload(const TaskGraph& graph, const Platform* platform = nullptr);

// What buildInlinePlatform makes the same platform of, if it is a star without backbone or has a private link for every
// pair; of any other it keeps the nodes and what a path costs, not which paths share links.
InlinePlatform inlinePlatform(const Platform& platform);

}  // namespace loom
