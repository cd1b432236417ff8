// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/attaching.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

constexpr qint64 mib = 1024 * 1024;

Attachment picture(const QString &name, qint64 bytes = 1000)
{
    return {MessageKind::Image, name, name + u"-hash"_s, bytes, {}, {}};
}

Attachment file(const QString &name, qint64 bytes = 1000)
{
    return {MessageKind::File, name, name + u"-hash"_s, bytes, {}, {}};
}

QString problemOf(const Result<qsizetype> &refused)
{
    return refused.error().data.value(u"problem"_s).toString();
}

} // namespace

/** Pictures and files that go with a reply. */
class TestAttaching : public QObject
{
    Q_OBJECT

private:
    /** A question of haiyan's that lin holds, in a group reached by this kind of connector. */
    static SendMessage replyIn(Rig &rig, const QString &kind, const QString &text,
                               const QList<Attachment> &attachments)
    {
        rig.record({{}, {}, ConnectorChanged{{u"ch"_s, kind, u"客服"_s, ConnectorState::Connected, {}}}});
        const auto asked = rig.say(rig.haiyan, u"帮我看看这个问题怎么处理，转人工"_s, {.atBot = true});
        SendMessage send;
        send.topic = rig.topicOf(asked).id;
        send.lease = rig.claim(rig.lin, send.topic);
        send.basis = rig.basis();
        send.text = text;
        send.attachments = attachments;
        return send;
    }
    static QList<MessageQueued> ours(const Rig &rig)
    {
        auto all = rig.all<MessageQueued>();
        all.removeIf([](const MessageQueued &one) { return one.author.kind != AuthorKind::Agent; });
        return all;
    }

private Q_SLOTS:
    void partsOfAPlatform();
    void everyPartIsAMessage();
    void picturesNeedNoText();
    void eachPlatformHasItsLimits();
    void namesArePlain();
    void whatAPictureShowsIsGuarded();
    void failedPictureGoesAgain();
    void partsKeepTheBudget();
    void takenBackBeforeItLeft();
};

void TestAttaching::partsOfAPlatform()
{
    const auto a = picture(u"a"_s, 9 * mib);
    const auto b = picture(u"b"_s, 9 * mib);
    const auto c = picture(u"c"_s, 9 * mib);
    const auto f = file(u"f"_s);
    QCOMPARE(partsFor(u"onebot11", u"好"_s, {a, f, b, c}),
             (QList<MessagePart>{{u"好"_s, {a, b}}, {{}, {f}}, {{}, {c}}}));
    QCOMPARE(partsFor(u"wecom", u"好"_s, {a, f}),
             (QList<MessagePart>{{u"好"_s, {}}, {{}, {a}}, {{}, {f}}}));
    QCOMPARE(partsFor(u"wecom", {}, {a}), (QList<MessagePart>{{{}, {a}}}));
    QCOMPARE(partsFor(u"onebot11", {}, {f}), (QList<MessagePart>{{{}, {f}}}));
    QCOMPARE(partsFor(u"replay", u"好"_s, {}), (QList<MessagePart>{{u"好"_s, {}}}));
}

void TestAttaching::everyPartIsAMessage()
{
    Rig rig;
    auto send = replyIn(rig, u"onebot11"_s, u"看图"_s, {picture(u"a.png"_s), file(u"b.pdf"_s)});
    send.mention = {rig.haiyan};
    QVERIFY(rig.run(rig.lin, send));
    const auto sent = ours(rig);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].text, u"看图"_s);
    QCOMPARE(sent[0].attachments, QList{picture(u"a.png"_s)});
    QCOMPARE(sent[0].mentions, QList{rig.haiyan});
    QCOMPARE(sent[1].attachments, QList{file(u"b.pdf"_s)});
    QVERIFY2(sent[1].mentions.isEmpty(), "nobody is called twice");
    QVERIFY(sent[0].message != sent[1].message);
    QCOMPARE(sent[1].answers, sent[0].answers);
    QCOMPARE(rig.message(sent[0].message)->kind, MessageKind::Mixed);
    QCOMPARE(rig.message(sent[1].message)->kind, MessageKind::File);
    QCOMPARE(rig.message(sent[1].message)->attachments, QList{file(u"b.pdf"_s)});
}

void TestAttaching::picturesNeedNoText()
{
    Rig rig;
    auto send = replyIn(rig, u"onebot11"_s, {}, {});
    REFUSED(rig.run(rig.lin, send), InvalidParams);
    send.attachments = {picture(u"a.png"_s)};
    QVERIFY(rig.run(rig.lin, send));
    QCOMPARE(rig.message(ours(rig).constLast().message)->kind, MessageKind::Image);
}

void TestAttaching::eachPlatformHasItsLimits()
{
    Rig rig;
    auto send = replyIn(rig, u"wecom"_s, u"看"_s, {picture(u"a.png"_s, 2 * mib + 1)});
    auto refused = rig.run(rig.lin, send);
    REFUSED(refused, TooLarge);
    QCOMPARE(problemOf(refused), u"too_large"_s);
    QCOMPARE(refused.error().data.value(u"limit"_s).toInteger(), 2 * mib);
    QCOMPARE(refused.error().data.value(u"name"_s).toString(), u"a.png"_s);
    send.attachments = {file(u"a.pdf"_s, 20 * mib + 1)};
    REFUSED(rig.run(rig.lin, send), TooLarge);
    send.attachments = {file(u"a.txt"_s, 4)};
    QCOMPARE(problemOf(rig.run(rig.lin, send)), u"empty"_s);
    send.attachments = QList<Attachment>(7, picture(u"a.png"_s));
    QCOMPARE(problemOf(rig.run(rig.lin, send)), u"too_many"_s);
    QCOMPARE(ours(rig).size(), 0);
    send.attachments = {picture(u"a.png"_s, 2 * mib), file(u"a.pdf"_s, 20 * mib)};
    QVERIFY(rig.run(rig.lin, send));
    QCOMPARE(ours(rig).size(), 3);

    Rig other;
    const auto elsewhere = replyIn(other, u"mail"_s, u"看"_s, {picture(u"a.png"_s)});
    refused = other.run(other.lin, elsewhere);
    REFUSED(refused, Policy);
    QCOMPARE(problemOf(refused), u"channel"_s);
}

void TestAttaching::namesArePlain()
{
    Rig rig;
    auto send = replyIn(rig, u"onebot11"_s, u"看"_s, {});
    for (const auto &name : {QString(), u"a/b.png"_s, u"..\\a.png"_s, u"a\n.png"_s, QString(200, u'a')}) {
        send.attachments = {picture(name)};
        REFUSED(rig.run(rig.lin, send), InvalidParams);
    }
    send.attachments = {picture(u"八月 收据（1）.png"_s)};
    QVERIFY(rig.run(rig.lin, send));
}

void TestAttaching::whatAPictureShowsIsGuarded()
{
    Rig rig;
    auto shows = picture(u"单子.png"_s);
    shows.text = u"收件人 13800138000"_s;
    auto send = replyIn(rig, u"onebot11"_s, u"看"_s, {shows});
    const auto refused = rig.run(rig.lin, send);
    REFUSED(refused, Policy);
    QCOMPARE(refused.error().data.value(u"rule"_s).toString(), u"privacy"_s);
    QCOMPARE(refused.error().data.value(u"picture"_s).toString(), u"单子.png"_s);
    send.attachments[0].text = u"收件人 138****8000"_s;
    QVERIFY(rig.run(rig.lin, send));
}

void TestAttaching::failedPictureGoesAgain()
{
    Rig rig;
    QVERIFY(rig.run(rig.lin, replyIn(rig, u"wecom"_s, {}, {picture(u"a.png"_s)})));
    const auto first = ours(rig).constLast();
    rig.happen({rig.group, rig.message(first.message)->topic,
                MessageFailed{first.message, u"断线"_s, 0, true}});
    QVERIFY(rig.run(rig.lin, RetryMessage{first.message, rig.group, false}));
    const auto again = ours(rig).constLast();
    QCOMPARE(again.retries, first.message);
    QCOMPARE(again.attachments, first.attachments);
    QCOMPARE(again.text, QString());
}

void TestAttaching::partsKeepTheBudget()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.budgetPerMinute = 2; });
    const auto before = rig.all<MessageQueued>().size();
    QVERIFY(rig.run(rig.lin, replyIn(rig, u"wecom"_s, {},
                                     {picture(u"a"_s), picture(u"b"_s), picture(u"c"_s)})));
    const auto sent = rig.all<MessageQueued>().sliced(before);
    QVERIFY(sent.size() >= 3);
    QVERIFY2(sent.constLast().notBefore > rig.now, "the third of a minute waits");
}

void TestAttaching::takenBackBeforeItLeft()
{
    Rig rig;
    QVERIFY(rig.run(rig.lin, replyIn(rig, u"onebot11"_s, u"看"_s, {file(u"b.pdf"_s)})));
    const auto sent = ours(rig);
    QVERIFY(rig.run(rig.lin, RecallMessage{sent[1].message, rig.group}));
    QCOMPARE(rig.message(sent[1].message)->delivery, Delivery::Recalled);
    QCOMPARE(rig.message(sent[0].message)->delivery, Delivery::Queued);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestAttaching)
#include "tst_attaching.moc"
