#include "app/views/answers/answers_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "app/models/answers_model.h"
#include "app/models/laws_model.h"
#include "app/session/studio.h"
#include "app/session/text.h"

namespace loom {

namespace {

constexpr int kAnswers = 3;

QTableView* plainTable(QWidget* parent, QAbstractItemModel* model, const QString& name) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setObjectName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void addMetrics(AnswerRow& row, const Metrics& m) {
    row.makespan = m.makespan;
    row.throughput = m.throughput;
    row.speedup = m.speedup;
    row.efficiency = m.efficiency;
    row.utilisation = m.utilisation;
    row.slr = m.slr;
    row.bytesMoved = m.bytesMoved;
    row.wasted = m.wastedSeconds;
}

// Chinese sentences have no blank between them.
void addSentence(QString& text, const QString& sentence) {
    const bool blank = !text.isEmpty() && !text.endsWith(QStringLiteral("。"));
    text += (blank ? QStringLiteral(" ") : QString()) + sentence;
}

QString lawValue(const LawValue& law) {
    if (!law.value) return QStringLiteral("–");
    if (law.unit == "s") return secondsText(*law.value);
    if (law.unit == "B") return quantityText(*law.value, Dimension::bytes);
    if (law.unit == "B/s") return quantityText(*law.value, Dimension::bandwidth);
    const QString number = QString::fromStdString(formatNumber(*law.value, 4));
    return law.unit.empty() || law.unit == "-" ? number : number + ' ' + toQString(law.unit);
}

std::vector<LawRow> lawRows(const std::vector<LawValue>& laws) {
    std::vector<LawRow> rows;
    for (const LawValue& law : laws) {
        LawRow row;
        row.name = registryText(law.title);
        row.value = lawValue(law);
        row.number = law.value;
        row.unit = law.unit == "-" ? QString() : toQString(law.unit);
        row.formula = registryText(law.formula);
        QStringList inputs;
        for (const LawInput& input : law.inputs) {
            const QString unit = input.unit == "-" ? QString() : ' ' + toQString(input.unit);
            inputs << QStringLiteral("%1 = %2%3")
                          .arg(registryText(input.name), QString::fromStdString(formatNumber(input.value, 6)), unit);
        }
        row.inputs = inputs.join(QStringLiteral(", "));
        for (const std::string& sentence : law.violated) addSentence(row.omits, registryText(sentence));
        row.assumptions = registryText(law.assumptions);
        row.note = registryText(law.note);
        if (!law.value && row.omits.isEmpty()) row.omits = row.note;
        row.source = registryText(law.source);
        rows.push_back(std::move(row));
    }
    return rows;
}

// What happened in reality, as the workload's file says.
AnswerRow recordedRow(const Scenario& scenario) {
    AnswerRow row;
    row.name = AnswersPanel::tr("Recorded");
    row.makespan = scenario.recordedMakespan;
    const std::size_t timed = scenario.recorded ? scenario.recorded->timedTasks() : 0;
    if (timed == 0)
        row.note = AnswersPanel::tr("the workload's file states the makespan alone");
    else
        row.note = AnswersPanel::tr("the workload's file states when %1 of %2 tasks ran: beneath the timeline")
                       .arg(countText(timed), countText(scenario.graph->taskCount()));
    return row;
}

}  // namespace

AnswersPanel::AnswersPanel(Studio* studio, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      model_(new AnswersModel(this)),
      laws_(new LawsModel(this)),
      table_(plainTable(this, model_, QStringLiteral("answersTable"))),
      lawsTable_(plainTable(this, laws_, QStringLiteral("lawsTable"))),
      note_(new QLabel(this)) {
    table_->setAccessibleName(tr("The three answers"));
    lawsTable_->setAccessibleName(tr("Closed forms"));
    note_->setWordWrap(true);
    note_->setContentsMargins(6, 2, 6, 2);
    note_->setObjectName(QStringLiteral("answersNote"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(table_, 0);
    layout->addWidget(note_, 0);
    layout->addWidget(lawsTable_, 1);
    lawsTable_->setMinimumHeight(48);  // in a low dock the laws scroll; the sentence above keeps its lines
    connect(studio_, &Studio::answersChanged, this, &AnswersPanel::refresh);
    connect(studio_, &Studio::answerChanged, this, &AnswersPanel::refresh);
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.row() < kAnswers) return studio_->setAnswer(static_cast<Answer>(index.row()));
        sayOf(index.row());  // the record is no answer to go to
    });
    refresh();
}

void AnswersPanel::fitTable(int rows) {
    const int lines = table_->verticalHeader()->defaultSectionSize() * rows + table_->horizontalHeader()->sizeHint().height() + 4;
    table_->setFixedHeight(lines + table_->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

// The sentence of a row; of the formula's where it has none.
void AnswersPanel::sayOf(int row) {
    const AnswerRow& chosen = model_->rows()[static_cast<std::size_t>(row)];
    const AnswerRow& said = chosen.note.isEmpty() ? model_->rows().front() : chosen;
    note_->setText(said.note.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(said.name, said.note));
    note_->setVisible(!said.note.isEmpty());
}

void AnswersPanel::refresh() {
    std::vector<AnswerRow> rows(kAnswers);
    rows[0].name = tr("Formula");
    rows[1].name = tr("Simulation");
    rows[2].name = tr("Real run");
    if (const RunEntry* entry = studio_->simulated(); entry != nullptr && entry->digest) {
        addMetrics(rows[1], entry->digest->metrics);
        if (entry->run->outcome != Outcome::finished) rows[1].note = QString::fromStdString(entry->run->failure);
        if (const auto& formulas = entry->digest->formulas) {
            rows[0].makespan = formulas->makespan.serialTotal;
            rows[0].note = tr("serial total; in parallel at best %1, no schedule below %2")
                               .arg(secondsText(formulas->makespan.parallelForm), secondsText(formulas->makespan.lowerBound));
            laws_->setRows(lawRows(formulas->laws));
            lawsTable_->resizeColumnToContents(LawsModel::nameColumn);
            lawsTable_->resizeColumnToContents(LawsModel::valueColumn);
        }
    } else {
        rows[1].note = tr("running …");
    }
    if (const RunEntry* entry = studio_->measured(); entry != nullptr && entry->real) {
        addMetrics(rows[2], entry->digest->metrics);
        rows[2].makespan = entry->real->measuredMakespan;
        rows[2].note = tr("predicted from its own task times: %1 (%2)")
                           .arg(secondsText(entry->real->predictedMakespan),
                                changeText(entry->real->predictedMakespan, entry->real->measuredMakespan));
        for (const QString& said : QStringList(entry->real->summary) + entry->real->notes)
            if (!said.isEmpty()) addSentence(rows[2].note, registryText(said.toStdString()));
    } else {
        rows[2].note = studio_->realRunning() ? tr("running on this machine …") : tr("not run yet: choose Real in the toolbar");
    }
    if (const RunPtr& run = studio_->view().run(); run && run->scenario->recordedMakespan) rows.push_back(recordedRow(*run->scenario));
    fitTable(static_cast<int>(rows.size()));
    model_->setRows(std::move(rows), 1);
    sayOf(static_cast<int>(studio_->answer()));
    table_->resizeColumnsToContents();
    table_->selectRow(static_cast<int>(studio_->answer()));
}

}  // namespace loom
