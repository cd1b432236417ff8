// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/tilelayout.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/wall/tilewords.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int padX = 10;
constexpr int face = component::avatarSmall;
constexpr int gap = 6;
constexpr int badgePitch = component::laneBadge + 3;
constexpr int sparkWidth = 72;
constexpr int verbHeight = 28;
constexpr int facesShown = 3;
constexpr int moreWidth = 24;
constexpr int emotionWidth = 104;   // its word, two digits, an arrow

struct Heights
{
    int top, name, row, step, spark, label, age, question;
};

Heights heightsOf(const Theme &theme)
{
    if (theme.density() == Density::Compact)
        return {5, 18, 20, 2, 20, 14, 20, 16};
    return {8, 20, 20, 6, 24, 16, 22, 16};
}

QList<TileOwner> ownersOf(const WallTile &tile)
{
    QList<TileOwner> owners;
    for (const auto &topic : tile.topics) {
        const TileOwner owner{topic.holder, topic.holderName};
        if (!owner.user.isEmpty() && !owners.contains(owner))
            owners.append(owner);
    }
    if (owners.size() >= facesShown)
        owners.resize(facesShown - 1);
    if (tile.mode != BotMode::Silent)
        owners.append(TileOwner{});
    return owners;
}

void placeHead(TileLayout &layout, const Theme &theme, const WallTile &tile, const QRect &line)
{
    layout.modeChip = tileModeChip(tile.mode, tile.link);
    auto chip = chipSize(theme, layout.modeChip);
    chip.setWidth(std::min(chip.width(), line.width() / 2));
    layout.mode = QRect({line.right() + 1 - chip.width(),
                         line.top() + (line.height() - chip.height()) / 2},
                        chip);
    layout.name = QRect(line.topLeft(), QSize(layout.mode.left() - gap - line.left(),
                                              line.height()));
}

void placePeople(TileLayout &layout, const WallTile &tile, const QRect &line)
{
    layout.owners = ownersOf(tile);
    int right = line.right() + 1;
    for (auto i = layout.owners.size(); i-- > 0;) {
        layout.faces.prepend(QRect(right - face, line.top(), face, face));
        right -= face + 3;
    }
    if (tile.topics.isEmpty()) {
        layout.noTopics = QRect(line.left(), line.top(), right - gap - line.left(), line.height());
        return;
    }
    const int room = right - gap - line.left();
    const auto all = static_cast<int>(tile.topics.size());
    int shown = std::min(all, room / badgePitch);
    if (shown < all)
        shown = std::clamp((room - moreWidth) / badgePitch, 0, shown);
    for (int i = 0; i < shown; ++i)
        layout.lanes.append({line.left() + i * badgePitch,
                             line.top() + (line.height() - component::laneBadge) / 2,
                             component::laneBadge, component::laneBadge});
    layout.hiddenLanes = all - shown;
    if (layout.hiddenLanes > 0)
        layout.moreLanes = QRect(line.left() + shown * badgePitch, line.top(), moreWidth,
                                 line.height());
}

void placeFoot(TileLayout &layout, const Theme &theme, const WallTile &tile, const QRect &line,
               Instant now)
{
    layout.question = line;
    if (tile.sends.isEmpty() || tile.budgetPerMinute <= 0)
        return;
    if (const int sent = tile.sentInMinute(now); sent > 0)
        layout.budgetText = u"%1/%2"_s.arg(sent).arg(tile.budgetPerMinute);
    // Room for the most there can be: what stands beside it does not move with each text sent.
    const int wide = component::iconTiny + 3
        + textWidth(theme.font(TextRole::Caption), u"%1/%1"_s.arg(tile.budgetPerMinute));
    layout.budget = QRect(line.right() + 1 - wide, line.top(), wide, line.height());
    layout.question.setRight(layout.budget.left() - gap);
}

void placeVerbs(TileLayout &layout)
{
    const auto inside = layout.tile.adjusted(1, 1, -1, -1);
    layout.verbBar = QRect(inside.left(), inside.bottom() + 1 - verbHeight, inside.width(),
                           verbHeight);
    const auto edge = [&](int i) { return inside.left() + i * inside.width() / wallVerbCount; };
    for (int i = 0; i < wallVerbCount; ++i)
        layout.verbs[size_t(i)] = QRect(edge(i), layout.verbBar.top(), edge(i + 1) - edge(i),
                                        verbHeight);
}

} // namespace

TileLayout layoutTile(const Theme &theme, const WallTile &tile, const QRect &rect, Instant now)
{
    const auto high = heightsOf(theme);
    TileLayout layout;
    layout.tile = rect;
    const int left = rect.left() + padX;
    const int wide = rect.width() - 2 * padX;
    int y = rect.top() + high.top;
    placeHead(layout, theme, tile, {left, y, wide, high.name});
    y += high.name + high.step;
    placePeople(layout, tile, {left, y, wide, high.row});
    y += high.row + high.step;
    layout.emotion = QRect(left + wide - emotionWidth, y, emotionWidth, high.label);
    layout.label = QRect(left, y, layout.emotion.left() - gap - left, high.label);
    layout.spark = QRect(left + wide - sparkWidth, y + high.label, sparkWidth, high.spark);
    layout.age = QRect(left, y + high.label + high.spark - high.age, layout.label.width(),
                       high.age);
    y += high.label + high.spark + high.step;
    placeFoot(layout, theme, tile, {left, y, wide, high.question}, now);
    placeVerbs(layout);
    return layout;
}

TileAlarm tileAlarm(const WallTile &tile, Instant now)
{
    const int left = tile.deadline.permilleLeft(now);
    if (left < meter::ringDanger)
        return TileAlarm::Late;
    return left < meter::ringWarning ? TileAlarm::Near : TileAlarm::Calm;
}

} // namespace quntai
