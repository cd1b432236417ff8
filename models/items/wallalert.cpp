// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wallalert.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int risingFrom = 6;       // a change over three turns that shows as an arrow
constexpr int nearlyUp = 250;       // permille of the span that is left
constexpr qsizetype questionsTold = 3;
constexpr qsizetype topicsTold = 3;

WallAlert about(WallAlert::Kind kind, const WallTile &tile, const WallTopic &topic)
{
    WallAlert alert;
    alert.kind = kind;
    alert.group = tile.info.id;
    alert.groupName = tile.info.name;
    alert.topic = topic.id;
    alert.title = topic.title;
    alert.person = topic.askerName;
    alert.holder = topic.holder;
    return alert;
}

void addTopicAlerts(QList<WallAlert> &alerts, const State &state, const WallTile &tile, Instant now)
{
    for (const auto &topic : tile.topics) {
        const Deadline answer{topic.escalatedAt, topic.dueAt};
        if (answer.isSet() && answer.permilleLeft(now) < nearlyUp) {
            auto alert = about(WallAlert::Kind::FirstResponse, tile, topic);
            alert.isSevere = true;
            alert.at = topic.escalatedAt;
            alert.due = topic.dueAt;
            alerts.append(alert);
        }
        if (topic.emotion >= tile.emotionAlert && topic.emotionTrend >= risingFrom) {
            auto alert = about(WallAlert::Kind::Emotion, tile, topic);
            alert.isSevere = topic.holder.isEmpty();
            alert.value = topic.emotion;
            alert.change = topic.emotionTrend;
            if (const auto *customer = customerOf(state, tile.info.id, topic.asker))
                alert.level = customer->level;
            alerts.append(alert);
        }
    }
}

/** The topic to look at: one that is open and nobody has, else an open one. */
const Topic *topicToSee(const State &state, const Alert &alert)
{
    const Topic *open = nullptr;
    for (const auto &id : alert.topics) {
        const auto topic = state.topics.constFind(id);
        if (topic == state.topics.cend() || hasEnded(*topic))
            continue;
        if (!topic->lease)
            return &*topic;
        open = &*topic;
    }
    return open;
}

QString titlesOf(const State &state, const Alert &alert)
{
    QStringList titles;
    for (const auto &id : alert.topics) {
        const auto title = state.topics.value(id).title;
        if (!title.isEmpty() && titles.size() < topicsTold)
            titles.append(title);
    }
    return titles.join(u" / "_s);
}

void addSpreads(QList<WallAlert> &alerts, const State &state)
{
    for (const auto &group : state.groups) {
        for (const auto &one : group.alerts) {
            WallAlert alert;
            alert.kind = WallAlert::Kind::Spread;
            alert.isSevere = true;
            alert.group = group.info.id;
            alert.groupName = group.info.name;
            alert.person = one.startedByName;
            alert.value = int(one.members.size());
            alert.title = titlesOf(state, one);
            alert.at = one.at;
            if (const auto *topic = topicToSee(state, one)) {
                alert.topic = topic->id;
                alert.holder = topic->lease ? topic->lease->user : UserId{};
            }
            alerts.append(alert);
        }
    }
}

void addBudgetAlert(QList<WallAlert> &alerts, const WallTile &tile, Instant now)
{
    if (tile.budgetUsed(now) < budgetWarning)
        return;
    WallAlert alert;
    alert.kind = WallAlert::Kind::Budget;
    alert.group = tile.info.id;
    alert.groupName = tile.info.name;
    alert.account = tile.account;
    alert.value = tile.sentInMinute(now);
    alert.limit = tile.budgetPerMinute;
    alert.hourly = alert.value * 1000 < tile.budgetPerMinute * budgetWarning;
    if (alert.hourly) {
        alert.value = tile.sentInHour(now);
        alert.limit = tile.budgetPerHour;
    }
    alert.queued = tile.queued;
    alerts.append(alert);
}

int groupsOf(const WallTiles &tiles, const QString &connector)
{
    return static_cast<int>(std::ranges::count_if(
        tiles.all(), [&](const WallTile &tile) { return tile.info.channel == connector; }));
}

void addConnectorAlerts(QList<WallAlert> &alerts, const State &state, const WallTiles &tiles)
{
    for (const auto &connector : state.connectors) {
        if (connector.state != ConnectorState::Down && connector.state != ConnectorState::Replaced)
            continue;
        WallAlert alert;
        alert.kind = WallAlert::Kind::ConnectorDown;
        alert.value = groupsOf(tiles, connector.id);
        alert.isSevere = alert.value > 0;   // else it only tells of customers
        alert.connector = connector.id;
        alert.account = connector.account.isEmpty() ? connector.id : connector.account;
        alert.detail = connector.detail;
        alerts.append(alert);
    }
}

void addGapAlerts(QList<WallAlert> &alerts, const State &state, const QList<HappeningPtr> &gaps,
                  Instant now)
{
    for (const auto &gap : gaps) {
        if (now.ms - gap->to.ms > gapToldMs)
            continue;
        const auto connector = state.connectors.value(gap->connector);
        WallAlert alert;
        alert.kind = WallAlert::Kind::ConnectorGap;
        alert.connector = gap->connector;
        alert.account = connector.account.isEmpty() ? gap->connector : connector.account;
        alert.at = gap->at;
        alert.from = gap->from;
        alert.to = gap->to;
        alerts.append(alert);
    }
}

/** Questions that wait for an answer in several groups at once: one answer would do. */
void addSameQuestions(QList<WallAlert> &alerts, const WallTiles &tiles)
{
    QHash<EntryId, WallAlert> asked;
    QHash<EntryId, QSet<GroupId>> groups;
    for (const auto &tile : tiles.all()) {
        for (const auto &topic : tile.topics) {
            if (topic.intent.isEmpty() || !topic.waitingSince.isSet())
                continue;
            auto &alert = asked[topic.intent];
            groups[topic.intent].insert(tile.info.id);
            const bool isFirst = !alert.at.isSet() || topic.waitingSince < alert.at;
            if (!isFirst)
                continue;
            alert = about(WallAlert::Kind::SameQuestion, tile, topic);
            alert.title = topic.intentTitle.isEmpty() ? topic.title : topic.intentTitle;
            alert.entry = topic.intent;
            alert.at = topic.waitingSince;
        }
    }
    QList<WallAlert> often;
    for (auto at = asked.begin(); at != asked.end(); ++at) {
        at->value = static_cast<int>(groups.value(at.key()).size());
        if (at->value >= sameQuestionFrom)
            often.append(*at);
    }
    std::ranges::sort(often, [](const WallAlert &a, const WallAlert &b) {
        return std::tie(b.value, a.entry) < std::tie(a.value, b.entry);
    });
    alerts += often.first(std::min(often.size(), questionsTold));
}

/** Most severe first. Keys are strings that are made: once for each, not for each comparison. */
QList<WallAlert> sorted(const QList<WallAlert> &alerts)
{
    using Key = std::tuple<bool, WallAlert::Kind, qint64, QString, QString, qsizetype>;
    std::vector<Key> keys;
    keys.reserve(static_cast<size_t>(alerts.size()));
    for (qsizetype i = 0; i < alerts.size(); ++i) {
        const auto &alert = alerts.at(i);
        const auto time = alert.due.isSet() ? alert.due : alert.at;
        const auto urgency = time.isSet() ? time.ms : std::numeric_limits<qint64>::max();
        keys.emplace_back(!alert.isSevere, alert.kind, urgency, alert.groupName, alert.key(), i);
    }
    std::ranges::sort(keys);
    QList<WallAlert> in;
    in.reserve(alerts.size());
    for (const auto &key : keys)
        in.append(alerts.at(std::get<5>(key)));
    return in;
}

} // namespace

QString WallAlert::key() const
{
    const auto number = QString::number(static_cast<int>(kind));
    const auto about = kind == Kind::Spread ? QString() : topic.value;
    return QStringList{number, group.value, about, connector, entry.value,
                       QString::number(from.ms)}.join(u'\n');
}

QList<WallAlert> wallAlerts(const State &state, const WallTiles &tiles,
                            const QList<HappeningPtr> &gaps, Instant now)
{
    QList<WallAlert> alerts;
    for (const auto &tile : tiles.all()) {
        addTopicAlerts(alerts, state, tile, now);
        addBudgetAlert(alerts, tile, now);
    }
    addSpreads(alerts, state);
    addConnectorAlerts(alerts, state, tiles);
    addGapAlerts(alerts, state, gaps, now);
    addSameQuestions(alerts, tiles);
    if (state.policy.stopped) {
        WallAlert stopped;
        stopped.kind = WallAlert::Kind::BotStopped;
        alerts.append(stopped);
    }
    return sorted(alerts);
}

} // namespace quntai
