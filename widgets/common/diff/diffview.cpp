// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/diff/diffview.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace quntai {

namespace {

constexpr int pad = 10;
constexpr int lineExtra = 4;
constexpr qsizetype mostText = 20000;

/** Hidden characters marked, line breaks kept as the layout wants them. */
QString shown(const QString &text)
{
    QStringList lines;
    for (const auto &line : text.first(std::min(text.size(), mostText)).split(u'\n')) {
        // visibleText trims nothing, but it turns tabs into spaces.
        lines.append(visibleText(line, int(mostText)));
    }
    return lines.join(QChar(QChar::LineSeparator));
}

} // namespace

DiffView::DiffView(ThemeHost &host, Side side, const QString &name, QWidget *parent)
    : ThemedWidget(host, parent), m_side(side), m_name(name)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(name);
}

void DiffView::setParts(const QList<DiffPart> &parts)
{
    m_parts.clear();
    QString whole;
    const auto other = m_side == Side::Old ? DiffPart::Kind::Added : DiffPart::Kind::Removed;
    for (const auto &part : parts) {
        if (part.kind == other)
            continue;
        m_parts.append({part.kind, shown(part.text)});
        whole += m_parts.constLast().text;
    }
    setAccessibleDescription(whole);
    updateGeometry();
    update();
}

QSize DiffView::sizeHint() const
{
    // A page that was never shown is 100 wide and would ask for a tower.
    return {240, heightForWidth(std::max(width(), 240))};
}

void DiffView::addFormats(QTextLayout &layout) const
{
    QList<QTextLayout::FormatRange> ranges;
    int start = 0;
    for (const auto &part : m_parts) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = int(part.text.size());
        const bool added = part.kind == DiffPart::Kind::Added;
        if (part.kind != DiffPart::Kind::Same) {
            range.format.setBackground(
                theme().color(added ? ColorRole::DiffAddBg : ColorRole::DiffDelBg));
            range.format.setForeground(
                theme().color(added ? ColorRole::DiffAddFg : ColorRole::DiffDelFg));
            range.format.setFontStrikeOut(!added);
            ranges.append(range);
        }
        start += range.length;
    }
    layout.setFormats(ranges);
}

qreal DiffView::layOut(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal y = 0;
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width - 2 * pad));
        line.setPosition({0, y});
        y += line.height() + lineExtra;
    }
    layout.endLayout();
    return y;
}

int DiffView::heightForWidth(int width) const
{
    QString text;
    for (const auto &part : m_parts)
        text += part.text;
    QTextLayout layout(text, theme().font(TextRole::Ui));
    return int(std::ceil(layOut(layout, width))) + 2 * (pad - 2);
}

void DiffView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceSunken),
             theme().color(ColorRole::BorderSubtle));
    QString text;
    for (const auto &part : m_parts)
        text += part.text;
    QTextLayout layout(text, theme().font(TextRole::Ui));
    addFormats(layout);
    layOut(layout, width());
    painter.setPen(theme().color(ColorRole::TextPrimary));
    layout.draw(&painter, QPointF(pad, pad - 2));
}

} // namespace quntai
