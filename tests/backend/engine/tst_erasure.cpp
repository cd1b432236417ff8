// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/verify.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/engine/erasureservice.h"

#include <QTemporaryDir>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

/** What a person asked to be erased is gone from the ledger, and the chain still holds. */
class TestErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesAPerson();
    void erasesByCustomer();
    void isRefusedWhileATopicIsOpen();
    void isRefusedForNobody();
    void goesOnAfterACrash();

private:
    /** Two people and what the bot made of them; all topics ended. */
    void live(Service &service);
    void talkInside(Service &service, const TopicId &topic);
};

void TestErasure::live(Service &service)
{
    service.say(u"1"_s, u"haiyan"_s, secret + u"，退款多久能到账？"_s, u"aa"_s);
    service.say(u"2"_s, u"wang"_s, u"怎么开发票"_s, u"bb"_s);
    service.say(u"3"_s, u"haiyan"_s, u"转人工"_s, u"bb"_s);
    QTRY_COMPARE(service.all<MessageReceived>().size(), 3);
    const auto topics = service.state()->topics;
    for (const auto &topic : topics) {
        const auto claimed = service.run(ClaimTopic{topic.id, topic.version + 1000});
        QVERIFY2(claimed, qPrintable(claimed.error_or(Error{}).message));
        const auto fence = service.state()->topics.value(topic.id).lease->fence;
        if (topic.asker.value == haiyan)
            talkInside(service, topic.id);
        QVERIFY(service.run(ResolveTopic{topic.id, fence}));
    }
}

/** Words of colleagues about a person are that person's as well. */
void TestErasure::talkInside(Service &service, const TopicId &topic)
{
    SuggestionJudged judged;
    judged.entry = {u"k-1"_s};
    judged.detail = secret;
    judged.by = {u"u-admin"_s};
    const QList<NewEvent> talk{
        {GroupId{group}, topic, HelpAsked{{u"u-admin"_s}, {}, {}, {}, secret}},
        {GroupId{group}, topic, GuestChanged{{u"u-zhou"_s}, u"周岚"_s, GuestState::Invited,
                                             {u"u-admin"_s}, {}, secret}},
        {GroupId{group}, topic, judged}};
    service.engine->record(talk);
    QTRY_COMPARE(service.state()->suggestions.size(), 1);
}

void TestErasure::erasesAPerson()
{
    QTemporaryDir folder;
    const auto data = folder.filePath(u"data"_s);
    {
        Service service(data);
        live(service);
        const auto done = service.run(EraseData{haiyan});
        QVERIFY2(done, qPrintable(done.error_or(Error{}).message));
        QTRY_COMPARE(service.blobs, QStringList{u"aa"_s});  // the other one is Wang's too
        const auto erased = service.all<DataErased>();
        QVERIFY(!erased.isEmpty());
        QCOMPARE(erased.first().subject, haiyan);
        QCOMPARE(erased.first().by.value, u"u-admin"_s);
        // A second time there is nothing left.
        QCOMPARE(service.run(EraseData{haiyan}).error_or(Error{}).kind, ErrorKind::NotFound);
        const auto &members = service.state()->groups.value(group).members;
        QVERIFY(!members.contains({haiyan}));
        QVERIFY(members.contains({u"wx/wang"_s}));
    }
    QCOMPARE(filesWith(data, secret), QStringList());
    QCOMPARE(filesWith(data, u"名字haiyan"_s), QStringList());
    const auto report = verifyLedger({data});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(report->streams.last().erased > 2);
    Service again(data);
    const auto state = again.state();
    for (const auto &message : state->groups.value(group).recent)
        QVERIFY(message->author.id != haiyan);
}

void TestErasure::erasesByCustomer()
{
    QTemporaryDir folder;
    const auto data = folder.filePath(u"data"_s);
    {
        Service service(data);
        Customer customer;
        customer.id = {u"c-haiyan"_s};
        customer.name = u"海燕本名"_s;
        service.engine->record({{{}, {}, CustomerChanged{customer}}});
        live(service);
        QVERIFY(service.run(EraseData{u"c-haiyan"_s}));
        QTRY_COMPARE(service.blobs.size(), 1);
        QVERIFY(!service.state()->customers.contains(customer.id));
    }
    QCOMPARE(filesWith(data, u"海燕本名"_s), QStringList());
    QCOMPARE(filesWith(data, secret), QStringList());
    QVERIFY(verifyLedger({data}));
}

void TestErasure::isRefusedWhileATopicIsOpen()
{
    QTemporaryDir folder;
    Service service(folder.filePath(u"data"_s));
    service.say(u"1"_s, u"haiyan"_s, u"转人工"_s);
    QTRY_COMPARE(service.all<TopicOpened>().size(), 1);
    const auto refused = service.run(EraseData{haiyan});
    QCOMPARE(refused.error_or(Error{}).kind, ErrorKind::Conflict);
    QVERIFY(refused.error().data.contains(u"topics"_s));
    QVERIFY(service.all<DataErased>().isEmpty());
}

void TestErasure::isRefusedForNobody()
{
    QTemporaryDir folder;
    Service service(folder.filePath(u"data"_s));
    live(service);
    for (const auto &subject : {u""_s, u"wx/nobody"_s})
        QCOMPARE(service.run(EraseData{subject}).error_or(Error{}).kind, ErrorKind::NotFound);
}

/** The event is on disk, the payloads are too: a start finishes what was begun. */
void TestErasure::goesOnAfterACrash()
{
    QTemporaryDir folder;
    const auto data = folder.filePath(u"data"_s);
    {
        Service service(data);
        live(service);
    }
    {
        auto ledger = ledgerIn(data);
        QVERIFY(ledger->load());
        qint64 theirs = 0;
        const auto events = ledger->read(u"p0"_s, 0, 1000, 1 << 30).value();
        for (const auto &event : events) {
            if (event.data.contains(secret.toUtf8()) && event.type == u"message.received")
                theirs = event.seq;
        }
        const auto head = ledger->head(u"p0"_s).value();
        Batch batch;
        batch.events.append({u"p0"_s, head + 1, head, {QDateTime::currentMSecsSinceEpoch() + 1000},
                             group, {}, DataErased{haiyan, {theirs}, {}}});
        QVERIFY(ledger->append(batch));
    }
    {
        Service service(data);
        QTRY_COMPARE(service.blobs, QStringList{u"aa"_s});
        QVERIFY(service.state());
    }
    const auto report = verifyLedger({data});
    QVERIFY(report);
    QCOMPARE(report->streams.last().erased, 1);
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
