// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** The privacy guard: the group reads a text without personal data, its asker gets it alone. */
class TestDiscretion : public QObject
{
    Q_OBJECT

private:
    static MessageId askWith(Rig &rig, const MemberId &who, const QString &answer)
    {
        auto entry = rig.state.entries.value({u"k-001"_s});
        entry.answer = answer;
        ++entry.version;
        rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}}});
        return rig.say(who, u"退款多久能到账"_s);
    }
    static Draft aside(const Rig &rig)
    {
        for (const auto &draft : rig.drafts()) {
            if (!draft.privateTo.isEmpty())
                return draft;
        }
        return {};
    }
    static QString dataOf(const Result<qsizetype> &refused)
    {
        return refused.error().data.value(u"data"_s).toString();
    }

private Q_SLOTS:
    void groupGetsItWithoutPersonalData();
    void asideGoesToTheMemberAlone();
    void asideMayBeEditedAndRejected();
    void newerAsideReplacesOlder();
    void heldTextsAreHeldWithoutIt();
    void ownOrderMayBeTold();
    void othersOrderIsLeftOut();
    void agentIsRefusedAndOffered();
    void agentSendsItApart();
    void failedAsideGoesAgainAlone();
};

void TestDiscretion::groupGetsItWithoutPersonalData()
{
    Rig rig;
    const auto asked = askWith(rig, rig.wang, u"请打司机电话 13800138000，报 62220000"_s);
    const auto verdict = rig.verdictOf(asked);
    QCOMPARE(verdict.action, Action::Answer);
    QCOMPARE(verdict.reasons.last().reason, Reason::Privacy);
    QCOMPARE(verdict.reasons.last().detail, u"mobile"_s);
    const auto sent = rig.answersTo(asked).value(0);
    QVERIFY(sent && sent->privateTo.isEmpty());
    QCOMPARE(sent->text, u"【AI】请打司机电话 1****8000，报 62220000"_s);
    const auto draft = aside(rig);
    QCOMPARE(draft.text, u"请打司机电话 13800138000，报 62220000"_s);
    QCOMPARE(draft.privateTo, rig.wang);
    QCOMPARE(draft.answers, asked);
    QVERIFY(draft.review && draft.reason == Reason::Privacy);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Review);
}

void TestDiscretion::asideGoesToTheMemberAlone()
{
    Rig rig;
    const auto asked = askWith(rig, rig.wang, u"请打司机电话 13800138000"_s);
    const auto draft = aside(rig);
    QVERIFY(rig.run(rig.lin, ApproveDraft{draft.id, draft.topic, rig.basis()}));
    const auto queued = rig.last<MessageQueued>();
    QCOMPARE(queued.privateTo, rig.wang);
    QCOMPARE(queued.text, u"【AI】请打司机电话 13800138000"_s);
    QVERIFY(queued.replyHandle.isEmpty());
    QVERIFY(queued.mentions.isEmpty());
    QCOMPARE(rig.lastSent()->privateTo.get(), rig.wang);
    QCOMPARE(rig.topicOf(asked).state, TopicState::WaitingCustomer);
    QVERIFY(rig.state.lessons.isEmpty());
}

void TestDiscretion::asideMayBeEditedAndRejected()
{
    Rig rig;
    const auto asked = askWith(rig, rig.wang, u"请打司机电话 13800138000"_s);
    auto draft = aside(rig);
    REFUSED(rig.run(rig.lin, EditDraft{draft.id, draft.topic, rig.basis(), u"加我私聊"_s}), Policy);
    QVERIFY(rig.run(rig.lin, EditDraft{draft.id, draft.topic, rig.basis(), u"打 13900139000"_s}));
    QCOMPARE(rig.last<MessageQueued>().privateTo, rig.wang);
    QCOMPARE(rig.last<MessageQueued>().text, u"【AI】打 13900139000"_s);

    Rig other;
    const auto again = askWith(other, other.wang, u"请打司机电话 13800138000"_s);
    draft = aside(other);
    QVERIFY(other.run(other.lin, RejectDraft{draft.id, draft.topic, u"不用说"_s}));
    QCOMPARE(other.topicOf(again).state, TopicState::WaitingCustomer);
    QVERIFY(other.all<EscalationRaised>().isEmpty());
    QVERIFY(other.state.lessons.isEmpty());
    Q_UNUSED(asked)
}

void TestDiscretion::newerAsideReplacesOlder()
{
    Rig rig;
    askWith(rig, rig.wang, u"请打司机电话 13800138000"_s);
    askWith(rig, rig.wang, u"请打站长电话 13900139000"_s);
    qsizetype waiting = 0;
    for (const auto &draft : rig.drafts())
        waiting += draft.privateTo.isEmpty() ? 0 : 1;
    QCOMPARE(waiting, 1);
    QVERIFY(aside(rig).text.contains(u"站长"_s));
}

void TestDiscretion::heldTextsAreHeldWithoutIt()
{
    Rig rig(BotMode::Review);
    askWith(rig, rig.wang, u"请打司机电话 13800138000"_s);
    QVERIFY(!rig.lastSent());
    QCOMPARE(rig.drafts().size(), 2);
    for (const auto &draft : rig.drafts())
        QCOMPARE(draft.text.contains(u"13800138000"_s), !draft.privateTo.isEmpty());
}

void TestDiscretion::ownOrderMayBeTold()
{
    Rig rig;
    const auto asked = askWith(rig, rig.haiyan, u"您的订单 7731 已退款"_s);
    QCOMPARE(rig.answersTo(asked).value(0)->text, u"【AI】您的订单 7731 已退款"_s);
    QVERIFY(aside(rig).id.isEmpty());
}

void TestDiscretion::othersOrderIsLeftOut()
{
    Rig rig;
    const auto asked = askWith(rig, rig.wang, u"订单 7731 已退款"_s);
    QCOMPARE(rig.answersTo(asked).value(0)->text, u"【AI】订单 **31 已退款"_s);
    // There is nothing in it for the asker to be told alone.
    QVERIFY(aside(rig).id.isEmpty());

    Rig both;
    askWith(both, both.wang, u"订单 7731 已退款，打 13800138000"_s);
    QCOMPARE(aside(both).text, u"订单 **31 已退款，打 13800138000"_s);
}

void TestDiscretion::agentIsRefusedAndOffered()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    const auto send = [&](const QString &text, const QList<MemberId> &mention) {
        return rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), text, {}, mention});
    };
    const auto phone = send(u"打 13800138000"_s, {});
    REFUSED(phone, Policy);
    QCOMPARE(dataOf(phone), u"mobile"_s);
    QCOMPARE(phone.error().data.value(u"redacted"_s).toString(), u"打 1****8000"_s);
    const auto order = send(u"7731 那单在银行"_s, {});
    REFUSED(order, Policy);
    QCOMPARE(dataOf(order), u"order"_s);
    QCOMPARE(order.error().data.value(u"redacted"_s).toString(), u"**31 那单在银行"_s);
    QVERIFY(send(u"7731 那单在银行"_s, {rig.haiyan}));
    QVERIFY(send(u"要 7731 步"_s, {}));
}

void TestDiscretion::agentSendsItApart()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"转人工"_s);
    const auto topic = rig.topicOf(asked).id;
    const auto fence = rig.claim(rig.lin, topic);
    SendMessage send{topic, fence, rig.basis(), u"打 13800138000"_s, {}, {}};
    send.redact = true;
    QVERIFY(rig.run(rig.lin, send));
    QCOMPARE(rig.lastSent()->text, u"打 1****8000"_s);
    const auto draft = aside(rig);
    QCOMPARE(draft.text, u"打 13800138000"_s);
    QCOMPARE(draft.privateTo, rig.wang);
    QCOMPARE(draft.author.id, rig.lin.id.value);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Leased);
    QVERIFY(rig.run(rig.lin, ApproveDraft{draft.id, topic, rig.basis()}));
    QCOMPARE(rig.lastSent()->privateTo.get(), rig.wang);
    // Nothing private in it: it simply goes.
    send.basis = rig.basis();
    send.text = u"好的"_s;
    QVERIFY(rig.run(rig.lin, send));
    QCOMPARE(rig.lastSent()->text, u"好的"_s);
    QVERIFY(aside(rig).id.isEmpty());
}

void TestDiscretion::failedAsideGoesAgainAlone()
{
    Rig rig;
    askWith(rig, rig.wang, u"请打司机电话 13800138000"_s);
    const auto draft = aside(rig);
    QVERIFY(rig.run(rig.lin, ApproveDraft{draft.id, draft.topic, rig.basis()}));
    const auto sent = rig.last<MessageQueued>().message;
    rig.happen({rig.group, draft.topic, MessageFailed{sent, u"not a friend"_s, 0, true}});
    QVERIFY(rig.run(rig.lin, RetryMessage{sent, rig.group}));
    QCOMPARE(rig.last<MessageQueued>().privateTo, rig.wang);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestDiscretion)
#include "tst_discretion.moc"
