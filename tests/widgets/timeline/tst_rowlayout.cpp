// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrows.h"
#include "widgets/common/theme/themeloader.h"
#include "widgets/timeline/rowlayout.h"

#include <QTest>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

RowContent byId(const QList<RowContent> &rows, const QString &id)
{
    for (const RowContent &row : rows) {
        if (row.message.value == id)
            return row;
    }
    return {};
}

/// Every rectangle of a layout that is there.
QList<QRect> rectsOf(const RowLayout &at)
{
    QList<QRect> rects{at.avatar, at.name,    at.time,   at.link,     at.confirm,    at.move,
                       at.quote,  at.card,    at.text,   at.showMore, at.delivery,   at.recall,
                       at.ai,     at.verdict, at.intent, at.decision, at.confidence, at.emotion,
                       at.box,    at.icon,    at.title,  at.detail,   at.unfold};
    rects << at.roles << at.attachments << at.sources << at.actions << at.reasons << at.badges;
    rects.removeIf([](const QRect &rect) { return rect.isEmpty(); });
    return rects;
}

} // namespace

/// The rectangles of rows, not their pixels.
class TestRowLayout : public QObject
{
    Q_OBJECT

private:
    std::optional<Theme> m_theme;

private slots:
    void initTestCase()
    {
        const auto themes = loadThemes();
        QVERIFY(themes.has_value());
        m_theme = themes->light;
    }

    void designMeasures()
    {
        // desk-light: 1440 wide, timeline 776.
        const RowContent plain = byId(designRows(), u"m4"_s);
        const RowLayout at = layoutRow(plain, 776, *m_theme);
        QCOMPARE(at.avatar, QRect(72, 6, 28, 28));
        QCOMPARE(at.name.topLeft(), QPoint(108, 5));
        QCOMPARE(at.text, QRect(108, 24, 440, 22));
        QCOMPARE(at.link.right(), 547);
        QCOMPARE(at.nodeY, 20);
        QCOMPARE(at.verdict.left(), 560);
        QCOMPARE(at.decision.right() + 1, 764);
        QCOMPARE(at.confidence.left(), 572);
        const RowLayout answer = layoutRow(byId(designRows(), u"m2"_s), 776, *m_theme);
        QCOMPARE(answer.card, QRect(108, 26, 440, 54));
        QCOMPARE(answer.text, QRect(119, 31, 418, 22));
        QCOMPARE(answer.height, 85);
        const RowLayout quoted = layoutRow(byId(designRows(), u"m3"_s), 776, *m_theme);
        QCOMPARE(quoted.quote, QRect(108, 26, 440, 22));
        QCOMPARE(quoted.text.top(), 51);
    }

    void fixedRows()
    {
        RowContent row;
        row.kind = RowKind::Fold;
        QCOMPARE(layoutRow(row, 776, *m_theme).height, 28);
        row.kind = RowKind::System;
        QCOMPARE(layoutRow(row, 776, *m_theme).height, 26);
        row.kind = RowKind::Day;
        QCOMPARE(layoutRow(row, 776, *m_theme).height, 24);
    }

    /** Thirty topics under one fold: the badges end where the way to see them begins. */
    void aFoldOfManyLanesCountsTheRest()
    {
        RowContent row;
        row.kind = RowKind::Fold;
        row.title = u"+12 chatter"_s;
        for (int lane = 0; lane < 30; ++lane)
            row.folded.append({lane, lane + 1});
        for (const int width : {480, 776, 2560}) {
            const RowLayout at = layoutRow(row, width, *m_theme);
            QVERIFY(!at.badges.isEmpty() && at.badges.size() < row.folded.size());
            QCOMPARE(at.badges.size(), at.badgeCounts.size());
            QVERIFY(!at.moreBadges.isNull());
            QVERIFY(at.badgeCounts.last().right() < at.moreBadges.left());
            QVERIFY2(at.moreBadges.right() < at.unfold.left(), qPrintable(QString::number(width)));
            QVERIFY(at.title.right() < at.unfold.left());
        }
        row.folded = row.folded.first(2);
        const RowLayout few = layoutRow(row, 776, *m_theme);
        QCOMPARE(few.badges.size(), 2);
        QVERIFY(few.moreBadges.isNull());
    }

    void everythingIsInsideItsRow_data()
    {
        QTest::addColumn<int>("width");
        for (int width : {480, 560, 696, 700, 776, 1000, 1400, 2560})
            QTest::addRow("%d", width) << width;
    }

    void everythingIsInsideItsRow()
    {
        QFETCH(int, width);
        const QList<RowContent> rows = designRows() + focusRows() + offlineRows();
        for (const RowContent &row : rows) {
            const RowLayout at = layoutRow(row, width, *m_theme);
            const QRect area(0, 0, rowContentRight(width), at.height);
            for (const QRect &rect : rectsOf(at)) {
                QVERIFY2(area.contains(rect),
                         qPrintable(u"%1 %2: %3,%4 %5×%6 of %7"_s.arg(row.name, row.text)
                                        .arg(rect.x())
                                        .arg(rect.y())
                                        .arg(rect.width())
                                        .arg(rect.height())
                                        .arg(at.height)));
            }
            QVERIFY(at.text.width() <= 640);
            QVERIFY(rowContentRight(width) <= 964);
            if (!at.name.isEmpty() && !at.link.isEmpty())
                QVERIFY(at.time.right() < at.link.left());
            if (row.verdict && width >= 700)
                QVERIFY(at.verdict.left() > at.text.right());
            QCOMPARE(at.verdictInline, row.verdict && width < 700);
        }
    }

    void headsAreShared()
    {
        RowContent first = said(u"李海燕"_s, u"又是复制粘贴！"_s);
        first.continues = true;
        RowContent second = said(u"李海燕"_s, u"找个人来"_s);
        second.continued = true;
        const RowLayout a = layoutRow(first, 776, *m_theme);
        const RowLayout b = layoutRow(second, 776, *m_theme);
        QVERIFY(b.avatar.isNull());
        QVERIFY(b.name.isNull());
        // Lines of one head keep the text's own distance of 22.
        QCOMPARE(a.height + b.text.top() - a.text.top(), 23);
        QVERIFY(b.time.left() > b.text.left());
    }

    void longTextIsBounded()
    {
        const RowContent many = said(u"a"_s, QString(10000, u'长'));
        const RowLayout at = layoutRow(many, 776, *m_theme);
        QVERIFY(at.body.isCut());
        QVERIFY(!at.showMore.isNull());
        QVERIFY(at.body.shown().size() < 4100);
        const RowContent lines = said(u"b"_s, QString(5000, u'\n'));
        QVERIFY(layoutRow(lines, 776, *m_theme).text.height() <= 201 * 22);
        RowContent whole = many;
        whole.whole = true;
        QVERIFY(!layoutRow(whole, 776, *m_theme).body.isCut());
    }

    void cutsBetweenWholeCharacters()
    {
        const QString emoji = QString(1, u'a') + u"😀"_s.repeated(5000);
        const QStringView start = boundedStart(emoji, kShortText);
        QVERIFY(!start.back().isHighSurrogate());
        QCOMPARE(boundedStart(u"a\nb\nc", {100, 2}).toString(), u"a\nb"_s);
        QCOMPARE(boundedStart(u"", kShortText).toString(), QString());
    }

    void hostileTextsStayText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("html") << u"<b>bold</b><img src=x onerror=alert(1)>"_s;
        QTest::newRow("bidi") << u"\u202Egnp.exe\u202C und \u2066x"_s;
        QTest::newRow("zero width") << u"支\u200B付\u200D宝"_s;
        QTest::newRow("combining") << u"a"_s + QString(3000, QChar(0x0301));
        QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) + u"x"_s;
        QTest::newRow("nul") << QString(QChar(0)) + u"nach"_s;
        QTest::newRow("separators") << u"a\u2028b\u2029c\r\nd"_s;
        QTest::newRow("one long word") << QString(4000, u'x');
    }

    void hostileTextsStayText()
    {
        QFETCH(QString, text);
        RowContent row = said(text, text);
        row.quote = text;
        row.link = ChipSpec{.text = text, .lane = 0};
        row.attachments.append({MessageKind::File, text, text, {}, {}});
        for (int width : {480, 776}) {
            const RowLayout at = layoutRow(row, width, *m_theme);
            const QRect area(0, 0, rowContentRight(width), at.height);
            for (const QRect &rect : rectsOf(at))
                QVERIFY(area.contains(rect));
            const QString shown = at.body.shown();
            for (QChar bad : {QChar(0x202E), QChar(0x200B), QChar(0x2066), QChar(0)})
                QVERIFY(!shown.contains(bad));
            if (text.contains(u"<b>"))
                QVERIFY(shown.contains(u"<b>bold</b>"));
        }
    }

    void hits()
    {
        const RowContent chen = byId(designRows(), u"m7"_s);
        const RowLayout at = layoutRow(chen, 776, *m_theme);
        const auto action = [&](const QPoint &point) {
            return hitRow(chen, at, point, false).action;
        };
        QCOMPARE(action(at.link.center()), RowAction::FocusTopic);
        QCOMPARE(action(at.confirm.center()), RowAction::ConfirmLink);
        QCOMPARE(action(at.move.center()), RowAction::MoveTo);
        QCOMPARE(action(at.text.center()), RowAction::Body);
        QCOMPARE(action(at.verdict.center()), RowAction::Verdict);
        QCOMPARE(action({28, at.nodeY}), RowAction::FocusTopic);
        QCOMPARE(action({-5, -5}), RowAction::None);
        QVERIFY(at.confirm.height() >= 18);
    }

    void hitsOfAnswers()
    {
        const RowContent bot = byId(designRows(), u"m2"_s);
        const RowLayout at = layoutRow(bot, 776, *m_theme);
        QCOMPARE(hitRow(bot, at, at.sources[0].center(), false).action, RowAction::OpenEntry);
        QCOMPARE(hitRow(bot, at, at.sources[1].center(), false).action, RowAction::None);
        const QPoint correct = at.hoverItems[0].center();
        QCOMPARE(hitRow(bot, at, correct, false).action, RowAction::None);
        QCOMPARE(hitRow(bot, at, correct, true).action, RowAction::Correct);
        const RowContent unknown = offlineRows()[7];
        const RowLayout there = layoutRow(unknown, 776, *m_theme);
        QCOMPARE(hitRow(unknown, there, there.actions[0].center(), false).action,
                 RowAction::MarkSent);
        QCOMPARE(hitRow(unknown, there, there.actions[1].center(), false).action, RowAction::Retry);
    }

    void hoverBarCoversNoText()
    {
        for (int width : {600, 696, 776, 1200}) {
            for (const RowContent &row : designRows() + focusRows()) {
                const RowLayout at = layoutRow(row, width, *m_theme);
                if (at.hoverBar.isNull() || row.continued)
                    continue;
                QVERIFY(!at.hoverBar.intersects(at.text));
                QVERIFY(!at.hoverBar.intersects(at.link));
                QVERIFY(!at.hoverBar.intersects(at.verdict) || at.verdictInline);
            }
        }
    }

    void tooltips()
    {
        const RowContent bot = byId(designRows(), u"m2"_s);
        QVERIFY(rowToolTip(bot, {RowAction::OpenEntry, 0, {}}).startsWith(u"生鲜坏果赔付 v12"_s));
        QVERIFY(rowToolTip(bot, {RowAction::Body, 0, {}}).isEmpty());
    }
};

QTEST_MAIN(TestRowLayout)
#include "tst_rowlayout.moc"
