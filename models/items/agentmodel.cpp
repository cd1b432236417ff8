// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/agentmodel.h"

namespace quntai {

namespace {

QHash<UserId, int> topicsHeld(const WallTiles &tiles)
{
    QHash<UserId, int> held;
    for (const auto &tile : tiles.all()) {
        for (const auto &topic : tile.topics) {
            if (!topic.holder.isEmpty())
                ++held[topic.holder];
        }
    }
    return held;
}

QHash<UserId, int> offersMissed(const State &state)
{
    QHash<UserId, int> missed;
    for (const auto &topic : state.topics) {
        for (const auto &miss : topic.misses)
            ++missed[miss.user];
    }
    return missed;
}

int rankOf(AgentStatus status)
{
    switch (status) {
    case AgentStatus::Online: return 0;
    case AgentStatus::Away: return 1;
    case AgentStatus::Offline: return 2;
    }
    return 2;
}

} // namespace

QList<AgentRow> agentRows(const State &state, const WallTiles &tiles, const ServiceTally &tally)
{
    const auto held = topicsHeld(tiles);
    const auto missed = offersMissed(state);
    QList<AgentRow> rows;
    for (const auto &user : state.users) {
        const auto presence = state.presence.value(user.id);
        const auto status = presence.status;
        const int serving = held.value(user.id);
        const bool serves = user.role == Role::Agent || serving > 0
            || (user.role == Role::Supervisor && status != AgentStatus::Offline);
        if (!user.disabled && serves)
            rows.append({user.id, user.name, status, serving, tally.medianResponse(user.id),
                         missed.value(user.id), presence.reason, presence.until});
    }
    std::ranges::sort(rows, {}, [](const AgentRow &row) {
        return std::tuple{rankOf(row.status), row.name, row.user};
    });
    return rows;
}

void AgentModel::refresh(const State &state, const WallTiles &tiles, const ServiceTally &tally)
{
    setRows(agentRows(state, tiles, tally));
}

QVariant AgentModel::data(const QModelIndex &index, int role) const
{
    const auto *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row->name;
    case Agent: return QVariant::fromValue(*row);
    default: return {};
    }
}

QHash<int, QByteArray> AgentModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Agent, "agent"}};
}

} // namespace quntai
