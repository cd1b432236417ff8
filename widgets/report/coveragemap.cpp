// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/coveragemap.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"
#include "widgets/report/reportwords.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int hours = 24;
constexpr int rowHeight = 20;
constexpr int gap = 2;
constexpr int pad = 16;
constexpr int weekdayWidth = 40;
constexpr int groupWidth = 148;

int minutes(const CoverageRow &row, int hour)
{
    return row.human.value(hour) + row.bot.value(hour) + row.nobody.value(hour);
}

} // namespace

CoverageMap::CoverageMap(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Coverage by hour"));
}

void CoverageMap::setRows(const QList<CoverageRow> &rows)
{
    m_rows = rows;
    m_busiest = 1;
    for (const auto &row : rows) {
        for (const int topics : row.topics)
            m_busiest = std::max(m_busiest, topics);
    }
    m_current.row = std::clamp(m_current.row, 0, std::max(0, int(rows.size()) - 1));
    setAccessibleDescription(rows.isEmpty() ? QString() : cellText(m_current.row, m_current.hour));
    updateGeometry();
    update();
}

QSize CoverageMap::sizeHint() const
{
    return {760, rowHeight + int(m_rows.size()) * (rowHeight + gap) + gap};
}

int CoverageMap::nameWidth() const
{
    return !m_rows.isEmpty() && m_rows.constFirst().weekday == 0 ? groupWidth : weekdayWidth;
}

QString CoverageMap::nameOf(const CoverageRow &row) const
{
    return row.weekday > 0 ? weekdayName(row.weekday) : row.name;
}

QRect CoverageMap::cellRect(int row, int hour) const
{
    if (row < 0 || row >= m_rows.size() || hour < 0 || hour >= hours)
        return {};
    const double wide = double(width() - 2 * pad - nameWidth()) / hours;
    const int left = pad + nameWidth() + int(wide * hour);
    const int right = pad + nameWidth() + int(wide * (hour + 1));
    return {left, rowHeight + gap + row * (rowHeight + gap), right - left - gap, rowHeight};
}

std::optional<CoverageMap::Cell> CoverageMap::cellAt(const QPoint &at) const
{
    const int row = (at.y() - rowHeight - gap) / (rowHeight + gap);
    if (at.y() < rowHeight + gap || row >= m_rows.size() || at.x() < pad + nameWidth())
        return std::nullopt;
    const double wide = double(width() - 2 * pad - nameWidth()) / hours;
    const int hour = int((at.x() - pad - nameWidth()) / wide);
    return hour < hours ? std::optional(Cell{row, hour}) : std::nullopt;
}

QString CoverageMap::cellText(int row, int hour) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const auto &one = m_rows.at(row);
    const int all = minutes(one, hour);
    const auto share = [&](int part) { return percentText({part, all}); };
    const QChar zero(u'0');
    return u"%1 %2:00–%3:00\n"_s.arg(nameOf(one)).arg(hour, 2, 10, zero).arg(hour + 1, 2, 10, zero)
        + (all == 0 ? tr("nothing known of this hour")
                    : tr("a person %1 · bot alone %2 · nobody %3\n%4 topics asked")
                          .arg(share(one.human.value(hour)), share(one.bot.value(hour)),
                               share(one.nobody.value(hour)))
                          .arg(one.topics.value(hour)));
}

/** Nobody answered; a minute or two of a reconnect is no gap. */
bool CoverageMap::isGap(const CoverageRow &row, int hour) const
{
    const int all = minutes(row, hour);
    return all > 0 && 100 * row.nobody.value(hour) > all;
}

/** The tints of the heat map are the one place where colours are mixed by alpha. */
QColor CoverageMap::colorOf(const CoverageRow &row, int hour) const
{
    const int all = minutes(row, hour);
    if (all == 0)
        return theme().color(ColorRole::SurfaceSunken);
    const double load = std::min(1.0, double(row.topics.value(hour)) / m_busiest);
    QColor color;
    if (isGap(row, hour)) {
        color = theme().color(ColorRole::DangerSolid);
        color.setAlphaF(float(0.25 + 0.75 * row.nobody.value(hour) / all));
    } else if (2 * row.human.value(hour) >= all) {
        color = theme().color(ColorRole::AgentSolid);
        color.setAlphaF(float(0.50 + 0.45 * load));
    } else {
        color = theme().color(ColorRole::BotSolid);
        color.setAlphaF(float(0.30 + 0.30 * load));
    }
    return color;
}

void CoverageMap::paintHead(QPainter &painter) const
{
    for (int hour = 0; hour < hours; hour += 3) {
        auto rect = m_rows.isEmpty() ? QRect() : cellRect(0, hour);
        rect.moveTop(0);
        paintText(painter, theme(), rect, QString::number(hour), TextRole::Micro,
                  ColorRole::TextTertiary, Qt::AlignHCenter);
    }
}

void CoverageMap::paintRow(QPainter &painter, int row) const
{
    const auto &one = m_rows.at(row);
    const int top = cellRect(row, 0).top();
    paintText(painter, theme(), QRect(pad, top, nameWidth() - space::x2, rowHeight), nameOf(one),
              TextRole::Caption, ColorRole::TextTertiary);
    for (int hour = 0; hour < hours; ++hour) {
        const auto cell = cellRect(row, hour);
        paintBox(painter, cell, radius::bar, colorOf(one, hour));
        if (!isGap(one, hour))
            continue;
        // Struck twice, beside its middle: red alone would tell some people nothing.
        const auto middle = QRectF(cell).center();
        painter.setPen(QPen(theme().color(ColorRole::TextPrimary), 1));
        painter.drawLine(QPointF(cell.left() + 3, middle.y()), QPointF(middle.x(), cell.top() + 3));
        painter.drawLine(QPointF(middle.x(), cell.bottom() - 3),
                         QPointF(cell.right() - 3, middle.y()));
    }
}

void CoverageMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (int row = 0; row < m_rows.size(); ++row)
        paintRow(painter, row);
    const auto ring = [&](const Cell &cell, ColorRole role, int width) {
        const auto rect = cellRect(cell.row, cell.hour);
        if (rect.isNull())
            return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().color(role), width));
        painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), radius::bar, radius::bar);
    };
    ring(m_hovered, ColorRole::TextSecondary, 1);
    if (hasFocus())
        ring(m_current, ColorRole::BorderFocus, component::focusRing);
}

void CoverageMap::choose(const Cell &cell)
{
    m_current = cell;
    update();
    if (cell.row >= 0 && cell.row < m_rows.size())
        Q_EMIT cellChosen(m_rows.at(cell.row), cell.hour);
}

void CoverageMap::keyPressEvent(QKeyEvent *event)
{
    auto next = m_current;
    switch (event->key()) {
    case Qt::Key_Left: --next.hour; break;
    case Qt::Key_Right: ++next.hour; break;
    case Qt::Key_Up: --next.row; break;
    case Qt::Key_Down: ++next.row; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: choose(m_current); return;
    default: ThemedWidget::keyPressEvent(event); return;
    }
    if (cellRect(next.row, next.hour).isNull())
        return;
    m_current = next;
    setAccessibleDescription(cellText(next.row, next.hour));
    update();
}

void CoverageMap::mouseReleaseEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell)
        choose(*cell);
}

void CoverageMap::mouseMoveEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->position().toPoint()).value_or(Cell{});
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    setCursor(cell.row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void CoverageMap::leaveEvent(QEvent *)
{
    m_hovered = {};
    update();
}

bool CoverageMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ThemedWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto cell = cellAt(help->pos()))
        QToolTip::showText(help->globalPos(), plainToolTip(cellText(cell->row, cell->hour)), this,
                           cellRect(cell->row, cell->hour));
    else
        QToolTip::hideText();
    return true;
}

} // namespace quntai
