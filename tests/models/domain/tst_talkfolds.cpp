// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"
#include "models/domain/entryslots.h"
#include "tests/models/common/seed.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int chatterMessages = 3 * GroupState::recentLimit;

/** Events of one group, in order. */
class Feeder
{
public:
    Changes put(const EventData &data, const QString &topic = u"t-1"_s)
    {
        Changes changes;
        const auto seq = state.positions.value(u"p0"_s) + 1;
        now += 1000;
        apply(state, Event{u"p0"_s, seq, seq - 1, {now}, {u"wecom/g"_s}, {topic}, data}, &changes);
        return changes;
    }

    void open(const QString &topic)
    {
        put(TopicOpened{u"退款"_s, {u"wecom/a"_s}, u"王阿姨"_s, {}, {}}, topic);
    }

    /** A text of the bot; without an entry it asks back. */
    MessageQueued say(const QString &message, const QString &entry, const QString &topic = u"t-1"_s)
    {
        MessageQueued queued;
        queued.message = {message};
        queued.author = {AuthorKind::Bot, {}, u"小禾"_s};
        queued.text = u"…"_s;
        queued.answers = {u"m-0"_s};
        queued.mentions = {{u"wecom/a"_s}};
        queued.entry = {entry};
        queued.entryVersion = entry.isEmpty() ? 0 : 3;
        put(queued, topic);
        return queued;
    }

    void chat(int count)
    {
        for (int at = 0; at < count; ++at) {
            MessageReceived received;
            received.message = {u"c-%1-%2"_s.arg(now).arg(at)};
            received.author = {AuthorKind::Member, u"wecom/b"_s, u"Leo"_s};
            put(received, {});
        }
    }

    void tell(const QString &message, const QString &member, const QMap<QString, QString> &told,
              const QString &asksFor = {})
    {
        MessageReceived received;
        received.message = {message};
        received.author = {AuthorKind::Member, member, member};
        put(received, {});
        Verdict verdict;
        verdict.addressee = Addressee::Bot;
        verdict.candidates = {{{u"k-1"_s}, 1, u"改期"_s, 900, {}}};
        verdict.slots_ = told;
        verdict.asksFor = asksFor;
        put(VerdictReached{{message}, verdict});
    }

    Topic topic(const QString &id = u"t-1"_s) const { return state.topics.value({id}); }

    State state;
    qint64 now = 1700000000000;
};

QString randomName(Dice &dice, int longest)
{
    static const QString signs = u"配送日期颜色abc09 -？（）"_s;
    QString name;
    for (int left = 1 + dice.below(longest); left > 0; --left)
        name += signs[dice.below(int(signs.size()))];
    return name.trimmed().isEmpty() ? u"名"_s : name.trimmed();
}

} // namespace

/** What a topic remembers of the talk in it. */
class TestTalkFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersBeyondTheWindow()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        feeder.say(u"q-1"_s, {});
        feeder.say(u"a-1"_s, u"k-1"_s);
        feeder.chat(chatterMessages);
        QCOMPARE(feeder.topic().clarifications, QList<MessageId>{{u"q-1"_s}});
        const auto answered = feeder.topic().answered.value(0);
        QCOMPARE(answered.entry, EntryId{u"k-1"_s});
        QCOMPARE(answered.entryVersion, 3);
        QCOMPARE(answered.askers, QList<MemberId>{{u"wecom/a"_s}});
    }

    void holdingTextsAndPeopleDoNotCount()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        MessageQueued holding;
        holding.message = {u"h-1"_s};
        holding.author = {AuthorKind::Bot, {}, u"小禾"_s};
        feeder.put(holding);
        MessageQueued agent;
        agent.message = {u"h-2"_s};
        agent.author = {AuthorKind::Agent, u"u-1"_s, u"林悦"_s};
        agent.answers = {u"m-0"_s};
        feeder.put(agent);
        QVERIFY(feeder.topic().clarifications.isEmpty());
        QVERIFY(feeder.topic().answered.isEmpty());
    }

    void recallUndoesAlsoOutsideTheWindow()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        feeder.say(u"q-1"_s, {});
        feeder.say(u"a-1"_s, u"k-1"_s);
        feeder.chat(chatterMessages);
        const auto changes = feeder.put(MessageRecalled{{u"q-1"_s}, {}});
        QVERIFY(changes.topics.contains({u"t-1"_s}));
        feeder.put(MessageRecalled{{u"a-1"_s}, {}});
        feeder.put(MessageRecalled{{u"a-1"_s}, {}});
        QVERIFY(feeder.topic().clarifications.isEmpty());
        QVERIFY(feeder.topic().answered.isEmpty());
    }

    void aRetryIsNoSecondQuestion()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        auto again = feeder.say(u"q-1"_s, {});
        feeder.put(MessageFailed{{u"q-1"_s}, u"limit"_s, 45009, true});
        again.message = {u"q-2"_s};
        again.retries = {u"q-1"_s};
        feeder.put(again);
        QCOMPARE(feeder.topic().clarifications, QList<MessageId>{{u"q-2"_s}});
    }

    void movedMessagesTakeItAlong()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        feeder.open(u"t-2"_s);
        feeder.say(u"q-1"_s, {});
        TopicLinked moved;
        moved.messages = {{u"q-1"_s}};
        moved.rule = LinkRule::Human;
        feeder.put(moved, u"t-2"_s);
        QVERIFY(feeder.topic().clarifications.isEmpty());
        QCOMPARE(feeder.topic(u"t-2"_s).clarifications.size(), 1);
    }

    void aMergedTopicGoesOnWithBoth()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        feeder.open(u"t-2"_s);
        feeder.say(u"q-1"_s, {});
        feeder.tell(u"m-1"_s, u"wecom/a"_s, {{u"日期"_s, u"周一"_s}});
        feeder.chat(chatterMessages);
        feeder.say(u"q-2"_s, {}, u"t-2"_s);
        feeder.put(TopicStateChanged{TopicState::Merged, u"merged"_s, {}, {u"t-2"_s}});
        const auto into = feeder.topic(u"t-2"_s);
        QCOMPARE(into.clarifications.size(), 2);
        QCOMPARE(into.slots_.value(0).value, u"周一"_s);
    }

    void slotsAreOnePerNameAndPerson()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        feeder.tell(u"m-1"_s, u"wecom/a"_s, {{u"日期"_s, u"周一"_s}}, u"方式"_s);
        QCOMPARE(feeder.topic().asked->slot, u"方式"_s);
        feeder.tell(u"m-2"_s, u"wecom/b"_s, {{u"日期"_s, u"周二"_s}});
        QVERIFY(feeder.topic().asked);  // the other one was asked
        feeder.tell(u"m-3"_s, u"wecom/a"_s, {{u"日期"_s, u"周三"_s}});
        QVERIFY(!feeder.topic().asked);
        const auto known = feeder.topic().slots_;
        QCOMPARE(known.size(), 2);
        QCOMPARE(known.last(), (SlotValue{u"日期"_s, u"周三"_s, {u"wecom/a"_s}, {u"m-3"_s}}));
    }

    void everythingIsBounded()
    {
        Feeder feeder;
        feeder.open(u"t-1"_s);
        for (int at = 0; at < 40; ++at) {
            feeder.say(u"q-%1"_s.arg(at), {});
            feeder.say(u"a-%1"_s.arg(at), u"k-1"_s);
            feeder.tell(u"m-%1"_s.arg(at), u"wecom/a"_s,
                        {{u"名%1"_s.arg(at), QString(500, u'长')}});
            feeder.put(StepTicked{{u"k-1"_s}, u"步骤%1"_s.arg(at), true, {u"u-1"_s}, {}});
        }
        const auto topic = feeder.topic();
        QCOMPARE(topic.clarifications.size(), Topic::saidLimit);
        QCOMPARE(topic.answered.size(), Topic::saidLimit);
        QCOMPARE(topic.slots_.size(), Topic::slotLimit);
        QCOMPARE(topic.slots_.last().value.size(), Slot::longestValue);
        QCOMPARE(topic.ticks.size(), Topic::tickLimit);
        QCOMPARE(topic.clarifications.last().value, u"q-39"_s);
    }

    void linesOfSlotsAreReadAgain()
    {
        Dice dice(seed());
        for (int round = 0; round < rounds(2000, 50000); ++round) {
            Slot slot{randomName(dice, 18), {}, SlotKind(dice.below(6)), {}};
            if (dice.chance(60))
                slot.ask = randomName(dice, 40) + u": [x|y] {z}"_s;
            for (int left = dice.below(4); left > 0 || slot.choices.size() == 1; --left)
                slot.choices.append(randomName(dice, 10) + QString::number(left));
            if (!slotsProblem({slot}).isEmpty())
                continue;
            QCOMPARE(slotOfLine(lineOfSlot(slot, dice.chance(50))), slot);
        }
        QVERIFY(!slotOfLine(u"颜色 白色"_s));
        QVERIFY(!slotOfLine(u"date"_s));
        QCOMPARE(slotOfLine(u"日期  到货日 ： 哪天？ "_s),
                 (Slot{u"到货日"_s, u"哪天？"_s, SlotKind::Date, {}}));
    }
};

QTEST_GUILESS_MAIN(TestTalkFolds)
#include "tst_talkfolds.moc"
