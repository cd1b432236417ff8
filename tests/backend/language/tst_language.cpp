// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/emotion.h"
#include "app/backend/language/entities.h"
#include "app/backend/language/lexicon.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/similarity.h"
#include "app/backend/language/steadymath.h"
#include "app/backend/language/tokenise.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <vector>

namespace quntai {

using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void normalises_data();
    void normalises();
    void remembersWhereCharactersCameFrom();
    void tokenises();
    void sameCore();
    void findsEntities_data();
    void findsEntities();
    void feelsAnger_data();
    void feelsAnger();
    void marksTheWords();
    void measuresSimilarity();
    void mathIsSteady();
    void namesTheLineOfAMistake();

private:
    Lexicon m_lexicon;
};

void TestLanguage::initTestCase()
{
    auto lexicon = Lexicon::builtIn();
    QVERIFY2(lexicon, lexicon ? "" : qPrintable(lexicon.error().message));
    m_lexicon = std::move(*lexicon);
    QCOMPARE(m_lexicon.hash.size(), 8);
    QVERIFY(m_lexicon.heads.size() > 50);
}

void TestLanguage::normalises_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("normal");
    QTest::newRow("width") << u"ＡＢＣ１２３，好！"_s << u"abc123,好!"_s;
    QTest::newRow("case") << u"VIP会员"_s << u"vip会员"_s;
    QTest::newRow("traditional") << u"退款什麼時候到帳"_s << u"退款什么时候到账"_s;
    QTest::newRow("runs") << u"快快快快点啊啊啊啊！！！！！"_s << u"快快点啊啊!!"_s;
    QTest::newRow("digits stay") << u"单号10000007731"_s << u"单号10000007731"_s;
    QTest::newRow("faces") << u"好的[玫瑰][OK]谢谢👍🏻☀️"_s << u"好的谢谢"_s;
    QTest::newRow("not a face") << u"[图纸说明书第三页]"_s << u"[图纸说明书第三页]"_s;
    QTest::newRow("spaces") << u"  退款　 多久\n到账 "_s << u"退款 多久 到账"_s;
    QTest::newRow("empty") << u"🤣🤣"_s << QString();
}

void TestLanguage::normalises()
{
    QFETCH(QString, text);
    QFETCH(QString, normal);
    QCOMPARE(normalise(text, m_lexicon).text, normal);
    QCOMPARE(normalise(normal, m_lexicon).text, normal);
}

void TestLanguage::remembersWhereCharactersCameFrom()
{
    const auto text = u"[玫瑰] 你们太 离谱！"_s;
    const auto read = normalise(text, m_lexicon);
    const auto at = read.text.indexOf(u"离谱"_s);
    const auto [start, length] = read.originalRange(int(at), 2);
    QCOMPARE(text.sliced(start, length), u"离谱"_s);
}

void TestLanguage::tokenises()
{
    const auto terms = tokenise(u"请问退的钱几天能到账呀vip"_s, m_lexicon).terms;
    QVERIFY(terms.contains(Term{Term::Kind::Word, u"退款"_s}));
    QVERIFY(terms.contains(Term{Term::Kind::Word, u"多久"_s}));
    QVERIFY(terms.contains(Term{Term::Kind::Word, u"到账"_s}));
    QVERIFY(terms.contains(Term{Term::Kind::Pair, u"到账"_s}));
    QVERIFY(!terms.contains(Term{Term::Kind::Pair, u"请问"_s}));
    QVERIFY(!terms.contains(Term{Term::Kind::Single, u"呀"_s}));
    QVERIFY(!tokenise(u"20231118000123"_s, m_lexicon).terms.contains(
        Term{Term::Kind::Word, u"20231118000123"_s}));
}

void TestLanguage::sameCore()
{
    const auto core = [&](const QString &text) {
        return coreOf(normalise(text, m_lexicon).text, m_lexicon);
    };
    QCOMPARE(core(u"请问，退款多久能到账呀？？"_s), core(u"退款多久能到账"_s));
    QVERIFY(core(u"退款多久能到账"_s) != core(u"退款到哪了"_s));
    QVERIFY(!core(u"那这个呢"_s).isEmpty());
}

void TestLanguage::findsEntities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("orders");
    QTest::addColumn<QStringList>("phones");
    QTest::addColumn<QList<qint64>>("cents");
    const QStringList none;
    const QList<qint64> free;
    QTest::newRow("named") << u"单号6178"_s << QStringList{u"6178"_s} << none << free;
    QTest::newRow("that one") << u"7731那单牛奶的"_s << QStringList{u"7731"_s} << none << free;
    QTest::newRow("bare") << u"8302"_s << QStringList{u"8302"_s} << none << free;
    QTest::newRow("a clause of its own") << u"鸡胸肉到哪了，8302"_s << QStringList{u"8302"_s} << none
                                         << free;
    QTest::newRow("a number in a clause") << u"我住，8302室"_s << none << none << free;
    QTest::newRow("long") << u"帮查20231118000123谢谢"_s << QStringList{u"20231118000123"_s} << none
                          << free;
    QTest::newRow("a year is none") << u"2024年买的"_s << none << none << free;
    QTest::newRow("phone") << u"电话19900077731打不通"_s << none << QStringList{u"19900077731"_s}
                           << free;
    QTest::newRow("amount") << u"68块9，运费5元，￥12.5"_s << none << none
                            << QList<qint64>{6890, 500, 1250};
}

void TestLanguage::findsEntities()
{
    QFETCH(QString, text);
    const auto found = entitiesOf(normalise(text, m_lexicon).text);
    QTEST(found.orders, "orders");
    QTEST(found.phones, "phones");
    QTEST(found.cents, "cents");
}

void TestLanguage::feelsAnger_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("plain") << u"退款多久能到账"_s << 0 << 10;
    QTest::newRow("thanks") << u"非常感谢，服务太好了"_s << 0 << 0;
    QTest::newRow("annoyed") << u"怎么又是这样，服了"_s << 35 << 70;
    QTest::newRow("angry") << u"骗子！我要投诉！！"_s << 70 << 100;
    QTest::newRow("negated") << u"我没有生气，不是骗子"_s << 0 << 20;
    QTest::newRow("marks alone") << u"真的吗！"_s << 0 << 10;
    QTest::newRow("asks what to do") << u"小油菜没货了，付的钱怎么办"_s << 0 << 39;
    QTest::newRow("asks which") << u"这些箱子你们收走不，还是我扔掉"_s << 0 << 39;
    QTest::newRow("anxious") << u"急死我了，孩子等着吃呢"_s << 25 << 65;
}

void TestLanguage::feelsAnger()
{
    QFETCH(QString, text);
    QFETCH(int, least);
    QFETCH(int, most);
    const int level = emotionOf(text, m_lexicon).level;
    QVERIFY2(level >= least && level <= most, qPrintable(QString::number(level)));
    // Louder is never calmer.
    QVERIFY(emotionOf(text + u"！！！"_s, m_lexicon).level >= level);
}

void TestLanguage::marksTheWords()
{
    const auto text = u"海燕：你们就是骗子"_s;
    const auto emotion = emotionOf(text, m_lexicon);
    QCOMPARE(emotion.spans.size(), 1);
    QCOMPARE(text.sliced(emotion.spans[0].start, emotion.spans[0].length), u"骗子"_s);
}

void TestLanguage::measuresSimilarity()
{
    const auto a = u"退款怎么还没到账"_s;
    const auto b = u"退的钱怎么还没到账啊"_s;
    const auto c = u"荔枝怎么保存"_s;
    QCOMPARE(similarity(a, a, m_lexicon), 1000);
    QCOMPARE(similarity(a, b, m_lexicon), similarity(b, a, m_lexicon));
    QVERIFY(similarity(a, b, m_lexicon) > 600);
    QVERIFY(similarity(a, c, m_lexicon) < 300);
    QCOMPARE(similarity(QString(), QString(), m_lexicon), 0);
}

void TestLanguage::mathIsSteady()
{
    for (const double x : {1e-6, 0.3, 0.5, 1.0, 2.0, 3.7, 4096.0, 1e9})
        QVERIFY(std::abs(steadyLog(x) - std::log(x)) < 1e-12 * (1 + std::abs(std::log(x))));
    for (const double x : {-50.0, -1.0, 0.0, 0.1, 1.0, 20.0})
        QVERIFY(std::abs(steadyExp(x) / std::exp(x) - 1) < 1e-13);
    QCOMPARE(steadyExp(-1000), 0.0);
    // Bit for bit, in pairs and the odd one alone.
    std::vector<double> many;
    for (int at = -13'800; at <= 13'800; at += 7)
        many.push_back(at / 20.03);
    auto each = many;
    steadyExpEach(each);
    for (size_t at = 0; at < many.size(); ++at) {
        QVERIFY(each[at] == steadyExp(many[at]));
        QVERIFY(std::abs(each[at] / std::exp(many[at]) - 1) < 1e-12);
    }
    for (const double x : {-2.5, -2.0, -0.5, 0.0, 0.5, 2.0, 2.5, 1e9, -1e9})
        QCOMPARE(steadyFloor(x), int(std::floor(x)));
    QCOMPARE(logisticPermille(0), 500);
    QCOMPARE(logisticPermille(100), 1000);
}

void TestLanguage::namesTheLineOfAMistake()
{
    QTemporaryDir folder;
    for (const auto &name : QDir(u":/language"_s).entryList())
        QVERIFY(QFile::copy(u":/language/"_s + name, folder.filePath(name)));
    QVERIFY(Lexicon::fromFolder(folder.path()));
    QFile file(folder.filePath(u"emotion.yaml"_s));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# one\nanger:\n  - {word: \"骗子\"}\n");
    file.close();
    const auto bad = Lexicon::fromFolder(folder.path());
    QVERIFY(!bad);
    QVERIFY2(bad.error().message.contains(u"emotion.yaml:3"_s), qPrintable(bad.error().message));
    QVERIFY(!Lexicon::fromFolder(folder.filePath(u"nowhere"_s)));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestLanguage)
#include "tst_language.moc"
