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
    Tracer(const State &state, const QString &subject)
        : m_state(state), m_subject(subject), m_members(membersOf(state, subject))
    {
    }

    void look(const StoredEvent &stored)
    {
        if (stored.data.isEmpty())
            return;
        const auto data = decodeEventData(stored.type, stored.data);
        if (data && std::visit([&](const auto &one) { return isTheirs(one, stored); }, *data))
            tracesIn(stored.group, stored.topic).append(stored.seq);
    }

    /** Of one stream; those of topics first, in the order in which they were come upon. */
    QList<Trace> take(const QString &stream)
    {
        QList<Trace> found;
        for (const auto &[where, events] : std::exchange(m_events, {}).asKeyValueRange())
            found.append({stream, where.first, where.second, events});
        return found;
    }

    QSet<MemberId> members() const { return m_members; }

private:
    /** What the state no longer knows needs no word of its own. */
    QList<qint64> &tracesIn(const GroupId &group, const TopicId &topic)
    {
        const auto known = m_state.topics.contains(topic) ? topic : TopicId{};
        return m_events[std::pair{group, known}];
    }

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
    /** Theirs, what quotes their words, and what a colleague wrote to them on a phone. */
    bool isTheirs(const MessageReceived &data, const StoredEvent &)
    {
        const bool author = data.author.kind == AuthorKind::Member
            && m_members.contains({data.author.id});
        if (author)
            m_messages.insert(data.message);
        const bool quotes = m_messages.contains(data.quote);
        const bool ours = data.author.kind == AuthorKind::Agent;
        return goes(data.message,
                    author || (quotes && (ours || !data.quoteText.isEmpty()))
                        || (ours && isToThem(data.mentions)));
    }
    bool isTheirs(const MessageAttached &data, const StoredEvent &)
    {
        return m_gone.contains(data.message);
    }
    bool isTheirs(const MessageRead &data, const StoredEvent &)
    {
        return m_gone.contains(data.message);
    }
    /** What speaks to nobody else speaks to whoever opened the topic. */
    bool isTheirs(const MessageQueued &data, const StoredEvent &stored)
    {
        const bool unaddressed = data.mentions.isEmpty() && data.answers.isEmpty()
            && data.quote.isEmpty();
        return goes(data.message,
                    m_messages.contains(data.answers) || m_messages.contains(data.quote)
                        || isAnyTheirs(data.alsoAnswers)
                        || m_members.contains(data.privateTo) || isToThem(data.mentions)
                        || (unaddressed && m_opened.contains(stored.topic)));
    }
    bool isTheirs(const LookupAsked &data, const StoredEvent &)
    {
        return m_members.contains(data.lookup.asker);
    }
    bool isTheirs(const VerdictReached &data, const StoredEvent &)
    {
        return m_gone.contains(data.message);
    }
    bool isTheirs(const FoldSampled &data, const StoredEvent &)
    {
        return m_gone.contains(data.message);
    }
    bool isTheirs(const GapChanged &data, const StoredEvent &)
    {
        return data.asked && m_gone.contains(data.asked->message);
    }
    bool isTheirs(const AlertRaised &data, const StoredEvent &)
    {
        return m_members.contains(data.startedBy);
    }
    bool isTheirs(const DraftMade &data, const StoredEvent &stored)
    {
        const bool theirs = m_messages.contains(data.answers)
            || isAnyTheirs(data.alsoAnswers) || inTheirTopic(stored)
            || m_members.contains(data.privateTo) || isToThem(data.mentions);
        if (theirs)
            m_drafts.insert(data.draft);
        return theirs;
    }
    bool isTheirs(const DraftWithdrawn &data, const StoredEvent &stored)
    {
        const bool words = !data.text.isEmpty() || data.outcome == DraftEnd::Rejected;
        return words && (m_drafts.contains(data.draft) || inTheirTopic(stored));
    }
    bool isTheirs(const LessonTaught &data, const StoredEvent &)
    {
        return m_gone.contains(data.lesson.message);
    }
    bool isTheirs(const TopicOpened &data, const StoredEvent &stored)
    {
        const bool theirs = m_members.contains(data.asker);
        if (theirs) {
            m_opened.insert(stored.topic);
            m_topics.insert(stored.topic);
        }
        return theirs;
    }
    /** Not erased: it holds no words. But the topic is other than it would be without them. */
    bool isTheirs(const TopicLinked &data, const StoredEvent &stored)
    {
        if (isAnyTheirs(data.messages))
            m_topics.insert(stored.topic);
        if (std::ranges::any_of(data.messages, [&](const auto &id) { return m_gone.contains(id); }))
            tracesIn(stored.group, stored.topic);
        return false;
    }
    bool isTheirs(const TopicStateChanged &data, const StoredEvent &stored)
    {
        if (data.into.isEmpty() || !m_topics.contains(stored.topic))
            return false;
        m_topics.insert(data.into);
        tracesIn(stored.group, data.into);
        return false;
    }
    bool isTheirs(const NoteAdded &, const StoredEvent &stored) { return inTheirTopic(stored); }
    bool isTheirs(const PromiseMade &data, const StoredEvent &stored)
    {
        const bool theirs = m_members.contains(data.member) || m_opened.contains(stored.topic);
        if (theirs)
            m_promises.insert(data.promise);
        return theirs;
    }
    bool isTheirs(const PromiseChanged &data, const StoredEvent &)
    {
        return m_promises.contains(data.promise);
    }
    bool isTheirs(const PromiseSettled &data, const StoredEvent &)
    {
        return !data.note.isEmpty() && m_promises.contains(data.promise);
    }
    bool isTheirs(const SatisfactionGiven &data, const StoredEvent &)
    {
        return m_members.contains(data.member);
    }
    bool isTheirs(const EscalationRaised &, const StoredEvent &stored)
    {
        return inTheirTopic(stored);
    }
    bool isTheirs(const LeaseOffered &data, const StoredEvent &stored)
    {
        return !data.note.isEmpty() && inTheirTopic(stored);
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
    /** All of a question: the last one takes the place of those before. */
    bool isTheirs(const SuggestionJudged &data, const StoredEvent &stored)
    {
        return m_gone.contains(data.question) || m_opened.contains(stored.topic);
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

    bool goes(const MessageId &message, bool theirs)
    {
        if (theirs)
            m_gone.insert(message);
        return theirs;
    }
    bool isAnyTheirs(const QList<MessageId> &messages) const
    {
        return std::ranges::any_of(messages,
                                   [&](const MessageId &id) { return m_messages.contains(id); });
    }
    bool isToThem(const QList<MemberId> &mentions) const
    {
        return std::ranges::any_of(mentions,
                                   [&](const MemberId &id) { return m_members.contains(id); });
    }
    bool inTheirTopic(const StoredEvent &stored) const { return m_topics.contains(stored.topic); }

    const State &m_state;
    const QString m_subject;
    QSet<MemberId> m_members;
    QSet<MessageId> m_messages;  //!< of theirs
    QSet<MessageId> m_gone;      //!< and what quotes or answers them
    QSet<TopicId> m_opened;      //!< by them
    QSet<TopicId> m_topics;      //!< they opened or took part in, as far as was read
    QSet<DraftId> m_drafts;
    QSet<PromiseId> m_promises;
    QMap<std::pair<GroupId, TopicId>, QList<qint64>> m_events;
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

Result<Traces> tracesOf(const Ledger &ledger, const State &state, const QString &subject)
{
    Traces found;
    Tracer tracer(state, subject);
    for (const auto &stream : {u"p0"_s, u"c0"_s}) {
        const auto read = each(ledger, stream, [&](const StoredEvent &event) { tracer.look(event); });
        if (!read)
            return std::unexpected(read.error());
        found.events.append(tracer.take(stream));
    }
    found.members = tracer.members();
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
