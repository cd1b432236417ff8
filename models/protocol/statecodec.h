// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/state.h"

#include <QByteArray>

#include <functional>

namespace quntai {

/** The whole state as JSON, for snapshots of the ledger: equal states give equal bytes. */
QByteArray encodeState(const State &state);

/** Reads what encodeState() wrote; nothing is left out. Any thread. */
Result<State> decodeState(QByteArrayView json);

/** A group in a snapshot. */
struct GroupPart
{
    Group info;
    Instant lastAt;
    QList<Alert> alerts;

    bool operator==(const GroupPart &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("info", &GroupPart::info),
                          optional("lastAt", &GroupPart::lastAt),
                          optional("alerts", &GroupPart::alerts)};
    }
};

/** A member in a snapshot. */
struct MemberPart
{
    GroupId group;
    Member member;

    bool operator==(const MemberPart &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("group", &MemberPart::group),
                          required("member", &MemberPart::member)};
    }
};

/** The params of one feed.snapshot: part of `of`, numbered from 1, all of one stream at seq.
 *
 * Streams of groups ("p…") bring groups, members, messages, topics, drafts, samples of folded
 * messages, gaps, promises, tallies of suggestions and connectors; the
 * control stream ("c0") brings entries with their drafts, corrections and lessons, canned replies,
 * customers, tickets, users, presence, policy and flows. Topics of a group
 * come in order: open ones by lane, then ended ones, oldest first. count is the number of items in
 * all parts together.
 */
struct SnapshotPart
{
    QString stream;
    QString epoch;
    qint64 seq = 0;
    Instant at;
    int part = 0;
    int of = 0;
    int count = 0;
    QList<GroupPart> groups;
    QList<MemberPart> members;
    QList<MessagePtr> messages;
    QList<Topic> topics;
    QList<Draft> drafts;
    QList<FoldSample> foldSamples;
    QList<Gap> gaps;           //!< what of them was met in groups the reader sees
    QList<Promise> promises;
    QList<SuggestionTally> suggestions;
    QList<Connector> connectors;
    QList<Entry> entries;
    QList<EntryDraft> entryDrafts;
    QList<Correction> corrections;
    QList<PhrasingLesson> lessons;  //!< oldest first
    QList<CannedReply> canned;
    QList<Customer> customers;
    QList<Ticket> tickets;
    QList<User> users;
    QList<Presence> presence;
    QList<Policy> policy;  //!< one or none
    QList<Flow> flows;

    static constexpr auto fields()
    {
        using S = SnapshotPart;
        return FieldList{
            required("stream", &S::stream), required("epoch", &S::epoch), required("seq", &S::seq),
            optional("at", &S::at), required("part", &S::part), required("of", &S::of),
            required("count", &S::count), optional("groups", &S::groups),
            optional("members", &S::members), optional("messages", &S::messages),
            optional("topics", &S::topics), optional("drafts", &S::drafts), optional("foldSamples", &S::foldSamples),
            optional("gaps", &S::gaps), optional("promises", &S::promises),
            optional("suggestions", &S::suggestions), optional("connectors", &S::connectors), optional("entries", &S::entries),
            optional("entryDrafts", &S::entryDrafts), optional("corrections", &S::corrections),
            optional("lessons", &S::lessons), optional("canned", &S::canned),
            optional("customers", &S::customers), optional("tickets", &S::tickets),
            optional("users", &S::users),
            optional("presence", &S::presence), optional("policy", &S::policy),
            optional("flows", &S::flows)};
    }
};

/** What of a state a reader may see; a function that is not set means all. */
struct SnapshotFilter
{
    std::function<bool(const GroupId &)> group;
    std::function<bool(const Message &)> message;
    bool customers = true;
    bool gaps = true;
};

/** The params of the feed.snapshot messages that bring a stream's part of the state, each at most
 * maxBytes long. At least one part. An item that fits into no part is left out.
 */
QList<QByteArray> encodeSnapshotParts(const State &state, const QString &stream,
                                      const QString &epoch, const SnapshotFilter &filter,
                                      qsizetype maxBytes);

/** Puts the parts of one stream's snapshot together, beside the state still in use. */
class SnapshotCollector
{
public:
    /** Takes the next part; an error (order, other snapshot, wrong count) means: ask anew. Part 1
     * always starts anew. */
    Result<> add(SnapshotPart part);
    bool isComplete() const { return m_of > 0 && m_next > m_of; }
    Position position() const { return {m_epoch, m_seq}; }
    QString stream() const { return m_stream; }
    /** Replaces the stream's part of a state and its position; call once, when complete. */
    void moveInto(State &state);

private:
    void takeItems(SnapshotPart &part);

    QString m_stream;
    QString m_epoch;
    qint64 m_seq = 0;
    Instant m_at;
    int m_next = 0;
    int m_of = 0;
    qint64 m_items = 0;
    State m_state;
};

} // namespace quntai
