// The simulated world's tasks where they share the cores of their node; on slots they are entries of the calendar.
#include "sim/virtual/sim_world.h"

namespace loom {

void SimWorld::shareCores(const Compute& compute) {
    Activity& a = activities_[compute.id.index()];
    a.kind = Kind::computeShared;
    a.to = a.node;
    ++a.generation;
    shared_->begin(compute, now_);
}

void SimWorld::completeShared() {
    shared_->complete(now_, through_);
    for (const ActivityId id : through_) {
        activities_[id.index()].kind = Kind::compute;  // the flow is gone
        finish(id);
    }
}

}  // namespace loom
