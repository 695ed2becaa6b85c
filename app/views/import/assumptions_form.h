// What stands in for what a workload's file leaves out, as a form that is checked while it is typed.
#pragma once

#include <QWidget>

#include "core/io/assumptions.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace loom {

// GUI thread. An empty field is no assumption: a missing runtime or size counts as nothing, a missing core count as one.
class AssumptionsForm : public QWidget {
    Q_OBJECT

public:
    explicit AssumptionsForm(QWidget* parent = nullptr);

    void setAssumptions(const Assumptions& assumptions);
    // What the form says; fields that cannot be read are left out.
    [[nodiscard]] Assumptions assumptions() const;
    // Empty when everything can be read, else the first thing that cannot.
    [[nodiscard]] QString wrong() const;

signals:
    void changed();

private:
    QLineEdit* addField(const char* name, const QString& label, const QString& placeholder, const QString& help);
    [[nodiscard]] Status read(Assumptions& assumptions) const;
    void edited();

    QComboBox* rule_;  // of runtimes
    QLineEdit *runtime_, *size_, *cores_, *sizeFactor_;
};

}  // namespace loom
