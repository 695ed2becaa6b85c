// The status line: seed, event n of N, events a second, what is hidden, saved or not; progress and Cancel while busy.
#include <QDockWidget>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include "app/icons.h"
#include "app/main_window.h"
#include "app/session/text.h"
#include "app/views/dag/dag_view.h"
#include "app/views/topology/topology_view.h"

namespace loom {

void MainWindow::buildStatus() {
    delete status_;
    delete notices_;
    delete progress_;
    delete cancelButton_;
    statusBar()->setSizeGripEnabled(false);
    status_ = new QLabel;
    status_->setObjectName(QStringLiteral("statusText"));
    status_->setContentsMargins(6, 0, 6, 0);
    notices_ = new QLabel;
    notices_->setObjectName(QStringLiteral("hiddenNotice"));
    progress_ = new QProgressBar;
    progress_->setObjectName(QStringLiteral("progress"));
    progress_->setMaximumWidth(200);
    progress_->setMaximumHeight(fontMetrics().height() + 2);
    cancelButton_ = new QToolButton;
    cancelButton_->setObjectName(QStringLiteral("cancelButton"));
    cancelButton_->setDefaultAction(cancel_);
    cancelButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    statusBar()->addWidget(status_);
    statusBar()->addWidget(notices_, 1);
    statusBar()->addPermanentWidget(progress_);
    statusBar()->addPermanentWidget(cancelButton_);
    showBusy();
    showNotices();
}

void MainWindow::showStatus() {
    if (status_ == nullptr) return;
    const Document& document = studio_.document();
    const ViewState& view = studio_.view();
    if (document.empty() || view.replay() == nullptr) {
        status_->setText(tr("Loading …"));
        return;
    }
    QStringList parts;
    parts << tr("seed %1").arg(document.model().file->seed);
    parts << tr("t = %1").arg(momentText(view.cursor()));
    parts << tr("event %1 of %2").arg(countText(view.replay()->position()), countText(view.run()->trace->size()));
    const RunEntry* entry = studio_.runs().byRun(view.run());
    if (entry != nullptr && entry->run->world == WorldKind::simulated && entry->run->wallSeconds > 0) {
        const double rate = static_cast<double>(view.run()->trace->size()) / entry->run->wallSeconds;
        parts << tr("%1 events/s").arg(quantityText(rate, Dimension::number));
    }
    const QString origin = studio_.cameOfARun() ? tr("saved run") : tr("example");
    parts << (document.modified() ? tr("not saved") : document.path().isEmpty() ? origin : tr("saved"));
    status_->setText(parts.join(QStringLiteral("  ·  ")));
}

void MainWindow::showBusy() {
    if (progress_ == nullptr) return;
    const bool busy = studio_.engine().busy();
    const auto [done, total] = studio_.engine().progress();
    progress_->setVisible(busy);
    cancelButton_->setVisible(busy);
    cancel_->setEnabled(busy);
    progress_->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0) progress_->setValue(static_cast<int>(1000 * done / total));
}

void MainWindow::showNotices() {
    if (notices_ == nullptr) return;
    QStringList hidden{dag_->notice(), topology_->notice()};
    hidden.removeAll(QString());
    const QString notice = hidden.join(QStringLiteral("  ·  "));
    notices_->setText(notice.isEmpty() ? QString() : QStringLiteral("⚠ ") + notice);
    notices_->setToolTip(notice);
}

}  // namespace loom
