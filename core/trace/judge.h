// The checker's reading of one trace: the state of contract 7.4 and the rules, record by record.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/trace/checker.h"
#include "core/trace/core_account.h"
#include "core/trace/data_copies.h"
#include "core/trace/node_use.h"
#include "core/trace/transfer_table.h"

namespace loom {

// Feed the records in order, then call finish(). Used once.
class Judge {
public:
    explicit Judge(const Run& run);
    void read(std::size_t index, const Record& record);
    void finish();
    [[nodiscard]] std::vector<Violation>& violations() { return violations_; }

private:
    enum class Phase : std::uint8_t { idle, placed, running };
    struct TaskFacts {
        Phase phase = Phase::idle;
        bool committed = false;  // and its outputs are not known to be needed again
        bool everCommitted = false;
        std::uint16_t attempt = 0;  // running
        std::uint32_t begun = 0;    // attempts
        NodeId node;                // placed on or running on
        std::uint32_t lane = Record::kNone;
        std::uint32_t life = 0;  // of the node when placed or begun
    };
    struct NodeFacts {
        bool up = true;
        std::uint32_t life = 0;  // times it went down
        Time downSince;
    };
    struct Flight {
        std::uint32_t fromLife = 0, toLife = 0;
    };

    void dispatch(const Record& record);
    void requireReleased(TaskId task, const char* what);
    void ready(const Record& record);
    void place(const Record& record);
    void begin(const Record& record);
    void beginOnNode(const Record& record);
    void checkInputs(const Record& record);
    void end(const Record& record);
    void retry(const Record& record);
    void transferBegin(const Record& record);
    void transferEnd(const Record& record);
    void requireWay(const Record& record);
    void nodeDown(const Record& record);
    void runEnd(const Record& record);
    void checkBounds();

    // judge_shares.cpp: tasks that share cores
    void changeSpeed(const Record& record);
    void checkShares(const Record& record);

    void leave(TaskId task);
    void hold(TaskId task, NodeId node, std::uint32_t lane);
    bool requireUp(NodeId node, const std::string& what);
    void blame(const char* rule, const std::string& text);
    [[nodiscard]] std::string name(TaskId task) const;
    [[nodiscard]] std::string name(NodeId node) const;
    [[nodiscard]] std::string name(DataId data) const;

    const Run& run_;
    const TaskGraph& graph_;
    const Platform& platform_;
    std::vector<TaskFacts> tasks_;
    std::vector<NodeFacts> nodes_;
    std::vector<NodeUse> use_;
    std::unique_ptr<CoreAccount> shares_;  // where tasks share cores
    double leastSpeed_ = 1;                // of a node so far, above zero
    DataCopies copies_;
    TransferTable open_;           // index into flights_
    std::vector<Flight> flights_;  // by order of begin
    std::size_t index_ = 0;        // of the record being read
    Time now_;
    Time lastCommit_;
    std::set<LinkId> cut_;  // links that are down
    bool ended_ = false;
    bool finished_ = false;
    bool spedUp_ = false;  // some node ran faster than nominal
    std::vector<Violation> violations_;
};

}  // namespace loom
