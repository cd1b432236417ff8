// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/tilepainter.h"

#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/wall/tilewords.h"

#include <QCoreApplication>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Wall", text);
}

void paintFrame(QPainter &painter, const Theme &theme, const QRect &rect, TileAlarm alarm,
                const TileLook &look)
{
    const bool late = alarm == TileAlarm::Late && !look.stale;
    auto fill = theme.color(late ? ColorRole::DangerTint : ColorRole::SurfaceRaised);
    if (look.hovered && !late)
        fill = theme.color(ColorRole::SurfaceHover);
    const auto border = late                              ? ColorRole::DangerSolid
        : alarm == TileAlarm::Near && !look.stale ? ColorRole::WarningSolid
                                                  : ColorRole::BorderSubtle;
    paintBox(painter, rect, radius::card, fill, theme.color(border));
    if (!look.current)
        return;
    // Inside the tile: its neighbours are no part of what is painted again.
    painter.setPen(QPen(theme.color(look.focused ? ColorRole::BorderFocus
                                                 : ColorRole::BorderStrong),
                        component::focusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius::card - 1, radius::card - 1);
}

void paintPeople(QPainter &painter, const Theme &theme, const WallTile &tile,
                 const TileLayout &layout)
{
    for (int i = 0; i < layout.lanes.size(); ++i)
        paintLaneBadge(painter, theme, layout.lanes.at(i), tile.topics.at(i).lane);
    if (layout.hiddenLanes > 0)
        paintText(painter, theme, layout.moreLanes, u"+%1"_s.arg(layout.hiddenLanes),
                  TextRole::Caption, ColorRole::TextTertiary);
    if (!layout.noTopics.isEmpty())
        paintText(painter, theme, layout.noTopics,
                  say(QT_TRANSLATE_NOOP("Wall", "No open topic")), TextRole::Caption,
                  ColorRole::TextTertiary);
    for (int i = 0; i < layout.faces.size(); ++i) {
        const auto &owner = layout.owners.at(i);
        AvatarSpec avatar;
        avatar.name = owner.name;
        avatar.tone = owner.user.isEmpty() ? Tone::Bot : Tone::Agent;
        paintAvatar(painter, theme, layout.faces.at(i), avatar);
    }
}

ColorRole ageRole(const WallTile &tile, TileAlarm alarm, bool stale)
{
    if (stale || tile.oldest < 0)
        return ColorRole::TextTertiary;
    switch (alarm) {
    case TileAlarm::Late: return ColorRole::DangerFg;
    case TileAlarm::Near: return ColorRole::WarningFg;
    case TileAlarm::Calm: return ColorRole::TextPrimary;
    }
    return ColorRole::TextPrimary;
}

/** Beside the time: its colour alone would tell some people nothing. */
void paintAlarm(QPainter &painter, const Theme &theme, const QRect &at, TileAlarm alarm)
{
    if (alarm == TileAlarm::Calm)
        return;
    const bool late = alarm == TileAlarm::Late;
    theme.paintIcon(painter, QRect(at.left(), at.top(), component::iconSmall, at.height()),
                    late ? Icon::Warn : Icon::Clock,
                    late ? ColorRole::DangerFg : ColorRole::WarningFg, component::iconSmall);
}

void paintMood(QPainter &painter, const Theme &theme, const WallTile &tile,
               const TileLayout &layout)
{
    const int level = tile.emotion();
    const auto number = level < 0 ? u"–"_s : emotionText({level, tile.emotionTrend()});
    const auto &font = level >= tile.emotionAlert ? theme.boldFont(TextRole::Caption)
                                                  : theme.font(TextRole::Caption);
    const auto color = level < 0 ? theme.color(ColorRole::TextTertiary) : theme.emotionText(level);
    paintText(painter, layout.emotion, number, font, color, Qt::AlignRight);
    auto words = layout.emotion;
    words.setRight(words.right() - textWidth(font, number) - 4);
    paintText(painter, theme, words, say(QT_TRANSLATE_NOOP("Wall", "Emotion")), TextRole::Caption,
              ColorRole::TextTertiary, Qt::AlignRight);
    paintSpark(painter, theme, layout.spark, tile.emotions, tile.emotionAlert);
}

void paintBudget(QPainter &painter, const Theme &theme, const WallTile &tile,
                 const TileLayout &layout, Instant now)
{
    const auto role = tile.budgetUsed(now) >= budgetWarning ? ColorRole::WarningFg
                                                            : ColorRole::TextTertiary;
    const int words = paintText(painter, theme, layout.budget, layout.budgetText,
                                TextRole::Caption, role, Qt::AlignRight);
    const QRect icon(layout.budget.right() + 1 - words - 3 - component::iconTiny,
                     layout.budget.top(), component::iconTiny, layout.budget.height());
    theme.paintIcon(painter, icon, Icon::Send, role, component::iconTiny);
}

void paintVerb(QPainter &painter, const Theme &theme, const QRect &rect, WallVerb verb,
               const TileLook &look)
{
    const bool enabled = look.enabled[size_t(verb)];
    if (enabled && look.pressedVerb == verb)
        painter.fillRect(rect, theme.color(ColorRole::SurfaceSelected));
    else if (enabled && look.hoveredVerb == verb)
        painter.fillRect(rect, theme.color(ColorRole::AccentTint));
    const auto role = enabled ? ColorRole::AccentFg : ColorRole::TextDisabled;
    const auto name = verbName(verb);
    const auto &font = theme.font(TextRole::Caption);
    const int words = textWidth(font, name);
    const int both = component::iconSmall + 4 + words;
    // Without room for both the icon goes: words say more.
    const bool withIcon = both <= rect.width() - 4;
    int x = rect.left() + (rect.width() - (withIcon ? both : std::min(words, rect.width()))) / 2;
    if (withIcon) {
        theme.paintIcon(painter, QRect(x, rect.top(), component::iconSmall, rect.height()),
                        verbIcon(verb), role, component::iconSmall);
        x += component::iconSmall + 4;
    }
    paintText(painter, QRect(x, rect.top(), rect.right() + 1 - x, rect.height()), name, font,
              theme.color(role));
}

void paintVerbs(QPainter &painter, const Theme &theme, const TileLayout &layout,
                const TileLook &look)
{
    const auto bar = layout.verbBar.adjusted(1, 0, -1, -1);
    painter.fillRect(bar.adjusted(0, 0, 0, -2), theme.color(ColorRole::SurfaceRaised));
    paintBox(painter, bar, radius::control, theme.color(ColorRole::SurfaceRaised));
    paintHLine(painter, bar.left(), bar.right() + 1, bar.top(),
               theme.color(ColorRole::BorderSubtle));
    for (int i = 0; i < wallVerbCount; ++i) {
        const auto &rect = layout.verbs[size_t(i)];
        paintVerb(painter, theme, rect.adjusted(i > 0 ? 1 : 2, 1, i < 3 ? 0 : -2, -2),
                  static_cast<WallVerb>(i), look);
        if (i > 0)
            paintVLine(painter, rect.left(), bar.top() + 1, bar.bottom(),
                       theme.color(ColorRole::BorderSubtle));
    }
}

} // namespace

void paintTileTimes(QPainter &painter, const Theme &theme, const WallTile &tile,
                    const TileLayout &layout, const TileLook &look, Instant now)
{
    const auto &font = tile.oldest < 0 ? theme.font(TextRole::Message)
                                       : theme.boldFont(TextRole::Title);
    const auto role = ageRole(tile, tileAlarm(tile, now), look.stale);
    const int words = paintText(painter, layout.age, ageText(tile, now), font, theme.color(role));
    paintAlarm(painter, theme, layout.age.translated(words + space::x1, 0),
               look.stale ? TileAlarm::Calm : tileAlarm(tile, now));
    if (!layout.budgetText.isEmpty() && !look.hovered && !look.current)
        paintBudget(painter, theme, tile, layout, now);
}

void paintTileBody(QPainter &painter, const Theme &theme, const WallTile &tile,
                   const TileLayout &layout, const TileLook &look, Instant now)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto alarm = tileAlarm(tile, now);
    const bool verbs = look.hovered || look.current;
    paintFrame(painter, theme, layout.tile, alarm, look);
    paintText(painter, layout.name, tile.info.name, theme.boldFont(TextRole::Ui),
              theme.color(ColorRole::TextPrimary));
    paintChip(painter, theme, layout.mode, layout.modeChip);
    paintPeople(painter, theme, tile, layout);
    paintText(painter, theme, layout.label, say(QT_TRANSLATE_NOOP("Wall", "Oldest unanswered")),
              TextRole::Caption, ColorRole::TextTertiary);
    paintMood(painter, theme, tile, layout);
    if (verbs)
        paintVerbs(painter, theme, layout, look);
    else
        paintText(painter, theme, layout.question, questionText(tile, now), TextRole::Caption,
                  askingText(tile).isEmpty() ? ColorRole::TextSecondary : ColorRole::WarningFg);
    painter.restore();
}

void paintTileSkeleton(QPainter &painter, const Theme &theme, const QRect &rect)
{
    const auto layout = layoutTile(theme, {}, rect, {});
    const auto block = theme.color(ColorRole::SurfaceSkeleton);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect, radius::card, theme.color(ColorRole::SurfaceRaised),
             theme.color(ColorRole::BorderSubtle));
    for (const auto &part :
         {layout.name.adjusted(0, 4, -40, -4), layout.age.adjusted(0, 4, -60, -4),
          layout.spark.adjusted(0, 6, 0, -6), layout.question.adjusted(0, 3, 0, -3)})
        paintBox(painter, part, radius::bar, block);
    painter.restore();
}

} // namespace quntai
