// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/onebotframes.h"
#include "app/backend/connectors/privatechat.h"
#include "app/backend/connectors/wecomframes.h"
#include "tests/backend/connectors/linkrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** JSON written with single quotes, for the eye's sake. */
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray wecomCallback(const QByteArray &content)
{
    return quoted("{'cmd':'aibot_msg_callback','headers':{'req_id':'R1'},'body':{'msgid':'M1',"
           "'chatid':'wrAb','chattype':'group','from':{'userid':'u1'},'create_time':1733000000,"
        + content + "}}");
}

Result<WecomFrame> wecomFrame(const QByteArray &text)
{
    PlatformJson json;
    return decodeWecom(json, quoted(text), {});
}

InboundMessage wecomMessage(const QByteArray &content, const QString &bot = {})
{
    PlatformJson json;
    const auto frame = decodeWecom(json, wecomCallback(content), bot);
    return frame ? frame->message : InboundMessage{};
}

QByteArray groupMessage(const QByteArray &message)
{
    return quoted("{'time':1733000000,'self_id':10001000,'post_type':'message','message_type':'group',"
           "'sub_type':'normal','message_id':-2147483648,'group_id':'9223372036854775807',"
           "'user_id':42,'sender':{'nickname':'张三','card':'客户张','role':'owner'},'message':"
        + message + "}");
}

InboundMessage oneBotMessage(const QByteArray &message)
{
    PlatformJson json;
    auto frame = decodeOneBot(json, groupMessage(message));
    if (!frame)
        return {};
    applySegments(frame->message, frame->segments, frame->self, [](const QString &user) {
        return user == u"43" ? u"李四"_s : QString();
    });
    return frame->message;
}

QJsonObject parsed(const QByteArray &frame)
{
    return QJsonDocument::fromJson(frame).object();
}

} // namespace

class TestPlatformFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wecomText()
    {
        const auto message = wecomMessage(
            "'msgtype':'text','text':{'content':'@客服 我要退款\\u0007'},"
            "'quote':{'msgtype':'text','text':{'content':'上一条'}}");
        QCOMPARE(message.platformId, u"M1"_s);
        QCOMPARE(message.chat, u"wrAb"_s);
        QCOMPARE(message.sender.id, u"u1"_s);
        QCOMPARE(message.text, u"我要退款"_s);
        QCOMPARE(message.quoteText, u"上一条"_s);
        QCOMPARE(message.sentAt.ms, 1733000000000);
        QVERIFY(message.mentionsBot);
        QVERIFY(!message.single);
    }

    void wecomKinds()
    {
        auto message = wecomMessage("'msgtype':'voice','voice':{'content':'语音转写'}");
        QCOMPARE(message.kind, MessageKind::Voice);
        QCOMPARE(message.text, u"语音转写"_s);
        QCOMPARE(message.attachments.size(), 1);
        message = wecomMessage("'msgtype':'mixed','mixed':{'msg_item':["
                               "{'msgtype':'text','text':{'content':'看图'}},"
                               "{'msgtype':'image','image':{'url':'https://x/y','aeskey':'k'}}]}");
        QCOMPARE(message.kind, MessageKind::Mixed);
        QCOMPARE(message.text, u"看图"_s);
        QCOMPARE(message.attachments.first().kind, MessageKind::Image);
        message = wecomMessage("'msgtype':'image','image':{'url':'https://x/y'},"
                               "'quote':{'msgtype':'image','image':{'url':'u'}}");
        QCOMPARE(message.kind, MessageKind::Image);
        QCOMPARE(message.quoteText, u"[图片]"_s);
        message = wecomMessage("'msgtype':'hologram'");
        QCOMPARE(message.kind, MessageKind::Other);
    }

    void wecomSingleChatIsNoGroup()
    {
        const auto frame = wecomFrame("{'cmd':'aibot_msg_callback','headers':{'req_id':'R'},'body':{'msgid':'M',"
                  "'chattype':'single','from':{'userid':'u2'},'msgtype':'text',"
                  "'text':{'content':'@你好'}}}");
        QVERIFY(frame);
        QCOMPARE(frame->message.chat, u"private:u2"_s);
        QCOMPARE(userOfPrivateChat(frame->message.chat), u"u2"_s);
        QCOMPARE(frame->message.text, u"@你好"_s);
        const auto push = parsed(wecomPush(u"p1"_s, frame->message.chat, u"好"_s));
        QCOMPARE(push[u"body"].toObject()[u"chatid"].toString(), u"u2"_s);
        QCOMPARE(push[u"body"].toObject()[u"chat_type"].toInt(), 1);
    }

    void wecomOtherFrames()
    {
        auto frame = wecomFrame("{'headers':{'req_id':'a'},'errcode':846605,'errmsg':'no'}");
        QCOMPARE(frame->kind, WecomFrame::Kind::Acknowledgement);
        QCOMPARE(frame->code, WecomCode::badRequest);
        frame = wecomFrame("{'cmd':'aibot_event_callback','headers':{'req_id':'e'},"
                                  "'body':{'event':{'eventtype':'disconnected_event'}}}");
        QCOMPARE(frame->event, u"disconnected_event"_s);
        frame = wecomFrame("{'cmd':'from_the_future','headers':{'req_id':'e'}}");
        QCOMPARE(frame->kind, WecomFrame::Kind::Other);
        frame = wecomFrame("{'cmd':'aibot_msg_callback','headers':{'req_id':'R'},"
                                  "'body':{'msgid':'M','chattype':'group','chatid':'c'}}");
        QVERIFY(frame->message.platformId.isEmpty());
        // A raw line break inside a string, as seen in the field.
        frame = wecomFrame("{'cmd':'x\ny','headers':{'req_id':'e'}}");
        QVERIFY(frame);
    }

    void botMention_data()
    {
        QTest::addColumn<QString>("bot");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("left");
        QTest::newRow("named") << u"小禾"_s << u"@小禾 退款"_s << u"退款"_s;
        QTest::newRow("named, thin space") << u"小禾"_s << u"@小禾\u2005退款"_s << u"退款"_s;
        QTest::newRow("name with space") << u"小禾 客服"_s << u"@小禾 客服 退款"_s << u"退款"_s;
        QTest::newRow("longer name") << u"小禾"_s << u"@小禾苗 退款"_s << u"@小禾苗 退款"_s;
        QTest::newRow("somebody else") << u"小禾"_s << u"@张三 退款"_s << u"@张三 退款"_s;
        QTest::newRow("alone") << u"小禾"_s << u"@小禾"_s << QString();
        QTest::newRow("unnamed") << QString() << u"@客服 退款"_s << u"退款"_s;
        QTest::newRow("unnamed, two") << QString() << u"@张三 @客服 退款"_s << u"@张三 @客服 退款"_s;
        QTest::newRow("in the middle") << QString() << u"退款 @客服"_s << u"退款 @客服"_s;
    }

    void botMention()
    {
        QFETCH(QString, bot);
        QFETCH(QString, text);
        QTEST(withoutBotMention(text, bot), "left");
    }

    void mentionNames()
    {
        OutboundMessage message;
        message.text = u"好的"_s;
        message.mentions = {u"u1"_s, u"u2"_s};
        message.mentionNames = {u"张三"_s, u"u2"_s};
        QCOMPARE(withMentionNames(message), u"@张三 好的"_s);
    }

    void splitAtTheLimit()
    {
        QCOMPARE(splitUtf8({}, 10), QStringList{QString()});
        const QString exact(wecomTextBytes, u'x');
        QCOMPARE(splitUtf8(exact, wecomTextBytes).size(), 1);
        QCOMPARE(splitUtf8(exact + u'x', wecomTextBytes).size(), 2);
        // 20480 is no multiple of three: the last character does not fit.
        const auto chinese = splitUtf8(QString(6827, u'退'), wecomTextBytes);
        QCOMPARE(chinese.size(), 2);
        QCOMPARE(chinese.first().size(), 6826);
        QCOMPARE(splitUtf8(u"一二三 四五六"_s, 12), (QStringList{u"一二三 "_s, u"四五六"_s}));
    }

    void splitLosesNothing()
    {
        QRandomGenerator random(testSeed());
        const QStringList letters{u"a"_s, u"é"_s, u"退"_s, u"😀"_s, u" "_s, u"\n"_s,
                                  QString(QChar(0xd83d))};
        for (int round = 0; round < 500; ++round) {
            QString text;
            for (auto left = random.bounded(200); left > 0; --left)
                text += letters.at(random.bounded(int(letters.size())));
            const int limit = random.bounded(4, 60);
            const auto parts = splitUtf8(text, limit);
            QCOMPARE(parts.join(QString()), text);
            for (const auto &part : parts) {
                QVERIFY(part.toUtf8().size() <= limit);
                QVERIFY(part.isEmpty() || !part.front().isLowSurrogate());
            }
        }
    }

    void cqCode()
    {
        const auto segments = parseCqCode(
            u"[CQ:reply,id=99][CQ:at,qq=10001000] &#91;不是码&#93; &amp;#91;,[CQ:image,file=a&#44;b.png]"_s);
        QCOMPARE(segments.size(), 4);
        QCOMPARE(segments.at(0).data.value(u"id"_s), u"99"_s);
        QCOMPARE(segments.at(2).data.value(u"text"_s), u" [不是码] &#91;,"_s);
        QCOMPARE(segments.at(3).data.value(u"file"_s), u"a,b.png"_s);
        const auto hostile = u"[CQ:face,id=1] & 逗号, &#91;"_s;
        const auto back = parseCqCode(escapeCqText(hostile));
        QCOMPARE(back, (QList<OneBotSegment>{{u"text"_s, {{u"text"_s, hostile}}}}));
        QCOMPARE(unescapeCq(escapeCqParameter(hostile)), hostile);
        QCOMPARE(parseCqCode(u"[CQ:at,qq=1"_s).first().type, u"text"_s);
        QVERIFY(parseCqCode(u"[CQ:face,id=1]"_s.repeated(5000)).size() <= maxOneBotSegments);
        QVERIFY(parseCqCode({}).isEmpty());
    }

    void oneBotIdsAreExact()
    {
        const auto message = oneBotMessage("[{'type':'text','data':{'text':'好'}}]");
        QCOMPARE(message.chat, u"9223372036854775807"_s);
        QCOMPARE(message.platformId, u"-2147483648"_s);
        QCOMPARE(message.sender.id, u"42"_s);
        QCOMPARE(oneBotId(u"42"_s), QJsonValue(42));
        QCOMPARE(oneBotId(u"9223372036854775807"_s), QJsonValue(u"9223372036854775807"_s));
        QCOMPARE(oneBotId(u"007"_s), QJsonValue(u"007"_s));
    }

    void oneBotSegments()
    {
        const auto message = oneBotMessage(
            "[{'type':'reply','data':{'id':99}},{'type':'at','data':{'qq':10001000}},"
            "{'type':'text','data':{'text':' 问 '}},{'type':'at','data':{'qq':'43'}},"
            "{'type':'face','data':{'id':'1'}},{'type':'image','data':{'file':'a/b\\\\c.png?x=1'}}]");
        QCOMPARE(message.quotePlatformId, u"99"_s);
        QVERIFY(message.mentionsBot);
        QCOMPARE(message.mentions, QStringList{u"43"_s});
        QCOMPARE(message.text, u"问 @李四[表情]"_s);
        QCOMPARE(message.kind, MessageKind::Mixed);
        QCOMPARE(message.attachments.first().name, u"c.png"_s);
        QCOMPARE(message.sender.name, u"客户张"_s);
        QCOMPARE(message.sender.role, MemberRole::GroupAdmin);
        const auto toAll = oneBotMessage("'[CQ:at,qq=all] 开会'");
        QCOMPARE(toAll.text, u"@全体成员 开会"_s);
        QVERIFY(!toAll.mentionsBot);
        const auto voice = oneBotMessage("'[CQ:record,file=base64://AAAA]'");
        QCOMPARE(voice.kind, MessageKind::Voice);
        QVERIFY(voice.attachments.first().name.isEmpty());
    }

    /** Pictures go with the text, a file alone; the bytes travel in the frame. */
    void oneBotSendsFiles()
    {
        OutboundMessage message;
        message.chat = u"123"_s;
        message.text = u"看"_s;
        message.mentions = QStringList{u"42"_s};
        message.files = {{MessageKind::Image, u"a.png"_s, {}, "\x89PNG\x00\xff"_ba}};
        auto segments = parsed(oneBotSend(message, u"e"_s))[u"params"][u"message"].toArray();
        QCOMPARE(segments.size(), 3);
        QCOMPARE(segments[0][u"type"].toString(), u"at"_s);
        QCOMPARE(segments[1][u"data"][u"text"].toString(), u" 看"_s);
        QCOMPARE(segments[2][u"type"].toString(), u"image"_s);
        QCOMPARE(segments[2][u"data"][u"file"].toString(),
                 u"base64://"_s + QString::fromLatin1("\x89PNG\x00\xff"_ba.toBase64()));
        message = {};
        message.chat = u"123"_s;
        message.files = {{MessageKind::File, u"合同.pdf"_s, {}, "%PDF"_ba}};
        segments = parsed(oneBotSend(message, u"e"_s))[u"params"][u"message"].toArray();
        QCOMPARE(segments.size(), 1);
        QCOMPARE(segments[0][u"type"].toString(), u"file"_s);
        QCOMPARE(segments[0][u"data"][u"name"].toString(), u"合同.pdf"_s);
    }

    void wecomUploads()
    {
        const OutboundFile file{MessageKind::Image, u"a.png"_s, {}, QByteArray(wecomPieceBytes + 1, 'p')};
        QCOMPARE(wecomPieces(file), 2);
        auto body = parsed(wecomUploadBegin(u"r"_s, file))[u"body"].toObject();
        QCOMPARE(body[u"type"].toString(), u"image"_s);
        QCOMPARE(body[u"total_size"].toInteger(), wecomPieceBytes + 1);
        QCOMPARE(body[u"total_chunks"].toInt(), 2);
        QCOMPARE(body[u"md5"].toString().size(), 32);
        body = parsed(wecomUploadPiece(u"r"_s, u"U"_s, file, 1))[u"body"].toObject();
        QCOMPARE(body[u"chunk_index"].toInt(-1), 1);
        QCOMPARE(QByteArray::fromBase64(body[u"base64_data"].toString().toLatin1()), "p"_ba);
        const auto push = parsed(wecomPushMedia(u"r"_s, u"wrA"_s, MessageKind::File, u"M"_s));
        QCOMPARE(push[u"cmd"].toString(), u"aibot_send_msg"_s);
        QCOMPARE(push[u"body"][u"file"][u"media_id"].toString(), u"M"_s);
        const auto answer = wecomFrame("{'headers':{'req_id':'r'},'errcode':0,'errmsg':'ok',"
                                       "'body':{'type':'image','media_id':'M1','created_at':'1'}}");
        QCOMPARE(answer->mediaId, u"M1"_s);
        QCOMPARE(wecomFrame("{'headers':{'req_id':'r'},'errcode':0,'body':{'upload_id':'U1'}}")->uploadId,
                 u"U1"_s);
    }

    void oneBotSends()
    {
        OutboundMessage message;
        message.chat = u"7001"_s;
        message.text = u"[CQ:at,qq=all] 好的"_s;
        message.mentions = {u"42"_s};
        message.quotePlatformId = u"101"_s;
        auto frame = parsed(oneBotSend(message, u"e"_s));
        QCOMPARE(frame[u"action"].toString(), u"send_group_msg"_s);
        const auto segments = frame[u"params"].toObject()[u"message"].toArray();
        QCOMPARE(segments.size(), 3);
        // As a segment of type text: what a customer's words would do in a CQ string, they do not here.
        QCOMPARE(segments.at(2).toObject()[u"data"].toObject()[u"text"].toString(),
                 u" [CQ:at,qq=all] 好的"_s);
        message.chat = privateChat(u"42"_s);
        frame = parsed(oneBotSend(message, u"e"_s));
        QCOMPARE(frame[u"action"].toString(), u"send_private_msg"_s);
        QCOMPARE(frame[u"params"].toObject()[u"user_id"].toInt(), 42);
        QCOMPARE(frame[u"params"].toObject()[u"message"].toArray().size(), 2);
    }

    void hostileFrames()
    {
        PlatformJson json;
        const auto deep = QByteArray("[").repeated(100000);
        const QList<QByteArray> frames{
            {}, "null", "[]", "\xff\xfe", "{", "{'cmd':5}", deep, "{'a':" + deep,
            "{'cmd':'aibot_msg_callback','body':[]}",
            "{'cmd':'aibot_msg_callback','headers':7,'body':{'from':'x','msgid':{}}}",
            "{'post_type':'message','message':{'type':[],'data':3},'user_id':1.5}",
            "{'post_type':'message','message_type':'group','user_id':1,'group_id':2,"
            "'message_id':99999999999999999999999999}",
            "{'retcode':'x','echo':{'a':1},'data':[1,'a',null]}",
            "{'post_type':'meta_event','meta_event_type':'heartbeat','interval':-5,'status':0}",
            "{'a':1,'a':2}"};
        for (const auto &text : frames) {
            const auto frame = quoted(text);
            const auto wecom = decodeWecom(json, frame, {});
            QVERIFY(!wecom || wecom->message.platformId.isEmpty());
            const auto oneBot = decodeOneBot(json, frame);
            QVERIFY(!oneBot || oneBot->message.platformId.isEmpty());
        }
        QVERIFY(!decodeWecom(json, QByteArray(PlatformJson::maxBytes + 1, ' '), {}));
    }

    /** A real frame with bytes changed: anything may come out, nothing may break. */
    void mutatedFrames()
    {
        QRandomGenerator random(testSeed());
        const QList<QByteArray> originals{
            wecomCallback("'msgtype':'text','text':{'content':'@客服 我要退款'}"),
            groupMessage("'[CQ:at,qq=10001000] 问 [CQ:image,file=a.png]'"),
            groupMessage("[{'type':'reply','data':{'id':'99'}},{'type':'text','data':{'text':'x'}}]")};
        PlatformJson json;
        for (int round = qEnvironmentVariableIsSet("QUNTAI_SOAK") ? 200000 : 20000; round > 0; --round) {
            auto frame = originals.at(round % originals.size());
            for (int changes = random.bounded(1, 6); changes > 0; --changes)
                frame[random.bounded(int(frame.size()))] = char(random.bounded(256));
            (void)decodeWecom(json, frame, u"客服"_s);
            auto decoded = decodeOneBot(json, frame);
            if (decoded)
                applySegments(decoded->message, decoded->segments, decoded->self,
                              [](const QString &) { return QString(); });
        }
    }
};

QTEST_GUILESS_MAIN(TestPlatformFrames)
#include "tst_platformframes.moc"
