// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/common/contrast.h"
#include "widgets/common/theme/themehost.h"

#include <QFile>
#include <QFontInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;
using enum ColorRole;

namespace {

constexpr double kText = 4.5;
constexpr double kGraphic = 3.0;

QByteArray fileOf(const QString &name)
{
    QFile file(u":/quntai/themes/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray roleLabel(ColorRole role)
{
    const auto name = kColorRoleNames[size_t(role)];
    return QByteArray(name.data(), qsizetype(name.size()));
}

constexpr std::array kSurfaces{SurfaceWindow,           SurfaceBase,   SurfaceSunken,
                               SurfaceRaised,           SurfaceHover,  SurfaceSelected,
                               SurfaceSelectedInactive, SurfaceOverlay};
constexpr std::array kTones{Tone::Neutral, Tone::Accent,  Tone::Bot,     Tone::Agent,
                            Tone::Note,    Tone::Success, Tone::Warning, Tone::Danger};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private:
    ThemeSet themes() const { return *loadThemes(); }

    static void addSchemes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    Theme current() const
    {
        QFETCH(bool, dark);
        return dark ? themes().dark : themes().light;
    }
    static void atLeast(const Theme &, const QColor &fg, const QColor &bg, double least,
                        const QByteArray &what)
    {
        const double ratio = test::contrast(fg, bg);
        QVERIFY2(ratio >= least, what + " " + QByteArray::number(ratio, 'f', 2));
    }

private slots:
    void loads()
    {
        const auto loaded = loadThemes();
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error()));
        QCOMPARE(loaded->light.scheme(), Scheme::Light);
        QVERIFY(loaded->dark.isDark());
    }

    void everyRolePresent_data() { addSchemes(); }
    void everyRolePresent()
    {
        const Theme theme = current();
        for (int i = 0; i < kColorRoleCount; ++i)
            QVERIFY2(theme.color(ColorRole(i)).isValid(), roleLabel(ColorRole(i)));
        QSet<QString> names;
        for (auto name : kColorRoleNames)
            names.insert(QString::fromLatin1(name.data(), qsizetype(name.size())));
        QCOMPARE(names.size(), kColorRoleCount);
        // The enum and the name table are two lists: their ends must meet.
        QCOMPARE(roleLabel(DiffDelFg), "diff.delFg");
        QCOMPARE(roleLabel(Emotion50), "emotion.50");
    }

    void textIsReadable_data() { addSchemes(); }
    void textIsReadable()
    {
        const Theme theme = current();
        for (ColorRole bg : kSurfaces) {
            for (ColorRole fg : {TextPrimary, TextSecondary, TextTertiary, TextLink})
                atLeast(theme, theme.color(fg), theme.color(bg), kText,
                        roleLabel(fg) + " on " + roleLabel(bg));
        }
        for (ColorRole bg : {AccentSolid, AccentHover, AccentPressed})
            atLeast(theme, theme.color(AccentOn), theme.color(bg), kText, roleLabel(bg));
        atLeast(theme, theme.color(DiffAddFg), theme.color(DiffAddBg), kText, "added");
        atLeast(theme, theme.color(DiffDelFg), theme.color(DiffDelBg), kText, "removed");
    }

    void tonesAreReadable_data() { addSchemes(); }
    void tonesAreReadable()
    {
        const Theme theme = current();
        for (Tone id : kTones) {
            const ToneColors tone = theme.tone(id);
            const QByteArray label = "tone " + QByteArray::number(int(id));
            atLeast(theme, tone.on, tone.solid, kText, label + " on/solid");
            atLeast(theme, tone.fg, tone.tint, kText, label + " fg/tint");
            for (ColorRole bg : {SurfaceWindow, SurfaceBase, SurfaceHover, SurfaceSelected})
                atLeast(theme, tone.fg, theme.color(bg), kText, label + " fg/" + roleLabel(bg));
            for (ColorRole fg : {TextPrimary, TextSecondary, TextTertiary})
                atLeast(theme, theme.color(fg), tone.tint, kText, label + " tint/" + roleLabel(fg));
        }
        atLeast(theme, theme.color(CustomerFg), theme.color(CustomerBorder), kText, "avatar");
    }

    void lanesAreReadable_data() { addSchemes(); }
    void lanesAreReadable()
    {
        const Theme theme = current();
        for (int i = 0; i < kLaneCount; ++i) {
            const LaneColors &lane = theme.lane(i);
            const QByteArray label = "lane " + QByteArray::number(i);
            atLeast(theme, lane.on, lane.rail, kText, label + " letter");
            atLeast(theme, lane.text, lane.tint, kText, label + " chip");
            atLeast(theme, theme.color(TextPrimary), lane.tint, kText, label + " tint");
            atLeast(theme, lane.rail, theme.color(SurfaceBase), kGraphic, label + " rail");
        }
        QCOMPARE(theme.lane(8).rail, theme.lane(0).rail);
        QCOMPARE(theme.lane(-1).rail, theme.lane(7).rail);
    }

    void graphicsAreVisible_data() { addSchemes(); }
    void graphicsAreVisible()
    {
        const Theme theme = current();
        for (ColorRole bg : {SurfaceBase, SurfaceSunken}) {
            for (ColorRole fg : {Emotion0, Emotion25, Emotion50, Emotion75, Emotion100,
                                 ConfidenceLow, ConfidenceMid, ConfidenceHigh, BorderFocus})
                atLeast(theme, theme.color(fg), theme.color(bg), kGraphic,
                        roleLabel(fg) + " on " + roleLabel(bg));
        }
        for (int level = 0; level <= 100; ++level) {
            for (ColorRole bg : kSurfaces)
                atLeast(theme, theme.emotionText(level), theme.color(bg), kText, "emotion");
        }
    }

    void bandsOfTheMeters()
    {
        const Theme theme = themes().light;
        QCOMPARE(theme.emotion(0), theme.color(Emotion0));
        QCOMPARE(theme.emotion(19), theme.color(Emotion0));
        QCOMPARE(theme.emotion(20), theme.color(Emotion25));
        QCOMPARE(theme.emotion(100), theme.color(Emotion100));
        QCOMPARE(theme.emotion(4000), theme.color(Emotion100));
        QCOMPARE(theme.emotionText(79), theme.color(WarningFg));
        QCOMPARE(theme.emotionText(80), theme.color(DangerFg));
        QCOMPARE(theme.confidence(719), theme.color(ConfidenceMid));
        QCOMPARE(theme.confidence(720), theme.color(ConfidenceHigh));
        QCOMPARE(theme.confidence(499), theme.color(ConfidenceLow));
        QCOMPARE(theme.confidence(800, 900), theme.color(ConfidenceMid));
    }

    void density()
    {
        const Theme theme = themes().light;
        QCOMPARE(theme.metrics().queueRow, 76);
        QCOMPARE(theme.lineHeight(TextRole::Message), 22);
        const Theme compact = theme.withDensity(Density::Compact);
        QCOMPARE(compact.metrics().queueRow, 56);
        QCOMPARE(compact.lineHeight(TextRole::Message), 20);
        QCOMPARE(compact.font(TextRole::Message).pixelSize(), 13);
        QCOMPARE(theme.duration(Motion::Fold), 120);
        QCOMPARE(theme.withReducedMotion(true).duration(Motion::Fold), 0);
    }

    void fontIsTheOneOfTheDesign()
    {
        const QFont font = themes().light.font(TextRole::Ui);
        QCOMPARE(font.pixelSize(), 13);
        QCOMPARE(QFontInfo(font).family(), u"Noto Sans CJK SC"_s);
        QVERIFY(themes().light.boldFont(TextRole::Caption).bold());
    }

    void faultyFilesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        const QByteArray good = fileOf(u"light"_s);
        QVERIFY(!good.isEmpty());
        const auto with = [&good](const QByteArray &from, const QByteArray &to) {
            QByteArray copy = good;
            const qsizetype at = copy.indexOf(from);
            return at < 0 ? QByteArray() : copy.replace(at, from.size(), to);
        };
        QTest::newRow("empty") << QByteArray() << u"JSON"_s;
        QTest::newRow("cut") << good.left(400) << u"JSON"_s;
        QTest::newRow("not an object") << QByteArray("[]") << u"surface.window"_s;
        QTest::newRow("missing") << with("\"window\"", "\"windoow\"") << u"surface.window"_s;
        QTest::newRow("bad") << with("#1B2028", "navy") << u"text.primary"_s;
        QTest::newRow("alpha") << with("#1B2028", "#801B2028") << u"text.primary"_s;
        QTest::newRow("lane") << with("#B74616", "") << u"lane A"_s;
        QTest::newRow("unknown") << with("\"focus\"", "\"fog\": \"#000000\", \"focus\"")
                                 << u"border.fog"_s;
    }
    void faultyFilesAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        const auto parsed = parseThemeColors(json, Scheme::Light);
        QVERIFY(!parsed.has_value());
        QVERIFY2(parsed.error().contains(names), qPrintable(parsed.error()));
    }

    void hostTellsChanges()
    {
        ThemeHost host(themes());
        QSignalSpy changed(&host, &ThemeHost::changed);
        host.setMode(ThemeMode::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(host.theme().isDark());
        host.setMode(ThemeMode::Dark);
        QCOMPARE(changed.count(), 1);
        host.setDensity(Density::Compact);
        host.setReducedMotion(true);
        QCOMPARE(changed.count(), 3);
        host.setMode(ThemeMode::Light);
        QCOMPARE(host.theme().density(), Density::Compact);
        QVERIFY(host.theme().reducedMotion());
        QVERIFY(!host.theme().isDark());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
