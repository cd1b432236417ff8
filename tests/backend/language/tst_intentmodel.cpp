// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/intentmodel.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/retriever.h"
#include "tests/backend/language/sampleknowledge.h"

#include <QTest>

#include <algorithm>
#include <thread>
#include <tuple>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Lexicon> builtInLexicon()
{
    auto lexicon = Lexicon::builtIn();
    if (!lexicon)
        qFatal("%s", qPrintable(lexicon.error().message));
    return std::make_shared<const Lexicon>(std::move(*lexicon));
}

Lesson lesson(int intent, std::initializer_list<quint64> keys)
{
    Lesson made{intent, {}, {}};
    for (const auto key : keys)
        made.features.push_back({key, 1.0F});
    return made;
}

std::vector<double> logitsOf(const IntentModel &model, int intents, const Lesson &asked)
{
    std::vector<double> logits(size_t(intents), 0.0);
    for (const auto &[intent, logit] : asked.prior)
        logits[size_t(intent)] = double(logit);
    model.addTo(logits, asked.features);
    return logits;
}

int bestOf(const std::vector<double> &logits)
{
    return int(std::ranges::max_element(logits) - logits.begin());
}

Entry entry(const QString &id, const QStringList &phrasings)
{
    Entry made;
    made.id = {id};
    made.version = 1;
    made.question = phrasings.first();
    made.similar = phrasings.sliced(1);
    made.answer = u"好的"_s;
    return made;
}

constexpr Instant start{1'000'000};
constexpr Instant soon{start.ms + 5};
constexpr Instant settled{start.ms + Retriever::settlingTime};

/** Too many to be learned at once: 400 entries of four phrasings. */
QList<Entry> largeBase()
{
    const QStringList verbs{u"查询"_s, u"取消"_s, u"更换"_s, u"补办"_s, u"绑定"_s,
                            u"升级"_s, u"退回"_s, u"登记"_s, u"冻结"_s, u"转让"_s};
    const QStringList things{u"会员卡"_s, u"订单"_s, u"地址"_s, u"发票"_s, u"手机号"_s,
                             u"套餐"_s, u"保险"_s, u"合同"_s, u"礼品"_s, u"车位"_s};
    const QStringList places{u"门店"_s, u"网上"_s, u"电话里"_s, u"外地"_s};
    QList<Entry> base;
    for (const auto &verb : verbs) {
        for (const auto &thing : things) {
            for (const auto &place : places) {
                base.append(entry(u"e%1"_s.arg(base.size()),
                                  {u"怎么在%1%2%3"_s.arg(place, verb, thing),
                                   u"%1能%2%3吗"_s.arg(place, verb, thing),
                                   u"%3想%2一下，%1行不行"_s.arg(place, verb, thing),
                                   u"我要去%1把%3%2了"_s.arg(place, verb, thing)}));
                base.last().changedAt = start;
            }
        }
    }
    return base;
}

void putAll(Retriever &retriever, const QList<Entry> &entries)
{
    for (const auto &each : entries)
        retriever.put(each);
}

/** What is said to a question of every tenth entry. */
QList<Retrieval> answersOf(const Retriever &retriever, const QList<Entry> &entries, Instant now)
{
    QList<Retrieval> answers;
    for (qsizetype i = 0; i < entries.size(); i += 10)
        answers.append(retriever.find(entries[i].similar[1] + u"啊谢谢"_s, now));
    return answers;
}

} // namespace

class TestIntentModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void overrulesAWrongPrior();
    void leavesARightPriorAlone();
    void manyIntents();
    void nothingTaught();
    void featuresMeetInflectedWords();
    void sameInAnyOrder();
    void sameAfterOtherQuestions();
    void copyGoesItsOwnWay();
    void largeBaseSameFromAnyHistory();
    void correctionActsAtOnceInALargeBase();
    void learnedAheadOrNot();
    void learnedAheadOfAChange();
    void oddTexts_data();
    void oddTexts();
    void samePhrasingTwice();

private:
    std::shared_ptr<const Lexicon> m_lexicon;
    QList<Entry> m_entries;
};

void TestIntentModel::initTestCase()
{
    m_lexicon = builtInLexicon();
    m_entries = test::sampleKnowledge();
    QVERIFY(m_entries.size() >= 40);
}

void TestIntentModel::overrulesAWrongPrior()
{
    auto one = lesson(0, {1, 2, 3});
    one.prior = {{1, 0.5F}};
    auto other = lesson(1, {1, 4, 5});
    other.prior = {{0, 0.5F}};
    const auto model = IntentModel::learned(2, {one, other});
    QCOMPARE(bestOf(logitsOf(model, 2, one)), 0);
    QCOMPARE(bestOf(logitsOf(model, 2, other)), 1);
}

void TestIntentModel::leavesARightPriorAlone()
{
    auto one = lesson(0, {1, 2});
    one.prior = {{0, 9.0F}};
    auto other = lesson(1, {3, 4});
    other.prior = {{1, 9.0F}};
    const auto model = IntentModel::learned(2, {one, other});
    QVERIFY(model.weightCount() > 0);
    QCOMPARE(logitsOf(model, 2, lesson(0, {1, 2, 3, 4})), std::vector<double>({0.0, 0.0}));
}

/** So many that weights are kept only where they were taught. */
void TestIntentModel::manyIntents()
{
    constexpr int intents = 3000;
    std::vector<Lesson> lessons;
    for (int intent = 0; intent < intents; ++intent) {
        const auto own = quint64(intent) * 10 + 100;
        lessons.push_back(lesson(intent, {1, own, own + 1}));
        lessons.push_back(lesson(intent, {2, own, own + 2}));
    }
    const auto model = IntentModel::learned(intents, lessons);
    QVERIFY(model.weightCount() < 20'000);
    for (int intent = 0; intent < intents; intent += 97) {
        const auto own = quint64(intent) * 10 + 100;
        QCOMPARE(bestOf(logitsOf(model, intents, lesson(intent, {1, 2, own}))), intent);
    }
}

void TestIntentModel::nothingTaught()
{
    const auto model = IntentModel::learned(3, {});
    QCOMPARE(model.weightCount(), size_t(0));
    QCOMPARE(logitsOf(model, 3, lesson(0, {1, 2})), std::vector<double>(3, 0.0));
    const auto empty = IntentModel::learned(2, {lesson(0, {}), lesson(1, {})});
    QCOMPARE(logitsOf(empty, 2, lesson(0, {7})), std::vector<double>(2, 0.0));
    Retriever retriever(m_lexicon);
    QVERIFY(retriever.find(u"退款多久能到账"_s).candidates.isEmpty());
    retriever.prepare();
    QCOMPARE(retriever.find(u"退款多久能到账"_s).confidence, 0);
}

void TestIntentModel::featuresMeetInflectedWords()
{
    const auto one = featuresOf(u"refunds delayed", *m_lexicon);
    const auto other = featuresOf(u"refunded", *m_lexicon);
    int shared = 0;
    for (const auto &feature : one)
        shared += int(std::ranges::count(other, feature.key, &Feature::key));
    QVERIFY(shared >= 10);
    QVERIFY(std::ranges::is_sorted(one, std::ranges::less_equal(), &Feature::key));
    QVERIFY(featuresOf(u"", *m_lexicon).empty());
    QVERIFY(featuresOf(u"?!。，", *m_lexicon).empty());
}

void TestIntentModel::sameInAnyOrder()
{
    Retriever forward(m_lexicon);
    Retriever backward(m_lexicon);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        forward.put(m_entries.at(i));
        backward.put(m_entries.at(m_entries.size() - 1 - i));
    }
    for (const auto &known : std::as_const(m_entries)) {
        const auto asked = known.question + u" 麻烦看看"_s;
        QVERIFY(forward.find(asked) == backward.find(asked));
    }
}

/** What was asked, and when the model was learned, leaves no trace in what follows. */
void TestIntentModel::sameAfterOtherQuestions()
{
    Retriever asked(m_lexicon);
    Retriever quiet(m_lexicon);
    for (const auto &known : std::as_const(m_entries)) {
        asked.put(known);
        quiet.put(known);
        if (known.id.value.endsWith(u'7'))
            asked.find(known.question + u"呀"_s);
    }
    auto changed = m_entries[3];
    changed.similar.append(u"新的问法来一个"_s);
    for (auto *each : {&asked, &quiet}) {
        each->put(changed);
        each->remove(m_entries[5].id);
    }
    for (const auto &known : std::as_const(m_entries))
        QVERIFY(asked.find(known.question) == quiet.find(known.question));
}

/** A trial works on a copy; the bot's own answers must not hear of it. */
void TestIntentModel::copyGoesItsOwnWay()
{
    Retriever bot(m_lexicon);
    for (const auto &known : std::as_const(m_entries))
        bot.put(known);
    const auto question = u"会员卡丢了去哪儿补办"_s;
    const auto before = bot.find(question);
    auto trial = bot;
    trial.put(entry(u"new"_s, {u"会员卡丢了怎么补办"_s, u"补办会员卡"_s}));
    QCOMPARE(trial.find(question).candidates.first().entry, EntryId{u"new"_s});
    QVERIFY(bot.find(question) == before);
}

/** A snapshot gives the entries as they are, the ledger every change that led there. */
void TestIntentModel::largeBaseSameFromAnyHistory()
{
    auto base = largeBase();
    Retriever replayed(m_lexicon);
    putAll(replayed, base);
    std::ignore = answersOf(replayed, base, settled);
    auto &changed = base[17];
    replayed.remove(base[3].id);
    changed.similar.append(u"另一种说法"_s);
    changed.changedAt = soon;
    replayed.put(base[3]);
    replayed.put(changed);
    Retriever loaded(m_lexicon);
    for (qsizetype i = base.size() - 1; i >= 0; --i)
        loaded.put(base[i]);
    for (const Instant now : {soon, settled, Instant{soon.ms + Retriever::settlingTime}})
        QVERIFY(answersOf(replayed, base, now) == answersOf(loaded, base, now));
}

void TestIntentModel::correctionActsAtOnceInALargeBase()
{
    const auto base = largeBase();
    Retriever retriever(m_lexicon);
    putAll(retriever, base);
    const auto asked = u"那张小卡片丢了能重做么"_s;
    QVERIFY(retriever.find(asked, settled).candidates.value(0).entry != base[120].id);
    auto corrected = base[120];
    corrected.similar.append(u"小卡片丢了能重做一张吗"_s);
    corrected.changedAt = settled;
    retriever.put(corrected);
    const auto found = retriever.find(asked, settled);
    QCOMPARE(found.candidates.value(0).entry, corrected.id);
    QCOMPARE(found.phrasings.value(0), int(corrected.similar.size()));
}

/** Another thread may learn first, or not at all. */
void TestIntentModel::learnedAheadOrNot()
{
    const auto base = largeBase();
    Retriever ahead(m_lexicon);
    Retriever alone(m_lexicon);
    putAll(ahead, base);
    putAll(alone, base);
    const auto task = ahead.learning();
    QVERIFY(task);
    QVERIFY(!ahead.learning());
    std::thread other(task);
    const auto during = answersOf(ahead, base, soon);
    const auto after = answersOf(ahead, base, settled);
    other.join();
    QVERIFY(during == answersOf(alone, base, soon));
    QVERIFY(after == answersOf(alone, base, settled));
    QVERIFY(during != after);
    Retriever small(m_lexicon);
    putAll(small, m_entries);
    QVERIFY(!small.learning());
}

/** What was learned of entries that changed meanwhile is not used. */
void TestIntentModel::learnedAheadOfAChange()
{
    auto base = largeBase();
    Retriever retriever(m_lexicon);
    putAll(retriever, base);
    const auto task = retriever.learning();
    base[40].similar = {u"完全不同的话"_s, u"谁也没说过"_s, u"海底捞月"_s};
    base[40].changedAt = soon;
    retriever.put(base[40]);
    task();
    QVERIFY(retriever.learning());
    Retriever fresh(m_lexicon);
    putAll(fresh, base);
    QVERIFY(answersOf(retriever, base, {}) == answersOf(fresh, base, {}));
}

void TestIntentModel::oddTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u"  \n\t"_s;
    QTest::newRow("zeros") << QString(5, QChar(0));
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) + u"退款"_s + QChar(0xde00);
    QTest::newRow("long") << u"退款多久到账 where is my refund "_s.repeated(1000);
    QTest::newRow("one character") << QString(100'000, u'退');
    QTest::newRow("no letters") << u"?!？！……\u0001\u0002"_s;
    QTest::newRow("right to left") << u"\u202eאבג \u202d退款"_s;
}

/** As a question and as a phrasing: never a crash, never a number out of its range. */
void TestIntentModel::oddTexts()
{
    QFETCH(QString, text);
    Retriever retriever(m_lexicon);
    retriever.put(entry(u"a"_s, {u"退款多久能到账"_s, text, u"退款几天到"_s}));
    retriever.put(entry(u"b"_s, {text, u"怎么开发票"_s}));
    retriever.put(entry(u"c"_s, {text}));
    for (const auto &asked : {text, u"退款什么时候到"_s}) {
        const auto found = retriever.find(asked);
        QVERIFY(found.confidence >= 0 && found.confidence <= 1000);
        QVERIFY(found.outOfScope >= 0 && found.outOfScope <= 1000);
        for (const auto &candidate : found.candidates)
            QVERIFY(candidate.score >= 0 && candidate.score <= 1000);
    }
    QCOMPARE(retriever.find(u"退款多久能到账"_s).candidates.first().entry, EntryId{u"a"_s});
}

void TestIntentModel::samePhrasingTwice()
{
    Retriever retriever(m_lexicon);
    const auto words = u"积分怎么用"_s;
    retriever.put(entry(u"a"_s, QStringList(200, words)));
    retriever.put(entry(u"b"_s, {words, u"积分换什么"_s}));
    const auto found = retriever.find(u"积分可以怎么用"_s);
    QCOMPARE(found.candidates.size(), 2);
    QVERIFY(found.candidates[0].score + found.candidates[1].score <= 1000);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestIntentModel)
#include "tst_intentmodel.moc"
