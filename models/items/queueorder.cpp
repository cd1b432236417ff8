// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queueorder.h"

#include "models/domain/priority.h"
#include "models/domain/sla.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 never = std::numeric_limits<qint64>::max();
/** Points of a priority people see as one: below, nothing changes places. */
constexpr int step = 10;
constexpr qsizetype mostNamed = 50;

qint64 orLast(Instant at)
{
    return at.isSet() ? at.ms : never;
}

qint64 waitOf(const Topic &topic)
{
    if (topic.waitingSince.isSet())
        return topic.waitingSince.ms;
    return topic.queuedAt.isSet() ? topic.queuedAt.ms : never;
}

qint64 newestOf(const Topic &topic)
{
    return -(topic.queuedAt.isSet() ? topic.queuedAt : topic.openedAt).ms;
}

qint64 nextDue(const State &state, const Topic &topic)
{
    const auto clocks = slaClocks(state, topic);
    return clocks.isEmpty() ? never : clocks.first().dueAt.ms;
}

void sortIn(const QueueOrder &order, const Topic &topic, QueuePlace &place)
{
    place.second = nextDue(order.state, topic);
    place.third = waitOf(topic);
    switch (order.view.sort) {
    case QueueSort::Priority:
        place.first = -(priorityOf(order.state, topic, order.at).score / step);
        break;
    case QueueSort::OldestWait:
        place.first = waitOf(topic);
        break;
    case QueueSort::Newest:
        place.first = newestOf(topic);
        break;
    case QueueSort::Sla:
        place.first = nextDue(order.state, topic);
        break;
    }
}

bool isMine(const QueueOrder &order, const Topic &topic)
{
    return topic.lease ? topic.lease->user == order.me : topic.lastHolder == order.me;
}

bool isOfferedToMe(const QueueOrder &order, const Topic &topic)
{
    return topic.offer && topic.offer->user == order.me;
}

Role roleIn(const QueueOrder &order)
{
    return order.state.users.value(order.me).role;
}

/** Somebody waits for this person: offers and invitations, askings. */
bool isForMe(const QueueOrder &order, const Topic &topic)
{
    return isOfferedToMe(order, topic) || guestOf(topic, order.me)
        || isAsked(topic, order.me, roleIn(order));
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &one : value.toArray()) {
        if (one.isString() && texts.size() < mostNamed)
            texts.append(one.toString());
    }
    return texts;
}

} // namespace

QString textOf(const SavedView &view)
{
    QJsonArray groups;
    for (const auto &group : view.filter.groups)
        groups.append(group.value);
    const auto word = wordOf(view.sort);
    const QJsonObject json{
        {u"sort"_s, QString::fromLatin1(word.data(), qsizetype(word.size()))},
        {u"groups"_s, groups},
        {u"categories"_s, QJsonArray::fromStringList(view.filter.categories)},
        {u"emotionFrom"_s, view.filter.emotionFrom},
        {u"mine"_s, view.filter.mine}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<SavedView> savedViewFrom(const QString &text)
{
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto word = json.value(u"sort"_s).toString().toStdString();
    const auto found = std::ranges::find(enumWords<QueueSort>, std::string_view(word));
    if (found == enumWords<QueueSort>.end())
        return std::nullopt;
    SavedView view;
    view.sort = QueueSort(found - enumWords<QueueSort>.begin());
    for (const auto &group : textsIn(json.value(u"groups"_s)))
        view.filter.groups.append({group});
    view.filter.categories = textsIn(json.value(u"categories"_s));
    view.filter.emotionFrom = std::clamp(json.value(u"emotionFrom"_s).toInt(), 0, 100);
    view.filter.mine = json.value(u"mine"_s).toBool();
    return view;
}

bool passes(const QueueOrder &order, const Topic &topic)
{
    const auto &filter = order.view.filter;
    if (filter.isEmpty() || isForMe(order, topic))
        return true;
    if (!filter.groups.isEmpty() && !filter.groups.contains(topic.group))
        return false;
    if (!filter.categories.isEmpty()
        && !filter.categories.contains(order.state.entries.value(topic.intent).category))
        return false;
    return topic.emotion >= filter.emotionFrom && (!filter.mine || isMine(order, topic));
}

std::optional<QueuePlace> placeOf(const QueueOrder &order, const Topic &topic)
{
    const auto list = deskListOf(topic, order.me, roleIn(order));
    if (!list || !passes(order, topic))
        return std::nullopt;
    QueuePlace place{*list, 0, 0, 0, 0, topic.id};
    switch (*list) {
    case DeskList::Queue:
        place.rank = isForMe(order, topic) ? 0 : 1;
        sortIn(order, topic, place);
        break;
    case DeskList::Mine:
        sortIn(order, topic, place);
        break;
    case DeskList::NeedsLook:
        place.rank = isForMe(order, topic) ? 0 : 1;
        sortIn(order, topic, place);
        break;
    case DeskList::Later:
        place.first = orLast(topic.snoozedUntil);
        break;
    case DeskList::Bot:
        place.rank = topic.waitingSince.isSet() ? 0 : 1;
        place.first = topic.waitingSince.isSet() ? topic.waitingSince.ms : -topic.openedAt.ms;
        break;
    case DeskList::Ended:
        place.first = -topic.endedAt.ms;
        break;
    }
    return place;
}

} // namespace quntai
