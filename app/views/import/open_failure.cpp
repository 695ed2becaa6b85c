#include "app/views/import/open_failure.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "app/session/text.h"

namespace loom {

OpenFailure::OpenFailure(const QString& path, const Error& error, const QString& open, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("openFailure"));
    const QString title = tr("%1 cannot be opened").arg(QFileInfo(path).fileName());
    setWindowTitle(title);
    setMinimumWidth(480);
    auto* icon = new QLabel;
    const int side = style()->pixelMetric(QStyle::PM_MessageBoxIconSize);
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(side, side));
    auto* heading = new QLabel(QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()));
    heading->setObjectName(QStringLiteral("failureTitle"));
    heading->setWordWrap(true);
    auto* top = new QHBoxLayout;
    top->addWidget(icon);
    top->addWidget(heading, 1);
    auto* rows = new QFormLayout;
    const auto add = [&](const char* name, const QString& label, const QString& text) {
        if (text.isEmpty()) return;
        auto* value = new QLabel(text);
        value->setObjectName(QLatin1String(name));
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(label);
        rows->addRow(label, value);
    };
    add("failureFile", tr("File"), error.file.empty() ? path : toQString(error.file));
    add("failurePlace", tr("Place"), toQString(error.place));
    add("failureCause", tr("Cause"), toQString(error.cause));
    auto* kept = new QLabel(open.isEmpty() ? tr("Nothing was changed.") : tr("Nothing was changed: %1 is still open.").arg(open));
    kept->setObjectName(QStringLiteral("failureKept"));
    kept->setTextFormat(Qt::PlainText);
    kept->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* copy = buttons->addButton(tr("Co&py"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("failureCopy"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [text = toQString(error.in(path.toStdString()).text())] { QApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addLayout(rows);
    layout->addWidget(kept);
    layout->addWidget(buttons);
}

}  // namespace loom
