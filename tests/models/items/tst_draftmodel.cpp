// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/draftmodel.h"
#include "tests/models/items/scribe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestDraftModel : public QObject
{
    Q_OBJECT

private:
    ScriptedSession m_session;
    Scribe m_scribe{m_session};

    static QStringList ids(const DraftModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row).data(DraftModel::Id).value<DraftId>().value);
        return all;
    }
    void draft(const QString &id, const TopicId &topic, const MessageId &answers)
    {
        DraftMade made;
        made.draft = {id};
        made.author = {AuthorKind::Bot, {}, u"小禾"_s};
        made.text = u"您好"_s;
        made.answers = answers;
        made.entry = {u"k-1"_s};
        made.entryVersion = 1;
        made.review = true;
        m_scribe.write(made, topic);
    }
    MessageId ask(const TopicId &topic, qint64 afterMs = 1000)
    {
        m_scribe.open(topic);
        m_scribe.now += afterMs;
        return m_scribe.say(u"退款多久到账"_s, u"王阿姨"_s, topic);
    }

private Q_SLOTS:
    void initTestCase() { m_scribe.group(); }

    void dueFirst()
    {
        DraftModel model(&m_session);
        QAbstractItemModelTester tester(&model);
        const TopicId early{u"t-1"_s};
        const TopicId late{u"t-2"_s};
        const auto first = ask(early);
        const auto second = ask(late, 60'000);
        draft(u"d-late"_s, late, second);
        draft(u"d-early"_s, early, first);
        QCOMPARE(ids(model), (QStringList{u"d-early"_s, u"d-late"_s}));
        const auto row = model.index(0).data(DraftModel::Row).value<DraftRow>();
        QCOMPARE(row.askerName, u"王阿姨"_s);
        QCOMPARE(row.dueAt, row.topic.waitingSince.plusSeconds(300));
        QVERIFY(!row.overtaken);
    }

    void holdsTheOrder()
    {
        DraftModel model(&m_session);
        QAbstractItemModelTester tester(&model);
        model.setHoldOrder(true);
        // Nothing is owed in t-1 any more: it would go to the end.
        MessageQueued reply;
        reply.message = {u"m-reply"_s};
        reply.author = {AuthorKind::Agent, u"u-2"_s, u"周敏"_s};
        reply.text = u"明天到"_s;
        m_scribe.write(reply, {u"t-1"_s});
        QCOMPARE(ids(model), (QStringList{u"d-early"_s, u"d-late"_s}));
        draft(u"d-new"_s, {u"t-1"_s}, {});
        QCOMPARE(ids(model), (QStringList{u"d-early"_s, u"d-late"_s, u"d-new"_s}));
        model.setHoldOrder(false);
        QCOMPARE(ids(model), (QStringList{u"d-late"_s, u"d-early"_s, u"d-new"_s}));
        QVERIFY(model.indexOf({u"d-early"_s}).data(DraftModel::Overtaken).toBool());
    }

    void noticesAChangedSource()
    {
        DraftModel model(&m_session);
        QAbstractItemModelTester tester(&model);
        Entry entry;
        entry.id = {u"k-1"_s};
        entry.version = 2;
        m_scribe.write(KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}});
        QVERIFY(model.index(0).data(DraftModel::SourceChanged).toBool());
        m_scribe.write(DraftWithdrawn{{u"d-late"_s}, u"approved"_s, {}}, {u"t-2"_s});
        QCOMPARE(model.rowCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TestDraftModel)
#include "tst_draftmodel.moc"
