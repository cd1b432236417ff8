// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/backend/decide/judge.h"
#include "tests/backend/decide/rig.h"
#include "tests/models/common/seed.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Attempt;
using test::Judge;
using test::Rig;
using tests::Dice;

namespace {

constexpr int groups = 4;
constexpr int steps = 25;
constexpr qint64 minuteMs = 60'000;
constexpr int perMinute = 4;         // of each group: small, so that the budget is felt
constexpr int accountPerMinute = 9;
constexpr int memberPerMinute = 3;

const QStringList &lines()
{
    static const QStringList all{
        u"退款多久能到账"_s, u"水果坏了怎么赔"_s, u"转人工"_s, u"怎么还没到啊！！"_s, u"好的谢谢"_s,
        u"银行我查过了没有到"_s, u"你们太过分了，骗子！"_s, u"怎么开发票"_s, u"人呢？？"_s,
        u"哈哈哈哈"_s, u"那几天能到"_s, u"同问"_s, u"今天好冷"_s, u"7731"_s, u"1"_s, u"2"_s,
        u"我要投诉你们，等了三天了"_s, u"手机号13812345678帮我查下"_s, u"可以送到二楼吗"_s,
        u"火星上能用券吗"_s, u"鸡蛋抽查过了都好的"_s, u"解决了"_s, u"…"_s, u"@所有人 接龙啦"_s,
        u"想买十箱送员工，怎么谈价"_s, u"过敏了，嘴都肿了"_s, u"👍"_s, u"不用了"_s};
    return all;
}

/** Random life of a few groups of one world: customers, staff by phone, agents and a supervisor at
 * consoles, rules that change, time that passes. */
class Sequence
{
public:
    Sequence(Rig &rig, quint32 seed) : m_rig(rig), m_dice(seed), m_seed(seed)
    {
        for (int at = 0; at < groups; ++at)
            addGroup(at);
    }

    void run()
    {
        for (int step = 0; step < steps; ++step)
            this->step();
        setStopped(false);
        // Everything that has a deadline meets it.
        passTime(3 * 3600);
    }

    const QHash<QString, Attempt> &attempts() const { return m_attempts; }
    bool owns(const GroupId &group) const { return m_groups.contains(group); }

private:
    GroupId group() { return m_groups[m_dice.below(groups)]; }

    void addGroup(int at)
    {
        const GroupId id{u"ch/s%1-%2"_s.arg(m_seed).arg(at)};
        const BotMode modes[] = {BotMode::Auto, BotMode::Auto, BotMode::Review, BotMode::Silent};
        m_rig.record({id, {}, GroupChanged{{id, u"群 %1"_s.arg(at), u"ch"_s, GroupKind::External,
                                            modes[m_dice.below(4)], 50, {}}}});
        for (auto member : m_rig.state.groups.value(m_rig.group).members)
            m_rig.record({id, {}, MemberChanged{member, false, false}});
        m_groups.append(id);
    }

    void step()
    {
        switch (m_dice.below(13)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4: customerSpeaks(); break;
        case 5: phone(); break;
        case 6: passTime(m_dice.chance(20) ? 200 + m_dice.below(900) : m_dice.below(40)); break;
        case 7:
        case 8: passTime(0); break;
        case 9: take(); break;
        case 10: speak(); break;
        case 11: leave(); break;
        case 12: supervise(); break;
        }
        deliver();
    }

    void customerSpeaks()
    {
        const MemberId people[] = {m_rig.haiyan, m_rig.wang, m_rig.leo, m_rig.vip};
        const auto where = group();
        const auto &recent = m_rig.state.groups[where].recent;
        MessageReceived said;
        said.message = {u"q%1-%2"_s.arg(m_seed).arg(++m_count)};
        said.platformId = said.message.value;
        const auto who = people[m_dice.below(4)];
        said.author = {AuthorKind::Member, who.value,
                       m_rig.state.groups[where].members.value(who).name};
        said.text = lines()[m_dice.below(int(lines().size()))];
        said.mentionsBot = m_dice.chance(15);
        if (!recent.isEmpty() && m_dice.chance(15))
            said.quote = recent[m_dice.below(int(recent.size()))]->id;
        if (m_dice.chance(5)) {
            said.kind = MessageKind::Image;
            said.text.clear();
        }
        m_rig.now = m_rig.now.plusSeconds(m_dice.below(3));
        m_rig.happen({where, {}, said});
    }

    void phone()
    {
        MessageReceived said;
        said.message = {u"p%1-%2"_s.arg(m_seed).arg(++m_count)};
        said.platformId = said.message.value;
        said.author = {AuthorKind::Agent, m_rig.lin.id.value, m_rig.lin.name};
        said.text = u"我看下哈"_s;
        m_rig.happen({group(), {}, said});
    }

    /** Timers fire and the platform sends at their moments. */
    void passTime(qint64 seconds)
    {
        const auto end = m_rig.now.plusSeconds(seconds);
        for (deliver(); m_rig.now < end; deliver()) {
            auto next = m_rig.decider.nextDeadline(m_rig.state);
            if (!next.isSet() || next > end)
                next = end;
            next = std::max(std::min(next, nextDue(end)), m_rig.now.plusSeconds(1));
            m_rig.pass((std::min(next, end).ms - m_rig.now.ms + 999) / 1000);
        }
    }

    /** When the platform sends next; end: not before. */
    Instant nextDue(Instant end) const
    {
        auto next = end;
        for (const auto &where : m_groups) {
            for (const auto &message : m_rig.state.groups[where].recent) {
                if (message->delivery == Delivery::Queued && message->notBefore > m_rig.now)
                    next = std::min(next, message->notBefore);
            }
        }
        return next;
    }

    /** The platform sends what is due, and says so. */
    void deliver()
    {
        for (const auto &where : std::as_const(m_groups)) {
            const auto recent = m_rig.state.groups[where].recent;
            for (const auto &message : recent) {
                if (message->delivery == Delivery::Queued && message->notBefore <= m_rig.now)
                    m_rig.happen({where, message->topic,
                                  MessageSent{message->id, u"x-"_s + message->id.value}});
            }
        }
    }

    TopicId topic()
    {
        const auto open = m_rig.state.groups[group()].open;
        return open.isEmpty() ? TopicId{} : open[m_dice.below(int(open.size()))];
    }

    void take()
    {
        if (const auto id = topic(); !id.isEmpty())
            (void)m_rig.run(m_dice.chance(50) ? m_rig.lin : m_rig.zhou,
                            ClaimTopic{id, m_rig.basis()});
    }

    void speak()
    {
        const auto held = m_rig.state.topics.value(topic());
        if (!held.lease)
            return;
        const auto text = u"第 %1-%2 条答复"_s.arg(m_seed).arg(++m_count);
        m_attempts.insert(text, {m_rig.basis(), held.lease->user});
        (void)m_rig.run(userOf(held.lease->user),
                        SendMessage{held.id, held.lease->fence, m_rig.basis(), text, {}, {}});
    }

    void leave()
    {
        const auto held = m_rig.state.topics.value(topic());
        if (!held.lease)
            return;
        const auto &user = userOf(held.lease->user);
        const auto fence = held.lease->fence;
        if (m_dice.chance(50))
            (void)m_rig.run(user, HandBackTopic{held.id, fence, u"已核实，明天到账"_s});
        else if (m_dice.chance(50))
            (void)m_rig.run(user, ResolveTopic{held.id, fence});
        else
            (void)m_rig.run(user, ReleaseTopic{held.id, fence});
    }

    void supervise()
    {
        const auto drafts = m_rig.drafts();
        if (!drafts.isEmpty() && m_dice.chance(60)) {
            const auto &draft = drafts[m_dice.below(int(drafts.size()))];
            if (m_dice.chance(50))
                (void)m_rig.run(m_rig.boss, ApproveDraft{draft.id, draft.topic, m_rig.basis()});
            else
                (void)m_rig.run(m_rig.boss, RejectDraft{draft.id, draft.topic, u"不对"_s,
                                                        m_dice.chance(50)});
        } else {
            setStopped(m_dice.chance(50));
        }
    }

    void setStopped(bool stopped)
    {
        if (m_rig.state.policy.stopped != stopped)
            m_rig.setPolicy([stopped](Policy &policy) { policy.stopped = stopped; });
    }

    const User &userOf(const UserId &id) const { return id == m_rig.lin.id ? m_rig.lin : m_rig.zhou; }

    Rig &m_rig;
    Dice m_dice;
    quint32 m_seed;
    QList<GroupId> m_groups;
    QHash<QString, Attempt> m_attempts;
    int m_count = 0;
};

/** Whether any window of a minute holds more than most of the times (in order). */
bool exceeds(const QList<qint64> &times, int most)
{
    for (qsizetype at = most; at < times.size(); ++at) {
        if (times[at] - times[at - most] < minuteMs)
            return true;
    }
    return false;
}

} // namespace

/** Whatever happens in whatever order: one speaker, the send budget is kept, and every question
 * ends answered, waiting, with people, or folded with a reason. */
class TestSequences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invariantsHold();
    void theBudgetCheckFindsTooMany();

private:
    QStringList endings(const Rig &rig, const Sequence &sequence) const;
    QStringList budgets(const QList<Event> &log) const;
    QStringList reasons(const QList<Event> &log) const;
};

/** What still waits is with people or before a reviewer, and nothing of ours is left unsent. */
QStringList TestSequences::endings(const Rig &rig, const Sequence &sequence) const
{
    QStringList wrong;
    for (const auto &topic : rig.state.topics) {
        const bool cared = topic.escalation || topic.lease || topic.state == TopicState::Review;
        if (sequence.owns(topic.group) && topic.waitingSince.isSet() && !cared)
            wrong.append(u"%1 「%2」 waits and nobody cares"_s.arg(topic.id.value, topic.title));
    }
    for (auto group = rig.state.groups.cbegin(); group != rig.state.groups.cend(); ++group) {
        for (const auto &message : group->recent) {
            if (sequence.owns(group.key()) && message->delivery == Delivery::Queued)
                wrong.append(u"%1 was never due"_s.arg(message->id.value));
        }
    }
    return wrong;
}

QStringList TestSequences::budgets(const QList<Event> &log) const
{
    QStringList wrong;
    QHash<MessageId, MessageQueued> queued;
    QHash<QString, QList<qint64>> times;
    QHash<MessageId, QString> askers;
    for (const auto &event : log) {
        if (const auto *data = std::get_if<MessageReceived>(&event.data))
            askers.insert(data->message, data->author.id);
        if (const auto *data = std::get_if<MessageQueued>(&event.data))
            queued.insert(data->message, *data);
        const auto *sent = std::get_if<MessageSent>(&event.data);
        if (!sent || !queued.contains(sent->message))
            continue;
        const auto &text = queued[sent->message];
        times[u"group "_s + event.group.value].append(event.at.ms);
        times[u"account"_s].append(event.at.ms);
        if (text.author.kind == AuthorKind::Bot && !text.answers.isEmpty())
            times[u"member "_s + event.group.value + askers.value(text.answers)].append(event.at.ms);
    }
    for (auto it = times.cbegin(); it != times.cend(); ++it) {
        const int most = it.key().startsWith(u"group"_s) ? perMinute
            : it.key().startsWith(u"member"_s)           ? memberPerMinute
                                                         : accountPerMinute;
        if (exceeds(it.value(), most))
            wrong.append(u"more than %1 a minute: %2"_s.arg(most).arg(it.key()));
    }
    return wrong;
}

QStringList TestSequences::reasons(const QList<Event> &log) const
{
    QStringList wrong;
    QSet<MessageId> answered;
    for (const auto &event : log) {
        const auto note = [&](const MessageId &question, const QList<MessageId> &others) {
            answered.insert(question);
            for (const auto &other : others)
                answered.insert(other);
        };
        if (const auto *data = std::get_if<MessageQueued>(&event.data))
            note(data->answers, data->alsoAnswers);
        if (const auto *data = std::get_if<DraftMade>(&event.data))
            note(data->answers, data->alsoAnswers);
    }
    for (const auto &event : log) {
        const auto *data = std::get_if<VerdictReached>(&event.data);
        if (!data)
            continue;
        const auto &verdict = data->verdict;
        const bool says = verdict.action == Action::Answer || verdict.action == Action::Clarify
            || verdict.action == Action::Review;
        if (says && !answered.contains(data->message))
            wrong.append(u"%1 got no text"_s.arg(data->message.value));
        const bool quiet = verdict.action == Action::Fold || verdict.action == Action::Silent;
        if (quiet && verdict.addressingWhy.isEmpty())
            wrong.append(u"%1 is passed over without a reason"_s.arg(data->message.value));
        if (verdict.action == Action::Escalate && verdict.reasons.isEmpty())
            wrong.append(u"%1 fetches a person without a reason"_s.arg(data->message.value));
    }
    return wrong;
}

void TestSequences::invariantsHold()
{
    const int count = tests::rounds(1'000, 10'000);
    const auto seed = tests::seed();
    constexpr int perWorld = 50;
    int sent = 0;
    int verdicts = 0;
    for (int begun = 0; begun < count; begun += perWorld) {
        Rig rig;
        rig.setPolicy([](Policy &policy) {
            policy.budgetPerMinute = perMinute;
            policy.accountPerMinute = accountPerMinute;
            policy.memberPerMinute = memberPerMinute;
        });
        for (int at = begun; at < begun + perWorld; ++at) {
            const auto from = rig.log.size();
            Sequence sequence(rig, seed + quint32(at));
            sequence.run();
            const auto log = rig.log.sliced(from);
            const auto wrong = Judge(sequence.attempts()).violations(log) + endings(rig, sequence)
                + budgets(log) + reasons(log);
            if (!wrong.isEmpty() && qEnvironmentVariableIsSet("QUNTAI_TRANSCRIPT")) {
                for (const auto &event : log)
                    qInfo("%s", qPrintable(u"#%1 %2 s %3 %4 %5"_s.arg(event.seq)
                                             .arg(double(event.at.ms % 100'000'000) / 1000)
                                             .arg(event.group.value, event.topic.value,
                                                  QString::fromUtf8(encodeEventData(event.data)))));
            }
            QVERIFY2(wrong.isEmpty(), qPrintable(u"sequence %1 of seed %2\n%3"_s.arg(at).arg(seed)
                                                     .arg(wrong.join(u'\n'))));
            for (const auto &event : log) {
                sent += std::holds_alternative<MessageSent>(event.data) ? 1 : 0;
                verdicts += std::holds_alternative<VerdictReached>(event.data) ? 1 : 0;
            }
        }
    }
    qInfo("%d sequences, %d verdicts, %d texts sent", count, verdicts, sent);
    QVERIFY(verdicts > count * 3 && sent > count);
}

void TestSequences::theBudgetCheckFindsTooMany()
{
    QVERIFY(!exceeds({0, 1, 2, 60'000}, 3));
    QVERIFY(exceeds({0, 1, 2, 59'999}, 3));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestSequences)
#include "tst_sequences.moc"
