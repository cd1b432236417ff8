// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/judge.h"
#include "tests/backend/decide/rig.h"
#include "tests/models/common/seed.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Attempt;
using test::Judge;
using test::Rig;

namespace {

/** One agent's console: it knows what reached it, not what is so. */
struct Console
{
    User user;
    qint64 seen = 0;                     //!< last sequence it was sent
    QHash<TopicId, qint64> leases;       //!< fencing numbers it believes in
};

/** Two agents, four customers and the bot in one group, in seeded order, over the real Decider. */
class Interleaving
{
public:
    Interleaving(quint32 seed, bool checkBasis) : m_random(seed), m_checkBasis(checkBasis)
    {
        m_consoles = {{rig.lin, 0, {}}, {rig.zhou, 0, {}}};
    }

    void run(int steps)
    {
        for (int step = 0; step < steps; ++step)
            this->step();
    }

    Rig rig;
    QHash<QString, Attempt> attempts;  //!< by text: each text is sent once
    int stale = 0;
    int notHolder = 0;
    int sent = 0;

private:
    int below(int bound) { return int(m_random.bounded(bound)); }

    void step()
    {
        auto &console = m_consoles[below(int(m_consoles.size()))];
        switch (below(12)) {
        case 0:
        case 1:
        case 2: customerSpeaks(); break;
        case 3:
        case 4: claim(console); break;
        case 5:
        case 6:
        case 7: send(console); break;
        case 8: catchUp(console); break;
        case 9: renewOrLeave(console); break;
        case 10: rig.pass(below(4) == 0 ? 200 + below(200) : below(30)); break;
        case 11: below(3) == 0 ? phone(console) : catchUp(console); break;
        }
    }

    void customerSpeaks()
    {
        static const QString lines[] = {
            u"退款多久能到账"_s, u"水果坏了怎么赔"_s, u"转人工"_s, u"怎么还没到啊！"_s, u"好的谢谢"_s,
            u"银行我查过了没有"_s, u"你们太过分了，骗子！"_s, u"怎么开发票"_s, u"人呢？？"_s,
            u"哈哈哈"_s, u"那几天能到"_s, u"同问"_s};
        const MemberId people[] = {rig.haiyan, rig.wang, rig.leo, rig.vip};
        rig.say(people[below(4)], lines[below(std::size(lines))]);
        if (below(2) == 0)
            rig.deliver();
    }

    TopicId anyTopic()
    {
        const auto open = rig.state.groups.value(rig.group).open;
        return open.isEmpty() ? TopicId{} : open[below(int(open.size()))];
    }

    void claim(Console &console)
    {
        const auto topic = anyTopic();
        if (topic.isEmpty() || !rig.run(console.user, ClaimTopic{topic, console.seen}))
            return;
        console.leases.insert(topic, rig.state.topics.value(topic).lease->fence);
    }

    TopicId believed(const Console &console)
    {
        auto topics = console.leases.keys();
        std::ranges::sort(topics, {}, &TopicId::value);
        return topics.isEmpty() ? TopicId{} : topics[below(int(topics.size()))];
    }

    void send(Console &console)
    {
        const auto topic = believed(console);
        if (topic.isEmpty())
            return;
        const auto text = u"第 %1 条答复"_s.arg(++m_texts);
        attempts.insert(text, {console.seen, console.user.id});
        const auto basis = m_checkBasis ? console.seen : std::numeric_limits<qint64>::max();
        const auto done = rig.run(console.user, SendMessage{topic, console.leases.value(topic),
                                                            basis, text, {}, {}});
        if (done) {
            ++sent;
            return;
        }
        stale += done.error().kind == ErrorKind::Stale;
        if (done.error().kind == ErrorKind::NotHolder) {
            ++notHolder;
            console.leases.remove(topic);
        }
    }

    /** The feed brings some of what happened, seldom all. */
    void catchUp(Console &console)
    {
        const auto head = rig.basis();
        console.seen = below(3) > 0 ? head : console.seen + below(int(head - console.seen) + 1);
    }

    void renewOrLeave(Console &console)
    {
        const auto topic = believed(console);
        if (topic.isEmpty())
            return;
        const auto fence = console.leases.value(topic);
        const auto &other = m_consoles[console.user.id == rig.lin.id ? 1 : 0].user;
        switch (below(5)) {
        case 0: (void)rig.run(console.user, HandBackTopic{topic, fence, u"已核实，明天到账"_s}); break;
        case 1: (void)rig.run(console.user, ReleaseTopic{topic, fence}); break;
        case 2: (void)rig.run(console.user, TransferTopic{topic, fence, other.id, u"请接手"_s}); break;
        case 3: (void)rig.run(console.user, ResolveTopic{topic, fence}); break;
        default: (void)rig.run(console.user, RenewLease{topic, fence, below(2) == 0}); return;
        }
        if (below(2) == 0)
            console.leases.remove(topic);
    }

    void phone(Console &console)
    {
        rig.sayByPhone(console.user, u"我看下哈"_s);
    }

    QRandomGenerator m_random;
    bool m_checkBasis;
    QList<Console> m_consoles;
    int m_texts = 0;
};

} // namespace

class TestInterleavings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSpeakerNoBlindReply();
    void withoutTheCheckTheJudgeFindsBlindReplies();
    void decidingAgainDecidesTheSame();
};

void TestInterleavings::oneSpeakerNoBlindReply()
{
    const int rounds = tests::rounds(200, 1000);
    const auto seed = tests::seed();
    int stale = 0;
    int notHolder = 0;
    int sent = 0;
    for (int round = 0; round < rounds; ++round) {
        Interleaving run(seed + quint32(round), true);
        run.run(80);
        const auto violations = Judge(run.attempts).violations(run.rig.log);
        QVERIFY2(violations.isEmpty(), qPrintable(u"seed %1\n%2"_s.arg(seed + quint32(round)).arg(
                                           violations.join(u'\n'))));
        stale += run.stale;
        notHolder += run.notHolder;
        sent += run.sent;
    }
    qInfo("%d interleavings: %d sent, %d refused as stale, %d as not holder", rounds, sent, stale,
          notHolder);
    QVERIFY(sent > 0 && stale > 0 && notHolder > 0);
}

void TestInterleavings::withoutTheCheckTheJudgeFindsBlindReplies()
{
    const auto seed = tests::seed();
    int found = 0;
    for (int round = 0; round < 20; ++round) {
        Interleaving run(seed + quint32(round), false);
        run.run(80);
        const auto violations = Judge(run.attempts).violations(run.rig.log);
        found += int(violations.filter(u"a blind reply"_s).size());
    }
    QVERIFY(found > 0);
}

/** A whole run decided again, event by event, from its inbound events: bit for bit the same. */
void TestInterleavings::decidingAgainDecidesTheSame()
{
    Interleaving run(tests::seed(), true);
    run.run(300);
    State state;
    Decider decider(test::sharedLexicon());
    decider.reset(state);
    const auto &log = run.rig.log;
    int decided = 0;
    for (qsizetype i = 0; i < log.size(); ++i) {
        apply(state, log[i]);
        decider.observe(state, log[i]);
        const bool inbound = std::holds_alternative<MessageReceived>(log[i].data)
            || std::holds_alternative<TimerFired>(log[i].data);
        if (!inbound)
            continue;
        IdMint mint(u"p0"_s, state.positions.value(u"p0"_s) + state.positions.value(u"c0"_s) + 1);
        // A decider made this very moment from the state alone agrees with the one that grew.
        Decider fresh(test::sharedLexicon());
        fresh.reset(state);
        auto sameMint = mint;
        const auto again = decider.decide(state, log[i], mint);
        QVERIFY(again == fresh.decide(state, log[i], sameMint));
        for (qsizetype k = 0; k < again.size(); ++k) {
            const auto &made = log[i + 1 + k];
            QVERIFY(made.data == again[k].data && made.topic == again[k].topic);
            ++decided;
        }
    }
    QVERIFY(decided > 50);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestInterleavings)
#include "tst_interleavings.moc"
