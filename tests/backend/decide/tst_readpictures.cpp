// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include "app/backend/decide/readpictures.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** Words read in members' pictures, and transcripts of what they spoke. */
class TestReadPictures : public QObject
{
    Q_OBJECT

private:
    /** A picture of a member's, with or without words beside it. */
    static MessageId show(Rig &rig, const MemberId &who, const QString &text = {}, bool atBot = false,
                          MessageKind kind = MessageKind::Image, const QString &transcript = {})
    {
        static int count = 0;
        rig.now = rig.now.plusSeconds(1);
        MessageReceived message;
        message.message = {u"p%1"_s.arg(++count)};
        message.platformId = message.message.value;
        message.author = {AuthorKind::Member, who.value,
                          rig.state.groups.value(rig.group).members.value(who).name};
        message.kind = text.isEmpty() ? kind : MessageKind::Mixed;
        message.text = text;
        message.mentionsBot = atBot;
        message.attachments = {{kind, u"截图.png"_s, u"hash"_s, 5, transcript, {}}};
        message.replyHandle = u"h"_s;
        rig.happen({rig.group, {}, message});
        return message.message;
    }
    static void read(Rig &rig, const MessageId &message, const QString &text)
    {
        rig.now = rig.now.plusSeconds(2);
        rig.happen({rig.group, rig.message(message)->topic, MessageRead{message, 0, text, 90}});
    }

private Q_SLOTS:
    void aPictureAloneSaysNothing();
    void itsWordsAreAnswered();
    void asIfTheyHadBeenWritten();
    void aQuestionBackWaitsForThem();
    void anAnswerIsGivenOnce();
    void wordsOfAScreenshotGoToWhoHoldsIt();
    void groupModeHolds();
    void lateWordsAreOnlyKept();
    void picturesOfStaffAndTheBotAreNotAsked();
    void theSameLedgerDecidesTheSame();
    void aTranscriptIsDecidedOn();
    void ordersInAPictureCount();
};

void TestReadPictures::aPictureAloneSaysNothing()
{
    Rig rig;
    const auto picture = show(rig, rig.wang);
    QVERIFY(rig.answersTo(picture).isEmpty());
    read(rig, picture, {});
    QVERIFY(rig.answersTo(picture).isEmpty());
    QVERIFY(rig.message(picture)->attachments[0].read);
}

void TestReadPictures::itsWordsAreAnswered()
{
    Rig rig;
    const auto picture = show(rig, rig.wang, {}, true);
    read(rig, picture, u"退款多久能到账？"_s);
    QCOMPARE(rig.message(picture)->attachments[0].text, u"退款多久能到账？"_s);
    auto answers = rig.answersTo(picture);
    answers.removeIf([](const MessagePtr &text) { return text->delivery == Delivery::Recalled; });
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0]->entry, EntryId{u"k-001"_s});
    QVERIFY(!rig.topicOf(picture).id.isEmpty());
}

/** Before the words are there nobody is asked what he means; without words he is, a little later. */
void TestReadPictures::aQuestionBackWaitsForThem()
{
    Rig rig;
    const auto picture = show(rig, rig.wang, {}, true);
    const auto asked = rig.answersTo(picture);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked[0]->notBefore > rig.now);
    read(rig, picture, u"退款多久能到账？"_s);
    QCOMPARE(rig.message(asked[0]->id)->delivery, Delivery::Recalled);

    const auto wordless = show(rig, rig.leo, {}, true);
    const auto back = rig.answersTo(wordless).value(0);
    read(rig, wordless, {});
    QCOMPARE(rig.message(back->id)->delivery, Delivery::Queued);

    Rig without;
    without.setPolicy([](Policy &policy) { policy.readPictures = false; });
    const auto unread = without.answersTo(show(without, without.wang, {}, true));
    QCOMPARE(unread.size(), 1);
    QVERIFY(unread[0]->notBefore <= without.now);
}

void TestReadPictures::asIfTheyHadBeenWritten()
{
    Rig written;
    const auto text = written.say(written.wang, u"退款多久能到账？"_s);
    Rig read_;
    const auto picture = show(read_, read_.wang);
    read(read_, picture, u"退款多久能到账？"_s);
    const auto one = written.verdictOf(text);
    const auto other = read_.verdictOf(picture);
    QCOMPARE(other.action, one.action);
    QCOMPARE(other.addressee, one.addressee);
    QCOMPARE(other.candidates.value(0).entry, one.candidates.value(0).entry);
    QCOMPARE(read_.answersTo(picture).size(), written.answersTo(text).size());
}

void TestReadPictures::anAnswerIsGivenOnce()
{
    Rig rig;
    const auto both = show(rig, rig.wang, u"退款多久能到账？"_s, true);
    QCOMPARE(rig.answersTo(both).size(), 1);
    read(rig, both, u"退款多久能到账"_s);
    QCOMPARE(rig.answersTo(both).size(), 1);
    read(rig, both, u"发票怎么开"_s);
    QCOMPARE(rig.answersTo(both).size(), 1);
}

void TestReadPictures::wordsOfAScreenshotGoToWhoHoldsIt()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"有个问题，转人工"_s, {.atBot = true});
    const auto topic = rig.topicOf(asked).id;
    rig.claim(rig.lin, topic);
    const auto before = rig.all<MessageQueued>().size();
    const auto picture = show(rig, rig.wang);
    read(rig, picture, u"退款多久能到账？"_s);
    QCOMPARE(rig.all<MessageQueued>().size(), before);
    const auto verdict = rig.verdictOf(picture);
    QVERIFY2(!verdict.candidates.isEmpty(), "the holder is offered what fits");
    QCOMPARE(verdict.candidates[0].entry, EntryId{u"k-001"_s});
}

void TestReadPictures::groupModeHolds()
{
    Rig rig(BotMode::Review);
    const auto picture = show(rig, rig.wang, {}, true);
    read(rig, picture, u"退款多久能到账？"_s);
    QVERIFY(rig.answersTo(picture).isEmpty());
    QCOMPARE(rig.drafts().size(), 1);
    QCOMPARE(rig.drafts()[0].answers, picture);
    Rig silent(BotMode::Silent);
    const auto other = show(silent, silent.wang, {}, true);
    read(silent, other, u"退款多久能到账？"_s);
    QVERIFY(silent.answersTo(other).isEmpty());
}

void TestReadPictures::lateWordsAreOnlyKept()
{
    Rig rig;
    const auto picture = show(rig, rig.wang, {}, true);
    rig.now = {rig.now.ms + readLateMs + 1000};
    const auto before = rig.all<VerdictReached>().size();
    read(rig, picture, u"退款多久能到账？"_s);
    QCOMPARE(rig.all<VerdictReached>().size(), before);
    QCOMPARE(rig.message(picture)->attachments[0].text, u"退款多久能到账？"_s);
}

void TestReadPictures::picturesOfStaffAndTheBotAreNotAsked()
{
    Rig rig;
    const auto staff = show(rig, rig.staff);
    const auto before = rig.log.size();
    read(rig, staff, u"退款多久能到账？"_s);
    QCOMPARE(rig.log.size(), before + 1);
    rig.happen({rig.group, {}, MessageRead{{u"m-nobody-knows"_s}, 3, u"退款多久能到账？"_s, 90}});
    QCOMPARE(rig.log.size(), before + 2);
}

void TestReadPictures::theSameLedgerDecidesTheSame()
{
    Rig rig;
    const auto picture = show(rig, rig.wang, {}, true);
    read(rig, picture, u"退款多久能到账？"_s);
    State again;
    for (const auto &event : std::as_const(rig.log))
        apply(again, event);
    QCOMPARE(findMessage(again, rig.group, picture)->attachments,
             rig.message(picture)->attachments);
    QCOMPARE(again.topics.value(rig.topicOf(picture).id), rig.topicOf(picture));
}

void TestReadPictures::aTranscriptIsDecidedOn()
{
    Rig rig;
    const auto voice = show(rig, rig.wang, {}, true, MessageKind::Voice, u"退款多久能到账"_s);
    QCOMPARE(rig.answersTo(voice).size(), 1);
    QCOMPARE(rig.answersTo(voice)[0]->entry, EntryId{u"k-001"_s});
}

void TestReadPictures::ordersInAPictureCount()
{
    Rig rig;
    QString order;  // not every customer has one
    for (const auto &customer : std::as_const(rig.state.customers))
        order = customer.orders.isEmpty() ? order : customer.orders.constFirst().id;
    QVERIFY(!order.isEmpty());
    const auto picture = show(rig, rig.haiyan, {}, true);
    read(rig, picture, u"订单 %1 的退款到哪一步了"_s.arg(order));
    const auto written = rig.say(rig.haiyan, u"订单 %1 的退款到哪一步了"_s.arg(order), {.atBot = true});
    QCOMPARE(rig.verdictOf(picture).candidates.value(0).entry,
             rig.verdictOf(written).candidates.value(0).entry);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestReadPictures)
#include "tst_readpictures.moc"
