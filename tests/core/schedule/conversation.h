// An online scheduler is told what happens, and says what it decides.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/cost/estimator.h"
#include "core/schedule/scheduler.h"
#include "core/trace/run.h"
#include "tests/support/reference_instance.h"

namespace loom::test {

// The world is written as in tests/support/trace_text.h. Data is where it was said to be, and where tasks that are done made it.
// Names of tasks, data and nodes are separated by spaces; unknown ones throw.
class Conversation : private DataLocations {
public:
    Conversation(const std::string& scheduler, const std::string& world);

    Conversation& at(double seconds);  // now
    Conversation& ready(const std::string& tasks);
    Conversation& has(const std::string& node, const std::string& data);
    Conversation& done(const std::string& tasks, double took = 1);  // on the nodes they were placed on
    Conversation& failed(const std::string& task);
    Conversation& refused(const std::string& task);  // its last placement had no effect
    Conversation& down(const std::string& node);     // takes off what is on it
    Conversation& up(const std::string& node);

    // Asks it: "task>node" of every placement, in order.
    std::string decide();
    // When it wants to be asked again, s; -1 when it does not.
    [[nodiscard]] double wake() const;
    // Of the last placement.
    [[nodiscard]] const Decision& why() const { return log_.decisions.back(); }

private:
    [[nodiscard]] bool has(DataId data, NodeId node) const override;
    [[nodiscard]] NodeId source(DataId data, NodeId destination) const override;
    [[nodiscard]] TaskId task(const std::string& name) const;
    [[nodiscard]] NodeId node(const std::string& name) const;
    void leave(TaskId task, TaskNews::What what, Time took = Time::zero());

    Run run_;
    Estimator estimate_;
    std::unique_ptr<Scheduler> scheduler_;
    Time now_;
    std::vector<TaskId> ready_;
    std::map<TaskId, NodeId> placed_, before_;
    std::set<NodeId> down_;
    std::set<std::pair<DataId, NodeId>> data_;
    std::vector<TaskNews> news_;
    AllDecisions log_;
};

}  // namespace loom::test
