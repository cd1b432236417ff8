// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/draftmodel.h"

namespace quntai {

DraftModel::DraftModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        const bool idle = rows().isEmpty() && changes.drafts.isEmpty();
        const bool touched = !changes.drafts.isEmpty() || !changes.topics.isEmpty()
            || !changes.entries.isEmpty() || !changes.changed.isEmpty()
            || !changes.groups.isEmpty() || changes.policy;
        if (!idle && touched)
            refresh();
    });
}

void DraftModel::refresh()
{
    setRows(m_hold ? inHeldOrder(read()) : read());
}

void DraftModel::setHoldOrder(bool hold)
{
    m_hold = hold;
    if (!hold)
        refresh();
}

QList<DraftRow> DraftModel::inHeldOrder(QList<DraftRow> sorted) const
{
    QHash<DraftId, qsizetype> place;
    for (const auto &row : rows())
        place.insert(row.draft.id, place.size());
    std::ranges::stable_sort(sorted, {}, [&](const DraftRow &row) {
        return place.value(row.draft.id, place.size());
    });
    return sorted;
}

QList<DraftRow> DraftModel::read() const
{
    QList<DraftRow> all;
    for (const auto &draft : m_session->state().drafts) {
        if (draft.review)
            all.append(rowFor(draft));
    }
    // What owes nothing any more can wait.
    std::ranges::sort(all, {}, [](const DraftRow &r) {
        return std::tuple(!r.dueAt.isSet(), r.dueAt, r.draft.at, r.draft.id);
    });
    return together(all);
}

QList<DraftRow> DraftModel::together(const QList<DraftRow> &sorted) const
{
    QHash<DraftId, SameQuestion> same;
    for (const auto &one : sameQuestions(m_session->state())) {
        for (const auto &draft : one.drafts)
            same.insert(draft, one);
    }
    QSet<DraftId> shown;
    QList<DraftRow> rows;
    for (const auto &row : sorted) {
        if (shown.contains(row.draft.id))
            continue;
        rows.append(row);
        rows.last().same = same.value(row.draft.id);
        for (const auto &draft : std::as_const(rows.last().same.drafts))
            shown.insert(draft);
    }
    return rows;
}

DraftRow DraftModel::rowOf(const DraftId &draft) const
{
    const auto found = m_session->state().drafts.constFind(draft);
    if (found == m_session->state().drafts.cend() || !found->review)
        return {};
    auto row = rowFor(*found);
    if (const auto index = indexOf(draft); index.isValid())
        row.same = index.data(Row).value<DraftRow>().same;
    return row;
}

DraftRow DraftModel::rowFor(const Draft &draft) const
{
    const auto &state = m_session->state();
    DraftRow row;
    row.draft = draft;
    row.topic = state.topics.value(draft.topic);
    const auto group = state.groups.constFind(row.topic.group);
    if (group != state.groups.cend())
        row.groupName = group->info.name;
    row.question = findMessage(state, row.topic.group, draft.answers);
    row.askerName = row.question ? row.question->author.name : row.topic.askerName;
    row.dueAt = reviewDue(state, row.topic);
    for (const auto &id : QList<MessageId>{draft.answers} + draft.alsoAnswers) {
        if (const auto question = findMessage(state, row.topic.group, id))
            row.asked = std::max(row.asked, question->seq);
    }
    row.overtaken = row.asked > 0 && row.topic.version > row.asked;
    const auto entry = state.entries.constFind(draft.entry);
    row.sourceChanged = entry != state.entries.cend() && entry->version != draft.entryVersion;
    return row;
}

QModelIndex DraftModel::indexOf(const DraftId &draft) const
{
    const auto at = std::ranges::find_if(rows(), [&](const DraftRow &row) {
        return row.draft.id == draft || row.same.drafts.contains(draft);
    });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QVariant DraftModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->draft.text;
    case Row: return QVariant::fromValue(*row);
    case Id: return QVariant::fromValue(row->draft.id);
    case Value: return QVariant::fromValue(row->draft);
    case TopicValue: return QVariant::fromValue(row->topic);
    case Question: return QVariant::fromValue(row->question);
    case GroupName: return row->groupName;
    case AskerName: return row->askerName;
    case DueAt: return QVariant::fromValue(row->dueAt);
    case Why: return QVariant::fromValue(row->draft.reason);
    case At: return QVariant::fromValue(row->draft.at);
    case Overtaken: return row->overtaken;
    case SourceChanged: return row->sourceChanged;
    default: return {};
    }
}

QHash<int, QByteArray> DraftModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Row, "row"}, {Id, "id"}, {Value, "value"},
            {TopicValue, "topic"}, {Question, "question"}, {GroupName, "groupName"}, {AskerName, "askerName"}, {DueAt, "dueAt"},
            {Why, "why"}, {At, "at"}, {Overtaken, "overtaken"},
            {SourceChanged, "sourceChanged"}};
}

} // namespace quntai
