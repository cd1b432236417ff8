// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/searchfield.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/palette/pinyin.h"

#include <QAbstractItemModelTester>
#include <QInputMethodEvent>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

PaletteItem item(const QString &id, const QString &text, const QString &detail = {},
                 int weight = 0)
{
    PaletteItem made;
    made.id = id;
    made.text = text;
    made.detail = detail;
    made.kind = u"类"_s;
    made.weight = weight;
    return made;
}

QList<PaletteItem> sample()
{
    auto take = item(u"take"_s, u"接管或交还"_s, u"话题"_s, 50);
    take.keys = u"F2"_s;
    take.always = true;
    auto transfer = item(u"transfer"_s, u"转交话题"_s, u"话题"_s, 50);
    transfer.whyNot = u"先接管话题"_s;
    transfer.always = true;
    return {take, transfer, item(u"g1"_s, u"清禾优选 · 滨江花园 3 群"_s),
            item(u"g2"_s, u"翠苑鲜果 1 群"_s), item(u"t1"_s, u"退款 3 天未到账"_s, u"李海燕 · 滨江"_s),
            item(u"e1"_s, u"退款多久能到账"_s), item(u"e2"_s, u"Visa 卡退款"_s),
            item(u"p1"_s, u"李海燕"_s)};
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;

    static QStringList found(PaletteModel &model, const QString &words)
    {
        model.setWords(words);
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.at(row)->id);
        return ids;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void chineseHasInitials()
    {
        QCOMPARE(pinyinInitials(u"退款 Visa 卡"), u"tk visa k"_s);
        QCOMPARE(pinyinInitials(u"接管转人工知识库"), u"jgzrgzsk"_s);
        QCOMPARE(pinyinInitials(u"😀ａ"), u"😀ａ"_s);
        QCOMPARE(pinyinInitials(u"李海燕群监控").size(), 6);
    }

    void findsPieces_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("at");
        QTest::newRow("whole") << u"退款"_s << u"查退款"_s << QList<int>{1, 2};
        QTest::newRow("initials") << u"tk"_s << u"查退款"_s << QList<int>{1, 2};
        QTest::newRow("scattered") << u"退账"_s << u"退款到账"_s << QList<int>{0, 3};
        QTest::newRow("mixed") << u"退dz"_s << u"退款到账"_s << QList<int>{0, 2, 3};
        QTest::newRow("case") << u"VIS"_s << u"visa"_s << QList<int>{0, 1, 2};
        QTest::newRow("two words") << u"账 退"_s << u"退款到账"_s << QList<int>{0, 3};
        QTest::newRow("order matters") << u"账退"_s << u"退款到账"_s << QList<int>{};
        QTest::newRow("not there") << u"发票"_s << u"退款到账"_s << QList<int>{};
    }
    void findsPieces()
    {
        QFETCH(QString, words);
        QFETCH(QString, text);
        QFETCH(QList<int>, at);
        const auto match = fuzzyMatch(fuzzyPattern(words), fuzzyText(text));
        QCOMPARE(match.has_value(), !at.isEmpty());
        if (match)
            QCOMPARE(match->at, at);
    }

    void betterHitsComeFirst()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(sample());
        // In one piece at the front, in one piece inside, elsewhere.
        QCOMPARE(found(model, u"退款"_s).first(2), (QStringList{u"e1"_s, u"t1"_s}));
        QCOMPARE(found(model, u"退款"_s).last(), u"e2"_s);
        // What it is called before what stands behind it.
        QCOMPARE(found(model, u"李海燕"_s), (QStringList{u"p1"_s, u"t1"_s}));
        QCOMPARE(found(model, u"jg"_s).first(), u"take"_s);
        // Able before unable.
        QCOMPARE(found(model, u"话题"_s), (QStringList{u"take"_s, u"transfer"_s}));
        QCOMPARE(found(model, u"没有这样的"_s), QStringList());
    }

    void whatWasUsedComesFirst()
    {
        PaletteModel model;
        model.setItems(sample());
        QCOMPARE(found(model, {}), (QStringList{u"take"_s, u"transfer"_s}));
        model.setRecent({u"e2"_s, u"transfer"_s, u"gone"_s});
        QCOMPARE(found(model, {}), (QStringList{u"e2"_s, u"transfer"_s, u"take"_s}));
        QVERIFY(model.data(model.index(0), PaletteModel::IsRecent).toBool());
    }

    void rowsAreBounded()
    {
        PaletteModel model;
        QList<PaletteItem> many;
        for (int at = 0; at < 2500; ++at)
            many.append(item(QString::number(at), u"退款 %1"_s.arg(at)));
        model.setItems(many);
        QCOMPARE(found(model, u"退款"_s).size(), PaletteModel::mostRows);
        QCOMPARE(found(model, u"退款 2417"_s).first(), u"2417"_s);
    }

    void hostileNamesAreSeen()
    {
        PaletteModel model;
        model.setItems({item(u"x"_s, hostileText())});
        QCOMPARE(found(model, {}).size(), 0);
        model.setWords(hostileText().left(1));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.at(0)->text.contains(QChar(0x202e)));
    }

    void runsByKeyboard()
    {
        QWidget window;
        window.resize(900, 640);
        QLineEdit before(&window);
        CommandPalette palette(*m_host, &window);
        window.show();
        before.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        palette.open(sample(), {});
        QVERIFY(palette.field().hasFocus());
        QCOMPARE(palette.list().model()->rowCount(), 2);
        QTest::keyClick(&palette.field(), Qt::Key_Down);
        QTest::keyClick(&palette.field(), Qt::Key_Return); // it cannot be: nothing happens
        QCOMPARE(chosen.size(), 0);
        QVERIFY(palette.isVisible());
        QTest::keyClick(&palette.field(), Qt::Key_Down); // round the end
        QCOMPARE(palette.list().currentIndex().row(), 0);
        // While a word is being composed, Enter is the input method's.
        QInputMethodEvent composing(u"cui yuan"_s, {});
        QCoreApplication::sendEvent(&palette.field(), &composing);
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        QInputMethodEvent commit;
        commit.setCommitString(u"翠苑"_s);
        QCoreApplication::sendEvent(&palette.field(), &commit);
        QCOMPARE(palette.list().model()->rowCount(), 1);
        grabBoth(*m_host, window, u"palette-words"_s);
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), u"g2"_s);
        QVERIFY(!palette.isVisible());
        QVERIFY(before.hasFocus());
    }

    void closesWithoutDoingAnything()
    {
        QWidget window;
        window.resize(900, 640);
        QLineEdit before(&window);
        CommandPalette palette(*m_host, &window);
        window.show();
        before.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        palette.open(sample(), {u"g1"_s});
        grabBoth(*m_host, window, u"palette"_s);
        QCOMPARE(namelessWidget(palette), QString());
        QTest::keyClick(&palette.field(), Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QVERIFY(before.hasFocus());
        palette.open(sample(), {});
        QTest::keyClicks(&palette.field(), u"zzz"_s);
        grabBoth(*m_host, window, u"palette-nothing"_s);
        before.setFocus(); // as a click elsewhere does
        QVERIFY(!palette.isVisible());
        QCOMPARE(chosen.size(), 0);
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
