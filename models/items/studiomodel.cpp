// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/studiomodel.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString searchedText(const Entry &entry)
{
    return entry.question + u'\n' + entry.similar.join(u'\n') + u'\n' + entry.answer + u'\n'
        + entry.tags.join(u' ') + u'\n' + entry.id.value;
}

} // namespace

StudioModel::StudioModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] {
        resetRows(read());
        Q_EMIT countsChanged();
    });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.entries.isEmpty())
            refresh();
    });
}

void StudioModel::refresh()
{
    setRows(read());
    Q_EMIT countsChanged();
}

bool StudioModel::passes(const Entry &entry) const
{
    if (m_state && entry.state != *m_state)
        return false;
    if (m_words.isEmpty())
        return true;
    const auto text = searchedText(entry);
    return std::ranges::all_of(m_words.split(u' ', Qt::SkipEmptyParts), [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

QList<StudioRow> StudioModel::entryRows() const
{
    const auto &state = m_session->state();
    QList<StudioRow> all;
    const auto add = [&](const Entry &entry, int version, bool drafted) {
        const auto user = state.users.value(entry.changedBy);
        all.append({false, entry.category, 0, false, entry.id, entry.question, entry.state, version,
                    drafted, int(state.corrections.value(entry.id).cases.size()),
                    user.name.isEmpty() ? entry.changedBy.value : user.name, entry.changedAt});
    };
    for (const auto &entry : state.entries) {
        const auto draft = state.entryDrafts.constFind(entry.id);
        const bool drafted = draft != state.entryDrafts.cend();
        if (passes(entry) || (drafted && passes(draft->entry)))
            add(drafted ? draft->entry : entry, entry.version, drafted);
    }
    for (const auto &draft : state.entryDrafts) {
        if (!state.entries.contains(draft.entry.id) && passes(draft.entry))
            add(draft.entry, 0, true);
    }
    std::ranges::sort(all, {}, [](const StudioRow &row) {
        return std::tie(row.category, row.title, row.id);
    });
    return all;
}

QList<StudioRow> StudioModel::read()
{
    QList<StudioRow> rows;
    qsizetype header = -1;
    const auto entries = entryRows();
    m_entries = int(entries.size());
    for (const auto &row : entries) {
        if (header < 0 || rows.at(header).category != row.category) {
            header = rows.size();
            StudioRow head;
            head.header = true;
            head.category = row.category;
            // What was looked for is not hidden in a folded category.
            head.collapsed = m_words.isEmpty() && m_collapsed.contains(row.category);
            rows.append(head);
        }
        ++rows[header].count;
        if (!rows.at(header).collapsed)
            rows.append(row);
    }
    return rows;
}

int StudioModel::allCount() const
{
    const auto &state = m_session->state();
    const auto fresh = std::ranges::count_if(state.entryDrafts, [&](const EntryDraft &draft) {
        return !state.entries.contains(draft.entry.id);
    });
    return int(state.entries.size() + fresh);
}

void StudioModel::setWords(const QString &words)
{
    if (std::exchange(m_words, words.trimmed()) != words.trimmed())
        refresh();
}

void StudioModel::setState(std::optional<EntryState> state)
{
    if (std::exchange(m_state, state) != state)
        refresh();
}

void StudioModel::setCollapsed(const QString &category, bool collapsed)
{
    if (collapsed)
        m_collapsed.insert(category);
    else
        m_collapsed.remove(category);
    refresh();
}

QStringList StudioModel::categories() const
{
    QSet<QString> all;
    for (const auto &entry : m_session->state().entries)
        all.insert(entry.category);
    for (const auto &draft : m_session->state().entryDrafts)
        all.insert(draft.entry.category);
    all.remove({});
    QStringList sorted(all.cbegin(), all.cend());
    sorted.sort();
    return sorted;
}

QModelIndex StudioModel::indexOf(const EntryId &entry) const
{
    const auto at = std::ranges::find_if(
        rows(), [&](const StudioRow &row) { return !row.header && row.id == entry; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QModelIndex StudioModel::headerOf(const QString &category) const
{
    const auto at = std::ranges::find_if(
        rows(), [&](const StudioRow &row) { return row.header && row.category == category; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QVariant StudioModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->header ? row->category : row->title;
    case Value: return QVariant::fromValue(*row);
    case Id: return QVariant::fromValue(row->id);
    case IsHeader: return row->header;
    case State: return QVariant::fromValue(row->state);
    default: return {};
    }
}

QHash<int, QByteArray> StudioModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Value, "value"}, {Id, "id"},
            {IsHeader, "isHeader"}, {State, "state"}};
}

} // namespace quntai
