// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/transferbars.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"
#include "widgets/report/reportwords.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace quntai {

namespace {

constexpr int rowHeight = 26;
constexpr int barHeight = 6;
constexpr int pad = 16;
constexpr int nameWidth = 112;
constexpr int valueWidth = 84;
constexpr qsizetype mostRows = 7;

} // namespace

TransferBars::TransferBars(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Transfer reasons"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void TransferBars::setReasons(const QList<ReasonCount> &reasons, int topics)
{
    m_reasons = reasons.first(std::min(reasons.size(), mostRows));
    m_topics = topics;
    setCurrent(m_current);
    updateGeometry();
    update();
}

QSize TransferBars::sizeHint() const
{
    return {320, int(std::max<qsizetype>(m_reasons.size(), 3)) * rowHeight + space::x2};
}

QRect TransferBars::rowRect(int row) const
{
    return {0, row * rowHeight, width(), rowHeight};
}

QColor TransferBars::barColor(Reason reason) const
{
    switch (reason) {
    case Reason::Emotion: return theme().color(ColorRole::Emotion100);
    case Reason::HumanRequest:
    case Reason::SensitiveWord:
    case Reason::Contradiction:
    case Reason::Privacy:
    case Reason::SendFailed: return theme().color(ColorRole::Emotion75);
    case Reason::HighRisk:
    case Reason::Repeats:
    case Reason::Unsolved:
    case Reason::Promise:
    case Reason::Lookup:
    case Reason::Trend:
    case Reason::Waiting: return theme().color(ColorRole::Emotion50);
    case Reason::LowConfidence:
    case Reason::Complexity:
    case Reason::OutOfScope: return theme().color(ColorRole::ConfidenceMid);
    case Reason::Vip:
    case Reason::CustomerValue:
    case Reason::Keyword:
    case Reason::Purchase:
    case Reason::LargeOrder:
    case Reason::Category:
    case Reason::ReviewMode:
    case Reason::Rejected:
    case Reason::Agent: return theme().color(ColorRole::NoteSolid);
    }
    return theme().color(ColorRole::TextTertiary);
}

void TransferBars::paintRow(QPainter &painter, int row) const
{
    const auto rect = rowRect(row);
    const auto &reason = m_reasons.at(row);
    if (row == m_hovered)
        painter.fillRect(rect.adjusted(1, 0, -1, 0), theme().color(ColorRole::SurfaceHover));
    paintText(painter, theme(), QRect(pad, rect.top(), nameWidth, rowHeight),
              reasonName(reason.reason), TextRole::Caption, ColorRole::TextSecondary);
    const int most = std::max(1, m_reasons.constFirst().topics);
    const int room = width() - 2 * pad - nameWidth - valueWidth;
    const int wide = std::max(2, room * reason.topics / most);
    paintBox(painter, QRect(pad + nameWidth, rect.top() + (rowHeight - barHeight) / 2, wide, barHeight),
             radius::bar, barColor(reason.reason));
    auto value = QRect(width() - pad - valueWidth, rect.top(), valueWidth, rowHeight);
    const auto share = percentText({reason.topics, m_topics});
    paintText(painter, theme(), value, share, TextRole::Caption, ColorRole::TextTertiary,
              Qt::AlignRight);
    value.setRight(value.right() - 44);
    paintText(painter, theme(), value, countText(reason.topics), TextRole::Caption,
              ColorRole::TextPrimary, Qt::AlignRight);
}

void TransferBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_reasons.isEmpty())
        paintText(painter, theme(), QRect(pad, 0, width() - 2 * pad, rowHeight),
                  tr("No topic was escalated"), TextRole::Caption, ColorRole::TextTertiary);
    for (int row = 0; row < m_reasons.size(); ++row)
        paintRow(painter, row);
    if (!hasFocus() || m_reasons.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(ColorRole::BorderFocus), component::focusRing));
    painter.drawRoundedRect(QRectF(rowRect(m_current)).adjusted(4, 1, -4, -1), radius::control,
                            radius::control);
}

void TransferBars::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, int(m_reasons.size()) - 1));
    if (!m_reasons.isEmpty()) {
        const auto &reason = m_reasons.at(m_current);
        setAccessibleDescription(reasonName(reason.reason) + u' ' + countText(reason.topics));
    }
    update();
}

void TransferBars::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: setCurrent(m_current - 1); return;
    case Qt::Key_Down: setCurrent(m_current + 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_reasons.isEmpty())
            Q_EMIT reasonChosen(m_reasons.at(m_current).reason);
        return;
    default: ThemedWidget::keyPressEvent(event);
    }
}

void TransferBars::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / rowHeight;
    if (event->button() != Qt::LeftButton || row >= m_reasons.size())
        return;
    setCurrent(row);
    Q_EMIT reasonChosen(m_reasons.at(row).reason);
}

void TransferBars::mouseMoveEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / rowHeight;
    m_hovered = row < m_reasons.size() ? row : -1;
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TransferBars::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

} // namespace quntai
