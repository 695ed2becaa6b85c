// Name and value in two columns, as the inspector writes them.
#pragma once

#include <QString>

namespace loom {

class Facts {
public:
    void add(const QString& name, const QString& value) {
        rows_ += QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td>%2</td></tr>")
                     .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    [[nodiscard]] QString html() const { return QStringLiteral("<table>%1</table>").arg(rows_); }

private:
    QString rows_;
};

}  // namespace loom
