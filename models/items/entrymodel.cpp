// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entrymodel.h"

namespace quntai {

EntryModel::EntryModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.entries.isEmpty())
            setRows(read());
    });
}

QList<EntryRow> EntryModel::read() const
{
    QList<EntryRow> all;
    const auto &entries = m_session->state().entries;
    all.reserve(entries.size());
    for (const auto &entry : entries)
        all.append({entry});
    std::ranges::sort(all, {}, [](const EntryRow &row) {
        return std::tie(row.entry.category, row.entry.question, row.entry.id);
    });
    return all;
}

QModelIndex EntryModel::indexOf(const EntryId &entry) const
{
    const auto at = std::ranges::find(rows(), entry, [](const EntryRow &r) { return r.entry.id; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QStringList EntryModel::categories() const
{
    QStringList all;
    for (const auto &row : rows()) {
        if (all.isEmpty() || all.constLast() != row.entry.category)
            all.append(row.entry.category);
    }
    return all;
}

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    const auto &entry = row->entry;
    switch (role) {
    case Qt::DisplayRole:
    case Question: return entry.question;
    case Value: return QVariant::fromValue(entry);
    case Id: return QVariant::fromValue(entry.id);
    case Category: return entry.category;
    case State: return QVariant::fromValue(entry.state);
    case Version: return entry.version;
    case ChangedAt: return QVariant::fromValue(entry.changedAt);
    case ChangedBy: {
        const auto user = m_session->state().users.value(entry.changedBy);
        return user.name.isEmpty() ? entry.changedBy.value : user.name;
    }
    case Searched:
        return QString(entry.question + u'\n' + entry.similar.join(u'\n') + u'\n' + entry.answer
                       + u'\n' + entry.tags.join(u' '));
    default: return {};
    }
}

QHash<int, QByteArray> EntryModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Value, "value"}, {Id, "id"},
            {Question, "question"}, {Category, "category"}, {State, "state"},
            {Version, "version"}, {ChangedAt, "changedAt"}, {ChangedBy, "changedBy"},
            {Searched, "searched"}};
}

} // namespace quntai
