// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/connectorfactory.h"
#include "app/backend/connectors/wecomlink.h"
#include "tests/backend/connectors/linkrecord.h"
#include "tests/backend/connectors/simulator.h"

#include <QJsonArray>
#include <QUrl>

using namespace quntai;
using namespace Qt::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

WecomTimings quick()
{
    WecomTimings timings;
    timings.retry = {20, 200, 5000};
    timings.patience = {1000, 20000};
    timings.heartbeatMs = 100;
    timings.refusedMs = 50;
    return timings;
}

/** The platform simulator, a link to it and what the link said. */
struct Bench
{
    Simulator platform{u"wecom"_s, u"platform-sim.mjs"_s, {u"0"_s, u"bot-1"_s, u"secret-1"_s}};
    LinkRecord record;
    WecomLink link;

    explicit Bench(const QString &secret = u"secret-1"_s, WecomTimings timings = quick())
        : link(ConnectorConfig{u"wecom"_s, u"wecom"_s, platform.url().toString(), {}, {}, u"bot-1"_s,
                               u"客服"_s, secret},
               timings)
    {
        record.listenTo(link);
        link.start();
    }

    bool connects() { return eventually([&] { return record.isIn(ConnectorState::Connected); }); }
    bool reconnects(qsizetype gaps) { return eventually([&] { return record.gaps.size() == gaps; }); }

    InboundMessage hear(const QString &text, const QString &chat = u"wrA"_s)
    {
        platform.order({{u"do"_s, u"text"_s}, {u"chat"_s, chat}, {u"user"_s, u"u1"_s},
                        {u"text"_s, text}});
        return next();
    }
    InboundMessage next()
    {
        if (!eventually([&] { return !record.messages.isEmpty(); }))
            return {};
        return record.messages.takeFirst();
    }
    void say(const QString &id, const QString &text, const InboundMessage &to, bool asReply = true)
    {
        OutboundMessage message;
        message.id = {id};
        message.chat = to.chat;
        message.text = text;
        message.replyHandle = asReply ? to.replyHandle : QString();
        link.send(message);
    }
    SendOutcome outcome(const QString &id)
    {
        eventually([&] { return record.outcomesOf(id) > 0; });
        return record.outcomeOf(id);
    }
};

} // namespace

class TestWecomLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto why = Simulator::missing(u"wecom"_s);
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void messagesOfEveryKind()
    {
        Bench bench;
        QVERIFY(bench.connects());
        auto message = bench.hear(u"@客服 我要退款"_s);
        QCOMPARE(message.text, u"我要退款"_s);
        QCOMPARE(message.chat, u"wrA"_s);
        QVERIFY(message.mentionsBot);
        QCOMPARE(bench.record.groups.size(), 1);
        QCOMPARE(bench.record.groups.first().kind, GroupKind::Internal);
        bench.platform.order({{u"do"_s, u"voice"_s}, {u"single"_s, true}, {u"user"_s, u"u2"_s},
                              {u"text"_s, u"语音转写"_s}});
        message = bench.next();
        QCOMPARE(message.kind, MessageKind::Voice);
        QCOMPARE(message.chat, u"private:u2"_s);
        QVERIFY(message.single);
        bench.platform.order({{u"do"_s, u"mixed"_s}, {u"chat"_s, u"wrA"_s}, {u"user"_s, u"u1"_s},
                              {u"items"_s, QJsonArray{QJsonObject{{u"text"_s, u"看图"_s}},
                                                      QJsonObject{{u"image"_s, u"AAAA"_s}}}}});
        QCOMPARE(bench.next().attachments.size(), 1);
        bench.platform.order({{u"do"_s, u"text"_s}, {u"chat"_s, u"wrA"_s}, {u"user"_s, u"u1"_s},
                              {u"text"_s, u"@客服 这个呢"_s}, {u"quote"_s, u"上一条"_s}});
        QCOMPARE(bench.next().quoteText, u"上一条"_s);
        // Quietly taken: an event, one from the future, noise.
        bench.platform.order({{u"do"_s, u"enter_chat"_s}, {u"single"_s, true}, {u"user"_s, u"u3"_s}});
        bench.platform.order({{u"do"_s, u"raw"_s}, {u"text"_s, u"{\"cmd\":\"new\",\"body\":[]}"_s}});
        bench.platform.order({{u"do"_s, u"raw"_s}, {u"text"_s, u"not json"_s}});
        QCOMPARE(bench.hear(u"@客服 还在吗"_s).text, u"还在吗"_s);
        QCOMPARE(bench.record.groups.size(), 2);
    }

    void repeatsKeepTheirId()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto first = bench.hear(u"在吗"_s);
        bench.platform.order({{u"do"_s, u"duplicate"_s}, {u"msgid"_s, first.platformId}});
        QCOMPARE(bench.next().platformId, first.platformId);
    }

    void repliesAndPushes()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        bench.say(u"m1"_s, u"在的"_s, message);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Sent);
        auto sent = bench.platform.sent(u"在的"_s);
        QCOMPARE(sent[u"kind"].toString(), u"reply"_s);
        QCOMPARE(sent[u"chat"].toString(), u"wrA"_s);
        bench.say(u"m2"_s, u"还有"_s, message, false);
        QCOMPARE(bench.outcome(u"m2"_s).kind, Kind::Sent);
        QCOMPARE(bench.platform.sent(u"还有"_s)[u"kind"].toString(), u"push"_s);
        bench.platform.order({{u"do"_s, u"text"_s}, {u"single"_s, true}, {u"user"_s, u"u2"_s},
                              {u"text"_s, u"私聊"_s}});
        bench.say(u"m3"_s, u"推给你"_s, bench.next(), false);
        QCOMPARE(bench.outcome(u"m3"_s).kind, Kind::Sent);
        QCOMPARE(bench.platform.sent(u"推给你"_s)[u"chat"].toString(), u"u2"_s);
        InboundMessage stranger;
        stranger.chat = u"wra"_s;
        bench.say(u"m4"_s, u"x"_s, stranger);
        QCOMPARE(bench.outcome(u"m4"_s).code, 93006);
        QVERIFY(!bench.link.recall(u"wrA"_s, u"x"_s));
    }

    /** A picture of three pieces and a file of one, through the platform's own upload. */
    void picturesAndFiles()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto asked = bench.hear(u"在吗"_s);
        OutboundMessage message;
        message.id = {u"m1"_s};
        message.chat = asked.chat;
        message.files = {{MessageKind::Image, u"收据.png"_s, {}, QByteArray(1'300'000, 'p')}};
        bench.link.send(message);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Sent);
        const auto uploaded = bench.platform.report(u"uploaded"_s)[u"uploaded"].toObject();
        QCOMPARE(uploaded[u"type"].toString(), u"image"_s);
        QCOMPARE(uploaded[u"bytes"].toInteger(), 1'300'000);
        const auto sent = bench.platform.report(u"sent"_s)[u"sent"].toObject();
        QCOMPARE(sent[u"msgtype"].toString(), u"image"_s);
        QCOMPARE(sent[u"media"].toString(), uploaded[u"media_id"].toString());
        message.id = {u"m2"_s};
        message.files = {{MessageKind::File, u"合同.pdf"_s, {}, "%PDF-1.7 some"_ba}};
        bench.link.send(message);
        QCOMPARE(bench.outcome(u"m2"_s).kind, Kind::Sent);
        QCOMPARE(bench.platform.report(u"sent"_s)[u"sent"][u"msgtype"].toString(), u"file"_s);
    }

    void aDeadReplyIsPushed()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        bench.platform.order({{u"do"_s, u"clock"_s}, {u"ms"_s, 25 * 3600 * 1000}});
        bench.say(u"m1"_s, u"晚了"_s, message);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Sent);
        QCOMPARE(bench.platform.sent(u"晚了"_s)[u"kind"].toString(), u"push"_s);
        const auto second = bench.hear(u"还在吗"_s);
        bench.platform.order({{u"do"_s, u"drop"_s}});
        QVERIFY(bench.reconnects(1));
        bench.say(u"m2"_s, u"重连后"_s, second);
        QCOMPARE(bench.outcome(u"m2"_s).kind, Kind::Sent);
        QCOMPARE(bench.platform.sent(u"重连后"_s)[u"kind"].toString(), u"push"_s);
    }

    void takenThenCutIsUnknown()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        bench.platform.order({{u"do"_s, u"dropAfterAccept"_s}, {u"n"_s, 1}});
        bench.say(u"m1"_s, u"结果未知"_s, message);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Unknown);
        QVERIFY(bench.reconnects(1));
        QVERIFY(bench.record.gaps.first().from <= bench.record.gaps.first().to);
        bench.say(u"m2"_s, u"之后"_s, message);
        QCOMPARE(bench.outcome(u"m2"_s).kind, Kind::Sent);
        QVERIFY(!bench.platform.sent(u"结果未知"_s).isEmpty());
        QCOMPARE(bench.record.outcomesOf(u"m1"_s), 1);
        QCOMPARE(bench.platform.count(u"sent"_s), 1);  // the second; the first was taken out above
    }

    void lateAcknowledgementIsUnknown()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        bench.platform.order({{u"do"_s, u"ackDelay"_s}, {u"ms"_s, 1500}});
        bench.say(u"m1"_s, u"慢"_s, message, false);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Unknown);
        bench.platform.order({{u"do"_s, u"ackDelay"_s}, {u"ms"_s, 0}});
        bench.say(u"m2"_s, u"快"_s, message, false);
        QCOMPARE(bench.outcome(u"m2"_s).kind, Kind::Sent);
        QCOMPARE(bench.record.outcomesOf(u"m1"_s), 1);
    }

    void silenceIsNoticed()
    {
        Bench bench;
        QVERIFY(bench.connects());
        QVERIFY(!bench.platform.report(u"ping"_s).isEmpty());
        bench.platform.order({{u"do"_s, u"blackhole"_s}, {u"ms"_s, 1000}});
        QVERIFY(bench.reconnects(1));
        QVERIFY(bench.record.gaps.first().detail.contains(u"heartbeat"_s));
        QVERIFY(!bench.hear(u"回来了"_s).platformId.isEmpty());
    }

    void refusalsKeepTheirCode()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        bench.platform.order({{u"do"_s, u"fail"_s}, {u"errcode"_s, 45009}, {u"n"_s, 1}});
        bench.say(u"m1"_s, u"一"_s, message);
        auto outcome = bench.outcome(u"m1"_s);
        QCOMPARE(outcome.kind, Kind::Failed);
        QCOMPARE(outcome.code, 45009);
        QVERIFY(outcome.retryable);
        bench.platform.order({{u"do"_s, u"fail"_s}, {u"errcode"_s, 93008}, {u"n"_s, 1}});
        bench.say(u"m2"_s, u"二"_s, message);
        QCOMPARE(bench.outcome(u"m2"_s).code, 93008);
        bench.platform.order({{u"do"_s, u"fail"_s}, {u"errcode"_s, 846605}, {u"n"_s, 1}});
        bench.say(u"m3"_s, u"三"_s, bench.hear(u"再问"_s));
        QCOMPARE(bench.outcome(u"m3"_s).kind, Kind::Sent);
        QCOMPARE(bench.platform.sent(u"三"_s)[u"kind"].toString(), u"push"_s);
    }

    void forgottenSubscriptionIsRenewed()
    {
        auto timings = quick();
        timings.heartbeatMs = 60000;  // the send finds out, not a heartbeat
        Bench bench(u"secret-1"_s, timings);
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        bench.platform.order({{u"do"_s, u"forget"_s}});
        bench.say(u"m1"_s, u"仍然送到"_s, message);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Sent);
        QVERIFY(!bench.platform.sent(u"仍然送到"_s).isEmpty());
        QCOMPARE(bench.record.gaps.size(), 1);
        QCOMPARE(bench.record.outcomesOf(u"m1"_s), 1);
    }

    void anIdleForgottenSubscriptionIsRenewedToo()
    {
        Bench bench;
        QVERIFY(bench.connects());
        bench.platform.order({{u"do"_s, u"forget"_s}});
        QVERIFY(bench.reconnects(1));
        QVERIFY(!bench.hear(u"听得到吗"_s).platformId.isEmpty());
    }

    void replacedStaysAway()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        bench.platform.order({{u"do"_s, u"kick"_s}});
        QVERIFY(eventually([&] { return bench.record.isIn(ConnectorState::Replaced); }));
        QVERIFY(bench.record.detail.contains(u"Stop the other program"_s));
        bench.say(u"m1"_s, u"x"_s, message);
        const auto outcome = bench.outcome(u"m1"_s);
        QCOMPARE(outcome.kind, Kind::Failed);
        QVERIFY(outcome.retryable);
        QVERIFY(bench.record.isIn(ConnectorState::Replaced));
        bench.platform.report(u"closed"_s);
        QCOMPARE(bench.platform.count(u"connected"_s), 1);  // never a second connection by itself
        bench.link.start();
        QVERIFY(bench.reconnects(1));
        QVERIFY(bench.record.isIn(ConnectorState::Connected));
    }

    void wrongSecretIsExplained()
    {
        Bench bench(u"wrong"_s);
        QVERIFY(eventually([&] { return bench.record.isIn(ConnectorState::Down); }));
        QVERIFY(bench.record.detail.contains(u"853000"_s));
        QVERIFY(!bench.record.detail.contains(u"wrong"_s));
        const auto refused = [](const QJsonObject &value) { return !value[u"subscribe"].toBool(); };
        QVERIFY(!bench.platform.report(u"subscribe"_s, refused).isEmpty());
        QVERIFY(!bench.platform.report(u"subscribe"_s, refused).isEmpty());  // and tries again
        QVERIFY(!bench.record.states.contains(ConnectorState::Connected));
    }

    void waitsOutARefusingPlatform()
    {
        Bench bench;
        QVERIFY(bench.connects());
        bench.platform.order({{u"do"_s, u"refuse"_s}, {u"ms"_s, 400}});
        bench.platform.order({{u"do"_s, u"drop"_s}});
        QVERIFY(bench.reconnects(1));
        QVERIFY(bench.record.states.contains(ConnectorState::Connecting));
        QVERIFY(!bench.hear(u"回来了"_s).platformId.isEmpty());
    }

    void stoppedIsSilent()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear(u"在吗"_s);
        const auto states = bench.record.states.size();
        bench.platform.order({{u"do"_s, u"blackhole"_s}, {u"ms"_s, 60000}});
        bench.say(u"m1"_s, u"x"_s, message);
        bench.link.stop();
        QVERIFY(!bench.platform.report(u"closed"_s).isEmpty());
        QCoreApplication::processEvents();
        QVERIFY(bench.record.outcomes.isEmpty());
        QCOMPARE(bench.record.states.size(), states);
    }

    void secretNeverTravelsInTheOpen()
    {
        ConnectorConfig config;
        config.id = u"w"_s;
        config.kind = u"wecom"_s;
        config.url = u"ws://example.com"_s;
        const auto link = makeConnector(config);
        LinkRecord record;
        record.listenTo(*link);
        link->start();
        QVERIFY(record.isIn(ConnectorState::Down));
        QVERIFY(record.detail.contains(u"wss://"_s));
        config.kind = u"smoke signals"_s;
        QVERIFY(!makeConnector(config));
    }
};

QTEST_GUILESS_MAIN(TestWecomLink)
#include "tst_wecomlink.moc"
