// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wallfigures.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int risingFrom = 6;   // a change over three turns that shows as an arrow

void addTopic(WallFigures &figures, const WallTile &tile, const WallTopic &topic)
{
    ++figures.open;
    figures.held += topic.holder.isEmpty() ? 0 : 1;
    if (topic.dueAt.isSet()) {
        ++figures.needPerson;
        if (!figures.firstDue.isSet() || topic.dueAt < figures.firstDue)
            figures.firstDue = topic.dueAt;
    } else if (topic.look && topic.holder.isEmpty()) {
        ++figures.toLookAt;
    }
    if (topic.emotion >= tile.emotionAlert) {
        ++figures.upset;
        figures.rising += topic.emotionTrend >= risingFrom ? 1 : 0;
    }
}

} // namespace

WallFigures wallFigures(const WallTiles &tiles, const ServiceTally &tally, Instant dayBegan)
{
    WallFigures figures;
    for (const auto &tile : tiles.all()) {
        for (const auto &topic : tile.topics)
            addTopic(figures, tile, topic);
        const auto since = tile.waitingSince();
        if (since.isSet() && (!figures.oldestSince.isSet() || since < figures.oldestSince)) {
            figures.oldestSince = since;
            figures.oldestGroup = tile.info.id;
            figures.oldestName = tile.info.name;
        }
    }
    figures.ended = tally.endedSince(dayBegan);
    figures.responseMs = tally.medianResponse();
    figures.responses = tally.responses();
    figures.responsesSince = tally.watchingSince();
    return figures;
}

QList<AccountLoad> accountLoads(const State &state, const WallTiles &tiles, Instant now)
{
    QHash<QString, AccountLoad> loads;
    for (const auto &connector : state.connectors) {
        auto &load = loads[connector.id];
        load.connector = connector.id;
        load.account = connector.account.isEmpty() ? connector.id : connector.account;
        load.link = connector.state;
    }
    for (const auto &tile : tiles.all()) {
        const auto load = loads.find(tile.info.channel);
        if (load == loads.end())
            continue;
        ++load->groups;
        const int sent = tile.sentInMinute(now);
        load->sent += sent;
        const auto share = [](int part, int whole) { return whole > 0 ? part * 1000 / whole : 0; };
        if (share(sent, tile.budgetPerMinute) > load->permille()) {
            load->fullest = tile.info.name;
            load->fullestSent = sent;
            load->fullestLimit = tile.budgetPerMinute;
        }
    }
    auto all = loads.values();
    all.removeIf([](const AccountLoad &load) { return load.groups == 0; });   // a customer system
    std::ranges::sort(all, [](const AccountLoad &a, const AccountLoad &b) {
        return std::tuple{-a.permille(), a.account, a.connector}
            < std::tuple{-b.permille(), b.account, b.connector};
    });
    return all;
}

} // namespace quntai
