// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/happening.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** What a reviewer's decision comes to, and what holds a text back. */
class TestReview : public QObject
{
    Q_OBJECT

private:
    static MessageId ask(Rig &rig) { return rig.say(rig.wang, u"退款多久能到账"_s); }
    static void answerWith(Rig &rig, const QString &answer)
    {
        auto entry = rig.state.entries.value({u"k-001"_s});
        entry.answer = answer;
        ++entry.version;
        rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}}});
    }
    static Happening happening(const Rig &rig)
    {
        for (auto at = rig.log.crbegin(); at != rig.log.crend(); ++at) {
            if (std::holds_alternative<DraftWithdrawn>(at->data))
                return happeningOf(*at).value_or(Happening{});
        }
        return {};
    }

private Q_SLOTS:
    void whoDraftedAndWhoSentIsKept();
    void editKeepsBothTexts();
    void rejectedQuestionsGoToAPerson();
    void rejectedAndUnowed();
    void secondDecisionIsRefused();
    void secondReviewer();
    void lateDraftsFetchAPerson();
    void personalDataIsHeld();
    void personalDataOfStaffIsRefused();
    void answeredMeanwhile();
};

void TestReview::whoDraftedAndWhoSentIsKept()
{
    Rig rig(BotMode::Review);
    const auto topic = rig.topicOf(ask(rig)).id;
    const auto draft = rig.drafts().value(0);
    QVERIFY(rig.run(rig.zhou, ApproveDraft{draft.id, topic, rig.basis()}));
    const auto queued = rig.last<MessageQueued>();
    QCOMPARE(queued.author.kind, AuthorKind::Bot);
    QCOMPARE(queued.draft, draft.id);
    const auto ended = rig.last<DraftWithdrawn>();
    QCOMPARE(ended.outcome, DraftEnd::Approved);
    QCOMPARE(ended.by, rig.zhou.id);
    QCOMPARE(happening(rig).kind, Happening::Kind::Reviewed);
    QCOMPARE(happening(rig).who, rig.zhou.name);
}

void TestReview::editKeepsBothTexts()
{
    Rig rig(BotMode::Review);
    const auto topic = rig.topicOf(ask(rig)).id;
    const auto draft = rig.drafts().value(0);
    QVERIFY(rig.run(rig.lin, EditDraft{draft.id, topic, rig.basis(), u"当天到账"_s}));
    const auto ended = rig.last<DraftWithdrawn>();
    QCOMPARE(ended.outcome, DraftEnd::Edited);
    QCOMPARE(ended.before, draft.text);
    QCOMPARE(ended.text, u"当天到账"_s);
    QCOMPARE(rig.lastSent()->text, u"【AI】当天到账"_s);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::WaitingCustomer);
}

void TestReview::rejectedQuestionsGoToAPerson()
{
    Rig rig(BotMode::Review);
    const auto topic = rig.topicOf(ask(rig)).id;
    const auto draft = rig.drafts().value(0).id;
    REFUSED(rig.run(rig.lin, RejectDraft{draft, topic, u" "_s}), InvalidParams);
    QVERIFY(rig.run(rig.lin, RejectDraft{draft, topic, u"答非所问"_s}));
    QVERIFY(!rig.lastSent());
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Escalated);
    QCOMPARE(rig.last<EscalationRaised>().reasons.value(0).detail, u"答非所问"_s);
    QCOMPARE(happening(rig).outcome, DraftEnd::Rejected);
    QCOMPARE(happening(rig).text, u"答非所问"_s);
}

void TestReview::rejectedAndUnowed()
{
    Rig rig(BotMode::Review);
    const auto topic = rig.topicOf(ask(rig)).id;
    QVERIFY(rig.run(rig.lin, RejectDraft{rig.drafts().value(0).id, topic, u"不是问我们"_s, true}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::WaitingCustomer);
    rig.pass(3600);
    QVERIFY(rig.all<EscalationRaised>().isEmpty());
}

void TestReview::secondDecisionIsRefused()
{
    Rig rig(BotMode::Review);
    const auto topic = rig.topicOf(ask(rig)).id;
    const auto draft = rig.drafts().value(0).id;
    QVERIFY(rig.run(rig.lin, ApproveDraft{draft, topic, rig.basis()}));
    REFUSED(rig.run(rig.zhou, ApproveDraft{draft, topic, rig.basis()}), NotFound);
    REFUSED(rig.run(rig.zhou, EditDraft{draft, topic, rig.basis(), u"好"_s}), NotFound);
    REFUSED(rig.run(rig.zhou, RejectDraft{draft, topic, u"不对"_s}), NotFound);
    QCOMPARE(rig.all<MessageQueued>().size(), 1);
}

void TestReview::secondReviewer()
{
    Rig rig(BotMode::Review);
    rig.setPolicy([](Policy &policy) { policy.secondReviewer = true; });
    const auto topic = rig.topicOf(ask(rig)).id;
    const auto first = rig.drafts().value(0);
    QVERIFY(rig.run(rig.lin, EditDraft{first.id, topic, rig.basis(), u"当天到账"_s}));
    QVERIFY(!rig.lastSent());
    QCOMPARE(rig.last<DraftWithdrawn>().outcome, DraftEnd::Proposed);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Review);
    const auto second = rig.drafts().value(0);
    QCOMPARE(second.text, u"当天到账"_s);
    QCOMPARE(second.before, first.text);
    QCOMPARE(second.author.id, rig.lin.id.value);
    const auto own = rig.run(rig.lin, ApproveDraft{second.id, topic, rig.basis()});
    REFUSED(own, Policy);
    QCOMPARE(own.error().data.value(u"rule"_s).toString(), u"second_reviewer"_s);
    QVERIFY(rig.run(rig.zhou, ApproveDraft{second.id, topic, rig.basis()}));
    QCOMPARE(rig.lastSent()->text, u"【AI】当天到账"_s);
    // An unchanged draft of the bot needs one person only.
    const auto other = rig.topicOf(rig.say(rig.leo, u"怎么开发票"_s)).id;
    QVERIFY(rig.run(rig.lin, ApproveDraft{rig.drafts().value(0).id, other, rig.basis()}));
}

void TestReview::lateDraftsFetchAPerson()
{
    Rig rig(BotMode::Review);
    rig.setPolicy([](Policy &policy) { policy.firstResponseSeconds = 300; });
    const auto asked = ask(rig);
    const auto topic = rig.topicOf(asked).id;
    QCOMPARE(reviewDue(rig.state, rig.topicOf(asked)), rig.topicOf(asked).waitingSince.plusSeconds(300));
    rig.pass(298);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Review);
    rig.pass(4);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Escalated);
    QCOMPARE(rig.drafts().size(), 1);
    // Decided after all: nobody needs to come any more.
    QVERIFY(rig.run(rig.lin, ApproveDraft{rig.drafts().value(0).id, topic, rig.basis()}));
    QCOMPARE(rig.topicOf(asked).state, TopicState::WaitingCustomer);
    QVERIFY(!rig.topicOf(asked).escalation);
}

void TestReview::personalDataIsHeld()
{
    Rig rig;
    answerWith(rig, u"请打司机电话 13800138000"_s);
    const auto asked = ask(rig);
    QCOMPARE(rig.verdictOf(asked).action, Action::Answer);
    QVERIFY(!rig.lastSent()->text.contains(u"13800138000"_s));
    QCOMPARE(rig.drafts().value(0).reason, Reason::Privacy);

    Rig reviewed(BotMode::Review);
    const auto topic = reviewed.topicOf(ask(reviewed)).id;
    const auto draft = reviewed.drafts().value(0);
    const auto refused = reviewed.run(
        reviewed.lin, EditDraft{draft.id, topic, reviewed.basis(), u"打 13800138000"_s});
    REFUSED(refused, Policy);
    QCOMPARE(refused.error().data.value(u"rule"_s).toString(), u"privacy"_s);
    QVERIFY(!refused.error().data.value(u"spans"_s).toArray().isEmpty());

    Rig calm;
    answerWith(calm, u"订单号 13800138000 的退款已到账"_s);
    QCOMPARE(calm.verdictOf(ask(calm)).action, Action::Answer);
}

void TestReview::personalDataOfStaffIsRefused()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    const auto sent = rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"打 13800138000"_s, {}, {}});
    REFUSED(sent, Policy);
    QCOMPARE(sent.error().data.value(u"data"_s).toString(), u"mobile"_s);
    const auto span = sent.error().data.value(u"spans"_s).toArray().first().toObject();
    QCOMPARE(span.value(u"start"_s).toInt(), 2);
    QCOMPARE(span.value(u"length"_s).toInt(), 11);
    // Colleagues may be told.
    QVERIFY(rig.run(rig.lin, AddNote{topic, u"打 13800138000"_s}));
}

void TestReview::answeredMeanwhile()
{
    Rig rig(BotMode::Review);
    const auto asked = ask(rig);
    const auto topic = rig.topicOf(asked).id;
    const auto draft = rig.drafts().value(0).id;
    rig.sayByPhone(rig.lin, u"明天到"_s, {asked, {}, false});
    QVERIFY(rig.drafts().isEmpty());
    QCOMPARE(rig.last<DraftWithdrawn>().outcome, DraftEnd::Withdrawn);
    REFUSED(rig.run(rig.zhou, ApproveDraft{draft, topic, rig.basis()}), NotFound);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestReview)
#include "tst_review.moc"
