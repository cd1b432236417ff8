// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/seed.h"
#include "widgets/common/diff/worddiff.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

QString sideOf(const QList<DiffPart> &parts, DiffPart::Kind other)
{
    QString text;
    for (const auto &part : parts) {
        if (part.kind != other)
            text += part.text;
    }
    return text;
}

} // namespace

class TestWordDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phrasesNotCrumbs()
    {
        using enum DiffPart::Kind;
        const auto parts = wordDiff(u"原路退回，银行一般 1–3 个工作日到账。"_s,
                                    u"原路退回，银行卡 3–7 个工作日到账。"_s);
        QCOMPARE(parts.constFirst(), (DiffPart{Same, u"原路退回，银行"_s}));
        QCOMPARE(parts.constLast(), (DiffPart{Same, u" 个工作日到账。"_s}));
        QCOMPARE(parts.size(), 4);
    }

    void latinWordsAreWhole()
    {
        using enum DiffPart::Kind;
        QCOMPARE(wordDiff(u"用 iPhone15 付"_s, u"用 iPhone16 付"_s),
                 (QList<DiffPart>{{Same, u"用 "_s}, {Removed, u"iPhone15"_s},
                                  {Added, u"iPhone16"_s}, {Same, u" 付"_s}}));
    }

    void variablesAreOneWord()
    {
        using enum DiffPart::Kind;
        QCOMPARE(wordDiff(u"退款 68 元"_s, u"退款 {{金额}} 元"_s),
                 (QList<DiffPart>{{Same, u"退款 "_s}, {Removed, u"68"_s}, {Added, u"{{金额}}"_s},
                                  {Same, u" 元"_s}}));
        QVERIFY(isVariable(u"{{金额}}"_s));
        QVERIFY(!isVariable(u"{{}}"_s));
        QVERIFY(!isVariable(u"{{金额}} 元"_s));
    }

    void emptyAndEqual()
    {
        QVERIFY(wordDiff({}, {}).isEmpty());
        QCOMPARE(wordDiff(u"一样"_s, u"一样"_s),
                 (QList<DiffPart>{{DiffPart::Kind::Same, u"一样"_s}}));
        QCOMPARE(wordDiff({}, u"新"_s), (QList<DiffPart>{{DiffPart::Kind::Added, u"新"_s}}));
        QCOMPARE(wordDiff(u"旧"_s, {}), (QList<DiffPart>{{DiffPart::Kind::Removed, u"旧"_s}}));
    }

    void longTextsAreBounded()
    {
        QString before;
        QString after;
        for (int i = 0; i < 50'000; ++i) {
            before += QChar(0x4E00 + i % 5000);
            after += QChar(0x4E00 + (i * 7 + 3) % 5000);
        }
        const auto parts = wordDiff(before, after);
        QCOMPARE(sideOf(parts, DiffPart::Kind::Added), before);
        QCOMPARE(sideOf(parts, DiffPart::Kind::Removed), after);
        QVERIFY(parts.size() <= 4);
    }

    void bothSidesAreAlwaysWhole()
    {
        Dice dice(seed());
        const QString alphabet = u"退款到账，a1 {}\n😀"_s;
        const auto random = [&] {
            QString text;
            for (int length = dice.below(30); length > 0; --length)
                text += alphabet.at(dice.below(int(alphabet.size())));
            return text;
        };
        for (int i = 0; i < rounds(3000, 200'000); ++i) {
            const auto before = random();
            const auto after = random();
            const auto parts = wordDiff(before, after);
            QCOMPARE(sideOf(parts, DiffPart::Kind::Added), before);
            QCOMPARE(sideOf(parts, DiffPart::Kind::Removed), after);
            for (qsizetype j = 1; j < parts.size(); ++j)
                QVERIFY(parts.at(j).kind != parts.at(j - 1).kind);
        }
    }
};

QTEST_GUILESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
