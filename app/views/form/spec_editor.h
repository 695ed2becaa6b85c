// One row of a registry as a form: a list of names with what they are, and an editor for each parameter with its range,
// unit and help, checked while it is typed.
#pragma once

#include <vector>

#include <QWidget>

#include "core/base/spec.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QToolButton;

namespace loom {

// GUI thread. The registry must outlive it.
class SpecEditor : public QWidget {
    Q_OBJECT

public:
    SpecEditor(const std::vector<RegistryEntry>& registry, const QString& noun, QWidget* parent = nullptr);

    // A name the registry does not know shows its first entry.
    void setSpec(const Spec& spec);
    // What the form says; parameters at their default are left out.
    [[nodiscard]] Spec spec() const;
    // Empty when everything can be read and lies in its range, else the first thing that does not.
    [[nodiscard]] QString wrong() const;
    // The owner may fill the list anew: in another order, with headings that cannot be chosen.
    [[nodiscard]] QComboBox* names() { return names_; }

signals:
    void changed();

private:
    struct Field {
        const ParamDef* param;
        QWidget* editor;
        QLabel* help;
        QToolButton* reset;
    };
    [[nodiscard]] const RegistryEntry& entryCalled(const QString& name) const;
    void build(const RegistryEntry& entry, const Spec& values);
    void addField(const ParamDef& param, const std::string& value);
    QWidget* makeEditor(const ParamDef& param);
    [[nodiscard]] static std::string valueOf(const Field& field);
    static void setValue(const Field& field, const std::string& value);
    [[nodiscard]] QString wrongIn(const Field& field) const;
    void check(const Field& field);
    void edited();

    const std::vector<RegistryEntry>& registry_;
    const RegistryEntry* entry_ = nullptr;
    QComboBox* names_;
    QLabel* description_;
    QWidget* body_ = nullptr;
    QFormLayout* rows_ = nullptr;
    std::vector<Field> fields_;
};

}  // namespace loom
