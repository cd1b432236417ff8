// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/carriedchange.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

/** What was changed in one text is changed in a text like it. */
class TestCarriedChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlace_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("carried");  // empty: a person must look

        const auto from = u"翠湖的各位好，银行卡 1–3 个工作日到账。"_s;
        const auto other = u"@李海燕 银行卡 1–3 个工作日到账。（AI 生成）"_s;
        const auto row = [&](const char *name, const QString &to, const QString &carried) {
            QTest::newRow(name) << from << to << other << carried;
        };
        row("nothing", from, other);
        row("replaced", u"翠湖的各位好，银行卡 1–5 个工作日到账。"_s,
            u"@李海燕 银行卡 1–5 个工作日到账。（AI 生成）"_s);
        row("inserted", u"翠湖的各位好，银行卡一般 1–3 个工作日到账。"_s,
            u"@李海燕 银行卡一般 1–3 个工作日到账。（AI 生成）"_s);
        row("taken out", u"翠湖的各位好，银行卡 1–3 日到账。"_s,
            u"@李海燕 银行卡 1–3 日到账。（AI 生成）"_s);
        row("in what only the first has", u"翠湖的邻居们好，银行卡 1–3 个工作日到账。"_s, {});
        row("in both ends", u"各位好，银行卡 1–3 个工作日内到账。"_s, {});
        QTest::newRow("more than one place")
            << u"微信两天，银行卡两天。"_s << u"微信三天，银行卡两天。"_s
            << u"微信两天，银行卡两天。微信两天，银行卡两天。"_s << QString();
        QTest::newRow("pairs stay whole") << u"好的😀，到账。"_s << u"好的😁，到账。"_s
                                          << u"好，好的😀，到账。"_s << u"好，好的😁，到账。"_s;
        QTest::newRow("to nothing") << u"a"_s << QString() << u"b"_s << QString();
    }

    void findsThePlace()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, other);
        QFETCH(QString, carried);
        const auto found = carriedChange(from, to, other);
        QCOMPARE(found.value_or(QString()), carried);
        QCOMPARE(found.has_value(), !carried.isEmpty());
    }

    /** Whatever is changed inside what both texts share comes out as if it had been written there. */
    void carriesInsideWhatIsShared()
    {
        const auto given = qEnvironmentVariable("QUNTAI_SEED").toUInt();
        const auto seed = given ? given : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        int carriedOnes = 0;
        for (int i = 0; i < 2000; ++i) {
            QString shared;
            for (int k = 0; k < 40; ++k)
                shared.append(QChar(0x4e00 + random.bounded(3000)));
            const auto begin = 12 + random.bounded(10);
            const auto length = random.bounded(6);
            QString now;
            for (int k = random.bounded(5); k > 0; --k)
                now.append(QChar(u'a' + random.bounded(26)));
            auto changed = shared;
            changed.replace(begin, length, now);
            const auto found = carriedChange(u"甲"_s + shared + u"乙"_s,
                                             u"甲"_s + changed + u"乙"_s,
                                             u"丙丁"_s + shared + u"戊"_s);
            QVERIFY(found);
            QCOMPARE(*found, u"丙丁"_s + changed + u"戊"_s);
            carriedOnes += changed != shared ? 1 : 0;
        }
        QVERIFY(carriedOnes > 1000);
    }
};

QTEST_MAIN(TestCarriedChange)
#include "tst_carriedchange.moc"
