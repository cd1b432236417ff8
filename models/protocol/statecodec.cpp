// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/statecodec.h"

#include "models/protocol/valuecodec.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

inline UserId keyOf(const Presence &presence)
{
    return presence.user;
}

inline EntryId keyOf(const EntryDraft &draft)
{
    return draft.entry.id;
}

inline EntryId keyOf(const Correction &correction)
{
    return correction.entry;
}

inline FlowId keyOf(const FlowMark &mark)
{
    return mark.flow;
}

inline GapId keyOf(const Gap &gap)
{
    return gap.id;
}

inline GroupId keyOf(const GroupState &group)
{
    return group.info.id;
}

template <>
struct FieldsOf<GroupState>
{
    static constexpr auto fields()
    {
        using G = GroupState;
        return FieldList{required("info", &G::info), optional("members", &G::members),
                          optional("recent", &G::recent), optional("traces", &G::traces),
                          optional("open", &G::open), optional("ended", &G::ended),
                          optional("lastAt", &G::lastAt), optional("sends", &G::sends),
                          optional("stream", &G::stream), optional("alerts", &G::alerts), optional("joins", &G::joins),
                          optional("flows", &G::flows)};
    }
};

template <>
struct FieldsOf<State>
{
    static constexpr auto fields()
    {
        using S = State;
        return FieldList{
            required("positions", &S::positions), required("times", &S::times),
            required("groups", &S::groups), required("topics", &S::topics),
            required("drafts", &S::drafts), required("entries", &S::entries),
            optional("entryDrafts", &S::entryDrafts), optional("corrections", &S::corrections),
            optional("lessons", &S::lessons), optional("linkLessons", &S::linkLessons),
            optional("model", &S::model),
            optional("canned", &S::canned),
            optional("foldSamples", &S::foldSamples), optional("gaps", &S::gaps),
            optional("promises", &S::promises), optional("suggestions", &S::suggestions),
            required("customers", &S::customers), required("users", &S::users),
            required("presence", &S::presence), required("connectors", &S::connectors),
            required("policy", &S::policy), optional("tickets", &S::tickets),
            optional("flows", &S::flows)};
    }
};

namespace {

/** Room for the members before the items: stream, epoch, seq, at, part, of, count. */
constexpr qsizetype headBytes = 320;

bool isControlStream(const QString &stream)
{
    return stream.startsWith(u'c');
}

/** Lays items into parts: one list per kind and part, closed when the part is full. */
class Packer
{
public:
    explicit Packer(qsizetype maxBytes) : m_max(maxBytes - headBytes) {}

    template <class T>
    void add(std::string_view kind, const T &item)
    {
        const auto json = encodeValue(item);
        const auto needed = json.size() + qsizetype(kind.size()) + 8;
        if (needed > m_max)
            return;
        if (m_part.size() + needed > m_max)
            closePart();
        if (m_kind != kind) {
            closeList();
            m_part.append(",\"").append(kind.data(), qsizetype(kind.size())).append("\":[");
            m_kind = kind;
        } else {
            m_part.append(',');
        }
        m_part.append(json);
        ++m_count;
    }

    /** The items of each part: ,"groups":[…],"topics":[…] */
    QList<QByteArray> finish()
    {
        closePart();
        return std::move(m_parts);
    }
    qint64 count() const { return m_count; }

private:
    void closeList()
    {
        if (!m_kind.empty())
            m_part.append(']');
        m_kind = {};
    }

    void closePart()
    {
        closeList();
        m_parts.append(std::exchange(m_part, {}));
    }

    qsizetype m_max;
    qint64 m_count = 0;
    std::string_view m_kind;
    QByteArray m_part;
    QList<QByteArray> m_parts;
};

void packTopics(Packer &packer, const State &state, const QList<TopicId> &ids)
{
    for (const auto &id : ids) {
        const auto topic = state.topics.constFind(id);
        if (topic != state.topics.cend())
            packer.add("topics", *topic);
    }
}

void packMessages(Packer &packer, const GroupState &group, const SnapshotFilter &filter)
{
    for (const auto &message : group.recent) {
        if (!filter.message || filter.message(*message))
            packer.add("messages", *message);
    }
}

template <class Table>
auto sortedKeys(const Table &table)
{
    auto keys = table.keys();
    std::sort(keys.begin(), keys.end());
    return keys;
}

/** What of a gap was met in these groups, which are sorted; groups is empty where it was in none. */
Gap partOf(Gap gap, const QList<GroupId> &ids)
{
    const auto elsewhere = [&](const auto &one) {
        return !std::binary_search(ids.cbegin(), ids.cend(), one.group);
    };
    gap.groups.removeIf(elsewhere);
    gap.samples.removeIf(elsewhere);
    return gap;
}

void packInsight(Packer &packer, const State &state, const QList<GroupId> &ids,
                 const SnapshotFilter &filter)
{
    for (const auto &sample : state.foldSamples) {
        if (std::binary_search(ids.cbegin(), ids.cend(), sample.group))
            packer.add("foldSamples", sample);
    }
    for (const auto &tally : state.suggestions) {
        if (std::binary_search(ids.cbegin(), ids.cend(), tally.group))
            packer.add("suggestions", tally);
    }
    if (!filter.gaps)
        return;
    for (const auto &id : sortedKeys(state.gaps)) {
        if (const auto gap = partOf(state.gaps[id], ids); !gap.groups.isEmpty())
            packer.add("gaps", gap);
    }
}

void packGroups(Packer &packer, const State &state, const QString &stream,
                const SnapshotFilter &filter)
{
    auto ids = sortedKeys(state.groups);
    ids.removeIf([&](const GroupId &id) {
        return !isOf(state.groups[id], stream) || (filter.group && !filter.group(id));
    });
    for (const auto &id : ids)
        packer.add("groups", GroupPart{state.groups[id].info, state.groups[id].lastAt,
                                       state.groups[id].alerts});
    for (const auto &id : ids) {
        for (const auto &member : state.groups[id].members)
            packer.add("members", MemberPart{id, member});
    }
    for (const auto &id : ids) {
        packTopics(packer, state, state.groups[id].open);
        packTopics(packer, state, state.groups[id].ended);
    }
    for (const auto &id : ids)
        packMessages(packer, state.groups[id], filter);
    for (const auto &id : sortedKeys(state.drafts)) {
        const auto topic = state.topics.constFind(state.drafts[id].topic);
        if (topic != state.topics.cend() && std::binary_search(ids.cbegin(), ids.cend(), topic->group))
            packer.add("drafts", state.drafts[id]);
    }
    packInsight(packer, state, ids, filter);
    for (const auto &id : sortedKeys(state.promises)) {
        if (std::binary_search(ids.cbegin(), ids.cend(), state.promises[id].group))
            packer.add("promises", state.promises[id]);
    }
    for (const auto &connector : state.connectors)
        packer.add("connectors", connector);
}

void packControl(Packer &packer, const State &state, const SnapshotFilter &filter)
{
    packer.add("policy", state.policy);
    for (const auto &flow : state.flows)
        packer.add("flows", flow);
    for (const auto &id : sortedKeys(state.users))
        packer.add("users", state.users[id]);
    for (const auto &id : sortedKeys(state.presence))
        packer.add("presence", state.presence[id]);
    for (const auto &id : sortedKeys(state.entries))
        packer.add("entries", state.entries[id]);
    for (const auto &id : sortedKeys(state.entryDrafts))
        packer.add("entryDrafts", state.entryDrafts[id]);
    for (const auto &id : sortedKeys(state.corrections))
        packer.add("corrections", state.corrections[id]);
    for (const auto &lesson : state.lessons)
        packer.add("lessons", lesson);
    for (const auto &id : sortedKeys(state.canned))
        packer.add("canned", state.canned[id]);
    if (!filter.customers)
        return;
    for (const auto &id : sortedKeys(state.customers))
        packer.add("customers", state.customers[id]);
    for (const auto &id : sortedKeys(state.tickets))
        packer.add("tickets", state.tickets[id]);
}

/** Takes out what came in the stream; connectors stay as long as groups of another one need them. */
void clearStream(State &state, const QString &stream)
{
    QSet<QString> channels;
    state.groups.removeIf([&](const auto &group) {
        const bool goes = isOf(group.value(), stream);
        if (!goes)
            channels.insert(group.value().info.channel);
        return goes;
    });
    state.topics.removeIf([&](const auto &topic) { return !state.groups.contains(topic->group); });
    state.drafts.removeIf([&](const auto &draft) { return !state.topics.contains(draft->topic); });
    state.connectors.removeIf([&](const auto &one) { return !channels.contains(one.key()); });
    state.foldSamples.removeIf([&](const auto &one) { return !state.groups.contains(one.group); });
    state.suggestions.removeIf([&](const auto &one) { return !state.groups.contains(one.group); });
    state.promises.removeIf([&](const auto &one) { return !state.groups.contains(one->group); });
    state.gaps.removeIf([&](const auto &gap) {
        return std::ranges::none_of(gap->groups, [&](const GapGroup &one) {
            return state.groups.contains(one.group);
        });
    });
}

} // namespace

QByteArray encodeState(const State &state)
{
    return encodeValue(state);
}

Result<State> decodeState(QByteArrayView json)
{
    // A parser of its own: its buffers are as big as the snapshot and go with it.
    simdjson::dom::parser parser;
    const auto parsed = parseOwn(parser, json);
    if (!parsed)
        return std::unexpected(parsed.error());
    return decodeValue<State>(*parsed);
}

QList<QByteArray> encodeSnapshotParts(const State &state, const QString &stream,
                                      const QString &epoch, const SnapshotFilter &filter,
                                      qsizetype maxBytes)
{
    Packer packer(maxBytes);
    if (isControlStream(stream))
        packControl(packer, state, filter);
    else
        packGroups(packer, state, stream, filter);

    auto parts = packer.finish();
    SnapshotPart head;
    head.stream = stream;
    head.epoch = epoch;
    head.seq = state.positions.value(stream);
    head.at = state.times.value(stream);
    head.of = int(parts.size());
    head.count = int(packer.count());
    for (auto &items : parts) {
        ++head.part;
        auto json = encodeValue(head);
        json.chop(1);
        items = json + items + '}';
    }
    return parts;
}

Result<> SnapshotCollector::add(SnapshotPart part)
{
    const bool fits = part.part == m_next && part.of == m_of && part.stream == m_stream
        && part.epoch == m_epoch && part.seq == m_seq;
    if (part.part != 1 && !fits)
        return failure(ErrorKind::InvalidParams, u"This part is not the next one of its snapshot"_s,
                       {{u"field"_s, u"part"_s}});
    if (part.part == 1) {
        *this = {};
        m_stream = part.stream;
        m_epoch = part.epoch;
        m_seq = part.seq;
        m_at = part.at;
        m_of = part.of;
        m_next = 1;
    }
    ++m_next;
    takeItems(part);
    if (isComplete() && m_items != part.count)
        return failure(ErrorKind::InvalidParams, u"Items of the snapshot are missing"_s,
                       {{u"field"_s, u"count"_s}});
    return {};
}

void SnapshotCollector::takeItems(SnapshotPart &part)
{
    m_items += part.groups.size() + part.members.size() + part.messages.size() + part.topics.size()
        + part.foldSamples.size() + part.gaps.size() + part.promises.size() + part.suggestions.size()
        + part.drafts.size() + part.connectors.size() + part.entries.size()
        + part.entryDrafts.size() + part.corrections.size() + part.lessons.size() + part.canned.size() + part.customers.size()
        + part.tickets.size() + part.users.size() + part.presence.size() + part.policy.size()
        + part.flows.size();
    const auto keep = [](auto &list, auto &table) {
        for (auto &item : list)
            table.insert(keyOf(item), std::move(item));
    };
    for (auto &group : part.groups) {
        auto &into = m_state.groups[group.info.id];
        into.info = std::move(group.info);
        into.lastAt = group.lastAt;
        into.alerts = std::move(group.alerts);
        into.stream = m_stream;
    }
    for (auto &item : part.members)
        m_state.groups[item.group].members.insert(item.member.id, item.member);
    for (auto &message : part.messages)
        m_state.groups[message->group].recent.append(std::move(message));
    for (const auto &topic : part.topics) {
        auto &group = m_state.groups[topic.group];
        (hasEnded(topic) ? group.ended : group.open).append(topic.id);
    }
    keep(part.topics, m_state.topics);
    keep(part.drafts, m_state.drafts);
    keep(part.gaps, m_state.gaps);
    keep(part.promises, m_state.promises);
    m_state.foldSamples.append(std::move(part.foldSamples));
    m_state.suggestions.append(std::move(part.suggestions));
    keep(part.connectors, m_state.connectors);
    keep(part.entries, m_state.entries);
    keep(part.entryDrafts, m_state.entryDrafts);
    keep(part.corrections, m_state.corrections);
    m_state.lessons.append(part.lessons);
    keep(part.canned, m_state.canned);
    keep(part.customers, m_state.customers);
    keep(part.tickets, m_state.tickets);
    keep(part.users, m_state.users);
    keep(part.flows, m_state.flows);
    keep(part.presence, m_state.presence);
    if (!part.policy.isEmpty())
        m_state.policy = std::move(part.policy.first());
}

void SnapshotCollector::moveInto(State &state)
{
    if (isControlStream(m_stream)) {
        state.entries = std::move(m_state.entries);
        state.entryDrafts = std::move(m_state.entryDrafts);
        state.corrections = std::move(m_state.corrections);
        state.lessons = std::move(m_state.lessons);
        state.canned = std::move(m_state.canned);
        state.customers = std::move(m_state.customers);
        state.tickets = std::move(m_state.tickets);
        state.users = std::move(m_state.users);
        state.presence = std::move(m_state.presence);
        state.policy = std::move(m_state.policy);
        state.flows = std::move(m_state.flows);
    } else {
        clearStream(state, m_stream);
        state.groups.insert(m_state.groups);
        state.topics.insert(m_state.topics);
        state.drafts.insert(m_state.drafts);
        state.foldSamples.append(m_state.foldSamples);
        state.suggestions.append(m_state.suggestions);
        state.gaps.insert(m_state.gaps);
        state.promises.insert(m_state.promises);
        state.connectors.insert(m_state.connectors);
    }
    state.positions[m_stream] = m_seq;
    state.times[m_stream] = m_at;
    *this = {};
}

} // namespace quntai
