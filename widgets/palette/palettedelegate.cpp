// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/palettedelegate.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>

#include <algorithm>

namespace quntai {

namespace {

constexpr int pad = 12;
constexpr int gap = 8;
constexpr int leastWords = 120;

/** Runs of neighbouring characters that were all hit, or all not. */
QList<std::pair<QString, bool>> runsOf(const QString &text, const QList<int> &hits)
{
    QList<std::pair<QString, bool>> runs;
    for (int at = 0; at < text.size(); ++at) {
        const bool hit = std::ranges::binary_search(hits, at);
        if (runs.isEmpty() || runs.constLast().second != hit)
            runs.append({{}, hit});
        runs.last().first += text.at(at);
    }
    return runs;
}

} // namespace

PaletteDelegate::PaletteDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_host.theme().metrics().tableRow};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto item = index.data(PaletteModel::Item).value<PaletteItem>();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(ColorRole::SurfaceSelected));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.color(ColorRole::BorderFocus), component::focusRing));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    const QRect row = option.rect.adjusted(pad, 0, -pad, 0);
    const auto ink = item.whyNot.isEmpty() ? ColorRole::TextSecondary : ColorRole::TextDisabled;
    theme.paintIcon(*painter, QRect(row.left(), row.top(), component::icon, row.height()),
                    item.icon, ink);
    const int tail = paintTail(*painter, row, item);
    paintWords(*painter, row.adjusted(component::icon + gap, 0, -tail - gap, 0), item,
               index.data(PaletteModel::Hits).value<QList<int>>());
    painter->restore();
}

/** From the right: the key, then what kind it is or why it cannot be. Returns the width. */
int PaletteDelegate::paintTail(QPainter &painter, const QRect &row, const PaletteItem &item) const
{
    const auto &theme = m_host.theme();
    int used = 0;
    if (!item.keys.isEmpty()) {
        const auto cap = keyCapSize(theme, item.keys);
        paintKeyCap(painter, theme,
                    QRect({row.right() + 1 - cap.width(),
                           row.top() + (row.height() - cap.height()) / 2}, cap), item.keys);
        used = cap.width() + gap;
    }
    const auto &words = item.whyNot.isEmpty() ? item.kind : item.whyNot;
    const int most = row.width() - used - component::icon - gap - leastWords;
    const int width = std::min(textWidth(theme.font(TextRole::Caption), words), std::max(0, most));
    paintText(painter, theme, QRect(row.right() + 1 - used - width, row.top(), width, row.height()),
              words, TextRole::Caption, ColorRole::TextTertiary);
    return used + width;
}

void PaletteDelegate::paintWords(QPainter &painter, const QRect &room, const PaletteItem &item,
                                 const QList<int> &hits) const
{
    const auto &theme = m_host.theme();
    const bool able = item.whyNot.isEmpty();
    const auto &plain = theme.font(TextRole::Ui);
    int x = room.left();
    // Shortened as a whole, so that the "…" stands at the end and not inside.
    const auto shown = elidedText(plain, item.text, room.width());
    for (const auto &[run, hit] : runsOf(shown, hits)) {
        const auto role = !able ? ColorRole::TextDisabled
            : hit               ? ColorRole::AccentFg
                                : ColorRole::TextPrimary;
        const int width = textWidth(plain, run);
        paintText(painter, QRect(x, room.top(), width, room.height()), run, plain,
                  theme.color(role));
        x += width;
    }
    const int left = room.right() + 1 - x - gap;
    if (left > leastWords / 3)
        paintText(painter, theme, QRect(x + gap, room.top(), left, room.height()), item.detail,
                  TextRole::Caption, able ? ColorRole::TextSecondary : ColorRole::TextDisabled);
}

} // namespace quntai
