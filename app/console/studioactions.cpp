// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the studio asks for: history, tests, corrections, gaps, files, and how an answer will read.
#include "app/console/studiopage.h"

#include "app/console/studiodesk.h"
#include "app/console/studiogaps.h"
#include "app/console/studiotransfer.h"
#include "models/domain/answertext.h"
#include "models/items/correctionmodel.h"
#include "models/items/gapmodel.h"
#include "models/session/query.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/refusals.h"
#include "widgets/studio/correctionview.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/gapview.h"
#include "widgets/studio/historyview.h"
#include "widgets/studio/importview.h"
#include "widgets/studio/studiolist.h"
#include "widgets/studio/testbench.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** A customer of the group one can show an answer for: one with orders when there is one. */
Author sampleAsker(const State &state, const GroupId &group)
{
    Author asker{AuthorKind::Member, {}, u"客户"_s};
    for (const auto &member : state.groups.value(group).members) {
        if (member.role != MemberRole::Customer)
            continue;
        const auto orders = state.customers.value(member.customer).orders;
        if (asker.id.isEmpty() || !orders.isEmpty())
            asker = {AuthorKind::Member, member.id.value, member.name};
        if (!orders.isEmpty())
            break;
    }
    return asker;
}

} // namespace

void StudioPage::showHistory()
{
    if (!m_desk->isOpen())
        return;
    m_history->begin(m_desk->text());
    showPage(m_history);
    askHistory(0);
}

void StudioPage::askHistory(qint64 before)
{
    const EntryHistoryParams params{m_desk->entry(), before};
    askBackend(session(), params, this,
               [this, entry = params.entry](const Result<EntryHistoryResult> &answer) {
                   if (m_history->entry() != entry)
                       return;
                   if (!answer)
                       return m_history->setProblem(refusalText(answer.error()));
                   m_history->addVersions(answer->versions, names(), answer->more ? answer->next : 0);
               });
}

QHash<UserId, QString> StudioPage::names() const
{
    QHash<UserId, QString> names;
    for (const auto &user : session().state().users)
        names.insert(user.id, user.name);
    return names;
}

void StudioPage::tryQuestion(const QString &question)
{
    if (auto *field = m_bench->findChild<QLineEdit *>())
        field->setText(question);
    m_bench->run();
}

void StudioPage::test()
{
    TrialQuestion asked{m_bench->question(), m_bench->group(), m_desk->entry(), {}};
    auto entry = m_desk->live();
    if (m_bench->triesDraft()) {
        asked.draft = m_desk->text();
        entry.reset();
        if (asked.draft->question.isEmpty())
            return m_bench->showProblem(tr("Write the question of the entry first"));
    }
    askBackend(session(), asked, this, [this, entry](const Result<Trial> &trial) {
        if (trial)
            m_bench->showTrial(*trial, entry, session().now());
        else
            m_bench->showProblem(refusalText(trial.error()));
    });
}

void StudioPage::refreshPreview()
{
    if (!m_desk->isOpen())
        return;
    const auto &state = session().state();
    auto group = m_bench->group();
    const auto groups = state.groups.keys();
    if (group.isEmpty() && !groups.isEmpty())
        group = *std::min_element(groups.cbegin(), groups.cend());
    const auto asker = sampleAsker(state, group);
    const auto entry = m_desk->text();
    QMap<QString, QString> told;
    for (const auto &slot : entry.slots_)
        told.insert(slot.name, slot.choices.value(0, u'‹' + slot.name + u'›'));
    const auto filled = fillAnswer(state, group, asker, entry.answer, {}, told);
    const auto name = visibleText(state.groups.value(group).info.name, 40);
    m_editor->setPreview(asker.id.isEmpty()
                             ? tr("Preview")
                             : tr("Preview · %1 · %2").arg(name, visibleText(asker.name, 24)),
                         state.policy.aiLabel + filled.text, filled.missing);
}

MessagePtr StudioPage::messageOf(const MessageId &id) const
{
    for (const auto &group : session().state().groups) {
        for (const auto &message : group.recent) {
            if (message->id == id)
                return message;
        }
    }
    return nullptr;
}

void StudioPage::openCorrection(const EntryId &entry)
{
    const auto correction = session().state().corrections.value(entry);
    if (correction.cases.isEmpty())
        return openEntry(entry);
    QHash<MessageId, QString> wrong;
    for (const auto &one : correction.cases) {
        if (const auto message = messageOf(one.corrects))
            wrong.insert(one.corrects, message->text);
    }
    m_list->setCurrent(entry);
    m_desk->open(entry);
    m_correction->open(correction, session().state().entries.value(entry), wrong, names());
    showPage(m_correction);
}

void StudioPage::joinGaps()
{
    connect(m_list, &StudioList::gapChosen, this, &StudioPage::openGap);
    connect(m_gap, &GapView::entryWritten, this, &StudioPage::writeFor);
    connect(m_gap, &GapView::addedToNearest, this, &StudioPage::addToNearest);
    connect(m_gap, &GapView::dismissed, m_gaps, &StudioGaps::dismiss);
    connect(m_gap, &GapView::reopened, m_gaps, &StudioGaps::reopen);
    connect(m_gaps, &StudioGaps::refused, this,
            [this](const Error &error) { m_gap->setProblem(refusalText(error)); });
    // A gap that is dealt with, or asked once more, while it is open.
    const auto follow = [this] {
        if (shown() != m_gap)
            return;
        const auto index = m_gapModel->indexOf(m_gap->gap());
        if (index.isValid())
            showGap(index);
        else
            Q_EMIT m_gap->closed();
    };
    connect(m_gapModel, &QAbstractItemModel::modelReset, this, follow);
    connect(m_gapModel, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(m_gapModel, &QAbstractItemModel::dataChanged, this, follow);
}

void StudioPage::openGap(const GapId &gap)
{
    const auto index = m_gapModel->indexOf(gap);
    if (!index.isValid())
        return;
    showGap(index);
    showPage(m_gap);
}

void StudioPage::showGap(const QModelIndex &index)
{
    const auto row = index.data(GapModel::Value).value<GapRow>();
    m_gap->open(row, row.gap.by.isEmpty() ? QString() : personName(row.gap.by));
}

/** A new entry, begun with what was asked. One begun before and not saved comes first. */
void StudioPage::writeFor(const Gap &gap)
{
    newEntry();
    if (m_desk->isRecovered() && m_desk->isDirty())
        return m_list->setNote(tr("Save this entry or throw it away, then write the one for the gap"));
    m_desk->edit(StudioGaps::withQuestions(m_desk->text(), gap));
    m_editor->load(m_desk->text());
    refreshPlace();
    m_gaps->close(gap, m_desk->entry());
}

void StudioPage::addToNearest(const Gap &gap)
{
    openEntry(gap.nearest);
    if (!m_desk->isOpen() || m_desk->entry() != gap.nearest)
        return;
    m_desk->edit(StudioGaps::withQuestions(m_desk->text(), gap));
    m_editor->load(m_desk->text());
    refreshPlace();
    m_gaps->close(gap, gap.nearest);
}

void StudioPage::joinTransfer()
{
    connect(m_import, &ImportView::targetChanged, this,
            [this] { m_transfer->plan(m_import->asDrafts()); });
    connect(m_import, &ImportView::importWanted, m_transfer, &StudioTransfer::takeIn);
    connect(m_transfer, &StudioTransfer::planned, this,
            [this] { m_import->setPlan(m_transfer->plan()); });
    connect(m_transfer, &StudioTransfer::progressed, m_import, &ImportView::setProgress);
    connect(m_transfer, &StudioTransfer::finished, this, [this](int entries) {
        m_import->setProgress(0, 0);
        m_import->setPlan({});
        m_import->setDone(entries);
    });
    connect(m_transfer, &StudioTransfer::refused, this, [this](const Error &error) {
        m_import->setProblem(refusalText(error));
    });
    connect(m_transfer, &StudioTransfer::failed, this, [this](const QString &why) {
        if (shown() == m_import)
            m_import->setProblem(tr("The file could not be used: %1").arg(why));
        else
            m_editor->setProblem(tr("The file could not be written: %1").arg(why));
    });
    connect(m_transfer, &StudioTransfer::wrote, this, [this](const QString &path, int entries) {
        m_list->setNote(tr("%n entries written to %1", nullptr, entries)
                            .arg(visibleText(QFileInfo(path).fileName(), 40)));
    });
}

void StudioPage::importFile(const QString &path)
{
    m_import->begin(QFileInfo(path).fileName());
    showPage(m_import);
    m_transfer->readFile(path);
}

void StudioPage::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import entries"), {},
                                   tr("Tables and JSON lines (*.csv *.tsv *.txt *.jsonl *.ndjson)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StudioPage::importFile);
    dialog->open();
}

void StudioPage::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export entries"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList kinds{tr("CSV in UTF-8 (*.csv)"), tr("CSV in GB18030, for old spreadsheets (*.csv)"),
                            tr("JSON lines (*.jsonl)")};
    dialog->setNameFilters(kinds);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, kinds](const QString &kind) {
        dialog->setDefaultSuffix(kind == kinds.constLast() ? u"jsonl"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, kinds](const QString &path) {
        const bool chinese = QLocale().language() == QLocale::Chinese;
        m_transfer->writeFile(path,
                              dialog->selectedNameFilter() == kinds.at(1) ? TextCoding::Gb18030
                                                                          : TextCoding::Utf8,
                              chinese ? FileWords::Chinese : FileWords::English);
    });
    dialog->open();
}

} // namespace quntai
