// Several views of runs that show the same moment, the same stretch of time and the same selection.
#pragma once

#include <vector>

#include <QObject>

#include "app/view_state.h"

namespace loom {

// GUI thread. What changes in one of the views is passed on to the others while they are linked; nodes go by their names. The views must outlive
// the link, or be taken out with setViews().
class ViewLink : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // They follow the first one at once, if linked.
    void setViews(std::vector<ViewState*> views);
    // The same with one time axis: all get the horizon.
    void setViews(const std::vector<ViewState*>& views, Time horizon);
    [[nodiscard]] bool linked() const { return linked_; }
    // Linked anew, they follow the first.
    void setLinked(bool linked);

private:
    void alignWith(const ViewState& first);
    void passCursor(const ViewState& from);
    // Calls `take` for the other views; what they signal meanwhile is an echo.
    template <class Take>
    void passOn(const ViewState& from, Take take);

    std::vector<ViewState*> views_;
    bool linked_ = true;
    bool passing_ = false;
    Time at_;  // where the views were sent last: a long run arrives there later
};

}  // namespace loom
