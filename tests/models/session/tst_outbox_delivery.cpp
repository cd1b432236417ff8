// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/outboxdelivery.h"
#include "tests/models/common/seed.h"

#include <QTest>

#include <deque>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

OutboxItem item(int number, int topic)
{
    SendMessage send;
    send.topic = {u"t-%1"_s.arg(topic)};
    send.text = QString::number(number);
    return {{{u"c-%1"_s.arg(number)}, send}, {1000 + number}, OutboxItem::State::Waiting, {}};
}

constexpr qint64 holdMs = 3000;

/** One that the writer may still take back until then. */
OutboxItem held(OutboxItem item, qint64 nowMs)
{
    item.notBefore = {nowMs + holdMs};
    return item;
}

int numberOf(const Command &command)
{
    return textOf(command.data).toInt();
}

/** A backend that does what it is told, once per id – or every time, to show that it matters. */
class Backend
{
public:
    explicit Backend(bool knowsIds) : m_knowsIds(knowsIds) {}

    Result<qint64> execute(const Command &command, Dice &dice)
    {
        const auto known = m_results.constFind(command.id.value);
        if (m_knowsIds && known != m_results.cend())
            return *known;
        if (dice.chance(5))
            return failure(ErrorKind::Unavailable, u"busy"_s);
        effects[topicOf(command.data)].append(numberOf(command));
        const auto seq = ++m_seq;
        m_results.insert(command.id.value, seq);
        return seq;
    }
    qint64 seq() const { return m_seq; }

    QHash<TopicId, QList<int>> effects;

private:
    bool m_knowsIds;
    QHash<QString, qint64> m_results;
    qint64 m_seq = 0;
};

/** A console and a backend over a road that loses a tenth and doubles a third of the frames. */
class Post
{
public:
    Post(quint32 seed, bool knowsIds) : m_dice(seed), m_backend(knowsIds) {}

    /** Runs until nothing is left to deliver; false when it never ends. */
    bool run(int commands)
    {
        for (int i = 0; i < commands; ++i) {
            auto one = item(i, m_dice.below(5));
            if (m_dice.chance(60))
                one = held(one, m_now);
            m_disk.append(one);
            m_delivery.add(one, m_now, {m_now});
            step();
        }
        for (int i = 0; i < 100'000 && !m_delivery.isEmpty(); ++i)
            step();
        return m_delivery.isEmpty() && m_disk.isEmpty();
    }

    /** Every text once and, within a topic, in the order it was written. */
    QString wrong(int commands) const
    {
        QSet<int> seen;
        for (const auto &texts : m_backend.effects) {
            for (const auto text : texts) {
                if (seen.contains(text))
                    return u"%1 twice"_s.arg(text);
                seen.insert(text);
            }
            if (!std::ranges::is_sorted(texts))
                return u"out of order"_s;
        }
        if (seen.intersects(m_taken))
            return u"what was taken back went out"_s;
        if (m_early > 0)
            return u"%1 went out while held back"_s.arg(m_early);
        const auto all = seen.size() + m_taken.size();
        return all == commands ? QString() : u"%1 of %2"_s.arg(all).arg(commands);
    }
    qsizetype taken() const { return m_taken.size(); }

private:
    struct Answer
    {
        CommandId id;
        Result<qint64> result;
    };

    void step()
    {
        m_now += 20;
        if (m_dice.below(1000) < 5)
            kill();
        if (m_dice.below(1000) < 15 || m_now - m_lastAnswer > 15'000)
            loseLink();
        if (m_dice.chance(3))
            thinkAgain();
        m_delivery.ripen(m_now);
        for (const auto &command : m_delivery.due(m_now)) {
            const auto item = m_delivery.find(command.id);
            m_early += item && item->notBefore.ms > m_now ? 1 : 0;
            post(m_out, command);
        }
        if (!m_out.empty() && m_dice.chance(70)) {
            const auto command = m_out.front();
            m_out.pop_front();
            post(m_back, Answer{command.id, m_backend.execute(command, m_dice)});
        }
        if (!m_back.empty() && m_dice.chance(70)) {
            const auto answer = m_back.front();
            m_back.pop_front();
            m_lastAnswer = m_now;
            if (m_delivery.settle(answer.id, answer.result, m_now)
                == OutboxDelivery::Outcome::Done)
                m_disk.removeIf([&](const OutboxItem &i) { return i.command.id == answer.id; });
        }
        m_delivery.folded(m_backend.seq(), m_now);
    }

    template <class T>
    void post(std::deque<T> &road, const T &frame)
    {
        if (m_dice.chance(10))
            return;
        road.push_back(frame);
        if (m_dice.chance(30))
            road.push_back(frame);
    }

    /** The writer takes a text back, as long as it is held. */
    void thinkAgain()
    {
        for (const auto &item : m_delivery.items()) {
            const bool waits = item.state == OutboxItem::State::Waiting
                && item.notBefore.ms > m_now;
            if (!waits || !m_delivery.discard(item.command.id))
                continue;
            m_taken.insert(numberOf(item.command));
            m_disk.removeIf([&](const OutboxItem &i) { return i.command.id == item.command.id; });
            return;
        }
    }

    void loseLink()
    {
        m_lastAnswer = m_now;
        m_out.clear();
        m_back.clear();
        m_delivery.linkLost();
    }

    void kill()
    {
        loseLink();
        m_delivery = {};
        m_delivery.restore(m_disk, m_now, {m_now});
    }

    Dice m_dice;
    Backend m_backend;
    OutboxDelivery m_delivery;
    QList<OutboxItem> m_disk;
    QSet<int> m_taken;
    int m_early = 0;
    std::deque<Command> m_out;
    std::deque<Answer> m_back;
    qint64 m_now = 0;
    qint64 m_lastAnswer = 0;
};

} // namespace

class TestOutboxDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesAndDoublesNothing();
    void withoutIdsTextsAreDoubled();
    void oneAtATimeWithinATopic();
    void refusedStaysAndBlocksNobody();
    void staleIsNeverSentAgainByItself();
    void passingTroubleIsTriedAgain();
    void signInIsWaitedFor();
    void answeredTextIsShownUntilFolded();
    void onItsWayCannotBeDiscarded();
    void heldBackUntilItsTime();
    void holdIsOverAfterARestart();
};

void TestOutboxDelivery::losesAndDoublesNothing()
{
    Dice dice(seed());
    const auto runs = rounds(40, 1000);
    qsizetype taken = 0;
    for (int i = 0; i < runs; ++i) {
        const auto own = static_cast<quint32>(dice.below(1 << 30));
        Post post(own, true);
        QVERIFY2(post.run(100), qPrintable(u"seed %1 never ends"_s.arg(own)));
        const auto wrong = post.wrong(100);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(own).arg(wrong)));
        taken += post.taken();
    }
    QVERIFY2(taken > runs, "hardly anything was taken back: the test shows nothing of it");
}

void TestOutboxDelivery::withoutIdsTextsAreDoubled()
{
    Post post(seed(), false);
    QVERIFY(post.run(200));
    QVERIFY2(!post.wrong(200).isEmpty(), "a backend without idempotency doubled nothing");
}

void TestOutboxDelivery::oneAtATimeWithinATopic()
{
    OutboxDelivery delivery;
    delivery.add(item(1, 1));
    delivery.add(item(2, 1));
    delivery.add(item(3, 2));
    const auto first = delivery.due(0);
    QCOMPARE(first.size(), 2);
    QCOMPARE(numberOf(first.at(0)), 1);
    QCOMPARE(numberOf(first.at(1)), 3);
    QVERIFY(delivery.due(0).isEmpty());
    QCOMPARE(delivery.settle({u"c-1"_s}, 5, 0), OutboxDelivery::Outcome::Done);
    QCOMPARE(delivery.due(0).size(), 1);
    QCOMPARE(delivery.settle({u"c-1"_s}, 5, 0), OutboxDelivery::Outcome::Stranger);
}

void TestOutboxDelivery::refusedStaysAndBlocksNobody()
{
    OutboxDelivery delivery;
    delivery.add(item(1, 1));
    delivery.add(item(2, 1));
    delivery.due(0);
    QCOMPARE(delivery.settle({u"c-1"_s}, failure(ErrorKind::NotHolder, u"held by 李雷"_s), 0),
             OutboxDelivery::Outcome::Refused);
    QCOMPARE(delivery.due(0).size(), 1);
    const auto refused = delivery.find({u"c-1"_s});
    QVERIFY(refused);
    QCOMPARE(refused->state, OutboxItem::State::Refused);
    QCOMPARE(refused->problem.message, u"held by 李雷"_s);
    QVERIFY(delivery.discard({u"c-1"_s}));
    QVERIFY(!delivery.find({u"c-1"_s}));
}

void TestOutboxDelivery::staleIsNeverSentAgainByItself()
{
    OutboxDelivery delivery;
    delivery.add(item(1, 1));
    delivery.due(0);
    delivery.settle({u"c-1"_s}, failure(ErrorKind::Stale, u"2 newer messages"_s), 0);
    delivery.linkLost();
    QVERIFY(delivery.due(1'000'000).isEmpty());
    auto again = item(1, 1).command;
    again.id = {u"c-9"_s};
    QVERIFY(delivery.renew({u"c-1"_s}, again));
    QCOMPARE(delivery.due(0).constFirst().id.value, u"c-9"_s);
    QVERIFY(!delivery.renew({u"c-9"_s}, again));
}

void TestOutboxDelivery::passingTroubleIsTriedAgain()
{
    OutboxDelivery delivery;
    delivery.add(item(1, 1));
    delivery.due(0);
    const QJsonObject data{{u"retryAfterMs"_s, 7000}};
    QCOMPARE(delivery.settle({u"c-1"_s}, failure(ErrorKind::RateLimited, u"slow"_s, data), 100),
             OutboxDelivery::Outcome::Later);
    QCOMPARE(delivery.wakeAt(), std::optional<qint64>(7100));
    QVERIFY(delivery.due(7000).isEmpty());
    QCOMPARE(delivery.due(7100).size(), 1);
}

void TestOutboxDelivery::signInIsWaitedFor()
{
    OutboxDelivery delivery;
    delivery.add(item(1, 1));
    delivery.due(0);
    delivery.settle({u"c-1"_s}, failure(ErrorKind::Unauthenticated, u"expired"_s), 0);
    QVERIFY(delivery.due(1'000'000).isEmpty());
    delivery.linkBack();
    QCOMPARE(delivery.due(1'000'000).size(), 1);
}

void TestOutboxDelivery::answeredTextIsShownUntilFolded()
{
    OutboxDelivery delivery;
    delivery.add(item(1, 1));
    delivery.due(0);
    delivery.settle({u"c-1"_s}, 50, 0);
    QCOMPARE(delivery.items().size(), 1);
    QVERIFY(!delivery.folded(49, 10));
    QVERIFY(delivery.folded(50, 10));
    QVERIFY(delivery.items().isEmpty());
    delivery.add(item(2, 1));
    delivery.due(0);
    delivery.settle({u"c-2"_s}, 60, 100);
    QCOMPARE(delivery.wakeAt(), std::optional(100 + OutboxDelivery::shownAfterAnswerMs));
    QVERIFY2(delivery.folded(0, 100 + OutboxDelivery::shownAfterAnswerMs), "but not for ever");
}

void TestOutboxDelivery::onItsWayCannotBeDiscarded()
{
    OutboxDelivery delivery;
    delivery.add(item(1, 1));
    delivery.due(0);
    QVERIFY(!delivery.discard({u"c-1"_s}));
    delivery.linkLost();
    QVERIFY(delivery.discard({u"c-1"_s}));
}

void TestOutboxDelivery::heldBackUntilItsTime()
{
    OutboxDelivery delivery;
    delivery.add(held(item(1, 1), 1000), 50, {1000});
    delivery.add(item(2, 1), 50, {1000});
    delivery.add(item(3, 2), 50, {1000});
    // Another topic does not wait; what was written after it in the same one does.
    QCOMPARE(delivery.due(50).size(), 1);
    QCOMPARE(delivery.wakeAt(), std::optional<qint64>(50 + holdMs));
    QVERIFY(!delivery.ripen(49 + holdMs));
    QVERIFY(delivery.due(49 + holdMs).isEmpty());
    QVERIFY(delivery.ripen(50 + holdMs));
    QVERIFY(!delivery.wakeAt());
    QCOMPARE(numberOf(delivery.due(50 + holdMs).constFirst()), 1);
    QVERIFY(!delivery.discard({u"c-1"_s}));
}

void TestOutboxDelivery::holdIsOverAfterARestart()
{
    OutboxDelivery early;
    early.restore({held(item(1, 1), 1000)}, 0, {2000});
    QVERIFY(early.due(holdMs - 1001).isEmpty());
    QCOMPARE(early.due(holdMs - 1000).size(), 1);
    OutboxDelivery late;
    late.restore({held(item(1, 1), 1000)}, 0, {90'000});
    QCOMPARE(late.due(0).size(), 1);
    // A clock that was set back holds nothing for hours.
    OutboxDelivery wrong;
    wrong.restore({held(item(1, 1), 90'000'000)}, 0, {1000});
    QCOMPARE(wrong.due(OutboxDelivery::longestHoldMs).size(), 1);
}

QTEST_GUILESS_MAIN(TestOutboxDelivery)
#include "tst_outbox_delivery.moc"
