// Why a file was not opened: what, where and why, to be read, selected and copied.
#pragma once

#include <QDialog>

#include "core/base/result.h"

namespace loom {

class OpenFailure : public QDialog {
    Q_OBJECT

public:
    // `path` is what was to be opened; the error may lie in a file it names. `open` is the title of what stays open; empty: nothing.
    OpenFailure(const QString& path, const Error& error, const QString& open, QWidget* parent = nullptr);
};

}  // namespace loom
