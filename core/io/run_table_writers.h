// The tables' writers, one function each. Inside core/io only.
#pragma once

#include "core/io/run_tables.h"

namespace loom {

Status writeTaskRows(const Run& run, RowSink& sink);
Status writeAttemptRows(const Run& run, RowSink& sink);
Status writeDecisionRows(const Run& run, RowSink& sink);
Status writeTransferRows(const Run& run, RowSink& sink);
Status writeNodeRows(const Run& run, RowSink& sink);
Status writeLinkRows(const Run& run, RowSink& sink);
Status writeMetricRows(const Run& run, RowSink& sink);
Status writeIncumbentRows(const Run& run, RowSink& sink);
Status writeRecordRows(const Run& run, RowSink& sink);

// A number of a task, node or lane; Record::kNone is no value.
inline void idOrNull(RowSink& sink, std::uint32_t id) {
    if (id == Record::kNone)
        sink.null();
    else
        sink.integer(id);
}

}  // namespace loom
