// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/correctionmodel.h"
#include "models/items/overlaps.h"
#include "models/items/studiomodel.h"
#include "tests/models/common/seed.h"
#include "tests/models/items/scribe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

/** Writes the control stream as a backend would. */
struct Keeper
{
    ScriptedSession &session;
    qint64 seq = 0;

    Event event(EventData data)
    {
        ++seq;
        return {u"c0"_s, seq, seq - 1, {1'764'000'000'000 + seq * 1000}, {}, {}, std::move(data)};
    }
    void write(EventData data) { session.feed({event(std::move(data))}); }
};

Entry entryOf(const QString &id, const QString &category, const QString &question, int version = 1)
{
    Entry entry;
    entry.id = {id};
    entry.version = version;
    entry.category = category;
    entry.question = question;
    entry.answer = u"答："_s + question;
    entry.changedBy = {u"u-1"_s};
    return entry;
}

KnowledgeChanged changed(const Entry &entry, EntryChange change = EntryChange::Put)
{
    return {entry, change, {u"u-1"_s}, {}, {}, {}};
}

KnowledgeDrafted drafted(Entry entry, int revision, EntryState state = EntryState::Draft)
{
    entry.state = state;
    return {{entry, revision, {}}, {u"u-1"_s}, false};
}

QStringList linesOf(const StudioModel &model)
{
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const auto row = model.index(i).data(StudioModel::Value).value<StudioRow>();
        lines.append(row.header ? u"#%1 %2"_s.arg(row.category).arg(row.count) : row.title);
    }
    return lines;
}

} // namespace

class TestStudioModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesByCategory();
    void filterAndFold();
    void draftsAndCorrectionsShow();
    void correctionsNewestFirst();
    void randomChangesNeverReset();
    void overlapsAreFound();
};

void TestStudioModels::entriesByCategory()
{
    ScriptedSession session;
    StudioModel model(&session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Keeper keeper{session};
    keeper.write(changed(entryOf(u"k-2"_s, u"物流"_s, u"包邮吗"_s)));
    keeper.write(changed(entryOf(u"k-1"_s, u"售后"_s, u"怎么退"_s)));
    keeper.write(changed(entryOf(u"k-3"_s, u"售后"_s, u"多久到"_s)));
    QCOMPARE(linesOf(model), (QStringList{u"#售后 2"_s, u"多久到"_s, u"怎么退"_s, u"#物流 1"_s,
                                          u"包邮吗"_s}));
    QCOMPARE(model.categories(), (QStringList{u"售后"_s, u"物流"_s}));
    QVERIFY(model.indexOf({u"k-3"_s}).isValid());
    QVERIFY(!model.indexOf({u"none"_s}).isValid());
    // A new title moves its row; nothing else is told to move.
    Told told(&model);
    keeper.write(changed(entryOf(u"k-1"_s, u"物流"_s, u"怎么退"_s, 2)));
    QCOMPARE(linesOf(model), (QStringList{u"#售后 1"_s, u"多久到"_s, u"#物流 2"_s, u"包邮吗"_s,
                                          u"怎么退"_s}));
    QCOMPARE(told.resets.size(), 0);
}

void TestStudioModels::filterAndFold()
{
    ScriptedSession session;
    StudioModel model(&session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Keeper keeper{session};
    auto refund = entryOf(u"k-1"_s, u"售后"_s, u"怎么退"_s);
    refund.similar = {u"我要 Refund"_s};
    keeper.write(changed(refund));
    keeper.write(changed(entryOf(u"k-2"_s, u"物流"_s, u"包邮吗"_s)));
    model.setCollapsed(u"售后"_s, true);
    QCOMPARE(linesOf(model), (QStringList{u"#售后 1"_s, u"#物流 1"_s, u"包邮吗"_s}));
    model.setWords(u"refund 我要"_s);
    QCOMPARE(linesOf(model), (QStringList{u"#售后 1"_s, u"怎么退"_s}));
    model.setWords(u"答：包邮"_s);
    QCOMPARE(linesOf(model), (QStringList{u"#物流 1"_s, u"包邮吗"_s}));
    model.setWords({});
    model.setState(EntryState::Retired);
    QCOMPARE(model.entryCount(), 0);
    QCOMPARE(model.allCount(), 2);
    refund.state = EntryState::Retired;
    ++refund.version;
    keeper.write(changed(refund, EntryChange::Retired));
    QCOMPARE(model.entryCount(), 1);
}

void TestStudioModels::draftsAndCorrectionsShow()
{
    ScriptedSession session;
    StudioModel model(&session);
    Keeper keeper{session};
    const auto live = entryOf(u"k-1"_s, u"售后"_s, u"怎么退"_s, 3);
    keeper.write(changed(live));
    auto draft = live;
    draft.question = u"怎么申请退款"_s;
    keeper.write(drafted(draft, 1, EntryState::Review));
    keeper.write(drafted(entryOf(u"k-2"_s, u"售后"_s, u"新的"_s, 0), 1));
    QCOMPARE(model.allCount(), 2);
    auto row = model.indexOf({u"k-1"_s}).data(StudioModel::Value).value<StudioRow>();
    QCOMPARE(row.title, draft.question);
    QCOMPARE(row.state, EntryState::Review);
    QCOMPARE(row.version, 3);
    QVERIFY(row.drafted);
    row = model.indexOf({u"k-2"_s}).data(StudioModel::Value).value<StudioRow>();
    QCOMPARE(row.version, 0);
    model.setWords(u"怎么退"_s);  // what the bot still uses is found too
    QCOMPARE(model.entryCount(), 1);
    model.setWords({});
    auto published = draft;
    published.version = 4;
    keeper.write(changed(published, EntryChange::Published));
    row = model.indexOf({u"k-1"_s}).data(StudioModel::Value).value<StudioRow>();
    QVERIFY(!row.drafted);
    QCOMPARE(row.state, EntryState::Live);
    published.version = 5;
    keeper.write(changed(published, EntryChange::Corrected));
    row = model.indexOf({u"k-1"_s}).data(StudioModel::Value).value<StudioRow>();
    QCOMPARE(row.corrections, 1);
}

void TestStudioModels::correctionsNewestFirst()
{
    ScriptedSession session;
    CorrectionModel model(&session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Keeper keeper{session};
    for (const auto &id : {u"k-1"_s, u"k-2"_s, u"k-1"_s}) {
        const int version = session.state().entries.value({id}).version + 1;
        KnowledgeChanged corrected = changed(entryOf(id, {}, id, version), EntryChange::Corrected);
        corrected.question = u"客户问的"_s;
        keeper.write(corrected);
    }
    QCOMPARE(model.rowCount(), 2);
    const auto row = model.index(0).data(CorrectionModel::Value).value<CorrectionRow>();
    QCOMPARE(row.correction.entry.value, u"k-1"_s);
    QCOMPARE(row.correction.cases.size(), 2);
    QCOMPARE(row.correction.before.version, 0);
    QCOMPARE(row.version, 2);
    keeper.write(KnowledgeAccepted{{u"k-1"_s}, 1, {}});
    QCOMPARE(model.rowCount(), 2);  // a newer one has not been looked at
    keeper.write(KnowledgeAccepted{{u"k-1"_s}, 2, {}});
    QCOMPARE(model.rowCount(), 1);
    keeper.write(changed(entryOf(u"k-2"_s, {}, u"改过"_s, 2)));
    QCOMPARE(model.rowCount(), 0);
}

void TestStudioModels::randomChangesNeverReset()
{
    ScriptedSession session;
    StudioModel model(&session);
    CorrectionModel corrections(&session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester other(&corrections,
                                   QAbstractItemModelTester::FailureReportingMode::QtTest);
    Told told(&model);
    Dice dice(seed());
    Keeper keeper{session};
    for (int i = 0; i < rounds(300, 5000); ++i) {
        const auto id = u"k-%1"_s.arg(dice.below(12));
        auto entry = entryOf(id, u"类%1"_s.arg(dice.below(3)), u"问%1"_s.arg(dice.below(50)),
                             session.state().entries.value({id}).version + 1);
        switch (dice.below(5)) {
        case 0: keeper.write(drafted(entry, i + 1)); break;
        case 1: keeper.write(changed(entry, EntryChange::Corrected)); break;
        case 2: keeper.write(changed(entry, EntryChange::Published)); break;
        case 3: model.setCollapsed(entry.category, dice.chance(50)); break;
        default: keeper.write(changed(entry));
        }
        if (dice.chance(10))
            model.setWords(dice.chance(50) ? QString() : QString::number(dice.below(9)));
    }
    QCOMPARE(told.resets.size(), 0);
    StudioModel fresh(&session);
    model.setWords({});
    for (const auto &category : model.categories() + QStringList{QString()})
        model.setCollapsed(category, false);
    QCOMPARE(linesOf(model), linesOf(fresh));
}

void TestStudioModels::overlapsAreFound()
{
    ScriptedSession session;
    Overlaps overlaps(&session);
    Keeper keeper{session};
    auto one = entryOf(u"k-1"_s, {}, u"退款多久能到账"_s);
    one.similar = {u"信用卡退款几天到账"_s};
    keeper.write(changed(one));
    keeper.write(changed(entryOf(u"k-2"_s, {}, u"包邮吗"_s)));
    const auto found = overlaps.nearest(u"信用卡退款几天能到账"_s, {u"k-2"_s});
    QVERIFY(found);
    QCOMPARE(found->entry.value, u"k-1"_s);
    QCOMPARE(found->phrasing, u"信用卡退款几天到账"_s);
    QVERIFY(found->likeness >= Overlaps::leastLikeness && found->likeness < 1000);
    QCOMPARE(overlaps.nearest(u"退款多久能到账！"_s, {u"k-2"_s})->likeness, 1000);
    QVERIFY(!overlaps.nearest(u"信用卡退款几天能到账"_s, {u"k-1"_s}));
    QVERIFY(!overlaps.nearest(u"在吗"_s, {}));
    one.state = EntryState::Retired;
    ++one.version;
    keeper.write(changed(one));
    QVERIFY(!overlaps.nearest(u"退款多久能到账"_s, {}));
    // A big knowledge base is read bit by bit.
    QList<Event> many;
    for (int i = 0; i < 5 * Overlaps::slice; ++i)
        many.append(keeper.event(changed(entryOf(u"m-%1"_s.arg(i), {}, u"第 %1 问礼品卡"_s.arg(i)))));
    session.feed(many);
    Overlaps big(&session);
    QSignalSpy ready(&big, &Overlaps::ready);
    QVERIFY(!big.nearest(u"第 300 问礼品卡"_s, {}));
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(big.nearest(u"第 300 问礼品卡"_s, {})->entry.value, u"m-300"_s);
    // So is what changes all at once.
    for (auto &event : many)
        event = keeper.event(event.data);
    session.feed(many);
    QVERIFY(!big.nearest(u"第 300 问礼品卡"_s, {}));
    QTRY_COMPARE(ready.size(), 2);
    QVERIFY(big.nearest(u"第 300 问礼品卡"_s, {}));
}

QTEST_GUILESS_MAIN(TestStudioModels)
#include "tst_studiomodels.moc"
