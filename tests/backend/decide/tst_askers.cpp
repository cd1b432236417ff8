// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/backend/decide/rig.h"
#include "tests/models/common/seed.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

constexpr int steps = 40;

/** A group in which the same few things are asked, answered by members, by colleagues and by the
 * bot, approved, taken over and handed back, in any order. */
class Crowd
{
public:
    Crowd(Rig &rig, quint32 seed) : m_rig(rig), m_dice(seed), m_group{u"ch/c%1"_s.arg(seed)}
    {
        const BotMode modes[] = {BotMode::Auto, BotMode::Auto, BotMode::Review};
        m_rig.record({m_group, {}, GroupChanged{{m_group, u"群"_s, u"ch"_s, GroupKind::External,
                                                 modes[below(3)], 50, {}}}});
        for (auto member : m_rig.state.groups.value(m_rig.group).members)
            m_rig.record({m_group, {}, MemberChanged{member, false, false}});
    }

    void run()
    {
        for (int i = 0; i < steps; ++i)
            step();
        for (int i = 0; i < 30; ++i)
            passTime(60);
    }

    const GroupId &group() const { return m_group; }

private:
    int below(int limit) { return m_dice.below(limit); }
    bool chance(int percent) { return m_dice.chance(percent); }

    void step()
    {
        switch (below(10)) {
        case 0:
        case 1:
        case 2:
        case 3: ask(); break;
        case 4: answer(); break;
        case 5: phone(); break;
        case 6: passTime(below(40)); break;
        case 7: decideOnDraft(); break;
        case 8: takeOrLeave(); break;
        case 9: recall(); break;
        }
        if (chance(60))
            deliver();
    }

    MemberId somebody()
    {
        const MemberId people[] = {m_rig.haiyan, m_rig.wang, m_rig.leo, m_rig.vip,
                                   {u"ch/x1"_s}, {u"ch/x2"_s}};
        return people[below(6)];
    }

    MessagePtr someQuestion()
    {
        QList<MessagePtr> questions;
        for (const auto &message : m_rig.state.groups.value(m_group).recent) {
            if (isFromMember(*message) && !message->topic.isEmpty())
                questions.append(message);
        }
        return questions.isEmpty() ? nullptr : questions[below(int(questions.size()))];
    }

    void say(const Author &author, const QString &text, const MessagePtr &quoted)
    {
        MessageReceived said;
        said.message = {u"%1-%2"_s.arg(m_group.value).arg(++m_count)};
        said.platformId = said.message.value;
        said.author = author;
        said.text = text;
        if (quoted)
            said.quote = quoted->id;
        m_rig.now = m_rig.now.plusSeconds(below(3));
        m_rig.happen({m_group, {}, said});
    }

    Author member(const MemberId &id) const
    {
        return {AuthorKind::Member, id.value, id.value.section(u'/', 1)};
    }

    void ask()
    {
        const QString lines[] = {u"退款多久能到账"_s, u"退款几天到"_s, u"同问"_s, u"同问"_s,
                                 u"怎么开发票"_s, u"转人工"_s};
        const int line = chance(5) ? 5 : below(5);
        say(member(somebody()), lines[line], chance(20) ? someQuestion() : nullptr);
    }

    void answer()
    {
        const QString lines[] = {u"银行卡一般1到3个工作日到账"_s, u"你可以在小程序里申请开票"_s,
                                 u"银行卡退款要20天才到账"_s};
        say(member(somebody()), lines[below(3)], someQuestion());
    }

    void phone()
    {
        const QString lines[] = {u"我看下哈"_s, u"银行卡一般1到3个工作日到账"_s};
        say({AuthorKind::Agent, m_rig.lin.id.value, m_rig.lin.name}, lines[below(2)],
            chance(60) ? someQuestion() : nullptr);
    }

    TopicId topic()
    {
        const auto open = m_rig.state.groups.value(m_group).open;
        return open.isEmpty() ? TopicId{} : open[below(int(open.size()))];
    }

    void decideOnDraft()
    {
        for (const auto &draft : m_rig.drafts()) {
            if (m_rig.state.topics.value(draft.topic).group != m_group || !chance(60))
                continue;
            if (chance(70))
                (void)m_rig.run(m_rig.boss, ApproveDraft{draft.id, draft.topic, m_rig.basis()});
            else
                (void)m_rig.run(m_rig.boss, RejectDraft{draft.id, draft.topic, u"不对"_s, false});
        }
    }

    void takeOrLeave()
    {
        const auto chosen = m_rig.state.topics.value(topic());
        if (chosen.id.isEmpty())
            return;
        if (!chosen.lease)
            (void)m_rig.run(m_rig.lin, ClaimTopic{chosen.id, m_rig.basis()});
        else
            (void)m_rig.run(m_rig.lin, HandBackTopic{chosen.id, chosen.lease->fence, {}});
    }

    void recall()
    {
        for (const auto &message : m_rig.state.groups.value(m_group).recent) {
            if (message->delivery == Delivery::Queued && message->notBefore > m_rig.now
                && chance(30)) {
                (void)m_rig.run(m_rig.boss, RecallMessage{message->id, m_group});
                return;
            }
        }
    }

    void passTime(int seconds)
    {
        const auto end = m_rig.now.plusSeconds(seconds);
        while (m_rig.now < end) {
            deliver();
            m_rig.pass(std::min<qint64>(5, (end.ms - m_rig.now.ms) / 1000 + 1));
        }
        deliver();
    }

    void deliver()
    {
        const auto recent = m_rig.state.groups.value(m_group).recent;
        for (const auto &message : recent) {
            if (message->delivery == Delivery::Queued && message->notBefore <= m_rig.now)
                m_rig.happen({m_group, message->topic,
                              MessageSent{message->id, u"x-"_s + message->id.value}});
        }
    }

    Rig &m_rig;
    tests::Dice m_dice;
    const GroupId m_group;
    int m_count = 0;
};

/** What the ledger says of one group, gathered without the fold. */
struct Record
{
    QHash<MessageId, MessageReceived> received;
    QHash<MessageId, qint64> seqs;
    QHash<MessageId, TopicId> topics;
    QHash<MessageId, Verdict> verdicts;
    QHash<MessageId, MessageQueued> queued;
    QList<MessageId> sent;

    explicit Record(const QList<Event> &log)
    {
        for (const auto &event : log)
            take(event);
    }

    void take(const Event &event)
    {
        std::visit([&](const auto &data) { note(event, data); }, event.data);
    }

    void note(const Event &event, const MessageReceived &data)
    {
        received.insert(data.message, data);
        seqs.insert(data.message, event.seq);
    }
    void note(const Event &event, const TopicLinked &data)
    {
        for (const auto &id : data.messages)
            topics.insert(id, event.topic);
    }
    void note(const Event &, const VerdictReached &data)
    {
        verdicts.insert(data.message, data.verdict);
    }
    void note(const Event &event, const MessageQueued &data)
    {
        queued.insert(data.message, data);
        seqs.insert(data.message, event.seq);
        topics.insert(data.message, event.topic);
    }
    void note(const Event &, const MessageSent &data) { sent.append(data.message); }
    template <class Other>
    void note(const Event &, const Other &)
    {
    }

    QList<MessageId> answeredBy(const MessageQueued &text) const
    {
        return text.answers.isEmpty() ? text.alsoAnswers
                                      : QList<MessageId>{text.answers} + text.alsoAnswers;
    }
};

QStringList answeredTwice(const Record &record)
{
    QHash<MessageId, int> times;
    QStringList wrong;
    for (const auto &id : record.sent) {
        const auto text = record.queued.value(id);
        if (text.author.kind != AuthorKind::Bot)
            continue;
        for (const auto &question : record.answeredBy(text)) {
            if (++times[question] > 1)
                wrong.append(u"%1 was answered twice"_s.arg(question.value));
        }
    }
    return wrong;
}

QStringList wrongAddresses(const Record &record)
{
    QStringList wrong;
    for (const auto &text : record.queued) {
        if (text.author.kind != AuthorKind::Bot || text.alsoAnswers.isEmpty())
            continue;
        QSet<MemberId> askers;
        for (const auto &question : record.answeredBy(text))
            askers.insert(MemberId{record.received.value(question).author.id});
        if (askers != QSet<MemberId>(text.mentions.cbegin(), text.mentions.cend())
            || askers.size() != text.mentions.size() || askers.size() > 8)
            wrong.append(u"%1 does not address who asked"_s.arg(text.message.value));
    }
    return wrong;
}

/** Somebody spoke in the topic after the question: a person to its author or to all, or the bot to
 * its author. */
bool wasSpokenTo(const Record &record, const MessageId &question)
{
    const auto author = MemberId{record.received.value(question).author.id};
    const auto topic = record.topics.value(question);
    const auto after = [&](const MessageId &id) {
        return record.topics.value(id) == topic && record.seqs.value(id) > record.seqs.value(question);
    };
    const bool byUs = std::ranges::any_of(record.sent, [&](const MessageId &id) {
        return after(id) && record.queued.value(id).mentions.contains(author);
    });
    return byUs || std::ranges::any_of(record.received, [&](const MessageReceived &said) {
        const auto quoted = record.received.value(said.quote).author.id;
        const bool isPeer = said.author.kind == AuthorKind::Member
            && record.verdicts.value(said.message).addressingWhy.contains(u"peer_answer"_s);
        const bool isStaff = said.author.kind == AuthorKind::Agent;
        return (isPeer || isStaff) && after(said.message)
            && (quoted == author.value || record.received.value(said.quote).message.isEmpty());
    });
}

bool isCaredFor(const State &state, const TopicId &id, const MemberId &member)
{
    const auto topic = state.topics.value(id);
    const bool cared = topic.escalation || topic.lease || topic.state == TopicState::Review;
    const bool waits = std::ranges::contains(topic.waiting, member, &Waiting::member);
    return hasEnded(topic) || (cared && waits);
}

QStringList lost(const Record &record, const State &state)
{
    QStringList wrong;
    for (auto each = record.verdicts.cbegin(); each != record.verdicts.cend(); ++each) {
        const auto action = each->action;
        const bool isOwed = action == Action::Answer || action == Action::Clarify
            || action == Action::Review || action == Action::Escalate;
        const auto asked = record.received.value(each.key());
        if (isOwed && !wasSpokenTo(record, each.key())
            && !isCaredFor(state, record.topics.value(each.key()), MemberId{asked.author.id}))
            wrong.append(u"%1 「%2」 by %3 is lost"_s.arg(each.key().value, asked.text,
                                                        asked.author.id));
    }
    return wrong;
}

void print(const QList<Event> &log)
{
    for (const auto &event : log)
        qInfo("#%s %s s %s %s", qPrintable(QString::number(event.seq)),
              qPrintable(QString::number(double(event.at.ms % 100'000'000) / 1000)),
              qPrintable(event.topic.value), encodeEventData(event.data).constData());
}

} // namespace

/** Whoever asks the same as others: in whatever order things happen, nobody is answered twice and
 * nobody is lost. */
class TestAskers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyTwiceNobodyLost();
};

void TestAskers::nobodyTwiceNobodyLost()
{
    const int count = tests::rounds(300, 3'000);
    const auto seed = tests::seed();
    constexpr int perWorld = 25;
    int merged = 0;
    int byPeers = 0;
    for (int begun = 0; begun < count; begun += perWorld) {
        Rig rig;
        rig.setPolicy([](Policy &policy) { policy.budgetPerMinute = 3; });
        for (int at = begun; at < begun + perWorld; ++at) {
            const auto from = rig.log.size();
            Crowd crowd(rig, seed + quint32(at));
            crowd.run();
            const Record record(rig.log.sliced(from));
            const auto wrong = answeredTwice(record) + wrongAddresses(record)
                + lost(record, rig.state);
            if (!wrong.isEmpty() && qEnvironmentVariableIsSet("QUNTAI_TRANSCRIPT"))
                print(rig.log.sliced(from));
            QVERIFY2(wrong.isEmpty(), qPrintable(u"crowd %1 of seed %2\n%3"_s.arg(at).arg(seed)
                                                     .arg(wrong.join(u'\n'))));
            for (const auto &id : record.sent)
                merged += record.queued.value(id).alsoAnswers.isEmpty() ? 0 : 1;
            for (const auto &verdict : record.verdicts)
                byPeers += verdict.addressingWhy.contains(u"peer_answer"_s) ? 1 : 0;
        }
    }
    qInfo("%d crowds, %d texts for several, %d answers of members", count, merged, byPeers);
    QVERIFY(merged > count / 8 && byPeers > count / 10);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestAskers)
#include "tst_askers.moc"
