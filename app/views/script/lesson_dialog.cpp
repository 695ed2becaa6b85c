#include "app/views/script/lesson_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace loom {

LessonDialog::LessonDialog(QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("lessonDialog"));
    setWindowTitle(tr("Write your own scheduler"));
    resize(640, 640);
    auto* steps = new QGridLayout;
    steps->setColumnStretch(1, 1);
    steps->setHorizontalSpacing(12);
    steps->setVerticalSpacing(10);
    auto* example = addStep(
        steps,
        tr("A scheduler is a page of Lua: <code>plan()</code> places all tasks before the run, <code>react(ready)</code> places "
           "ready ones while it goes on. The example runs under <code>heft.lua</code>, which is HEFT in twenty lines."),
        tr("Open the &example"));
    auto* copy = addStep(steps,
                         tr("Start from a copy and change it: another priority, such as the number of children, or the node that "
                            "<i>starts</i> a task first. Ctrl+S in the editor saves it and runs the scenario under it."),
                         tr("A &copy of heft.lua"));
    auto* compare = addStep(steps,
                            tr("<code>heft.lua</code> makes the very plan of the built-in <code>heft</code>. Where does yours part from "
                               "it, and what did both compare there? N goes from one such decision to the next."),
                            tr("&Side by side with heft"));
    addStep(steps,
            tr("Make a mistake on purpose, or a loop without an end: the run stops, the editor marks the line and says why, and the "
               "window stays as it is."),
            {});
    example->setObjectName(QStringLiteral("lessonExample"));
    copy->setObjectName(QStringLiteral("lessonCopy"));
    compare->setObjectName(QStringLiteral("lessonCompare"));
    connect(example, &QPushButton::clicked, this, &LessonDialog::exampleRequested);
    connect(copy, &QPushButton::clicked, this, &LessonDialog::copyRequested);
    connect(compare, &QPushButton::clicked, this, &LessonDialog::comparisonRequested);
    auto* reference = new QTextBrowser;
    reference->setObjectName(QStringLiteral("lessonCalls"));
    reference->setAccessibleName(tr("What a script may call"));
    reference->setHtml(calls());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(steps);
    layout->addWidget(reference, 1);
    layout->addWidget(buttons);
}

QPushButton* LessonDialog::addStep(QGridLayout* steps, const QString& words, const QString& button) {
    const int row = steps->rowCount();
    auto* number = new QLabel(QStringLiteral("<b>%1</b>").arg(row));
    auto* text = new QLabel(words);
    text->setWordWrap(true);
    steps->addWidget(number, row, 0, Qt::AlignTop);
    steps->addWidget(text, row, 1, 1, button.isEmpty() ? 2 : 1);
    if (button.isEmpty()) return nullptr;
    auto* push = new QPushButton(button);
    push->setAutoDefault(false);
    steps->addWidget(push, row, 2, Qt::AlignTop);
    return push;
}

// The same as the table of sim/script/README.md, with fewer words.
QString LessonDialog::calls() {
    const std::pair<const char*, QString> rows[] = {
        {"#tasks, tasks.name(t) kind work cores memory release priority", tr("what the workload says of a task")},
        {"tasks.parents(t) children(t) inputs(t) outputs(t), tasks.topological()", tr("lists")},
        {"tasks.by(keys)", tr("all tasks, largest key first, parents before children")},
        {"#nodes, nodes.name(n) speed cores up free_cores free_memory, nodes.any_free()", tr("the nodes as they are now")},
        {"estimate.compute(t, n) mean_compute(t) transfer(parent, child, from, to) mean_transfer(parent, child)",
         tr("seconds; math.huge where it is impossible")},
        {"data.bytes(d) on(d, n) missing(t, n) fetch(t, n)", tr("bytes; whether it is there; bytes and seconds to fetch")},
        {"schedule.when(t, n) ready(t, n) finish(t) place(t, n)", tr("in plan(): start and finish, data ready, placing")},
        {"place(t, n), can_place(t, n)", tr("in react()")},
        {"insertion = false, priority = {}, explain(t, n)", tr("append only; keys to show; what Why here? says")},
    };
    QString html = QStringLiteral("<p><b>%1</b></p><table cellpadding='4'>").arg(tr("What a script may call"));
    for (const auto& [call, gives] : rows)
        html += QStringLiteral("<tr><td><code>%1</code></td><td>%2</td></tr>").arg(QString::fromUtf8(call).toHtmlEscaped(), gives);
    return html + QStringLiteral("</table><p>%1</p>")
                      .arg(tr("Tasks, nodes and data are the numbers 1 to n. There are the libraries base, math, string and table; "
                              "random numbers come from the scenario's seed. Limits: 256 MB, 4 G instructions a plan, 200 M a "
                              "reaction."));
}

}  // namespace loom
