// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/foldsamplemodel.h"

#include "models/domain/report.h"

namespace quntai {

FoldSampleModel::FoldSampleModel(Session *session, QObject *parent)
    : RowsModel(parent), m_session(session)
{
    resetRows(read());
    connect(session, &Session::reset, this, [this] {
        resetRows(read());
        Q_EMIT countsChanged();
    });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.foldSamples.isEmpty() || !changes.groups.isEmpty() || changes.policy)
            refresh();
    });
}

void FoldSampleModel::refresh()
{
    setRows(read());
    Q_EMIT countsChanged();
}

QList<FoldSampleRow> FoldSampleModel::read()
{
    const auto &state = m_session->state();
    const auto today = localDayStart(m_session->now(), state.policy.hours.offset);
    m_today = m_checked = m_missed = 0;
    QList<FoldSampleRow> waiting;
    for (const auto &sample : state.foldSamples) {
        m_today += sample.day >= today ? 1 : 0;
        m_checked += sample.check != FoldCheck::Open ? 1 : 0;
        m_missed += sample.check == FoldCheck::Missed ? 1 : 0;
        if (sample.check == FoldCheck::Open && sample.day < today)
            waiting.append({sample, state.groups.value(sample.group).info.name});
    }
    std::ranges::sort(waiting, {}, [](const FoldSampleRow &row) {
        return std::tuple(-row.sample.day.ms, row.sample.at, row.sample.message);
    });
    return waiting;
}

QVariant FoldSampleModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->sample.text;
    case Row: return QVariant::fromValue(*row);
    default: return {};
    }
}

QHash<int, QByteArray> FoldSampleModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Row, "row"}};
}

} // namespace quntai
