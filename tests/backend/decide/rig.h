// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/decider.h"
#include "models/domain/apply.h"

#include <functional>

namespace quntai::test {

/** What a member's message may carry besides its text. */
struct Said
{
    MessageId quote = {};
    QList<MemberId> mentions = {};
    bool atBot = false;
    MessageKind kind = MessageKind::Text;
};

/** The real Decider and the real fold in one loop, as the engine joins them, without sockets,
 * disk or clock: every event is kept in log. */
class Rig
{
public:
    /** A group with customers, a staff member, the bot; agents lin and zhou; the sample
     * knowledge; the default policy with the label "【AI】". */
    explicit Rig(BotMode mode = BotMode::Auto);
    /** A world of one's own. */
    explicit Rig(const QList<NewEvent> &world);

    const GroupId group{QStringLiteral("ch/g")};
    const MemberId haiyan{QStringLiteral("ch/haiyan")};   // a customer with an order
    const MemberId wang{QStringLiteral("ch/wang")};
    const MemberId leo{QStringLiteral("ch/leo")};
    const MemberId vip{QStringLiteral("ch/vip")};
    const MemberId staff{QStringLiteral("ch/staff")};     // lin's phone
    User lin;
    User zhou;
    User boss;

    State state;
    Decider decider;
    QList<Event> log;
    Instant now{1'700'000'000'000};

    /** Writes an event down and folds it. */
    const Event &record(const NewEvent &event);
    /** As an inbound event: written, folded, decided upon. */
    void happen(const NewEvent &event);
    MessageId say(const MemberId &who, const QString &text, const Said &said = {});
    /** Staff typing on a phone. */
    MessageId sayByPhone(const User &who, const QString &text, const Said &said = {});
    Result<qsizetype> run(const User &user, const CommandData &command);
    /** Lets time pass; timers fire at their moment. */
    void pass(qint64 seconds);
    /** The platform confirms everything that is due. */
    void deliver();

    void setPolicy(const std::function<void(Policy &)> &change);

    MessagePtr message(const MessageId &id) const { return findMessage(state, group, id); }
    Topic topicOf(const MessageId &id) const;
    Verdict verdictOf(const MessageId &id) const;
    /** The newest text of the bot or an agent; null when there is none. */
    MessagePtr lastSent() const;
    /** Bot texts that answer that message. */
    QList<MessagePtr> answersTo(const MessageId &id) const;
    QList<Draft> drafts() const;
    template <class Data>
    QList<Data> all() const
    {
        QList<Data> found;
        for (const auto &event : log) {
            if (const auto *data = std::get_if<Data>(&event.data))
                found.append(*data);
        }
        return found;
    }
    template <class Data>
    Data last() const
    {
        const auto found = all<Data>();
        return found.isEmpty() ? Data{} : found.last();
    }
    /** Takes the topic over and gives the fencing number back. */
    qint64 claim(const User &user, const TopicId &topic);
    qint64 basis() const { return state.positions.value(QStringLiteral("p0")); }

private:
    IdMint mint() const;
    void addPeople();

    int m_count = 0;
};

std::shared_ptr<const Lexicon> sharedLexicon();

} // namespace quntai::test
