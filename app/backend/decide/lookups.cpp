// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/lookups.h"

#include "app/backend/decide/conversation.h"
#include "app/backend/decide/leases.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 goodForMs = 10 * 60'000;
constexpr qint64 minuteMs = 60'000;

const Lookup *lookupOf(const Topic *topic, const MessageId &message, const EntryId &entry)
{
    if (!topic)
        return nullptr;
    const auto found = std::ranges::find_if(topic->lookups, [&](const Lookup &one) {
        return one.message == message && one.entry == entry;
    });
    return found == topic->lookups.cend() ? nullptr : &*found;
}

/** The connection to the system; an empty id when there never was one, or is none any more. */
Connector systemOf(const Scene &scene)
{
    const auto id = QString::fromLatin1(Connector::crm.data(), qsizetype(Connector::crm.size()));
    const auto system = scene.state.connectors.value(id);
    return system.state == ConnectorState::Replaced ? Connector{} : system;
}

int askedLately(const Scene &scene, const GroupId &group, const MemberId &asker)
{
    int count = 0;
    for (const auto &id : scene.group(group).open) {
        const auto *topic = scene.topic(id);
        if (!topic)
            continue;
        count += int(std::ranges::count_if(topic->lookups, [&](const Lookup &one) {
            return one.asker == asker && scene.now.ms - one.at.ms < minuteMs;
        }));
    }
    return count;
}

LookupStand standOf(const Lookup &lookup)
{
    switch (lookup.outcome) {
    case LookupOutcome::Pending: return {};
    case LookupOutcome::Found: return {.isKnown = true};
    case LookupOutcome::NotFound: return {.lack = LookupLack::NotFound};
    case LookupOutcome::Down: return {.lack = LookupLack::Down};
    }
    return {};
}

} // namespace

QString wordOfLack(LookupLack lack)
{
    switch (lack) {
    case LookupLack::None: return {};
    case LookupLack::Down: return u"down"_s;
    case LookupLack::NotFound: return u"not_found"_s;
    case LookupLack::TooMany: return u"too_many"_s;
    }
    return {};
}

LookupStand lookupStand(const Scene &scene, const Message &asked, const Entry &entry,
                        const Topic *topic, const QString &order)
{
    const auto system = systemOf(scene);
    if (entry.act == LookupKind::None || system.id.isEmpty())
        return {.isKnown = true};
    const auto *before = lookupOf(topic, asked.id, entry.id);
    const bool isGood = before && scene.now.ms - before->at.ms < goodForMs;
    if (isGood)
        return standOf(*before);
    if (system.state == ConnectorState::Down)
        return {.lack = LookupLack::Down};
    const MemberId asker{asked.author.id};
    if (askedLately(scene, asked.group, asker) >= Lookup::perMinute)
        return {.lack = LookupLack::TooMany};
    return {.ask = Lookup{asked.id, entry.id, entry.act, asker, order}};
}

void takeLookup(Scene &scene, const Topic &topic, const LookupDone &done)
{
    if (isWithPeople(topic) || hasEnded(topic))
        return;
    const auto question = findMessage(scene.state, topic.group, done.message);
    // Too old to be answered by itself, whatever came.
    if (!question) {
        const bool unknown = done.outcome == LookupOutcome::NotFound;
        return askForPerson(scene, topic, Reason::Lookup,
                            wordOfLack(unknown ? LookupLack::NotFound : LookupLack::Down));
    }
    // Somebody may have moved it, or it was decided otherwise since.
    if (question->topic == topic.id && question->verdict
        && question->verdict->action == Action::Act)
        takeAgain(scene, topic, *question);
}

} // namespace quntai
