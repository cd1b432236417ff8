// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/flowmodel.h"

namespace quntai {

namespace {

void count(FlowRow &row, const FlowMark &mark)
{
    row.spoke += mark.spoke;
    row.skipped += mark.skipped;
    row.spokeAt = std::max(row.spokeAt, mark.spokeAt);
    if (mark.why != FlowSkip::None && mark.at > row.skippedAt) {
        row.skippedAt = mark.at;
        row.why = mark.why;
    }
}

} // namespace

FlowModel::FlowModel(Session *session, QObject *parent) : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] { resetRows(read()); });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.flows.isEmpty())
            setRows(read());
    });
}

QList<FlowRow> FlowModel::read() const
{
    const auto &state = m_session->state();
    QMap<FlowId, FlowRow> rows;
    for (const auto &flow : state.flows)
        rows.insert(flow.id, {flow, 0, 0, {}, {}, FlowSkip::None});
    for (const auto &group : state.groups) {
        for (const auto &mark : group.flows) {
            if (const auto row = rows.find(mark.flow); row != rows.end())
                count(*row, mark);
        }
    }
    auto all = rows.values();
    std::ranges::sort(all, {}, [](const FlowRow &row) {
        return std::pair(row.flow.name, row.flow.id);
    });
    return all;
}

QModelIndex FlowModel::indexOf(const FlowId &flow) const
{
    const auto at = std::ranges::find_if(rows(),
                                         [&](const FlowRow &row) { return row.flow.id == flow; });
    return at == rows().cend() ? QModelIndex() : index(static_cast<int>(at - rows().cbegin()));
}

QVariant FlowModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->flow.name;
    case Value: return QVariant::fromValue(*row);
    case Id: return QVariant::fromValue(row->flow.id);
    default: return {};
    }
}

QHash<int, QByteArray> FlowModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Value, "value"}, {Id, "id"}};
}

} // namespace quntai
