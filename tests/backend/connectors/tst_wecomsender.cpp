// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/privatechat.h"
#include "app/backend/connectors/wecomsender.h"
#include "tests/backend/connectors/linkrecord.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace quntai;
using namespace Qt::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

/** The sender with everything it wrote and said. */
struct Bench
{
    WecomSender sender;
    QList<QJsonObject> frames;
    QList<SendOutcome> outcomes;
    int lostSubscriptions = 0;

    explicit Bench(WecomPatience patience = {}) : sender(patience)
    {
        QObject::connect(&sender, &WecomSender::frame, &sender, [this](const QByteArray &frame) {
            frames.append(QJsonDocument::fromJson(frame).object());
        });
        QObject::connect(&sender, &WecomSender::outcome, &sender,
                         [this](const SendOutcome &outcome) { outcomes.append(outcome); });
        QObject::connect(&sender, &WecomSender::subscriptionLost, &sender,
                         [this] { ++lostSubscriptions; });
    }

    void send(const QString &id, const QString &chat = u"wrA"_s, const QString &text = u"好"_s,
              const QString &handle = {})
    {
        OutboundMessage message;
        message.id = {id};
        message.chat = chat;
        message.text = text;
        message.replyHandle = handle;
        sender.send(message);
    }
    QString command(qsizetype frame) const { return frames.at(frame)[u"cmd"].toString(); }
    QString request(qsizetype frame) const
    {
        return frames.at(frame)[u"headers"].toObject()[u"req_id"].toString();
    }
    WecomFrame acknowledgement(qsizetype frame, int code) const
    {
        WecomFrame answer;
        answer.kind = WecomFrame::Kind::Acknowledgement;
        answer.requestId = request(frame);
        answer.code = code;
        return answer;
    }
    void sendPicture(const QString &id, qsizetype bytes = 700'000)
    {
        OutboundMessage message;
        message.id = {id};
        message.chat = u"wrA"_s;
        message.files = {{MessageKind::Image, u"a.png"_s, {}, QByteArray(bytes, 'p')}};
        sender.send(message);
    }
    bool answerUpload(qsizetype frame, const QString &upload, const QString &media = {}, int code = 0)
    {
        auto answer = acknowledgement(frame, code);
        answer.uploadId = upload;
        answer.mediaId = media;
        return sender.acknowledged(answer);
    }
    bool wrote(qsizetype count) { return eventually([&] { return frames.size() >= count; }); }
    bool answer(qsizetype frame, int code = 0) { return sender.acknowledged(acknowledgement(frame, code)); }
};

QString handleOf(const QString &session, qint64 ageMs = 0)
{
    return WecomSender::replyHandle(session, u"R:1"_s,
                                    {QDateTime::currentMSecsSinceEpoch() - ageMs});
}

} // namespace

class TestWecomSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repliesOnTheSameConnectionOnly()
    {
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.send(u"m1"_s, u"wrA"_s, u"一"_s, handleOf(u"s1"_s));
        QVERIFY(bench.wrote(1));
        QCOMPARE(bench.command(0), u"aibot_respond_msg"_s);
        QCOMPARE(bench.request(0), u"R:1"_s);
        const auto stream = bench.frames.at(0)[u"body"].toObject()[u"stream"].toObject();
        QCOMPARE(stream[u"content"].toString(), u"一"_s);
        QVERIFY(stream[u"finish"].toBool());
        QVERIFY(bench.answer(0));
        QCOMPARE(bench.outcomes.first().kind, Kind::Sent);
        // The request has its answer, belongs to another connection, or is a day old.
        bench.send(u"m2"_s, u"wrA"_s, u"二"_s, handleOf(u"s1"_s));
        bench.send(u"m3"_s, u"wrB"_s, u"三"_s, handleOf(u"s0"_s));
        bench.send(u"m4"_s, u"wrC"_s, u"四"_s,
                   WecomSender::replyHandle(u"s1"_s, u"R:2"_s,
                                            {QDateTime::currentMSecsSinceEpoch() - 86400000}));
        QVERIFY(bench.wrote(4));
        for (int frame = 1; frame < 4; ++frame)
            QCOMPARE(bench.command(frame), u"aibot_send_msg"_s);
    }

    void oneAtATimePerChat()
    {
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.send(u"m1"_s, u"wrA"_s, u"一"_s);
        bench.send(u"m2"_s, u"wrA"_s, u"二"_s);
        bench.send(u"m3"_s, u"wra"_s, u"三"_s);  // chat ids are case sensitive: another chat
        QVERIFY(bench.wrote(2));
        QCoreApplication::processEvents();
        QCOMPARE(bench.frames.size(), 2);
        QVERIFY(bench.answer(0));
        QVERIFY(bench.wrote(3));
        QVERIFY(bench.answer(1));
        QVERIFY(bench.answer(2));
        QVERIFY(!bench.answer(2));
        QCOMPARE(bench.outcomes.size(), 3);
    }

    void deadRequestBecomesPush_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("unknown request") << WecomCode::badRequest;
        QTest::newRow("stream expired") << WecomCode::streamExpired;
    }

    void deadRequestBecomesPush()
    {
        QFETCH(int, code);
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.send(u"m1"_s, u"wrA"_s, u"一"_s, handleOf(u"s1"_s));
        QVERIFY(bench.wrote(1));
        QVERIFY(bench.answer(0, code));
        QCOMPARE(bench.command(1), u"aibot_send_msg"_s);
        QVERIFY(bench.answer(1, code));
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.outcomes.first().kind, Kind::Failed);
    }

    void forgottenSubscriptionIsRetriedOnce()
    {
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.send(u"m1"_s);
        bench.send(u"m2"_s, u"wrB"_s);
        QVERIFY(bench.wrote(2));
        QVERIFY(bench.answer(0, WecomCode::notSubscribed));
        QCOMPARE(bench.lostSubscriptions, 0);  // wrB still waits for its answer
        QVERIFY(bench.answer(1));
        QCOMPARE(bench.lostSubscriptions, 1);
        bench.sender.disconnected(u"cut"_s);
        QCOMPARE(bench.outcomes.size(), 1);
        bench.sender.connected(u"s2"_s);
        QVERIFY(bench.wrote(3));
        QVERIFY(bench.answer(2, WecomCode::notSubscribed));
        QCOMPARE(bench.outcomes.size(), 2);
        QCOMPARE(bench.outcomes.last().kind, Kind::Failed);
        QVERIFY(bench.outcomes.last().retryable);
    }

    void codes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("retryable");
        QTest::newRow("frequency") << 45009 << true;
        QTest::newRow("too often") << 846607 << true;
        QTest::newRow("unknown chat") << 93006 << false;
        QTest::newRow("not a member") << 93008 << false;
        QTest::newRow("anything") << 40058 << false;
    }

    void codes()
    {
        QFETCH(int, code);
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.send(u"m1"_s);
        QVERIFY(bench.wrote(1));
        QVERIFY(bench.answer(0, code));
        const auto outcome = bench.outcomes.first();
        QCOMPARE(outcome.kind, Kind::Failed);
        QCOMPARE(outcome.code, code);
        QVERIFY(outcome.reason.contains(QString::number(code)));
        QTEST(outcome.retryable, "retryable");
    }

    void unansweredIsUnknown()
    {
        Bench bench({.acknowledgeMs = 20, .connectionMs = 60000});
        bench.sender.connected(u"s1"_s);
        bench.send(u"m1"_s);
        QVERIFY(eventually([&] { return bench.outcomes.size() == 1; }));
        QCOMPARE(bench.outcomes.first().kind, Kind::Unknown);
        QVERIFY(!bench.answer(0));  // too late to matter
        bench.send(u"m2"_s);
        QVERIFY(bench.wrote(2));
        bench.sender.disconnected(u"cut"_s);
        QCOMPARE(bench.outcomes.last().kind, Kind::Unknown);
        QVERIFY(bench.outcomes.last().reason.contains(u"cut"_s));
    }

    void unwrittenWaitsForAConnection()
    {
        Bench bench({.acknowledgeMs = 5000, .connectionMs = 20});
        bench.send(u"m1"_s);
        QVERIFY(eventually([&] { return bench.outcomes.size() == 1; }));
        QCOMPARE(bench.outcomes.first().kind, Kind::Failed);
        QVERIFY(bench.outcomes.first().retryable);
        QVERIFY(bench.frames.isEmpty());

        Bench patient;
        patient.send(u"m1"_s);
        patient.send(u"m2"_s);
        patient.sender.connected(u"s1"_s);
        QVERIFY(patient.wrote(1));
        patient.sender.giveUp(u"replaced"_s);
        QCOMPARE(patient.outcomes.size(), 2);
        QCOMPARE(patient.outcomes.first().kind, Kind::Unknown);
        QCOMPARE(patient.outcomes.last().kind, Kind::Failed);
    }

    void longTextGoesInParts()
    {
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.send(u"m1"_s, u"wrA"_s, QString(8000, u'退'), handleOf(u"s1"_s));
        bench.send(u"m2"_s, u"wrB"_s, QString(8000, u'退'));
        QVERIFY(bench.wrote(2));
        QVERIFY(bench.answer(0));
        QVERIFY(bench.wrote(3));
        QCOMPARE(bench.command(2), u"aibot_send_msg"_s);
        QVERIFY(bench.outcomes.isEmpty());
        QVERIFY(bench.answer(2));
        QCOMPARE(bench.outcomes.last().kind, Kind::Sent);
        QVERIFY(bench.answer(1));
        QVERIFY(bench.wrote(4));
        QVERIFY(bench.answer(3, WecomCode::frequency));
        QCOMPARE(bench.outcomes.last().kind, Kind::Failed);
        // All of it again would repeat the first part.
        QVERIFY(!bench.outcomes.last().retryable);
        QVERIFY(bench.outcomes.last().reason.contains(u"part 2 of 2"_s));
    }

    /** Whatever the platform and the line do: one outcome per message, no more, no less. */
    void aPictureIsUploadedFirst()
    {
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.sendPicture(u"m1"_s);
        bench.send(u"m2"_s);
        QVERIFY(bench.wrote(1));
        QCOMPARE(bench.command(0), u"aibot_upload_media_init"_s);
        QVERIFY(bench.answerUpload(0, u"U"_s));
        QVERIFY(bench.wrote(2));
        QCOMPARE(bench.command(1), u"aibot_upload_media_chunk"_s);
        QVERIFY(bench.answerUpload(1, {}));
        QCOMPARE(bench.command(2), u"aibot_upload_media_chunk"_s);
        QCOMPARE(bench.frames[2][u"body"][u"chunk_index"].toInt(), 1);
        QVERIFY(bench.answerUpload(2, {}));
        QCOMPARE(bench.command(3), u"aibot_upload_media_finish"_s);
        QVERIFY(bench.answerUpload(3, {}, u"M"_s));
        QVERIFY(bench.wrote(5));
        QCOMPARE(bench.command(4), u"aibot_send_msg"_s);
        QCOMPARE(bench.frames[4][u"body"][u"image"][u"media_id"].toString(), u"M"_s);
        QVERIFY(bench.outcomes.isEmpty());
        QVERIFY(bench.answer(4));
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.outcomes[0].kind, Kind::Sent);
        QVERIFY2(bench.wrote(6), "what waited behind it goes on");
    }

    void aRefusedUploadHasFailed()
    {
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.sendPicture(u"m1"_s);
        QVERIFY(bench.wrote(1));
        QVERIFY(bench.answerUpload(0, {}, {}, WecomCode::frequency));
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.outcomes[0].kind, Kind::Failed);
        QVERIFY(bench.outcomes[0].retryable);
    }

    /** Nothing of it reached the chat: it is uploaded anew over the next connection. */
    void aCutUploadBeginsAgain()
    {
        Bench bench;
        bench.sender.connected(u"s1"_s);
        bench.sendPicture(u"m1"_s);
        QVERIFY(bench.wrote(1));
        QVERIFY(bench.answerUpload(0, u"U"_s));
        QVERIFY(bench.wrote(2));
        bench.sender.disconnected(u"cut"_s);
        QVERIFY(bench.outcomes.isEmpty());
        bench.sender.connected(u"s2"_s);
        QVERIFY(bench.wrote(3));
        QCOMPARE(bench.command(2), u"aibot_upload_media_init"_s);
        QVERIFY2(!bench.answerUpload(1, {}), "the old one's answer is nobody's");
    }

    void anUnansweredUploadHasFailed()
    {
        Bench bench({100, 60'000});
        bench.sender.connected(u"s1"_s);
        bench.sendPicture(u"m1"_s);
        QVERIFY(eventually([&] { return !bench.outcomes.isEmpty(); }));
        QCOMPARE(bench.outcomes[0].kind, Kind::Failed);
    }

    void oneOutcomeEach()
    {
        QRandomGenerator random(testSeed());
        const QList<int> codes{0, 0, 0, WecomCode::badRequest, WecomCode::notSubscribed, 45009, 93006};
        const int rounds = qEnvironmentVariableIsSet("QUNTAI_SOAK") ? 2000 : 100;
        for (int round = 0; round < rounds; ++round) {
            Bench bench;
            int sent = 0, sessions = 0;
            for (int step = 0; step < 60; ++step) {
                switch (random.bounded(5)) {
                case 0:
                    bench.sender.connected(u"s%1"_s.arg(++sessions));
                    break;
                case 1:
                    bench.sender.disconnected(u"cut"_s);
                    break;
                case 2:
                    bench.send(u"m%1"_s.arg(++sent), u"wr%1"_s.arg(random.bounded(4)), u"好"_s,
                               handleOf(u"s%1"_s.arg(sessions)));
                    break;
                default:
                    if (!bench.frames.isEmpty())
                        bench.answer(random.bounded(bench.frames.size()),
                                     codes.at(random.bounded(codes.size())));
                }
                QCoreApplication::processEvents();
            }
            bench.sender.giveUp(u"end"_s);
            QCOMPARE(bench.outcomes.size(), sent);
            QSet<QString> ids;
            for (const auto &outcome : std::as_const(bench.outcomes))
                ids.insert(outcome.id.value);
            QCOMPARE(ids.size(), sent);
        }
    }
};

QTEST_GUILESS_MAIN(TestWecomSender)
#include "tst_wecomsender.moc"
