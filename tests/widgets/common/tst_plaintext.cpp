// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/plaintext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void eachHiddenCharacterIsMarked()
    {
        QList<std::pair<char32_t, char32_t>> ranges{
            {0x00, 0x08},       {0x0B, 0x0C},     {0x0E, 0x1F},       {0x7F, 0x84},
            {0xAD, 0xAD},       {0x61C, 0x61C},   {0x200B, 0x200F},   {0x202A, 0x202E},
            {0x2060, 0x206F},   {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F}, {0xFE00, 0xFE0F},
            {0xE0100, 0xE01EF},
        };
        int cases = 0;
        for (const auto &[first, last] : ranges) {
            for (char32_t c = first; c <= last; ++c, ++cases) {
                const QString raw = u"李%1海"_s.arg(QChar::fromUcs4(c));
                const QString hex = QString::number(c, 16).toUpper().rightJustified(4, u'0');
                QVERIFY2(hasHiddenCharacters(raw), qPrintable(hex));
                QCOMPARE(visibleText(raw), u"李〔U+%1〕海"_s.arg(hex));
                QCOMPARE(cleanedText(raw), u"李海"_s);
            }
        }
        QVERIFY(cases >= 400);
    }

    void ordinaryTextIsUntouched_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("zh") << u"王阿姨·6 栋 ¥19.90！"_s;
        QTest::newRow("html") << u"<img src=file:///etc/passwd>"_s;
        QTest::newRow("heart") << u"❤️好评"_s;
        QTest::newRow("family") << u"👨‍👩‍👧 三口之家"_s;
        QTest::newRow("skin") << u"👍🏽"_s;
        QTest::newRow("pirate") << u"🏴‍☠️"_s;
        QTest::newRow("keycap") << u"1️⃣号群"_s;
        QTest::newRow("arabic") << u"مرحبا"_s;
        QTest::newRow("rare ideograph") << u"𠮷野家"_s;
        QTest::newRow("ideographic space") << u"第一\u3000第二"_s;
    }
    void ordinaryTextIsUntouched()
    {
        QFETCH(QString, text);
        QVERIFY(!hasHiddenCharacters(text));
        QCOMPARE(visibleText(text), text);
        QCOMPARE(cleanedText(text), text);
    }

    void disguisedFileName()
    {
        const QString name = u"账单\u202Egpj.exe"_s;
        QCOMPARE(visibleText(name), u"账单〔U+202E〕gpj.exe"_s);
    }

    void joinerBetweenLettersIsMarked()
    {
        QCOMPARE(visibleText(u"客\u200D服"_s), u"客〔U+200D〕服"_s);
        QCOMPARE(visibleText(u"客服\uFE0F"_s), u"客服〔U+FE0F〕"_s);
        QCOMPARE(visibleText(u"😀\u200D服"_s), u"😀〔U+200D〕服"_s);
    }

    void loneSurrogates()
    {
        QCOMPARE(visibleText(QString(QChar(0xD83D)) + u"a"_s), u"〔U+D83D〕a"_s);
        QCOMPARE(visibleText(QString(QChar(0xDE00))), u"〔U+DE00〕"_s);
    }

    void linesBecomeOne()
    {
        QCOMPARE(visibleText(u"a\nb\r\nc\td\u2028e"_s), u"a b c d e"_s);
        QVERIFY(!hasHiddenCharacters(u"a\nb\t"_s));
    }

    void lengthIsBounded()
    {
        QCOMPARE(visibleText(u"abcdef"_s, 6), u"abcdef"_s);
        QCOMPARE(visibleText(u"abcdefg"_s, 6), u"abcde…"_s);
        QVERIFY(visibleText(QString(1 << 20, u'好')).size() <= kMaxLineText);
        QVERIFY(visibleText(u"e"_s + QString(100000, QChar(0x301))).size() <= kMaxLineText);
        // An emoji is dropped whole, never cut in half.
        const QString cut = visibleText(u"abcd👍🏽efgh"_s, 7);
        QCOMPARE(cut, u"abcd…"_s);
    }

    void bodyIsIsolatedLineByLine()
    {
        QCOMPARE(isolatedBody(u"a\nb"_s), u"\u2068a\u2069\n\u2068b\u2069"_s);
        // A closing isolate in the text must not get out of ours.
        QCOMPARE(isolatedBody(u"x\u2069y"_s), u"\u2068x〔U+2069〕y\u2069"_s);
        QCOMPARE(cleanedText(isolatedBody(u"你好"_s)), u"你好"_s);
    }

    void randomTextIsNeverInvisible()
    {
        bool given = false;
        const int fixed = qEnvironmentVariableIntValue("QUNTAI_SEED", &given);
        const quint32 seed = given ? quint32(fixed) : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const int rounds = qEnvironmentVariableIsSet("QUNTAI_SOAK") ? 200000 : 5000;
        for (int i = 0; i < rounds; ++i) {
            QString text;
            const int length = random.bounded(1, 24);
            for (int j = 0; j < length; ++j)
                text += QChar(ushort(random.bounded(0x10000)));
            const QString shown = visibleText(text);
            QVERIFY(!hasHiddenCharacters(shown));
            QCOMPARE(visibleText(shown), shown);
            QVERIFY(!hasHiddenCharacters(cleanedText(text)));
        }
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
