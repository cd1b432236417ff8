// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/chip.h"

#include "widgets/common/paint/textpaint.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconGap = 4;

struct ChipColors
{
    QColor fill, text, border;
};

ChipColors colorsOf(const Theme &theme, const ChipSpec &chip)
{
    if (chip.lane) {
        const LaneColors &lane = theme.lane(*chip.lane);
        return chip.line ? ChipColors{{}, lane.text, lane.border}
                         : ChipColors{lane.tint, lane.text, {}};
    }
    if (chip.line)
        return {{}, theme.color(ColorRole::TextSecondary), theme.color(ColorRole::BorderStrong)};
    const ToneColors tone = theme.tone(chip.tone);
    return {tone.tint, tone.fg, {}};
}

ChipSpec moreChip(int hidden)
{
    return {.text = u"+%1"_s.arg(hidden), .tone = Tone::Neutral};
}

} // namespace

QSize chipSize(const Theme &theme, const ChipSpec &chip)
{
    int width = 2 * component::chipPadX + textWidth(theme.font(TextRole::Caption), chip.text);
    if (chip.icon)
        width += component::iconTiny + (chip.text.isEmpty() ? 0 : kIconGap);
    return {width, component::chipHeight};
}

void paintChip(QPainter &painter, const Theme &theme, const QRect &rect, const ChipSpec &chip)
{
    const ChipColors colors = colorsOf(theme, chip);
    paintBox(painter, rect, radius::control, colors.fill, colors.border);
    QRect inner = rect.adjusted(component::chipPadX, 0, -component::chipPadX, 0);
    if (chip.icon) {
        const QRect icon(inner.left(), inner.top(), component::iconTiny, inner.height());
        theme.paintIcon(painter, icon, *chip.icon, colors.text, component::iconTiny);
        inner.setLeft(inner.left() + component::iconTiny + kIconGap);
    }
    paintText(painter, inner, chip.text, theme.font(TextRole::Caption), colors.text);
}

ChipRow layoutChips(const Theme &theme, const QList<ChipSpec> &chips, const QRect &area, int gap)
{
    ChipRow row;
    int x = area.left();
    const int right = area.left() + area.width();
    for (qsizetype i = 0; i < chips.size(); ++i) {
        const QSize size = chipSize(theme, chips[i]);
        const int after = int(chips.size() - i) - 1;
        const int reserve = after ? gap + chipSize(theme, moreChip(after)).width() : 0;
        int width = size.width();
        if (x + width + reserve > right) {
            const int room = right - x - reserve;
            if (i > 0 || room < 3 * component::chipPadX)
                break;
            width = room;
        }
        row.rects.append(QRect(x, area.top(), width, size.height()));
        x += width + gap;
    }
    row.hidden = int(chips.size() - row.rects.size());
    if (row.hidden) {
        const QSize size = chipSize(theme, moreChip(row.hidden));
        row.more = QRect({x, area.top()}, size);
    }
    return row;
}

void paintChips(QPainter &painter, const Theme &theme, const ChipRow &row,
                const QList<ChipSpec> &chips)
{
    for (qsizetype i = 0; i < row.rects.size(); ++i)
        paintChip(painter, theme, row.rects[i], chips[i]);
    if (row.hidden)
        paintChip(painter, theme, row.more, moreChip(row.hidden));
}

} // namespace quntai
