// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/ledgerfiles.h"
#include "tests/backend/gateway/gatewayrig.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

/** What consoles look up at the backend: search, verification of the ledger. */
class TestLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = GatewayRig::withPeople(); }
    void cleanup() { m_rig.reset(); }
    void findsWhatWasSaid();
    void findsOnlyInMyGroups();
    void whispersAreFoundByTheirOwn();
    void caseAndQuotesDoNotMatter();
    void pagesToTheBeginning();
    void findsWhatWasReadAndSpoken();
    void refusesNothingToLookFor();
    void verifiesTheLedger();
    void tellsWhatIsDamaged();
    void onlyAdminsVerify();
    void tellsAnEntrysPast();
    void triesAQuestionWithoutATrace();
    void previewsAFlowWithoutATrace();

private:
    QStringList found(TestConsole &console, const SearchParams &params);
    void say(const QString &group, const QStringList &texts);

    std::unique_ptr<GatewayRig> m_rig;
};

void TestLookups::say(const QString &group, const QStringList &texts)
{
    QList<NewEvent> events;
    for (const auto &text : texts)
        events.append(said(group, text));
    const auto before = m_rig->committed.size();
    m_rig->record(events);
    QTRY_VERIFY(m_rig->committed.size() >= before + texts.size());
}

QStringList TestLookups::found(TestConsole &console, const SearchParams &params)
{
    QStringList texts;
    const auto result = objectOf(console.call(u"search.query"_s, params));
    for (const auto &hit : result[u"hits"].toArray())
        texts.append(hit[u"text"].toString());
    return texts;
}

void TestLookups::findsWhatWasSaid()
{
    say(u"w/a"_s, {u"退款多久到"_s, u"今天有荔枝吗"_s, u"我要退款"_s});
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    QCOMPARE(found(*boss, {u"退款"_s, {}, 0, 50}), (QStringList{u"我要退款"_s, u"退款多久到"_s}));
    QCOMPARE(found(*boss, {u"没人说过"_s, {}, 0, 50}), QStringList());
    const auto hit = objectOf(boss->call(u"search.query"_s, SearchParams{u"荔枝"_s, {}, 0, 50}))
                         [u"hits"][0].toObject();
    QCOMPARE(hit[u"group"].toString(), u"w/a"_s);
    QCOMPARE(hit[u"author"][u"name"].toString(), u"某人"_s);
    QVERIFY(hit[u"seq"].toInteger() > 0);
}

void TestLookups::findsOnlyInMyGroups()
{
    say(u"w/a"_s, {u"退款甲"_s});
    say(u"w/b"_s, {u"退款乙"_s});
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QCOMPARE(found(*agent, {u"退款"_s, {}, 0, 50}), QStringList{u"退款甲"_s});
    QCOMPARE(found(*agent, {u"退款"_s, {u"w/b"_s}, 0, 50}), QStringList());
    const auto admin = m_rig->signedIn(u"u-admin"_s);
    QCOMPARE(found(*admin, {u"退款"_s, {}, 0, 50}), (QStringList{u"退款乙"_s, u"退款甲"_s}));
    QCOMPARE(found(*admin, {u"退款"_s, {u"w/b"_s}, 0, 50}), QStringList{u"退款乙"_s});
}

void TestLookups::whispersAreFoundByTheirOwn()
{
    NoteAdded whisper;
    whisper.note = {u"n-1"_s};
    whisper.author = {AuthorKind::Agent, u"u-boss"_s, u"主管"_s};
    whisper.text = u"别答应赔钱"_s;
    whisper.whisperTo = {u"u-other"_s};
    m_rig->record({{{u"w/a"_s}, {}, whisper}});
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    QTRY_COMPARE(found(*boss, {u"赔钱"_s, {}, 0, 50}), QStringList{whisper.text});
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QCOMPARE(found(*agent, {u"赔钱"_s, {}, 0, 50}), QStringList());
}

void TestLookups::caseAndQuotesDoNotMatter()
{
    say(u"w/a"_s, {u"买了 iPhone"_s, u"他说\"快点\\马上\""_s, u"单号 2206"_s});
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    QCOMPARE(found(*boss, {u" IPHONE "_s, {}, 0, 50}).size(), 1);
    QCOMPARE(found(*boss, {u"\"快点\\"_s, {}, 0, 50}).size(), 1);
    QCOMPARE(found(*boss, {u"2206"_s, {}, 0, 50}).size(), 1);
}

void TestLookups::pagesToTheBeginning()
{
    QStringList texts;
    for (int i = 0; i < 3000; ++i)
        texts.append(i % 100 ? u"闲聊 %1"_s.arg(i) : u"退款 %1"_s.arg(i));
    say(u"w/a"_s, texts);
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    QStringList all;
    SearchParams params{u"退款"_s, {}, 0, 7};
    for (int page = 0; page < 100; ++page) {
        const auto result = objectOf(boss->call(u"search.query"_s, params));
        for (const auto &hit : result[u"hits"].toArray())
            all.prepend(hit[u"text"].toString());
        params.before = result[u"next"].toInteger();
        if (!result[u"more"].toBool())
            break;
    }
    QCOMPARE(all, texts.filter(u"退款"_s));
}

/** Words in pictures and transcripts are found as what they are, under the name of who sent them. */
void TestLookups::findsWhatWasReadAndSpoken()
{
    auto shown = said(u"w/a"_s, {});
    auto &picture = std::get<MessageReceived>(shown.data);
    picture.attachments = {{MessageKind::Image, u"a.png"_s, u"hash"_s, 5, {}, {}}};
    auto spoken = said(u"w/a"_s, {});
    std::get<MessageReceived>(spoken.data).attachments
        = {{MessageKind::Voice, {}, {}, 0, u"荔枝什么时候到"_s, {}}};
    const NewEvent read{{u"w/a"_s}, {}, MessageRead{picture.message, 0, u"已签收\n顺丰快递"_s, 90}};
    const NewEvent other{{u"w/b"_s}, {}, MessageRead{{u"m-b"_s}, 0, u"顺丰快递"_s, 90}};
    const auto before = m_rig->committed.size();
    m_rig->record({shown, spoken, read, other});
    QTRY_VERIFY(m_rig->committed.size() >= before + 4);
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    const auto find = [&](const QString &text) {
        return objectOf(agent->call(u"search.query"_s, SearchParams{text, {}, 0, 50}))[u"hits"].toArray();
    };
    const auto hits = find(u"顺丰"_s);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0][u"from"].toString(), u"image"_s);
    QCOMPARE(hits[0][u"message"].toString(), picture.message.value);
    QCOMPARE(hits[0][u"author"][u"name"].toString(), u"某人"_s);
    const auto heard = find(u"荔枝"_s);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard[0][u"from"].toString(), u"voice"_s);
}

void TestLookups::refusesNothingToLookFor()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    for (const auto &text : {u""_s, u"  "_s, QString(201, u'长')}) {
        const auto refused = boss->call(u"search.query"_s, SearchParams{text, {}, 0, 50});
        QCOMPARE(refused.error_or(Error{}).kind, ErrorKind::InvalidParams);
    }
}

void TestLookups::verifiesTheLedger()
{
    say(u"w/a"_s, {u"一"_s, u"二"_s});
    const auto admin = m_rig->signedIn(u"u-admin"_s);
    const auto result = objectOf(admin->call(u"audit.verify"_s));
    QVERIFY2(result[u"good"].toBool(), qPrintable(result[u"fault"].toString()));
    QMap<QString, qint64> events;
    for (const auto &stream : result[u"streams"].toArray()) {
        events.insert(stream[u"stream"].toString(), stream[u"events"].toInteger());
        QCOMPARE(stream[u"head"].toString().size(), 64);
    }
    QCOMPARE(events.value(u"p0"_s), m_rig->stored(u"p0"_s).size());
    QVERIFY(events.value(u"c0"_s) >= 3);
}

void TestLookups::tellsWhatIsDamaged()
{
    const LedgerFiles files{m_rig->dir.filePath(u"data"_s)};
    QFile anchors(files.anchors());
    QVERIFY(anchors.open(QFile::WriteOnly | QFile::Append) && anchors.write("nonsense\n") > 0);
    anchors.close();
    const auto admin = m_rig->signedIn(u"u-admin"_s);
    const auto result = objectOf(admin->call(u"audit.verify"_s));
    QVERIFY(!result[u"good"].toBool());
    QVERIFY2(result[u"fault"].toString().contains(files.anchors()),
             qPrintable(result[u"fault"].toString()));
}

void TestLookups::onlyAdminsVerify()
{
    for (const auto &user : {u"u-agent"_s, u"u-boss"_s}) {
        const auto console = m_rig->signedIn(user);
        QCOMPARE(console->call(u"audit.verify"_s).error_or(Error{}).kind, ErrorKind::Forbidden);
        QCOMPARE(console->run(EraseData{u"w/someone"_s}).error_or(Error{}).kind,
                 ErrorKind::Forbidden);
    }
}

void TestLookups::tellsAnEntrysPast()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    Entry entry;
    entry.id = {u"k-1"_s};
    entry.question = u"有没有礼品卡"_s;
    for (int version = 0; version < 60; ++version) {
        entry.version = version;
        entry.answer = u"第 %1 版"_s.arg(version + 1);
        QVERIFY(boss->run(PutEntry{entry}));
        if (version == 30)
            QVERIFY(boss->run(PutEntry{{{u"k-2"_s}, 0, EntryState::Live, {}, u"别的"_s, {},
                                        u"别的"_s, Risk::Low, {}, {}, {}}}));
    }
    QList<int> versions;
    EntryHistoryParams params{entry.id, 0};
    for (int page = 0; page < 10; ++page) {
        const auto result = objectOf(boss->call(u"knowledge.history"_s, params));
        for (const auto &version : result[u"versions"].toArray()) {
            versions.prepend(version[u"entry"][u"version"].toInt());
            QCOMPARE(version[u"by"].toString(), u"u-boss"_s);
        }
        params.before = result[u"next"].toInteger();
        if (!result[u"more"].toBool())
            break;
    }
    QCOMPARE(versions.size(), 60);
    for (int i = 0; i < 60; ++i)
        QCOMPARE(versions.at(i), i + 1);
    const auto none = objectOf(boss->call(u"knowledge.history"_s, EntryHistoryParams{{u"x"_s}, 0}));
    QVERIFY(none[u"versions"].toArray().isEmpty());
    QVERIFY(!none[u"more"].toBool());
}

void TestLookups::triesAQuestionWithoutATrace()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    Entry draft;
    draft.question = u"有没有礼品卡"_s;
    draft.answer = u"有的。"_s;
    const auto before = m_rig->stored(u"c0"_s).size() + m_rig->stored(u"p0"_s).size();
    const auto trial = objectOf(
        boss->call(u"knowledge.test"_s, TrialQuestion{u"有礼品卡吗"_s, {u"w/a"_s}, {}, draft}));
    QCOMPARE(trial[u"rank"].toInt(), 1);
    QCOMPARE(trial[u"askedNearest"].toString(), draft.question);
    const auto live
        = objectOf(boss->call(u"knowledge.test"_s, TrialQuestion{u"有礼品卡吗"_s, {}, {}, {}}));
    QVERIFY(live[u"verdict"][u"candidates"].toArray().isEmpty());
    QCOMPARE(m_rig->stored(u"c0"_s).size() + m_rig->stored(u"p0"_s).size(), before);
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QCOMPARE(agent->call(u"knowledge.test"_s, TrialQuestion{u"在吗"_s, {}, {}, {}})
                 .error_or(Error{}).kind,
             ErrorKind::Forbidden);
    QCOMPARE(boss->call(u"knowledge.test"_s, TrialQuestion{u" "_s, {}, {}, {}})
                 .error_or(Error{}).kind,
             ErrorKind::InvalidParams);
}

void TestLookups::previewsAFlowWithoutATrace()
{
    Flow flow;
    flow.id = {u"hello"_s};
    flow.name = u"欢迎"_s;
    flow.text = u"欢迎来到{{群名}}"_s;
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    const auto before = m_rig->stored(u"c0"_s).size() + m_rig->stored(u"p0"_s).size();
    const auto preview
        = objectOf(boss->call(u"flow.preview"_s, FlowQuestion{flow, {u"w/a"_s}, {}}));
    QVERIFY(preview[u"text"].toString().contains(u"欢迎来到"_s));
    QCOMPARE(m_rig->stored(u"c0"_s).size() + m_rig->stored(u"p0"_s).size(), before);
    const auto refusal = [](const auto &answer) { return answer.error_or(Error{}).kind; };
    QCOMPARE(refusal(boss->call(u"flow.preview"_s, FlowQuestion{flow, {}, {}})),
             ErrorKind::Forbidden);
    flow.text.clear();
    QCOMPARE(refusal(boss->call(u"flow.preview"_s, FlowQuestion{flow, {u"w/a"_s}, {}})),
             ErrorKind::InvalidParams);
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QCOMPARE(refusal(agent->call(u"flow.preview"_s, FlowQuestion{flow, {u"w/a"_s}, {}})),
             ErrorKind::Forbidden);
    QCOMPARE(refusal(agent->run(PutFlow{flow})), ErrorKind::Forbidden);
}

QTEST_GUILESS_MAIN(TestLookups)
#include "tst_lookups.moc"
