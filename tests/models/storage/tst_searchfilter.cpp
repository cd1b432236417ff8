// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/cachestore.h"
#include "tests/models/common/seed.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 1'764'000'000'000;

MessagePtr message(int number, const QString &text, const QString &group = u"g0"_s,
                   const QString &author = u"c1"_s, bool image = false)
{
    Message one;
    one.id = {u"m-%1"_s.arg(number)};
    one.seq = number;
    one.at = {start + number * 1000};
    one.group = {group};
    one.author = {AuthorKind::Member, author, author};
    one.text = text;
    one.topic = {u"t-%1"_s.arg(number % 2)};
    if (image) {
        Attachment picture;
        picture.kind = MessageKind::Image;
        one.attachments = {picture};
    }
    return std::make_shared<const Message>(one);
}

QStringList idsOf(const Result<QList<MessagePtr>> &messages)
{
    QStringList ids;
    for (const auto &one : messages.value_or(QList<MessagePtr>{}))
        ids.append(one->id.value.mid(2));
    return ids;
}

} // namespace

class TestSearchFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void eachFilterNarrows_data();
    void eachFilterNarrows();
    void withoutWords();
    void nobodyTypesAFilter();
    void pictureThatCameLater();
    void wordsOfAPictureThatCameLater();
    void erasedIsNoLongerFound();
    void olderFileIsIndexedAnew();
    void likeLookingThroughAll();

private:
    void open();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CacheStore> m_store;
};

void TestSearchFilter::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    open();
    QVERIFY(m_store->put({message(1, u"退款到哪了"_s), message(2, u"退款截图"_s, u"g0"_s, u"c2"_s, true),
                          message(3, u"退款呢"_s, u"g1"_s), message(4, u"发货了吗"_s),
                          message(5, {}, u"g1"_s, u"c2"_s, true)}));
}

void TestSearchFilter::open()
{
    m_store.reset();
    auto store = CacheStore::open(m_dir->filePath(u"cache.db"_s));
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    m_store = std::move(*store);
}

void TestSearchFilter::eachFilterNarrows_data()
{
    QTest::addColumn<SearchFilter>("filter");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("none") << SearchFilter{} << QStringList{u"3"_s, u"2"_s, u"1"_s};
    SearchFilter group;
    group.group = {u"g0"_s};
    QTest::newRow("group") << group << QStringList{u"2"_s, u"1"_s};
    SearchFilter person;
    person.person = u"c1"_s;
    QTest::newRow("person") << person << QStringList{u"3"_s, u"1"_s};
    SearchFilter image;
    image.image = true;
    QTest::newRow("image") << image << QStringList{u"2"_s};
    SearchFilter since;
    since.since = {start + 2000};
    QTest::newRow("since") << since << QStringList{u"3"_s, u"2"_s};
    since.until = {start + 3000};
    QTest::newRow("since, until") << since << QStringList{u"2"_s};
    SearchFilter open;
    open.open = true;
    open.openTopics = {{u"t-1"_s}};
    QTest::newRow("open topics") << open << QStringList{u"3"_s, u"1"_s};
    open.open = false;
    QTest::newRow("ended topics") << open << QStringList{u"2"_s};
    person.group = {u"g1"_s};
    QTest::newRow("group and person") << person << QStringList{u"3"_s};
    person.image = true;
    QTest::newRow("nothing is all of it") << person << QStringList{};
}

void TestSearchFilter::eachFilterNarrows()
{
    QFETCH(SearchFilter, filter);
    QFETCH(QStringList, found);
    QCOMPARE(idsOf(m_store->search(u"退款"_s, 10, filter)), found);
}

void TestSearchFilter::withoutWords()
{
    SearchFilter filter;
    QVERIFY(idsOf(m_store->search({}, 10, filter)).isEmpty());
    filter.image = true;
    QCOMPARE(idsOf(m_store->search({}, 10, filter)), (QStringList{u"5"_s, u"2"_s}));
    filter.group = {u"g1"_s};
    QCOMPARE(idsOf(m_store->search({}, 10, filter)), QStringList{u"5"_s});
    QVERIFY2(idsOf(m_store->search(u"？"_s, 10, filter)).isEmpty(), "a mark is no word");
}

void TestSearchFilter::nobodyTypesAFilter()
{
    for (const auto &words : {u"qi"_s, u"qg"_s, u"qida39a3ee5e6b4b0d"_s, u"da39"_s})
        QVERIFY2(idsOf(m_store->search(words, 10)).isEmpty(), qPrintable(words));
}

void TestSearchFilter::pictureThatCameLater()
{
    SearchFilter filter;
    filter.image = true;
    filter.group = {u"g2"_s};
    QVERIFY(m_store->put({message(9, {}, u"g2"_s)}));
    QVERIFY(idsOf(m_store->search({}, 10, filter)).isEmpty());
    QVERIFY(m_store->put({message(9, {}, u"g2"_s, u"c1"_s, true)}));
    QCOMPARE(idsOf(m_store->search({}, 10, filter)), QStringList{u"9"_s});
    QVERIFY(m_store->put({message(9, {}, u"g2"_s, u"c1"_s, true)}));
    QCOMPARE(idsOf(m_store->search({}, 10, filter)).size(), 1);
}

void TestSearchFilter::wordsOfAPictureThatCameLater()
{
    QVERIFY(idsOf(m_store->search(u"签收"_s, 10)).isEmpty());
    for (const int number : {2, 5}) {
        auto read = *message(number, number == 2 ? u"退款截图"_s : QString(), number == 2 ? u"g0"_s : u"g1"_s,
                             u"c2"_s, true);
        read.attachments[0].text = u"已签收 顺丰\n收件人 王女士"_s;
        QVERIFY(m_store->put({std::make_shared<const Message>(read)}));
    }
    QCOMPARE(idsOf(m_store->search(u"签收"_s, 10)), (QStringList{u"5"_s, u"2"_s}));
    QCOMPARE(idsOf(m_store->search(u"王女士"_s, 10)), (QStringList{u"5"_s, u"2"_s}));
    QCOMPARE(idsOf(m_store->search(u"退款截图"_s, 10)), QStringList{u"2"_s});
}

void TestSearchFilter::erasedIsNoLongerFound()
{
    SearchFilter filter;
    filter.person = u"c2"_s;
    QVERIFY(m_store->erase({u"g0"_s}, {2}));
    QCOMPARE(idsOf(m_store->search({}, 10, filter)), QStringList{u"5"_s});
    QVERIFY(m_store->put({message(5, {}, u"g1"_s, u"c2"_s)}));
    QVERIFY(idsOf(m_store->search({}, 10, filter)).isEmpty());
}

void TestSearchFilter::olderFileIsIndexedAnew()
{
    // As the migration leaves a file of an older version.
    QVERIFY(m_store->database().execute("INSERT INTO unindexed SELECT key FROM messages;"
                                        "DELETE FROM found"));
    QVERIFY(idsOf(m_store->search(u"退款"_s, 10)).isEmpty());
    open();
    SearchFilter filter;
    filter.person = u"c1"_s;
    QCOMPARE(idsOf(m_store->search(u"退款"_s, 10, filter)), (QStringList{u"3"_s, u"1"_s}));
    QCOMPARE(m_store->database().number("SELECT COUNT(*) FROM unindexed").value_or(-1), 0);
}

void TestSearchFilter::likeLookingThroughAll()
{
    Dice dice(seed());
    QList<MessagePtr> all;
    for (int i = 100; i < 500; ++i)
        all.append(message(i, QString(QChar(0x4e00 + dice.below(20))) + QChar(0x4e00 + dice.below(20)),
                           u"g%1"_s.arg(dice.below(4)), u"c%1"_s.arg(dice.below(6)),
                           dice.chance(20)));
    QVERIFY(m_store->put(all));
    for (int round = 0; round < 200; ++round) {
        SearchFilter filter;
        if (dice.chance(50))
            filter.group = {u"g%1"_s.arg(dice.below(4))};
        if (dice.chance(50))
            filter.person = u"c%1"_s.arg(dice.below(6));
        filter.image = dice.chance(30);
        if (dice.chance(30))
            filter.since = {start + (100 + dice.below(400)) * 1000};
        const auto word = all.at(dice.below(400))->text;
        QStringList shall;
        for (auto one = all.crbegin(); one != all.crend(); ++one) {
            const auto &m = **one;
            if (m.text == word && (filter.group.isEmpty() || m.group == filter.group)
                && (filter.person.isEmpty() || m.author.id == filter.person)
                && (!filter.image || !m.attachments.isEmpty()) && m.at >= filter.since)
                shall.append(m.id.value.mid(2));
        }
        QCOMPARE(idsOf(m_store->search(word, 500, filter)), shall);
    }
}

QTEST_GUILESS_MAIN(TestSearchFilter)
#include "tst_searchfilter.moc"
