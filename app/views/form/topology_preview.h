// A platform drawn small, without a run.
#pragma once

#include <memory>

#include <QWidget>

#include "app/views/topology/topology_layout.h"

namespace loom {

class TopologyPreview : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kMostLinks = 40'000;  // more are not drawn here

    explicit TopologyPreview(QWidget* parent = nullptr);
    void setPlatform(std::shared_ptr<const Platform> platform);
    [[nodiscard]] QSize sizeHint() const override { return {420, 280}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::shared_ptr<const Platform> platform_;
    TopologyLayout layout_;
};

}  // namespace loom
