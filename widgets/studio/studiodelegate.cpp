// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/studiodelegate.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/rowground.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/studio/studiowords.h"

#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondLine = 16;
constexpr int mostAir = 6;   // over and under what a row says
constexpr int pad = 12;
constexpr int correctionRow = 68;

void paintGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option)
{
    paintRowGround(painter, theme, option);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(theme.color(ColorRole::BorderFocus), component::focusRing));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    paintHLine(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
}

} // namespace

StudioDelegate::StudioDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

QSize StudioDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &metrics = m_host.theme().metrics();
    return {option.rect.width(), index.data(StudioModel::IsHeader).toBool() ? metrics.sectionHeader
                                                                            : metrics.entryRow};
}

void StudioDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto row = index.data(StudioModel::Value).value<StudioRow>();
    painter->save();
    if (row.header) {
        if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus))
            paintGround(*painter, m_host.theme(), option);
        paintHeader(*painter, option.rect, row);
    } else {
        paintGround(*painter, m_host.theme(), option);
        // In the compact rows the two lines stand close, but never one on the other.
        const int left = option.rect.height() - component::chipHeight - secondLine;
        const int air = std::clamp(left / 2, 0, mostAir);
        paintEntry(*painter, option.rect.adjusted(pad, air, -pad, -air), row);
    }
    painter->restore();
}

void StudioDelegate::paintHeader(QPainter &painter, const QRect &rect, const StudioRow &row) const
{
    const auto &theme = m_host.theme();
    const QRect chevron(rect.left() + pad, rect.top(), component::iconTiny, rect.height());
    theme.paintIcon(painter, chevron, row.collapsed ? Icon::Right : Icon::Down,
                    ColorRole::TextSecondary, component::iconTiny);
    const auto name = row.category.isEmpty() ? tr("Without a category")
                                             : visibleText(row.category, 60);
    const auto &font = theme.boldFont(TextRole::Caption);
    const QRect text(chevron.right() + 7, rect.top(), rect.width() - 72, rect.height());
    const int used
        = paintText(painter, text, name, font, theme.color(ColorRole::TextPrimary));
    const auto size = countBadgeSize(theme, row.count);
    paintCountBadge(painter, theme,
                    QRect(QPoint(text.left() + used + 6, rect.center().y() - size.height() / 2 + 1),
                          size),
                    row.count);
}

void StudioDelegate::paintEntry(QPainter &painter, const QRect &rect, const StudioRow &row) const
{
    const auto &theme = m_host.theme();
    const auto chip = entryStateChip(row.state);
    const auto size = chipSize(theme, chip);
    paintChip(painter, theme, QRect(QPoint(rect.right() + 1 - size.width(), rect.top()), size), chip);
    const QRect title(rect.left(), rect.top(), rect.width() - size.width() - 6, size.height());
    paintText(painter, theme, title, visibleText(row.title), TextRole::Ui, ColorRole::TextPrimary);
    QStringList words{row.version > 0 ? u"v%1"_s.arg(row.version) : tr("new")};
    if (row.corrections > 0)
        words.append(tr("corrected %n time(s)", nullptr, row.corrections));
    else if (!row.who.isEmpty())
        words.append(visibleText(row.who, 24));
    if (row.at.isSet())
        words.append(dayClockText(row.at));
    const QRect line(rect.left(), rect.bottom() + 1 - secondLine, rect.width(), secondLine);
    paintText(painter, theme, line, words.join(u" · "_s), TextRole::Caption,
              row.corrections > 0 ? ColorRole::WarningFg : ColorRole::TextTertiary);
}

CorrectionDelegate::CorrectionDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

QSize CorrectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), correctionRow};
}

void CorrectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto row = index.data(CorrectionModel::Value).value<CorrectionRow>();
    const auto &last = row.correction.cases.constLast();
    painter->save();
    paintGround(*painter, theme, option);
    const auto rect = option.rect.adjusted(pad, 6, -pad, -6);
    const auto when = dayClockText(last.at);
    const int width = textWidth(theme.font(TextRole::Caption), when);
    paintText(*painter, theme, QRect(rect.left(), rect.top(), rect.width(), 18), when,
              TextRole::Caption, ColorRole::TextTertiary, Qt::AlignRight);
    paintText(*painter, theme,
              QRect(rect.left(), rect.top(), rect.width() - width - space::x2, 18),
              visibleText(row.title), TextRole::Ui, ColorRole::TextPrimary);
    paintText(*painter, theme, QRect(rect.left(), rect.top() + 20, rect.width(), 16),
              tr("“%1”").arg(visibleText(last.question, 80)), TextRole::Caption,
              ColorRole::TextSecondary);
    const auto times = int(row.correction.cases.size());
    const auto who = visibleText(row.who, 24);
    paintText(*painter, theme, QRect(rect.left(), rect.top() + 38, rect.width(), 16),
              times > 1 ? who + u" · "_s + tr("corrected %n time(s)", nullptr, times) : who,
              TextRole::Caption, ColorRole::TextTertiary);
    painter->restore();
}

} // namespace quntai
