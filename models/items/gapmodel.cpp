// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/gapmodel.h"

namespace quntai {

namespace {

QStringList namesOf(const State &state, QList<GapGroup> groups)
{
    std::ranges::stable_sort(groups, std::ranges::greater{}, &GapGroup::count);
    QStringList names;
    for (const auto &one : groups)
        names.append(state.groups.value(one.group).info.name);
    return names;
}

} // namespace

GapModel::GapModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.gaps.isEmpty() || !changes.groups.isEmpty())
            setRows(read());
    });
}

void GapModel::setState(GapState state)
{
    if (std::exchange(m_state, state) != state)
        resetRows(read());
}

int GapModel::countIn(GapState state) const
{
    return int(std::ranges::count_if(m_session->state().gaps, [&](const Gap &gap) {
        return gap.state == state && !gap.samples.isEmpty();
    }));
}

QList<GapRow> GapModel::read() const
{
    const auto &state = m_session->state();
    QList<GapRow> open;
    for (const auto &gap : state.gaps) {
        if (gap.state == m_state && !gap.samples.isEmpty())
            open.append({gap, countOf(gap), namesOf(state, gap.groups)});
    }
    std::ranges::sort(open, {}, [](const GapRow &row) {
        return std::tuple(-row.count, -row.gap.lastAt.ms, row.gap.id);
    });
    return open;
}

QModelIndex GapModel::indexOf(const GapId &gap) const
{
    const auto at = std::ranges::find_if(rows(),
                                         [&](const GapRow &row) { return row.gap.id == gap; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QVariant GapModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->gap.samples.constFirst().text;
    case Value: return QVariant::fromValue(*row);
    case Id: return QVariant::fromValue(row->gap.id);
    default: return {};
    }
}

QHash<int, QByteArray> GapModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Value, "value"}, {Id, "id"}};
}

} // namespace quntai
