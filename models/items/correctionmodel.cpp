// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/correctionmodel.h"

namespace quntai {

CorrectionModel::CorrectionModel(Session *session, QObject *parent)
    : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.entries.isEmpty())
            setRows(read());
    });
}

QList<CorrectionRow> CorrectionModel::read() const
{
    const auto &state = m_session->state();
    QList<CorrectionRow> all;
    for (const auto &correction : state.corrections) {
        if (correction.cases.isEmpty())
            continue;
        const auto entry = state.entries.value(correction.entry);
        const auto &last = correction.cases.constLast();
        const auto user = state.users.value(last.by);
        all.append({correction, entry.question, user.name.isEmpty() ? last.by.value : user.name,
                    entry.version});
    }
    std::ranges::sort(all, std::ranges::greater{}, [](const CorrectionRow &row) {
        return std::tuple(row.correction.cases.constLast().at, row.correction.entry.value);
    });
    return all;
}

QModelIndex CorrectionModel::indexOf(const EntryId &entry) const
{
    const auto at = std::ranges::find_if(
        rows(), [&](const CorrectionRow &row) { return row.correction.entry == entry; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QVariant CorrectionModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->title;
    case Value: return QVariant::fromValue(*row);
    case Id: return QVariant::fromValue(row->correction.entry);
    default: return {};
    }
}

QHash<int, QByteArray> CorrectionModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Value, "value"}, {Id, "id"}};
}

} // namespace quntai
