// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/normalise.h"
#include "app/backend/language/operatorwords.h"
#include "app/backend/language/ruleindex.h"
#include "app/backend/language/shorthands.h"
#include "app/backend/language/tokenise.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

Entry entryOf(const QString &id, const QList<EntryRule> &rules)
{
    Entry entry;
    entry.id = {id};
    entry.version = 3;
    entry.question = u"关于"_s + id;
    entry.rules = rules;
    return entry;
}

const auto exact = RuleKind::Exact;
const auto contains = RuleKind::Contains;
const auto regex = RuleKind::Regex;

} // namespace

/** Rules of entries, a company's own synonyms, and how shorthands and numbers are written out. */
class TestRuleIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void orderOfArrivalDoesNotCount();
    void whatIsTakenOutIsGone();
    void standsInFrontOfWhatIsFound();
    void aCompanysWordsMeanTheSame();
    void listsDoNotMergeSets();
    void writesOut_data();
    void writesOut();
    void everyShorthandIsWrittenOutOnce();
    void keepsThePlaceInTheOriginal();

private:
    QList<Entry> entries() const;
    QString found(const QList<Entry> &entries, const QString &text) const;

    std::shared_ptr<const Lexicon> m_lexicon;
};

void TestRuleIndex::initTestCase()
{
    auto lexicon = Lexicon::builtIn();
    QVERIFY2(lexicon, lexicon ? "" : qPrintable(lexicon.error().message));
    m_lexicon = std::make_shared<const Lexicon>(std::move(*lexicon));
}

QList<Entry> TestRuleIndex::entries() const
{
    return {entryOf(u"menu"_s, {{exact, u"1"_s}}),
            entryOf(u"code"_s, {{contains, u"E-17"_s}}),
            entryOf(u"refund"_s, {{contains, u"退款"_s}}),
            entryOf(u"refundcard"_s, {{contains, u"退款卡"_s}}),
            entryOf(u"parcel"_s, {{regex, u"sf[0-9]{6,12}"_s}}),
            entryOf(u"late"_s, {{regex, u"晚到[0-9]+天"_s}, {exact, u"晚到退款"_s}}),
            entryOf(u"twin"_s, {{contains, u"退款"_s}})};
}

QString TestRuleIndex::found(const QList<Entry> &all, const QString &text) const
{
    RuleIndex index(m_lexicon);
    for (const auto &entry : all)
        index.put(entry);
    return index.entryFor(text).value;
}

void TestRuleIndex::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("entry");
    QTest::newRow("the whole") << u"1"_s << u"menu"_s;
    QTest::newRow("the whole, ended") << u"１。"_s << u"menu"_s;
    QTest::newRow("more than the whole") << u"11"_s << QString();
    QTest::newRow("joining in is no choice") << u"+1"_s << QString();
    QTest::newRow("a code in a text") << u"屏幕上是ｅ-17，咋整"_s << u"code"_s;
    QTest::newRow("traditional") << u"什麼時候退款"_s << u"refund"_s;
    QTest::newRow("the longer one") << u"退款卡在哪"_s << u"refundcard"_s;
    QTest::newRow("the lower id of two") << u"我要退款"_s << u"refund"_s;
    QTest::newRow("a pattern") << u"单号SF12345678 到哪了"_s << u"parcel"_s;
    QTest::newRow("a pattern with a number") << u"晚到三天怎么算"_s << u"late"_s;
    QTest::newRow("a part before a pattern") << u"晚到3天退款吗"_s << u"refund"_s;
    QTest::newRow("the whole before a part") << u"晚到退款!"_s << u"late"_s;
    QTest::newRow("nothing") << u"几点开门"_s << QString();
    QTest::newRow("no words") << u"😂"_s << QString();
}

void TestRuleIndex::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, entry);
    QCOMPARE(found(entries(), text), entry);
}

void TestRuleIndex::orderOfArrivalDoesNotCount()
{
    const QStringList texts{u"1"_s, u"退款卡"_s, u"退款"_s, u"晚到9天退款"_s, u"sf1234567"_s};
    auto turned = entries();
    std::ranges::reverse(turned);
    for (const auto &text : texts)
        QCOMPARE(found(turned, text), found(entries(), text));
}

void TestRuleIndex::whatIsTakenOutIsGone()
{
    RuleIndex index(m_lexicon);
    for (const auto &entry : entries())
        index.put(entry);
    auto retired = entries().at(3);
    retired.state = EntryState::Retired;
    index.put(retired);
    QCOMPARE(index.entryFor(u"退款卡"_s).value, u"refund"_s);
    index.put(entryOf(u"refund"_s, {}));
    QCOMPARE(index.entryFor(u"退款卡"_s).value, u"twin"_s);
    index.put(entryOf(u"twin"_s, {{exact, u"退款卡"_s}}));
    QCOMPARE(index.entryFor(u"退款卡"_s).value, u"twin"_s);
    QVERIFY(index.entryFor(u"要退款"_s).isEmpty());
    index.clear();
    QVERIFY(index.entryFor(u"退款卡"_s).isEmpty());
}

void TestRuleIndex::standsInFrontOfWhatIsFound()
{
    QHash<EntryId, Entry> known;
    RuleIndex index(m_lexicon);
    for (const auto &entry : entries()) {
        index.put(entry);
        known.insert(entry.id, entry);
    }
    Retrieval before;
    before.candidates = {{{u"late"_s}, 3, {}, 700, {{u"bm25"_s, 40}}}, {{u"code"_s}, 3, {}, 200, {}}};
    before.phrasings = {0, 1};
    before.confidence = 700;
    before.outOfScope = 300;
    const auto moved = index.over(before, u"E-17"_s, known);
    QCOMPARE(moved.candidates.size(), 2);
    QCOMPARE(moved.candidates.at(0).entry.value, u"code"_s);
    QCOMPARE(moved.candidates.at(0).signals_.value(u"rule"_s), 1000);
    QCOMPARE(moved.phrasings, (QList<int>{1, 0}));
    QVERIFY(moved.candidates.at(0).score + moved.candidates.at(1).score <= 1000);
    QCOMPARE(moved.confidence, moved.candidates.at(0).score);
    QCOMPARE(moved.outOfScope, 1000 - moved.confidence);
    const auto added = index.over(before, u"退款"_s, known);
    QCOMPARE(added.candidates.size(), 2);
    QCOMPARE(added.candidates.at(0).title, u"关于refund"_s);
    QCOMPARE(added.candidates.at(0).version, 3);
    QCOMPARE(added.candidates.at(1).entry.value, u"late"_s);
    QCOMPARE(index.over({}, u"退款"_s, known).candidates.size(), 1);
    QCOMPARE(index.over(before, u"几点开门"_s, known), before);
}

void TestRuleIndex::aCompanysWordsMeanTheSame()
{
    const auto own = withSynonyms(m_lexicon, {{u"小绿桶"_s, u"周转桶"_s}, {u"回款"_s, u"退款"_s}});
    const auto words = [](const QString &text, const Lexicon &lexicon) {
        QStringList heads;
        for (const auto &term : tokenise(normalise(text, lexicon).text, lexicon).terms) {
            if (term.kind == Term::Kind::Word)
                heads.append(term.text);
        }
        return heads;
    };
    QCOMPARE(words(u"小绿桶"_s, *own), words(u"周转桶"_s, *own));
    QVERIFY(words(u"小绿桶"_s, *m_lexicon).isEmpty());
    // A known word's set is joined.
    QCOMPARE(words(u"回款"_s, *own), words(u"退钱"_s, *own));
    QCOMPARE(withSynonyms(m_lexicon, {}), m_lexicon);
}

void TestRuleIndex::listsDoNotMergeSets()
{
    const auto own = withSynonyms(m_lexicon, {{u"退款"_s, u"发货"_s}});
    const auto setOf = [&](const QString &word) { return own->synonyms.longestAt(word, 0)->value; };
    QCOMPARE(setOf(u"发货"_s), setOf(u"退款"_s));
    QCOMPARE(setOf(u"退钱"_s), setOf(u"退款"_s));
    QVERIFY(setOf(u"寄出"_s) != setOf(u"退款"_s));
}

void TestRuleIndex::writesOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("normal");
    const auto row = [](const char *name, const QString &text, const QString &normal) {
        QTest::newRow(name) << text << normal;
    };
    row("typo", u"优惠卷用不了"_s, u"优惠券用不了"_s);
    row("shorthand", u"怎么补差"_s, u"怎么补差价"_s);
    row("what means itself", u"补差价"_s, u"补差价"_s);
    row("in another word", u"我确定单子没错"_s, u"我确定单子没错"_s);
    row("pinyin alone", u"加WX聊"_s, u"加微信聊"_s);
    row("pinyin in a code", u"单号wx2023"_s, u"单号wx2023"_s);
    row("tens", u"降了二十呢"_s, u"降了20呢"_s);
    row("tens and ones", u"二十五块"_s, u"25块"_s);
    row("hundreds", u"三百零五块"_s, u"305块"_s);
    row("hundreds, said short", u"一百五"_s, u"150"_s);
    row("thousands", u"两千四百块"_s, u"2400块"_s);
    row("ten thousands", u"三万五"_s, u"35000"_s);
    row("teens", u"十二点"_s, u"12点"_s);
    row("one measured", u"三天没到"_s, u"3天没到"_s);
    row("ten measured", u"十天"_s, u"10天"_s);
    row("a little", u"一点点 十分 一起 一下"_s, u"一点点 十分 一起 一下"_s);
    row("words with numbers", u"千万别 万一 百度 五一 第二十"_s, u"千万别 万一 百度 五一 第二十"_s);
    row("a few", u"两三天 七八十"_s, u"两三天 七八十"_s);
    row("together", u"券能一块用吗 差一块钱 一块五"_s, u"券能一块用吗 差1块钱 1块五"_s);
    row("Cantonese", u"昨日嗰个客冇收到发票点算"_s, u"昨日那个客没有收到发票怎么办"_s);
    row("of Shanghai", u"侬啥辰光送"_s, u"你什么时候送"_s);
    row("not Cantonese", u"一点解释 阿拉伯 唔"_s, u"一点解释 阿拉伯 唔"_s);
    row("change", u"微信零钱"_s, u"微信零钱"_s);
}

void TestRuleIndex::writesOut()
{
    QFETCH(QString, text);
    QFETCH(QString, normal);
    QCOMPARE(normalise(text, *m_lexicon).text, normal);
    QCOMPARE(normalise(normal, *m_lexicon).text, normal);
}

void TestRuleIndex::everyShorthandIsWrittenOutOnce()
{
    QVERIFY(m_lexicon->written.size() > 60);
    for (const auto &word : m_lexicon->written)
        QCOMPARE(normalise(word, *m_lexicon).text, word);
}

void TestRuleIndex::keepsThePlaceInTheOriginal()
{
    const auto text = u"😂 降了二十五块, 给补差吗"_s;
    const auto read = normalise(text, *m_lexicon);
    const auto original = [&](const QString &part) {
        const auto [start, length] = read.originalRange(int(read.text.indexOf(part)), int(part.size()));
        return text.sliced(start, length);
    };
    QCOMPARE(read.text.size(), read.origin.size());
    QCOMPARE(original(u"25块"_s), u"二十五块"_s);
    QCOMPARE(original(u"25"_s), u"二十五"_s);
    QCOMPARE(original(u"补差价"_s), u"补差"_s);
    QCOMPARE(original(u"吗"_s), u"吗"_s);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestRuleIndex)
#include "tst_ruleindex.moc"
