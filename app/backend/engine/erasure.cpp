// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/erasure.h"

#include "models/protocol/eventcodec.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageEvents = 2000;
constexpr qint64 pageBytes = 16 * 1024 * 1024;

Result<> each(const Ledger &ledger, const QString &stream,
              const std::function<void(const StoredEvent &)> &visit)
{
    qint64 after = 0;
    for (;;) {
        const auto page = ledger.read(stream, after, pageEvents, pageBytes);
        if (!page)
            return std::unexpected(page.error());
        if (page->isEmpty())
            return {};
        for (const auto &event : *page)
            visit(event);
        after = page->constLast().seq;
    }
}

/** Follows a person through the ledger from its beginning. */
class Tracer
{
public:
    Tracer(const QString &subject, QSet<MemberId> members)
        : m_subject(subject), m_members(std::move(members))
    {
    }

    void look(const StoredEvent &stored)
    {
        if (stored.data.isEmpty())
            return;
        const auto data = decodeEventData(stored.type, stored.data);
        if (data && std::visit([&](const auto &one) { return isTheirs(one, stored); }, *data))
            m_events[stored.group].append(stored.seq);
    }

    QMap<GroupId, QList<qint64>> take() { return std::exchange(m_events, {}); }

private:
    bool isTheirs(const MemberChanged &data, const StoredEvent &)
    {
        if (data.member.customer.value == m_subject && !m_subject.isEmpty())
            m_members.insert(data.member.id);
        return m_members.contains(data.member.id);
    }
    bool isTheirs(const CustomerChanged &data, const StoredEvent &)
    {
        return data.customer.id.value == m_subject;
    }
    bool isTheirs(const CustomerChecked &data, const StoredEvent &)
    {
        return data.customer.value == m_subject;
    }
    bool isTheirs(const TicketChanged &data, const StoredEvent &)
    {
        return data.ticket.customer.value == m_subject;
    }
    bool isTheirs(const MessageReceived &data, const StoredEvent &)
    {
        const bool author = data.author.kind == AuthorKind::Member
            && m_members.contains({data.author.id});
        if (author)
            m_messages.insert(data.message);
        return author || (m_messages.contains(data.quote) && !data.quoteText.isEmpty());
    }
    bool isTheirs(const MessageAttached &data, const StoredEvent &)
    {
        return m_messages.contains(data.message);
    }
    bool isTheirs(const MessageRead &data, const StoredEvent &)
    {
        return m_messages.contains(data.message);
    }
    bool isTheirs(const MessageQueued &data, const StoredEvent &)
    {
        return m_messages.contains(data.answers) || m_messages.contains(data.quote)
            || std::ranges::any_of(data.mentions,
                                   [&](const MemberId &id) { return m_members.contains(id); });
    }
    bool isTheirs(const LookupAsked &data, const StoredEvent &)
    {
        return m_members.contains(data.lookup.asker);
    }
    bool isTheirs(const FlowFired &data, const StoredEvent &)
    {
        return std::ranges::any_of(data.members,
                                   [&](const MemberId &id) { return m_members.contains(id); });
    }
    bool isTheirs(const VerdictReached &data, const StoredEvent &)
    {
        return m_messages.contains(data.message);
    }
    bool isTheirs(const FoldSampled &data, const StoredEvent &)
    {
        return m_messages.contains(data.message);
    }
    bool isTheirs(const GapChanged &data, const StoredEvent &)
    {
        return data.asked && m_messages.contains(data.asked->message);
    }
    bool isTheirs(const AlertRaised &data, const StoredEvent &)
    {
        return m_members.contains(data.startedBy);
    }
    bool isTheirs(const DraftMade &data, const StoredEvent &stored)
    {
        return m_messages.contains(data.answers) || m_topics.contains(stored.topic)
            || std::ranges::any_of(data.mentions,
                                   [&](const MemberId &id) { return m_members.contains(id); });
    }
    bool isTheirs(const DraftWithdrawn &data, const StoredEvent &stored)
    {
        const bool words = !data.text.isEmpty() || data.outcome == DraftEnd::Rejected;
        return words && inTheirTopic(stored);
    }
    bool isTheirs(const LessonTaught &data, const StoredEvent &)
    {
        return m_messages.contains(data.lesson.message);
    }
    bool isTheirs(const TopicOpened &data, const StoredEvent &stored)
    {
        const bool theirs = m_members.contains(data.asker);
        if (theirs)
            m_topics.insert(stored.topic);
        return theirs;
    }
    bool isTheirs(const NoteAdded &, const StoredEvent &stored) { return inTheirTopic(stored); }
    bool isTheirs(const PromiseMade &data, const StoredEvent &stored)
    {
        return m_members.contains(data.member) || inTheirTopic(stored);
    }
    bool isTheirs(const PromiseChanged &data, const StoredEvent &stored)
    {
        return m_members.contains(data.member) || inTheirTopic(stored);
    }
    bool isTheirs(const PromiseSettled &data, const StoredEvent &stored)
    {
        return !data.note.isEmpty()
            && (m_members.contains(data.member) || inTheirTopic(stored));
    }
    bool isTheirs(const SatisfactionGiven &data, const StoredEvent &)
    {
        return m_members.contains(data.member);
    }
    bool isTheirs(const EscalationRaised &, const StoredEvent &stored)
    {
        return inTheirTopic(stored);
    }
    bool isTheirs(const LeaseEnded &data, const StoredEvent &stored)
    {
        return !data.summary.isEmpty() && inTheirTopic(stored);
    }
    bool isTheirs(const TopicSnoozed &data, const StoredEvent &stored)
    {
        return !data.why.isEmpty() && inTheirTopic(stored);
    }
    bool isTheirs(const HelpAsked &, const StoredEvent &stored) { return inTheirTopic(stored); }
    bool isTheirs(const GuestChanged &data, const StoredEvent &stored)
    {
        return !data.note.isEmpty() && inTheirTopic(stored);
    }
    bool isTheirs(const SuggestionJudged &data, const StoredEvent &stored)
    {
        return !data.detail.isEmpty()
            && (m_messages.contains(data.question) || inTheirTopic(stored));
    }
    bool isTheirs(const TopicOnHold &data, const StoredEvent &stored)
    {
        return !data.why.isEmpty() && inTheirTopic(stored);
    }
    template <class Other>
    bool isTheirs(const Other &, const StoredEvent &)
    {
        return false;
    }
    bool inTheirTopic(const StoredEvent &stored) const { return m_topics.contains(stored.topic); }

    const QString m_subject;
    QSet<MemberId> m_members;
    QSet<MessageId> m_messages;
    QSet<TopicId> m_topics;
    QMap<GroupId, QList<qint64>> m_events;
};

QList<Attachment> attachmentsOf(const EventData &data)
{
    if (const auto *received = std::get_if<MessageReceived>(&data))
        return received->attachments;
    if (const auto *queued = std::get_if<MessageQueued>(&data))
        return queued->attachments;
    const auto *attached = std::get_if<MessageAttached>(&data);
    return attached ? QList<Attachment>{attached->attachment} : QList<Attachment>{};
}

} // namespace

QSet<MemberId> membersOf(const State &state, const QString &subject)
{
    QSet<MemberId> members{MemberId{subject}};
    for (const auto &group : state.groups) {
        for (const auto &member : group.members) {
            if (member.customer.value == subject)
                members.insert(member.id);
        }
    }
    return members;
}

Result<QList<Trace>> tracesOf(const Ledger &ledger, const State &state, const QString &subject)
{
    QList<Trace> found;
    Tracer tracer(subject, membersOf(state, subject));
    for (const auto &stream : {u"p0"_s, u"c0"_s}) {
        const auto read = each(ledger, stream, [&](const StoredEvent &event) { tracer.look(event); });
        if (!read)
            return std::unexpected(read.error());
        for (const auto &[group, events] : tracer.take().asKeyValueRange())
            found.append({stream, group, events});
    }
    return found;
}

Result<QSet<QString>> blobsOf(const Ledger &ledger, const EventsOf &events)
{
    const auto stream = u"p0"_s;
    QSet<QString> theirs, others;
    const auto list = events.value(stream);
    const QSet<qint64> erased(list.cbegin(), list.cend());
    const auto read = each(ledger, stream, [&](const StoredEvent &event) {
        if (!event.data.contains("sha256"))
            return;
        const auto data = decodeEventData(event.type, event.data);
        auto &found = erased.contains(event.seq) ? theirs : others;
        for (const auto &attachment : data ? attachmentsOf(*data) : QList<Attachment>{})
            found.insert(attachment.sha256);
    });
    if (!read)
        return std::unexpected(read.error());
    others.insert(QString());
    return theirs - others;
}

Result<bool> isAnyLeft(const Ledger &ledger, const EventsOf &events)
{
    for (const auto &[stream, list] : events.asKeyValueRange()) {
        for (const auto seq : list) {
            const auto event = ledger.read(stream, seq - 1, 1, 1);
            if (!event)
                return std::unexpected(event.error());
            if (!event->isEmpty() && event->first().seq == seq && !event->first().data.isEmpty())
                return true;
        }
    }
    return false;
}

} // namespace quntai
