// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/bigrams.h"
#include "models/storage/cachestore.h"
#include "models/storage/transaction.h"
#include "tests/models/common/story.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

MessagePtr message(int number, const QString &text, const QString &group = u"wecom/g0"_s)
{
    Message one;
    one.id = {u"%1/m-%2"_s.arg(group).arg(number)};
    one.seq = number;
    one.at = {1'764'000'000'000 + number / 3};
    one.group = {group};
    one.author = {AuthorKind::Member, u"wecom/c1"_s, u"李海燕"_s};
    one.text = text;
    return std::make_shared<const Message>(one);
}

QStringList textsOf(const Result<QList<MessagePtr>> &messages)
{
    QStringList texts;
    for (const auto &one : messages.value_or(QList<MessagePtr>{}))
        texts.append(one->text);
    return texts;
}

} // namespace

class TestCacheStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesNewestFirst();
    void newestValueCounts();
    void findsChinese_data();
    void findsChinese();
    void searchWordsAreNeverOperators();
    void everyPairOfARandomTextIsFound();
    void erasedIsNowhere();
    void stateComesBackWithItsPositions();
    void happeningsComeBack();
    void forgetsWhatIsOld();
    void damagedFileIsMovedAside();
    void damagedStateIsNoState();

private:
    QString path() const { return m_dir->filePath(u"cache.db"_s); }
    void reopen();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CacheStore> m_store;
};

void TestCacheStore::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    reopen();
}

void TestCacheStore::reopen()
{
    m_store.reset();
    auto store = CacheStore::open(path());
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    m_store = std::move(*store);
}

void TestCacheStore::pagesNewestFirst()
{
    QList<MessagePtr> all;
    for (int i = 1; i <= 10; ++i)
        all.append({message(i, QString::number(i)), message(i, u"x"_s, u"wecom/g1"_s)});
    QVERIFY(m_store->put(all));
    QCOMPARE(textsOf(m_store->history({u"wecom/g0"_s}, 8, 3)), (QStringList{u"7"_s, u"6"_s, u"5"_s}));
    QCOMPARE(m_store->history({u"wecom/g0"_s}, 1, 3)->size(), 0);
    QCOMPARE(*m_store->history({u"wecom/g0"_s}, 2, 3)->constFirst(), *message(1, u"1"_s));
}

void TestCacheStore::newestValueCounts()
{
    QVERIFY(m_store->put({message(1, u"退款"_s)}));
    auto changed = *message(1, u"退款"_s);
    changed.topic = {u"t-1"_s};
    changed.delivery = Delivery::Recalled;
    QVERIFY(m_store->put({std::make_shared<const Message>(changed)}));
    const auto page = m_store->history({u"wecom/g0"_s}, 9, 9);
    QCOMPARE(page->size(), 1);
    QCOMPARE(*page->constFirst(), changed);
    QCOMPARE(m_store->search(u"退款"_s, 9)->size(), 1);
}

void TestCacheStore::findsChinese_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    const auto refund = u"请问退款什么时候到账？"_s;
    const auto order = u"订单 QH20261122 还没发货"_s;
    const auto wide = u"ＡＢＣ优惠券"_s;
    QTest::newRow("two characters") << u"退款"_s << QStringList{refund};
    QTest::newRow("one character") << u"账"_s << QStringList{refund};
    QTest::newRow("one inside") << u"候"_s << QStringList{refund};
    QTest::newRow("all of several words") << u"退款 到账"_s << QStringList{refund};
    QTest::newRow("one word missing") << u"退款 发货"_s << QStringList{};
    QTest::newRow("pairs there, word not") << u"款什退"_s << QStringList{};
    QTest::newRow("digits and letters") << u"qh2026"_s << QStringList{order};
    QTest::newRow("full width is the same") << u"abc"_s << QStringList{wide};
    QTest::newRow("over punctuation") << u"账？"_s << QStringList{refund};
    QTest::newRow("nothing to look for") << u"？！"_s << QStringList{};
}

void TestCacheStore::findsChinese()
{
    QFETCH(QString, words);
    QFETCH(QStringList, found);
    QVERIFY(m_store->put({message(1, u"请问退款什么时候到账？"_s),
                          message(2, u"订单 QH20261122 还没发货"_s), message(3, u"ＡＢＣ优惠券"_s),
                          message(4, u"款式 什么 退货"_s)}));
    QCOMPARE(textsOf(m_store->search(words, 10)), found);
}

void TestCacheStore::searchWordsAreNeverOperators()
{
    QVERIFY(m_store->put({message(1, u"退款 AND 发货"_s)}));
    for (const auto &words : {u"\"退款\" OR \""_s, u"NEAR(退款"_s, u"grams:退款"_s, u"*"_s, u"退\"款"_s,
                              u"退款 AND"_s, u"'; DROP TABLE messages; --"_s, u"^退款"_s})
        QVERIFY2(m_store->search(words, 10), qPrintable(words));
    QCOMPARE(m_store->history({u"wecom/g0"_s}, 9, 9)->size(), 1);
}

void TestCacheStore::everyPairOfARandomTextIsFound()
{
    Dice dice(seed());
    QList<MessagePtr> all;
    for (int i = 1; i <= 300; ++i) {
        QString text;
        for (int c = 2 + dice.below(30); c > 0; --c)
            text += QChar(0x4e00 + dice.below(300));
        all.append(message(i, text));
    }
    QVERIFY(m_store->put(all));
    for (int i = 0; i < 300; ++i) {
        const auto &text = all.at(dice.below(300))->text;
        const auto word = text.mid(dice.below(static_cast<int>(text.size()) - 1), 2);
        QStringList shall;
        for (auto one = all.crbegin(); one != all.crend(); ++one) {
            if ((*one)->text.contains(word))
                shall.append((*one)->text);
        }
        auto found = textsOf(m_store->search(word, 300));
        QCOMPARE(found.size(), shall.size());
        found.sort();
        shall.sort();
        QCOMPARE(found, shall);
    }
}

void TestCacheStore::erasedIsNowhere()
{
    const auto secret = u"我的手机号是一三八零零"_s;
    QVERIFY(m_store->put({message(1, secret), message(2, u"好的"_s),
                          message(1, secret, u"wecom/g1"_s)}));
    QVERIFY(m_store->erase({u"wecom/g0"_s}, {1}));
    QCOMPARE(textsOf(m_store->search(u"手机号"_s, 9)).size(), 1);
    QVERIFY(m_store->erase({}, {1}));
    QVERIFY(m_store->search(u"手机号"_s, 9)->isEmpty());
    QVERIFY(m_store->database().checkpoint(true));
    m_store.reset();
    QFile file(path());
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(!file.readAll().contains(secret.toUtf8()));
}

void TestCacheStore::stateComesBackWithItsPositions()
{
    QVERIFY(!m_store->loadState()->has_value());
    Story story(seed(), 3);
    story.next(500);
    const QMap<QString, Position> positions{{u"p0"_s, {u"01JD"_s, 400}}, {u"c0"_s, {u"01JE"_s, 7}}};
    QVERIFY(m_store->saveState(story.state(), positions, {99}));
    QVERIFY(m_store->saveState(story.state(), positions, {100}));
    reopen();
    const auto saved = m_store->loadState();
    QVERIFY(saved && *saved);
    QCOMPARE((*saved)->positions, positions);
    QCOMPARE((*saved)->at.ms, 100);
    QCOMPARE((*saved)->state.topics, story.state().topics);
    QCOMPARE((*saved)->state.positions, story.state().positions);
    QCOMPARE((*saved)->state.groups.size(), story.state().groups.size());
}

void TestCacheStore::happeningsComeBack()
{
    Story story(seed(), 2);
    const auto events = story.next(50);
    QVERIFY(m_store->putHappenings(events));
    QVERIFY(m_store->putHappenings(events));
    const auto all = m_store->happenings({1}, 1000);
    QCOMPARE(all->size(), events.size());
    const auto newest = m_store->happenings({1}, 3);
    QCOMPARE(newest->size(), 3);
    QVERIFY(newest->constFirst().at <= newest->constLast().at);
}

void TestCacheStore::forgetsWhatIsOld()
{
    QVERIFY(m_store->put({message(3, u"旧的"_s), message(3000, u"新的"_s)}));
    QCOMPARE(m_store->forgetBefore({1'764'000'000'500}), Result<int>(1));
    QVERIFY(m_store->search(u"旧的"_s, 9)->isEmpty());
    QCOMPARE(m_store->search(u"新的"_s, 9)->size(), 1);
}

void TestCacheStore::damagedFileIsMovedAside()
{
    QVERIFY(m_store->put({message(1, u"退款"_s)}));
    m_store.reset();
    QFile file(path());
    QVERIFY(file.open(QFile::ReadWrite));
    file.write(QByteArray(2000, 'x'));
    file.close();
    reopen();
    QVERIFY(QFile::exists(m_store->movedAside()));
    QVERIFY(m_store->search(u"退款"_s, 9)->isEmpty());
    QVERIFY(m_store->put({message(1, u"退款"_s)}));
}

void TestCacheStore::damagedStateIsNoState()
{
    QVERIFY(m_store->saveState({}, {}, {1}));
    QVERIFY(m_store->database().execute("UPDATE state SET body = x'00112233'"));
    const auto saved = m_store->loadState();
    QVERIFY(saved);
    QVERIFY(!saved->has_value());
}

QTEST_GUILESS_MAIN(TestCacheStore)
#include "tst_cachestore.moc"
