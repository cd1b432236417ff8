// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** What an agent sorts at the desk and takes back, sends and settles at once, corrects in the group,
 * and keeps as canned replies. */
class TestTopicSorting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergingIsTakenBack();
    void mergingKeepsWhoNeedsAPerson();
    void anEmptiedTopicComesBack();
    void whatMovedOnStays();
    void chatterIsTakenOut();
    void sendAndResolveIsOneThing();
    void correctionTakesTheWrongAnswerBack();
    void laterItIsAPublicCorrection();
    void correctionThatCannotBeFilledChangesNothing();
    void cannedRepliesAreKept();
    void cannedRepliesAreChecked();
    void cannedRepliesByGroup();
};

void TestTopicSorting::mergingIsTakenBack()
{
    Rig rig;
    const auto a = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    const auto b = rig.say(rig.leo, u"怎么开发票"_s);
    const auto topicA = rig.topicOf(a).id;
    const auto topicB = rig.topicOf(b).id;
    const auto count = rig.topicOf(a).messageCount;
    REFUSED(rig.run(rig.lin, UnmergeTopic{topicA}), Conflict);
    QVERIFY(rig.run(rig.lin, MergeTopics{topicA, topicB}));
    QCOMPARE(rig.topicOf(a).id, topicB);
    QVERIFY(rig.last<TopicStateChanged>().moved.contains(a));
    QVERIFY(rig.run(rig.lin, UnmergeTopic{topicA}));
    QCOMPARE(rig.topicOf(a).id, topicA);
    QCOMPARE(rig.topicOf(b).id, topicB);
    QCOMPARE(rig.topicOf(a).state, TopicState::Bot);
    QCOMPARE(rig.topicOf(a).messageCount, count);
    QVERIFY(rig.topicOf(a).into.isEmpty());
    QVERIFY(rig.topicOf(a).moved.isEmpty());
    REFUSED(rig.run(rig.lin, UnmergeTopic{topicA}), Conflict);
}

void TestTopicSorting::mergingKeepsWhoNeedsAPerson()
{
    Rig rig;
    const auto a = rig.say(rig.wang, u"水果坏了怎么赔，转人工！"_s);
    const auto b = rig.say(rig.leo, u"怎么开发票"_s);
    const auto topicA = rig.topicOf(a).id;
    const auto topicB = rig.topicOf(b).id;
    const auto owed = rig.topicOf(a).escalation;
    QVERIFY(owed);
    QVERIFY(!rig.topicOf(b).escalation);
    QVERIFY(rig.run(rig.lin, MergeTopics{topicA, topicB}));
    QVERIFY2(rig.topicOf(b).escalation, "the one who asked for a person is forgotten");
    QCOMPARE(rig.topicOf(b).escalation->dueAt, owed->dueAt);
    QVERIFY(rig.run(rig.lin, UnmergeTopic{topicA}));
    QVERIFY(rig.topicOf(a).escalation);
    QCOMPARE(rig.topicOf(a).state, TopicState::Escalated);
    QCOMPARE(rig.topicOf(a).escalation->reasons, owed->reasons);
}

void TestTopicSorting::anEmptiedTopicComesBack()
{
    Rig rig(BotMode::Silent);
    const auto a = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    const auto b = rig.say(rig.leo, u"怎么开发票"_s);
    const auto topicA = rig.topicOf(a).id;
    const auto topicB = rig.topicOf(b).id;
    QVERIFY(rig.run(rig.lin, RelinkMessages{topicB, {a}}));
    QCOMPARE(rig.state.topics.value(topicA).state, TopicState::Merged);
    REFUSED(rig.run(rig.lin, RelinkMessages{topicA, {a}}), Conflict);
    QVERIFY(rig.run(rig.lin, UnmergeTopic{topicA}));
    QCOMPARE(rig.topicOf(a).id, topicA);
}

void TestTopicSorting::whatMovedOnStays()
{
    Rig rig;
    const auto a = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    const auto a2 = rig.say(rig.wang, u"一半都黑了怎么赔"_s);
    const auto b = rig.say(rig.leo, u"怎么开发票"_s);
    const auto c = rig.say(rig.haiyan, u"退款多久能到账"_s);
    const auto topicA = rig.topicOf(a).id;
    QCOMPARE(rig.topicOf(a2).id, topicA);
    QVERIFY(rig.run(rig.lin, MergeTopics{topicA, rig.topicOf(b).id}));
    QVERIFY(rig.run(rig.lin, RelinkMessages{rig.topicOf(c).id, {a2}}));
    QVERIFY(rig.run(rig.lin, UnmergeTopic{topicA}));
    QCOMPARE(rig.topicOf(a).id, topicA);
    QCOMPARE(rig.topicOf(a2).id, rig.topicOf(c).id);
}

void TestTopicSorting::chatterIsTakenOut()
{
    Rig rig;
    const auto a = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    const auto a2 = rig.say(rig.wang, u"一半都黑了怎么赔"_s);
    const auto topic = rig.topicOf(a);
    REFUSED(rig.run(rig.lin, UnlinkMessages{topic.id, {}}), InvalidParams);
    REFUSED(rig.run(rig.lin, UnlinkMessages{topic.id, {{u"none"_s}}}), NotFound);
    QVERIFY(rig.run(rig.lin, UnlinkMessages{topic.id, {a2}}));
    QVERIFY(rig.message(a2)->topic.isEmpty());
    QVERIFY(rig.message(a2)->folded);
    QCOMPARE(rig.topicOf(a).messageCount, topic.messageCount - 1);
    REFUSED(rig.run(rig.lin, UnlinkMessages{topic.id, {a2}}), InvalidParams);
    // And back again: this is how moving chatter into a topic is undone.
    QVERIFY(rig.run(rig.lin, RelinkMessages{topic.id, {a2}}));
    QCOMPARE(rig.topicOf(a2).id, topic.id);
    QVERIFY(!rig.message(a2)->folded);
}

void TestTopicSorting::sendAndResolveIsOneThing()
{
    Rig rig;
    const auto a = rig.say(rig.haiyan, u"退款多久能到账，转人工"_s);
    const auto topic = rig.topicOf(a).id;
    const auto fence = rig.claim(rig.lin, topic);
    QVERIFY(fence > 0);
    SendMessage send{topic, fence, 0, u"今天到账。"_s, {}, {}, true};
    // Refused as a whole: what is new must be read before a question counts as settled.
    REFUSED(rig.run(rig.lin, send), Stale);
    QCOMPARE(rig.topicOf(a).state, TopicState::Leased);
    send.basis = rig.basis();
    QVERIFY(rig.run(rig.lin, send));
    QCOMPARE(rig.lastSent()->text, u"今天到账。"_s);
    QCOMPARE(rig.lastSent()->delivery, Delivery::Queued);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Resolved);
    QVERIFY(!rig.state.topics.value(topic).lease);
    rig.deliver();
    QCOMPARE(rig.lastSent()->delivery, Delivery::Sent);
}

void TestTopicSorting::correctionTakesTheWrongAnswerBack()
{
    Rig rig;
    const auto asked = rig.say(rig.haiyan, u"退款多久能到账"_s, {{}, {}, true});
    rig.deliver();
    const auto wrong = rig.lastSent();
    QVERIFY(wrong);
    const auto entry = rig.state.entries.value(wrong->entry);
    CorrectAnswer correct{rig.topicOf(asked).id, wrong->id, u"当天到账。"_s, entry.id,
                          entry.version, {}, {}, true};
    QVERIFY(rig.run(rig.lin, correct));
    QCOMPARE(rig.message(wrong->id)->delivery, Delivery::Recalled);
    const auto sent = rig.lastSent();
    QCOMPARE(sent->text, u"当天到账。"_s);
    QCOMPARE(sent->author.id, rig.lin.id.value);
    QCOMPARE(sent->quote.get(), asked);
    QCOMPARE(sent->answers.get(), asked);
    QCOMPARE(sent->mentions, QList{rig.haiyan});
    QCOMPARE(sent->entry.get(), entry.id);
    QCOMPARE(sent->entryVersion, entry.version + 1);
    QVERIFY(!sent->ai);
    QCOMPARE(rig.last<KnowledgeChanged>().change, EntryChange::Corrected);
}

void TestTopicSorting::laterItIsAPublicCorrection()
{
    Rig rig;
    const auto asked = rig.say(rig.haiyan, u"退款多久能到账"_s, {{}, {}, true});
    rig.deliver();
    const auto wrong = rig.lastSent();
    const auto entry = rig.state.entries.value(wrong->entry);
    rig.pass(121);
    CorrectAnswer correct{rig.topicOf(asked).id, wrong->id, u"当天到账。"_s, entry.id,
                          entry.version, {}, {}, true};
    // Who serves the topic answers in it.
    const auto fence = rig.claim(rig.zhou, rig.topicOf(asked).id);
    QVERIFY(fence > 0);
    REFUSED(rig.run(rig.lin, correct), NotHolder);
    QCOMPARE(rig.state.entries.value(entry.id).version, entry.version);
    QVERIFY(rig.run(rig.zhou, correct));
    QCOMPARE(rig.message(wrong->id)->delivery, Delivery::Sent);
    QCOMPARE(rig.lastSent()->quote.get(), wrong->id);
    QCOMPARE(rig.lastSent()->text, u"当天到账。"_s);
}

void TestTopicSorting::correctionThatCannotBeFilledChangesNothing()
{
    Rig rig;
    const auto asked = rig.say(rig.leo, u"退款多久能到账"_s, {{}, {}, true});
    rig.deliver();
    const auto wrong = rig.lastSent();
    const auto entry = rig.state.entries.value(wrong->entry);
    const auto before = rig.log.size();
    CorrectAnswer correct{rig.topicOf(asked).id, wrong->id, u"订单{{订单号}}当天到账。"_s, entry.id,
                          entry.version, {}, {}, true};
    REFUSED(rig.run(rig.lin, correct), InvalidParams);
    QCOMPARE(rig.log.size(), before);
    correct.publish = false;
    QVERIFY(rig.run(rig.lin, correct));
    QCOMPARE(rig.message(wrong->id)->delivery, Delivery::Sent);
}

void TestTopicSorting::cannedRepliesAreKept()
{
    Rig rig;
    QVERIFY(rig.run(rig.boss, PutCanned{{{}, 0, u"催银行退款"_s, u"tk"_s, u"我去催一下。"_s, {}, {}}}));
    const auto made = *rig.state.canned.cbegin();
    QVERIFY(!made.id.isEmpty());
    QCOMPARE(made.version, 1);
    auto changed = made;
    changed.text = u"我去催银行。"_s;
    QVERIFY(rig.run(rig.boss, PutCanned{changed}));
    QCOMPARE(rig.state.canned.value(made.id).version, 2);
    REFUSED(rig.run(rig.boss, PutCanned{changed}), Conflict);
    changed.version = 2;
    QVERIFY(rig.run(rig.boss, PutCanned{changed, true}));
    QVERIFY(rig.state.canned.isEmpty());
    REFUSED(rig.run(rig.boss, (PutCanned{{{u"q-9"_s}, 0, u"无"_s, {}, u"无"_s, {}, {}}, true})),
            NotFound);
}

void TestTopicSorting::cannedRepliesAreChecked()
{
    Rig rig;
    const CannedReply good{{u"q-1"_s}, 0, u"开场"_s, u"hi"_s, u"您好，我是{{客服}}。"_s, {}, {}};
    QVERIFY(rig.run(rig.boss, PutCanned{good}));
    auto bad = good;
    bad.id = {u"q-2"_s};
    REFUSED(rig.run(rig.boss, PutCanned{bad}), InvalidParams); // the shortcut is taken
    bad.shortcut = u"a b"_s;
    REFUSED(rig.run(rig.boss, PutCanned{bad}), InvalidParams);
    bad.shortcut.clear();
    bad.title = u" "_s;
    REFUSED(rig.run(rig.boss, PutCanned{bad}), InvalidParams);
    bad.title = u"二"_s;
    bad.text.clear();
    REFUSED(rig.run(rig.boss, PutCanned{bad}), InvalidParams);
    rig.setPolicy([](Policy &policy) { policy.sensitiveWords = {u"保本"_s}; });
    bad.text = u"绝对保 本。"_s;
    REFUSED(rig.run(rig.boss, PutCanned{bad}), Policy);
}

void TestTopicSorting::cannedRepliesByGroup()
{
    Group group;
    group.id = {u"ch/g"_s};
    group.tags = {u"生鲜"_s};
    CannedReply reply;
    QVERIFY(isAllowedIn(reply, group));
    reply.groups = {{u"ch/other"_s}};
    QVERIFY(!isAllowedIn(reply, group));
    reply.tags = {u"生鲜"_s};
    QVERIFY(isAllowedIn(reply, group));
    reply.tags.clear();
    reply.groups.append(group.id);
    QVERIFY(isAllowedIn(reply, group));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestTopicSorting)
#include "tst_topicsorting.moc"
