// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/judge.h"
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/models/common/seed.h"
#include "tests/scenario/rawconsole.h"

#include <atomic>
#include <limits>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Attempt;
using test::Judge;
using tests::Dice;
using tests::RawConsole;

namespace {

/** Time that can be let pass; every thread. */
class Clock
{
public:
    void pass(qint64 seconds) { m_ahead += seconds * 1000; }
    ClockSource source()
    {
        const auto real = systemClock();
        return {[this, real] { return real.wall() + m_ahead; },
                [this, real] { return real.steady() + m_ahead; }};
    }

private:
    std::atomic<qint64> m_ahead = 0;
};

/** One agent at a console: does what its own picture of the group allows, which is an old one as
 * often as not, and does not wait for answers. */
struct Seat
{
    RawConsole console;
    QString user;
    QHash<TopicId, qint64> fences;   //!< held, as far as it knows
};

} // namespace

/** Two agents and the bot in one group over real sockets: both act at once, leases run out between,
 * and the ledger is judged: one speaker at a time, and no reply to what its writer had not seen. */
class TestTwoAgents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSpeakerNoBlindReply();
    void withoutTheBasisTheJudgeFindsBlindReplies();

private:
    QStringList interleave(quint32 seed, bool honest);
    void startRig();
    void step(Dice &dice, bool honest);
    void act(Seat &seat, const Seat &other, Dice &dice, bool honest);
    void readAndAct(Seat &seat, Dice &dice, bool honest);
    bool catchUp(const Seat &seat);
    void send(Seat &seat, const TopicId &topic, bool honest);
    void ask(Seat &seat, const CommandData &data, const TopicId &topic = {});
    void customerSpeaks(Dice &dice);
    bool settle();
    TopicId anyTopic(const Seat &seat, Dice &dice) const;
    GroupId group() const { return {u"w/g%1"_s.arg(m_group)}; }

    Clock m_clock;
    std::unique_ptr<GatewayRig> m_rig;
    std::array<std::unique_ptr<Seat>, 2> m_seats;
    QHash<QString, Attempt> m_attempts;
    QHash<ErrorKind, int> m_refused;
    int m_group = 0;
    int m_said = 0;
    int m_texts = 0;
    int m_sent = 0;
    int m_open = 0;   //!< commands without an answer
};

void TestTwoAgents::startRig()
{
    for (auto &seat : m_seats)
        seat.reset();
    m_rig = std::make_unique<GatewayRig>(GatewayOptions{}, m_clock.source());
    const QUrl url(u"ws://127.0.0.1:%1"_s.arg(m_rig->gateway->port()));
    QVERIFY(m_rig->addUser(u"lin"_s, Role::Agent));
    QVERIFY(m_rig->addUser(u"zhou"_s, Role::Supervisor));
    for (const auto &user : {u"lin"_s, u"zhou"_s}) {
        QVERIFY(m_rig->accounts->setPasswordNow({user}, u"correct horse"_s));
        auto &seat = m_seats[user == "lin"_L1 ? 0 : 1];
        seat = std::make_unique<Seat>();
        seat->user = user;
        QVERIFY(seat->console.join(url, user, u"correct horse"_s));
    }
}

void TestTwoAgents::customerSpeaks(Dice &dice)
{
    static const QString lines[] = {u"退款多久能到账"_s, u"转人工"_s, u"怎么还没到啊！"_s, u"人呢？？"_s,
                                    u"那几天能到"_s, u"你们太过分了，骗子！"_s};
    InboundMessage message;
    message.platformId = u"p%1"_s.arg(++m_said);
    message.chat = group().value.section(u'/', 1);
    message.sender.id = u"c%1"_s.arg(dice.below(3));
    message.sender.name = u"顾客"_s + message.sender.id;
    message.text = lines[dice.below(int(std::size(lines)))];
    message.mentionsBot = dice.chance(50);
    m_rig->engine->takeIn(u"w"_s, message);
}

TopicId TestTwoAgents::anyTopic(const Seat &seat, Dice &dice) const
{
    const auto open = seat.console.state().groups.value(group()).open;
    return open.isEmpty() ? TopicId{} : open[dice.below(int(open.size()))];
}

void TestTwoAgents::ask(Seat &seat, const CommandData &data, const TopicId &topic)
{
    ++m_open;
    const bool isSend = std::holds_alternative<SendMessage>(data);
    seat.console.submit({RawConsole::newId(), data},
                        [this, &seat, topic, isSend](const Result<qint64> &answer) {
                            --m_open;
                            m_sent += isSend && answer;
                            if (answer)
                                return;
                            ++m_refused[answer.error().kind];
                            if (answer.error().kind == ErrorKind::NotHolder)
                                seat.fences.remove(topic);
                        });
}

void TestTwoAgents::send(Seat &seat, const TopicId &topic, bool honest)
{
    const auto &state = seat.console.state();
    const auto known = state.topics.value(topic);
    if (known.lease && known.lease->user.value == seat.user)
        seat.fences[topic] = known.lease->fence;
    const auto text = u"第 %1 条答复"_s.arg(++m_texts);
    m_attempts.insert(text, {seat.console.position(u"p0"_s), {seat.user}});
    const auto basis = honest ? known.version : std::numeric_limits<qint64>::max();
    ask(seat, SendMessage{topic, seat.fences.value(topic), basis, text, {}, {}}, topic);
}

void TestTwoAgents::act(Seat &seat, const Seat &other, Dice &dice, bool honest)
{
    const auto topic = anyTopic(seat, dice);
    if (topic.isEmpty())
        return;
    const auto known = seat.console.state().topics.value(topic);
    const auto fence = seat.fences.value(topic, known.lease ? known.lease->fence : 0);
    switch (dice.below(14)) {
    case 0:
    case 1:
    case 2:
    case 3: return ask(seat, ClaimTopic{topic, known.version}, topic);
    case 4: return ask(seat, TransferTopic{topic, fence, {other.user}, u"请接手"_s}, topic);
    case 5: return ask(seat, HandBackTopic{topic, fence, u"已核实"_s}, topic);
    case 6: return ask(seat, RenewLease{topic, fence, dice.chance(50)}, topic);
    case 7:
        if (seat.user == "zhou"_L1)
            return ask(seat, ForceState{topic, TopicState::Escalated, u"重新排队"_s}, topic);
        return ask(seat, ReleaseTopic{topic, fence}, topic);
    default: return send(seat, topic, honest);
    }
}

/** Whether the seat's console knows what is in the ledger now. */
bool TestTwoAgents::catchUp(const Seat &seat)
{
    std::optional<qint64> head;
    m_rig->engine->state(this, [&](const StatePtr &state) {
        head = state->positions.value(u"p0"_s);
    });
    return QTest::qWaitFor([&] { return head && seat.console.position(u"p0"_s) >= *head; }, 30'000);
}

/** Looks before acting, and does what makes sense then: answers what is held, takes what is free. */
void TestTwoAgents::readAndAct(Seat &seat, Dice &dice, bool honest)
{
    if (!catchUp(seat))
        return;
    const auto topic = anyTopic(seat, dice);
    if (topic.isEmpty())
        return;
    const auto known = seat.console.state().topics.value(topic);
    if (known.lease && known.lease->user.value == seat.user)
        return send(seat, topic, honest);
    ask(seat, ClaimTopic{topic, known.version}, topic);
    if (dice.chance(70) && catchUp(seat))
        send(seat, topic, honest);
}

void TestTwoAgents::step(Dice &dice, bool honest)
{
    switch (dice.below(8)) {
    case 0:
    case 1: customerSpeaks(dice); break;
    case 2:
        m_clock.pass(dice.chance(30) ? 60 + dice.below(260) : dice.below(30));
        m_rig->engine->state(this, [](const StatePtr &) {}); // time is looked at
        break;
    case 3: QTest::qWait(dice.below(30)); break;
    default: {
        const auto first = std::size_t(dice.below(2));
        if (dice.chance(20))
            readAndAct(*m_seats[first], dice, honest);
        else
            act(*m_seats[first], *m_seats[1 - first], dice, honest);
        if (dice.chance(60)) // both in one breath
            act(*m_seats[1 - first], *m_seats[first], dice, honest);
        if (dice.chance(50))
            QCoreApplication::processEvents();
    }
    }
}

/** Until every answer is here and both consoles know all. */
bool TestTwoAgents::settle()
{
    std::optional<qint64> head;
    m_rig->engine->state(this, [&](const StatePtr &state) {
        head = state->positions.value(u"p0"_s);
    });
    return QTest::qWaitFor([&] {
        return head && m_open == 0 && std::ranges::all_of(m_seats, [&](const auto &seat) {
            return seat->console.position(u"p0"_s) >= *head;
        });
    }, 30'000);
}

QStringList TestTwoAgents::interleave(quint32 seed, bool honest)
{
    Dice dice(seed);
    ++m_group;
    m_attempts.clear();
    m_rig->committed.clear();
    for (auto &seat : m_seats)
        seat->fences.clear();
    customerSpeaks(dice);
    if (!settle())
        return {u"the first message does not arrive"_s};
    for (int i = 0; i < 40; ++i)
        step(dice, honest);
    if (!settle())
        return {u"answers are missing: %1"_s.arg(m_open)};
    QList<Event> log;
    for (const auto &event : std::as_const(m_rig->committed)) {
        if (event.stream == "p0"_L1 && event.group == group())
            log.append(event);
    }
    auto wrong = Judge(m_attempts).violations(log);
    for (const auto &seat : m_seats)
        wrong += seat->console.faults();
    return wrong;
}

void TestTwoAgents::oneSpeakerNoBlindReply()
{
    const auto seed = tests::seed();
    const int rounds = tests::rounds(120, 1000);
    for (int i = 0; i < rounds; ++i) {
        if (i % 50 == 0)
            startRig();
        if (QTest::currentTestFailed())
            return;
        const auto wrong = interleave(seed + quint32(i), true);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"interleaving %1 (seed %2)\n%3"_s.arg(i)
                                                 .arg(seed + quint32(i)).arg(wrong.join(u'\n'))));
    }
    qInfo("%d interleavings: %d texts asked, %d sent, %d stale, %d not holder", rounds, m_texts,
          m_sent, m_refused.value(ErrorKind::Stale), m_refused.value(ErrorKind::NotHolder));
    QVERIFY(m_sent > 0 && m_refused.value(ErrorKind::Stale) > 0
            && m_refused.value(ErrorKind::NotHolder) > 0);
}

void TestTwoAgents::withoutTheBasisTheJudgeFindsBlindReplies()
{
    const auto seed = tests::seed();
    startRig();
    QStringList found;
    for (int i = 0; i < 60 && found.isEmpty(); ++i)
        found = interleave(seed + quint32(i), false).filter(u"a blind reply"_s);
    QVERIFY(!found.isEmpty());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestTwoAgents)
#include "tst_two_agents.moc"
