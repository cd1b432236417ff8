// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/emotion.h"
#include "app/backend/language/feelingmodel.h"
#include "app/backend/language/lexicon.h"
#include "app/backend/language/paraphrase.h"
#include "app/backend/language/questiongroups.h"
#include "app/backend/language/retriever.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;

/** Feelings, paraphrases and groups of questions: what was learned from sentences. */
class TestFeelings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void hearsMoods_data();
    void hearsMoods();
    void negationTurnsAFeeling();
    void evidenceLiesInTheText_data();
    void evidenceLiesInTheText();
    void survivesHostileText_data();
    void survivesHostileText();
    void learnsTheSameTwice();
    void separatesWhatItLearns();
    void priorsHoldWhereNothingIsSeen();
    void knowsTheSameQuestion_data();
    void knowsTheSameQuestion();
    void groupsQuestions();

private:
    std::shared_ptr<const Lexicon> m_lexicon;
};

void TestFeelings::initTestCase()
{
    auto lexicon = Lexicon::builtIn();
    QVERIFY2(lexicon, lexicon ? "" : qPrintable(lexicon.error().message));
    m_lexicon = std::make_shared<const Lexicon>(std::move(*lexicon));
}

void TestFeelings::hearsMoods_data()
{
    QTest::addColumn<QString>("upset");
    QTest::addColumn<QString>("calm");
    QTest::newRow("urging") << u"都第四天了怎么还没人联系我"_s << u"请问几天可以送到"_s;
    QTest::newRow("polite") << u"这样处理我真的很难接受，希望你们重视"_s << u"麻烦帮我改一下地址"_s;
    QTest::newRow("sarcasm") << u"呵呵，你们的效率真是高啊，等了半个月"_s
                             << u"你们的效率真高，谢谢"_s;
    QTest::newRow("goods") << u"肉是臭的，根本没法吃"_s << u"肉很新鲜，全家都爱吃"_s;
    QTest::newRow("plain") << u"一直没有人处理"_s << u"已经处理好了"_s;
    QTest::newRow("face") << u"又是这样[怒]"_s << u"还是熟悉的味道[心]"_s;
}

void TestFeelings::hearsMoods()
{
    QFETCH(QString, upset);
    QFETCH(QString, calm);
    const auto raised = emotionOf(upset, *m_lexicon);
    const auto low = emotionOf(calm, *m_lexicon);
    QVERIFY2(raised.upset > 500, qPrintable(QString::number(raised.upset)));
    QVERIFY2(raised.upset > low.upset + 150, qPrintable(QString::number(low.upset)));
    QVERIFY(raised.level >= low.level);
    QVERIFY2(low.level <= 20, qPrintable(QString::number(low.level)));
}

void TestFeelings::negationTurnsAFeeling()
{
    const auto score = [&](const QString &text) { return m_lexicon->feelings->score(text, *m_lexicon); };
    QVERIFY(score(u"我很生气"_s) > score(u"我没有生气"_s));
    QVERIFY(score(u"质量不满意"_s) > score(u"质量满意"_s));
    QVERIFY(score(u"味道不好吃"_s) > score(u"味道好吃"_s));
    QVERIFY(score(u"这家坑人"_s) > score(u"这家不坑人"_s));
}

void TestFeelings::evidenceLiesInTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("lexicon") << u"我要投诉，你们这些骗子！"_s;
    QTest::newRow("learned") << u"［通知］ 都三天了，  怎么还没人联系我"_s;
    QTest::newRow("no family") << u"不是跟你讲过了嘛，昨天前天都讲过了"_s;
    QTest::newRow("faces first") << u"[怒][怒]😡你们一直不回复"_s;
}

void TestFeelings::evidenceLiesInTheText()
{
    QFETCH(QString, text);
    const auto emotion = emotionOf(text, *m_lexicon);
    if (emotion.level > 0)
        QVERIFY(!emotion.spans.isEmpty());
    int before = -1;
    for (const auto &span : emotion.spans) {
        QVERIFY(span.start > before);
        QVERIFY(span.length > 0);
        QVERIFY(span.start + span.length <= text.size());
        before = span.start;
    }
}

void TestFeelings::survivesHostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("emoji") << u"😡🤬"_s.repeated(16 * 1024);
    QTest::newRow("lone surrogates") << QString(QChar(0xd83d)).repeated(5000)
            + u"骗子"_s + QString(QChar(0xde21));
    QTest::newRow("marks") << u"！？"_s.repeated(32 * 1024);
    QTest::newRow("one word") << u"骗子"_s.repeated(32 * 1024);
    QTest::newRow("brackets") << u"[[[["_s.repeated(16 * 1024);
    QTest::newRow("controls") << u"\x01\x02\x03\x00投诉"_s.repeated(1000);
}

void TestFeelings::survivesHostileText()
{
    QFETCH(QString, text);
    const auto emotion = emotionOf(text, *m_lexicon);
    QVERIFY(emotion.level >= 0 && emotion.level <= 100);
    QVERIFY(emotion.upset >= 0 && emotion.upset <= 1000);
    for (const auto &span : emotion.spans)
        QVERIFY(span.start >= 0 && span.start + span.length <= text.size());
    const int same = m_lexicon->paraphrases->same(text, text + u"怎么办"_s, *m_lexicon);
    QVERIFY(same >= 0 && same <= 1000);
}

void TestFeelings::learnsTheSameTwice()
{
    const auto other = Lexicon::builtIn();
    QVERIFY(other);
    QCOMPARE(other->hash, m_lexicon->hash);
    for (const auto &text : {u"怎么还没到啊"_s, u"谢谢，收到了"_s, u"垃圾平台！！"_s}) {
        QCOMPARE(emotionOf(text, *other), emotionOf(text, *m_lexicon));
        QCOMPARE(other->feelings->score(text, *other), m_lexicon->feelings->score(text, *m_lexicon));
    }
}

void TestFeelings::separatesWhatItLearns()
{
    std::vector<Example> examples;
    for (int i = 0; i < 40; ++i)
        examples.push_back({{{std::uint64_t(i % 2), 1.0}, {std::uint64_t(10 + i), 0.5}}, i % 2 == 0});
    LinearModel model(8);
    model.learn(examples, {1.0, 50});
    for (const auto &example : examples)
        QCOMPARE(model.score(example.features) > 0, example.positive);
    QVERIFY(model.weight(0) > 0.5);
    QVERIFY(model.weight(1) < -0.5);
}

void TestFeelings::priorsHoldWhereNothingIsSeen()
{
    LinearModel model(8);
    model.setPrior(5, 1.5);
    model.learn({{{{1, 1.0}}, true}, {{{2, 1.0}}, false}}, {});
    QCOMPARE(model.weight(5), 1.5);
    model.raise(5, 2.0);
    QCOMPARE(model.weight(5), 2.0);
}

void TestFeelings::knowsTheSameQuestion_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("same");
    QTest::addColumn<QString>("other");
    QTest::newRow("word") << u"运费险怎么理赔"_s << u"如何理赔运费险"_s << u"运费险多少钱"_s;
    QTest::newRow("asked for") << u"门票在哪里买"_s << u"门票去哪里买"_s << u"门票能退吗"_s;
    QTest::newRow("negated") << u"怎么能登录上去"_s << u"怎么才能登录上去"_s << u"怎么登录不上去"_s;
    QTest::newRow("number") << u"满99包邮吗"_s << u"满99元包邮吗"_s << u"满59减10吗"_s;
}

void TestFeelings::knowsTheSameQuestion()
{
    QFETCH(QString, question);
    QFETCH(QString, same);
    QFETCH(QString, other);
    const auto &model = *m_lexicon->paraphrases;
    const int near = model.same(question, same, *m_lexicon);
    const int far = model.same(question, other, *m_lexicon);
    QVERIFY2(near > far, qPrintable(u"%1 %2"_s.arg(near).arg(far)));
    QVERIFY2(near >= 500, qPrintable(QString::number(near)));
    QCOMPARE(model.same(same, question, *m_lexicon), near);
    QCOMPARE(model.same(other, question, *m_lexicon), far);
    QCOMPARE(model.same(question, question, *m_lexicon), 1000);
    QCOMPARE(model.same(question, QString(), *m_lexicon), 0);
}

void TestFeelings::groupsQuestions()
{
    QuestionGroups groups(*m_lexicon);
    Retrieval sure;
    sure.candidates.resize(1);
    sure.candidates[0].entry = EntryId{u"kb-1"_s};
    sure.confidence = 900;
    const Retrieval none;
    const int keyed = groups.add(u"退款几天到"_s, sure);
    QCOMPARE(groups.add(u"完全不同的说法"_s, sure), keyed);
    const int free = groups.add(u"停车场在哪个门进"_s, none);
    QVERIFY(free != keyed);
    QCOMPARE(groups.add(u"停车场从哪个门进"_s, none), free);
    QVERIFY(groups.add(u"可以带宠物吗"_s, none) != free);
    QCOMPARE(groups.count(), 3);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestFeelings)
#include "tst_feelings.moc"
