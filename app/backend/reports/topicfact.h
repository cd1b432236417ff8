// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace quntai {

/** One thing said in a topic that a measure counts. Talk, thanks and holding texts are none. */
struct Turn
{
    enum class Kind : quint8 { Question, Bot, Human, Peer };
    qint64 at = 0;     //!< when it reached the group
    qint64 seq = 0;    //!< of the event that brought the message
    Kind kind = Kind::Question;
    MessageId message; //!< of the bot's answers only: a correction names it

    bool operator==(const Turn &) const = default;
};

/** From one end of a topic to its reopening. */
struct Ending
{
    qint64 at = 0;
    qint64 reopenedAt = 0;  //!< 0: not reopened

    bool operator==(const Ending &) const = default;
};

/** What the measures need to know of a topic, folded from its events. */
struct TopicFact
{
    TopicId id;
    GroupId group;
    QString title;
    MemberId asker;
    qint64 askedAt = 0;         //!< first question
    TopicState state = TopicState::New;
    QList<Turn> turns;          //!< by at, then seq
    QList<Ending> endings;
    qint64 escalatedAt = 0;     //!< first time; 0: never
    quint32 reasons = 0;        //!< bit of each Reason it was escalated for
    EntryId intent;             //!< of the first question that had one
    qint64 askedAgainAt = 0;    //!< the same person asked the same in a new topic
    bool hit = false;           //!< an entry was found above the threshold
    bool refused = false;       //!< a person refused a draft of it
    TopicId into;               //!< merged into that one; does not count by itself
    MessageId opener;           //!< the message that opened it
    qint64 seq = 0;             //!< of the event that opened it
    QList<MemberId> askers;     //!< who asked in it, at most mostAskers
    QStringList people;         //!< of ours who spoke in it, at most PastTopic::mostPeople
    QMap<MemberId, bool> solved;  //!< whether it is settled for them, as far as it is known

    static constexpr qsizetype mostAskers = 16;

    bool counts() const { return into.isEmpty() && askedAt != 0; }
    bool operator==(const TopicFact &) const = default;
};

using Corrections = QSet<MessageId>;  //!< answers of the bot that somebody corrected

constexpr quint32 bitOf(Reason reason)
{
    return 1U << unsigned(reason);
}
QList<Reason> reasonsIn(quint32 bits);

/** A pair of question and answer. */
struct Response
{
    qint64 ms = 0;
    Answerer who = Answerer::Bot;
};

/** How long the first answer took; none: nobody has answered. */
std::optional<Response> firstResponse(const TopicFact &topic);
/** Every answer that ended a wait. */
QList<Response> responses(const TopicFact &topic);
/** A person if one answered, else the bot, else a member. */
std::optional<Answerer> servedBy(const TopicFact &topic);
/** When it came to rest first; 0: not yet. */
qint64 restedAt(const TopicFact &topic, Instant now);
/** At rest, and not come back to within 72 hours of it. */
bool staysSettled(const TopicFact &topic, qint64 rested);
bool isCorrected(const TopicFact &topic, const Corrections &corrections);
bool isAutomated(const TopicFact &topic, const Corrections &corrections);
bool isHit(const TopicFact &topic, const Corrections &corrections);

} // namespace quntai
