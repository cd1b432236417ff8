// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/alertmodel.h"

namespace quntai {

AlertModel::AlertModel(Session *session, const WallTiles &tiles, QObject *parent)
    : RowsModel(parent), m_session(session), m_tiles(tiles)
{
    readGaps();
    refresh(session->now());
    connect(session, &Session::happened, this, &AlertModel::note);
    connect(session, &Session::reset, this, &AlertModel::readGaps);
}

/** A gap concerns every group of its connector, so one group of each tells of all. */
void AlertModel::readGaps()
{
    m_gaps.clear();
    QSet<QString> asked;
    for (const auto &group : m_session->state().groups) {
        if (asked.contains(group.info.channel))
            continue;
        asked.insert(group.info.channel);
        note(m_session->happenings(group.info.id));
    }
}

void AlertModel::note(const QList<HappeningPtr> &happenings)
{
    for (const auto &one : happenings) {
        if (one->kind == Happening::Kind::ConnectorGap)
            m_gaps.append(one);
    }
}

void AlertModel::refresh(Instant now)
{
    m_gaps.removeIf([now](const HappeningPtr &gap) { return now.ms - gap->to.ms > gapToldMs; });
    auto alerts = wallAlerts(m_session->state(), m_tiles, m_gaps, now);
    const auto count = static_cast<int>(alerts.size());
    if (count > mostShown)
        alerts.resize(mostShown);
    setRows(alerts);
    if (std::exchange(m_count, count) != count)
        Q_EMIT countChanged();
}

QVariant AlertModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->groupName.isEmpty() ? row->account : row->groupName;
    case Alert: return QVariant::fromValue(*row);
    default: return {};
    }
}

QHash<int, QByteArray> AlertModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Alert, "alert"}};
}

} // namespace quntai
