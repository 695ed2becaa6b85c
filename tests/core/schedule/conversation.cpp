#include "tests/core/schedule/conversation.h"

#include <algorithm>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "tests/support/trace_text.h"

namespace loom::test {

namespace {

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

}  // namespace

Conversation::Conversation(const std::string& scheduler, const std::string& world)
    : run_(runFromText(world, "")),
      estimate_(*run_.scenario->graph, *run_.scenario->platform),
      scheduler_(std::move(*makeScheduler(*parseSpec(scheduler)))) {}

Conversation& Conversation::at(double seconds) {
    now_ = Time::fromSeconds(seconds);
    return *this;
}

Conversation& Conversation::ready(const std::string& tasks) {
    for (const std::string& name : wordsOf(tasks)) ready_.push_back(task(name));
    return *this;
}

Conversation& Conversation::has(const std::string& where, const std::string& data) {
    for (const std::string& name : wordsOf(data)) {
        bool known = false;
        for (std::size_t d = 0; d < estimate_.graph().dataCount(); ++d) {
            if (estimate_.graph().dataName(DataId(d)) != name) continue;
            data_.insert({DataId(d), node(where)});
            known = true;
        }
        if (!known) throw std::invalid_argument("no data " + name);
    }
    return *this;
}

void Conversation::leave(TaskId left, TaskNews::What what, Time took) {
    news_.push_back({what, left, placed_.at(left), took});
    placed_.erase(left);
}

Conversation& Conversation::done(const std::string& tasks, double took) {
    for (const std::string& name : wordsOf(tasks)) {
        for (const DataId data : estimate_.graph().outputs(task(name))) data_.insert({data, placed_.at(task(name))});
        leave(task(name), TaskNews::What::committed, Time::fromSeconds(took));
    }
    return *this;
}

Conversation& Conversation::failed(const std::string& name) {
    leave(task(name), TaskNews::What::failed);
    return *this;
}

Conversation& Conversation::refused(const std::string& name) {
    const TaskId id = task(name);
    news_.push_back({TaskNews::What::refused, id, placed_.at(id)});
    placed_.erase(id);
    if (before_.contains(id)) placed_[id] = before_.at(id);
    else ready_.push_back(id);
    return *this;
}

Conversation& Conversation::down(const std::string& name) {
    down_.insert(node(name));
    std::erase_if(data_, [&](const auto& copy) { return copy.second == node(name); });
    std::vector<TaskId> there;
    for (const auto& [id, where] : placed_)
        if (where == node(name)) there.push_back(id);
    for (const TaskId id : there) {
        leave(id, TaskNews::What::takenOff);
        ready_.push_back(id);
    }
    return *this;
}

Conversation& Conversation::up(const std::string& name) {
    down_.erase(node(name));
    return *this;
}

std::string Conversation::decide() {
    std::vector<NodeView> nodes;
    for (std::size_t n = 0; n < estimate_.platform().nodeCount(); ++n) {
        const NodeInfo& info = estimate_.platform().node(NodeId(n));
        NodeView view{!down_.contains(NodeId(n)), info.cores, std::numeric_limits<double>::infinity()};
        for (const auto& [id, where] : placed_)
            if (where == NodeId(n)) view.freeCores -= std::min(view.freeCores, estimate_.graph().cores(id));
        nodes.push_back(view);
    }
    const NodeSet open = openNodes(nodes);
    std::vector<Placement> placements;
    scheduler_->react(View{estimate_, now_, ready_, nodes, this, 1, &open, nullptr, news_}, placements, &log_);
    news_.clear();
    std::string out;
    for (const Placement& p : placements) {
        out += (out.empty() ? "" : " ") + std::string(estimate_.graph().name(p.task)) + ">" + estimate_.platform().node(p.node).name;
        before_.erase(p.task);
        if (placed_.contains(p.task)) before_[p.task] = placed_.at(p.task);
        placed_[p.task] = p.node;
        std::erase(ready_, p.task);
    }
    return out;
}

double Conversation::wake() const {
    const Time wake = scheduler_->wakeAt();
    return wake > now_ && !wake.isNever() ? wake.seconds() : -1;
}

bool Conversation::has(DataId data, NodeId where) const { return data_.contains({data, where}); }

NodeId Conversation::source(DataId data, NodeId) const {
    for (const auto& [known, where] : data_)
        if (known == data) return where;
    return {};
}

TaskId Conversation::task(const std::string& name) const {
    const std::optional<TaskId> id = estimate_.graph().find(name);
    if (!id) throw std::invalid_argument("no task " + name);
    return *id;
}

NodeId Conversation::node(const std::string& name) const {
    const NodeId id = estimate_.platform().find(name);
    if (!id.valid()) throw std::invalid_argument("no node " + name);
    return id;
}

}  // namespace loom::test
