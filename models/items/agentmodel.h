// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/items/servicetally.h"
#include "models/items/walltiles.h"

namespace quntai {

/** A colleague who answers customers. */
struct AgentRow
{
    UserId user;
    QString name;
    AgentStatus status = AgentStatus::Offline;
    int serving = 0;          //!< topics they hold
    qint64 responseMs = -1;   //!< median of their first responses that were seen; -1: none
    int missed = 0;           //!< offers they let lapse, of topics of the last 72 h
    QString reason = {};      //!< why away, in their words
    Instant until = {};       //!< when they mean to be back; unset: they did not say

    QString key() const { return user.value; }
    bool operator==(const AgentRow &) const = default;
};

/** Who could serve: agents, and others who hold a topic or are at work; those at work first, then
 * by name. Asked anew with refresh(). GUI thread. */
class AgentModel : public RowsModel<AgentRow>
{
    Q_OBJECT
public:
    enum Role { Agent = Qt::UserRole + 1 };  //!< AgentRow

    using RowsModel::RowsModel;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    const AgentRow *agentAt(const QModelIndex &index) const { return rowAt(index); }

    void refresh(const State &state, const WallTiles &tiles, const ServiceTally &tally);
};

QList<AgentRow> agentRows(const State &state, const WallTiles &tiles, const ServiceTally &tally);

} // namespace quntai
