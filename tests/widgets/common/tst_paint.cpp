// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/theme/themeloader.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/// Paints on the base surface and gives the picture back.
template <typename Paint>
QImage painted(const Theme &theme, const QSize &size, qreal dpr, Paint paint)
{
    QImage image(size * dpr, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(theme.color(ColorRole::SurfaceBase));
    QPainter painter(&image);
    paint(painter);
    return image;
}

int countOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
    }
    return count;
}

} // namespace

class TestPaint : public QObject
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

    void chipGrowsWithItsContent()
    {
        const Theme &theme = *m_theme;
        const QSize bare = chipSize(theme, {.text = u"要求人工"_s});
        QCOMPARE(bare.height(), 18);
        QCOMPARE(bare.width(), 12 + textWidth(theme.font(TextRole::Caption), u"要求人工"_s));
        const QSize withIcon = chipSize(theme, {.text = u"要求人工"_s, .icon = Icon::Bot});
        QCOMPARE(withIcon.width(), bare.width() + 16);
        QVERIFY(chipSize(theme, {.text = QString(100000, u'长')}).width() < 10000);
    }

    void chipRowShowsWhatFits()
    {
        const Theme &theme = *m_theme;
        const QList<ChipSpec> chips{{.text = u"情绪 82 ↑"_s, .tone = Tone::Danger},
                                    {.text = u"要求人工"_s, .tone = Tone::Danger},
                                    {.text = u"追问 3 次"_s, .tone = Tone::Warning},
                                    {.text = u"VIP"_s, .tone = Tone::Note}};
        const ChipRow all = layoutChips(theme, chips, QRect(10, 5, 2000, 18));
        QCOMPARE(all.rects.size(), 4);
        QCOMPARE(all.hidden, 0);
        QVERIFY(all.more.isNull());
        QCOMPARE(all.rects[1].left(), all.rects[0].left() + all.rects[0].width() + 4);
        for (int width = 0; width < 400; ++width) {
            const QRect area(10, 5, width, 18);
            const ChipRow row = layoutChips(theme, chips, area);
            QCOMPARE(row.rects.size() + row.hidden, chips.size());
            QCOMPARE(row.more.isNull(), row.hidden == 0);
            for (const QRect &rect : row.rects)
                QVERIFY(area.contains(rect));
            if (!row.rects.isEmpty() && row.hidden)
                QVERIFY(area.contains(row.more));
        }
        QVERIFY(layoutChips(theme, {}, QRect(0, 0, 100, 18)).rects.isEmpty());
    }

    void firstChipIsNarrowedNotHidden()
    {
        const QList<ChipSpec> chips{{.text = u"这是一个非常非常长的原因说明文字"_s}};
        const ChipRow row = layoutChips(*m_theme, chips, QRect(0, 0, 60, 18));
        QCOMPARE(row.rects.size(), 1);
        QCOMPARE(row.rects[0].width(), 60);
    }

    void elidingNeverExceedsTheWidth()
    {
        const QFont font = m_theme->font(TextRole::Ui);
        const QStringList texts{u"滨江花园 3 群"_s,
                                u"<b>bold</b>"_s,
                                u"שלום עולם abc"_s,
                                u"a\u202Eb\u200Bc"_s,
                                u"👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"_s,
                                QString(5000, u'字'),
                                QString()};
        for (const QString &text : texts) {
            for (int width : {-1, 0, 1, 5, 13, 40, 41, 90, 300, 4000}) {
                const QString shown = elidedText(font, text, width);
                QVERIFY(textWidth(font, shown) <= qMax(0, width));
                if (width >= 40 && !text.isEmpty())
                    QVERIFY2(!shown.isEmpty(), qPrintable(text));
            }
        }
        QCOMPARE(elidedText(font, u"<b>bold</b>"_s, 500), u"<b>bold</b>"_s);
        QVERIFY(elidedText(font, u"滨江花园 3 群"_s, 60).endsWith(u'…'));
    }

    void hairlinesAreOneDevicePixel()
    {
        for (qreal dpr : {1.0, 1.5, 2.0, 3.0}) {
            const QImage image = painted(*m_theme, {20, 20}, dpr, [](QPainter &painter) {
                paintHLine(painter, 0, 20, 4, Qt::red);
            });
            QCOMPARE(countOf(image, Qt::red), image.width());
        }
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initial");
        QTest::newRow("zh") << u"李海燕"_s << u"李"_s;
        QTest::newRow("latin") << u"leo"_s << u"L"_s;
        QTest::newRow("marks first") << u"~*【王】阿姨"_s << u"王"_s;
        QTest::newRow("hidden first") << u"\u202E\u200B陈"_s << u"陈"_s;
        QTest::newRow("emoji") << u"🍎果园"_s << u"🍎"_s;
        QTest::newRow("empty") << QString() << u"?"_s;
        QTest::newRow("only marks") << u"…··"_s << u"?"_s;
    }
    void initials()
    {
        QFETCH(QString, name);
        QTEST(avatarInitial(name), "initial");
    }

    void avatarsTellWhoTheyAre()
    {
        const Theme &theme = *m_theme;
        const QRect rect(2, 2, 28, 28);
        const auto paint = [&](const AvatarSpec &spec) {
            return painted(theme, {32, 32}, 1,
                           [&](QPainter &p) { paintAvatar(p, theme, rect, spec); });
        };
        const QImage person = paint({.name = u"王"_s});
        const QImage group = paint({.name = u"王"_s, .shape = AvatarShape::Group});
        const QColor neutral = theme.color(ColorRole::CustomerBorder);
        QVERIFY(countOf(group, neutral) > countOf(person, neutral));
        QVERIFY(
            countOf(paint({.name = u"小禾"_s, .tone = Tone::Bot}), theme.color(ColorRole::BotSolid))
            > 300);
        QVERIFY(countOf(paint({.name = u"周"_s, .tone = Tone::Agent, .ring = true}),
                        theme.color(ColorRole::AgentSolid))
                > 300);
        QVERIFY(
            countOf(paint({.name = u"林"_s, .tone = Tone::Agent, .presence = PresenceMark::Online}),
                    theme.color(ColorRole::SuccessSolid))
            > 20);
    }

    void ringRunsDown()
    {
        const Theme &theme = *m_theme;
        const QColor ink = theme.color(ColorRole::DangerFg);
        int before = -1;
        for (int permille : {0, 250, 500, 750, 1000, 5000}) {
            const QImage image = painted(theme, {16, 16}, 2, [&](QPainter &p) {
                paintRing(p, theme, QRectF(1, 1, 14, 14), permille, ink);
            });
            const int inked = countOf(image, ink);
            QVERIFY(permille > 1000 ? inked == before : inked > before);
            before = inked;
        }
        QCOMPARE(deadlineRole(900), ColorRole::TextSecondary);
        QCOMPARE(deadlineRole(699), ColorRole::WarningFg);
        QCOMPARE(deadlineRole(249), ColorRole::DangerFg);
    }

    void confidenceIsALength()
    {
        const Theme &theme = *m_theme;
        const auto inked = [&](int permille) {
            const QImage image = painted(theme, {60, 12}, 1, [&](QPainter &p) {
                paintConfidenceBar(p, theme, QRectF(0, 0, 56, 12), permille, 0);
            });
            return countOf(image, theme.color(ColorRole::ConfidenceHigh));
        };
        QVERIFY(inked(900) > inked(600));
        QVERIFY(inked(600) > inked(300));
        QCOMPARE(inked(5000), inked(1000));
        QCOMPARE(confidenceText(930), u"0.93"_s);
        QCOMPARE(confidenceText(0), u"0.00"_s);
        QCOMPARE(confidenceText(1400), u"1.00"_s);
        QCOMPARE(confidenceSize(theme).height(), 16);
    }

    void emotionArrowNeedsARealChange()
    {
        QCOMPARE(emotionText({82, 6}), u"82↑"_s);
        QCOMPARE(emotionText({61, -21}), u"61↓"_s);
        QCOMPARE(emotionText({38, 5}), u"38"_s);
        QCOMPARE(emotionText({300, 0}), u"100"_s);
        QVERIFY(emotionSize(*m_theme, {82, 6}).width() > emotionSize(*m_theme, {38, 0}).width());
    }

    void aNinthLaneIsNotTakenForTheFirst()
    {
        const auto drawn = [this](int lane) {
            return painted(*m_theme, {20, 20}, 1.0, [&](QPainter &p) {
                paintLaneBadge(p, *m_theme, QRectF(0, 0, 20, 20), lane, LaneFill::Solid, false);
            });
        };
        QCOMPARE(drawn(0), drawn(0));
        QVERIFY(drawn(0) != drawn(8));
        QVERIFY(drawn(9) != drawn(10));
    }

    void everythingPaintsAtEveryScale()
    {
        const Theme &theme = *m_theme;
        for (qreal dpr : {1.0, 1.25, 1.5, 2.0}) {
            const QImage image = painted(theme, {300, 60}, dpr, [&](QPainter &p) {
                paintLaneBadge(p, theme, QRectF(0, 0, 16, 16), 2, LaneFill::Hollow, true);
                paintCountBadge(p, theme, QRect({20, 0}, countBadgeSize(theme, 12)), 12, true);
                paintKeyCap(p, theme, QRect({60, 0}, keyCapSize(theme, u"Ctrl+E"_s)), u"Ctrl+E"_s);
                paintRef(p, theme, QRect({120, 0}, refSize(theme, u"#31"_s)), u"#31"_s);
                paintConfidence(p, theme, QRect({0, 20}, confidenceSize(theme)), 410);
                paintEmotion(p, theme, QRect({100, 20}, emotionSize(theme, {82, 9})), {82, 9});
                paintSpark(p, theme, QRectF(160, 20, 80, 20), {40, 44, 60, 82});
                paintSpark(p, theme, QRectF(160, 40, 80, 20), {40});
                paintSpark(p, theme, QRectF(160, 40, 80, 20), {});
            });
            QVERIFY(countOf(image, theme.color(ColorRole::DangerSolid)) > 50);
        }
        QCOMPARE(countBadgeSize(theme, 1).width(), 18);
        QCOMPARE(countBadgeSize(theme, 1000000), countBadgeSize(theme, 1001));
    }
};

QTEST_MAIN(TestPaint)
#include "tst_paint.moc"
