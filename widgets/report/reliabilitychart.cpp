// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reliabilitychart.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"
#include "widgets/report/reportwords.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace quntai {

namespace {

constexpr int side = 16;
constexpr int top = 8;
constexpr int below = 36;  // two lines: the confidence, the number of answers
constexpr int gap = 6;

int answersIn(const ReliabilityStep &step)
{
    return step.accepted + step.corrected + step.rejected;
}

} // namespace

ReliabilityChart::ReliabilityChart(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Right as often as sure"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ReliabilityChart::setSteps(const QList<ReliabilityStep> &steps)
{
    m_steps = steps;
    setCurrent(m_current);
    update();
}

QString ReliabilityChart::words(int step) const
{
    if (step < 0 || step >= m_steps.size())
        return tr("No answer yet");
    const auto &one = m_steps.at(step);
    return tr("%1–%2 %: %3 answers, %4 accepted, %5 corrected, %6 refused")
        .arg(one.from / 10)
        .arg(one.from / 10 + 10)
        .arg(answersIn(one))
        .arg(one.accepted)
        .arg(one.corrected)
        .arg(one.rejected);
}

QRect ReliabilityChart::plot() const
{
    return rect().adjusted(side, top, -side, -below);
}

QRect ReliabilityChart::columnRect(int step) const
{
    const auto all = plot();
    const int count = std::max(1, int(m_steps.size()));
    const int left = all.left() + all.width() * step / count;
    const int right = all.left() + all.width() * (step + 1) / count;
    return {left + gap / 2, all.top(), right - left - gap, all.height()};
}

void ReliabilityChart::paintColumn(QPainter &painter, int step) const
{
    const auto &one = m_steps.at(step);
    const auto rect = columnRect(step);
    const int answers = answersIn(one);
    paintBox(painter, rect, radius::bar, theme().color(ColorRole::SurfaceSunken));
    int bottom = rect.bottom() + 1;
    const auto part = [&](int count, ColorRole color) {
        const int high = answers > 0 ? rect.height() * count / answers : 0;
        painter.fillRect(QRect(rect.left(), bottom - high, rect.width(), high), theme().color(color));
        bottom -= high;
    };
    part(one.accepted, ColorRole::ConfidenceHigh);
    part(one.corrected, ColorRole::WarningSolid);
    part(one.rejected, ColorRole::DangerSolid);
    if (answers > 0) {
        const int sure = rect.bottom() + 1 - rect.height() * one.confidence / 1000;
        painter.setPen(QPen(theme().color(ColorRole::TextPrimary), 1.5, Qt::DashLine));
        painter.drawLine(rect.left() - 2, sure, rect.right() + 2, sure);
    }
    const QRect label(rect.left() - gap, rect.bottom() + 3, rect.width() + 2 * gap, 16);
    paintText(painter, theme(), label, QString::number(one.from / 10), TextRole::Micro,
              ColorRole::TextTertiary, Qt::AlignHCenter);
    paintText(painter, theme(), label.translated(0, 15), countText(answers), TextRole::Micro,
              answers > 0 ? ColorRole::TextSecondary : ColorRole::TextTertiary, Qt::AlignHCenter);
}

void ReliabilityChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_steps.isEmpty())
        paintText(painter, theme(), plot(), words(-1), TextRole::Caption, ColorRole::TextTertiary);
    for (int step = 0; step < m_steps.size(); ++step)
        paintColumn(painter, step);
    if (!hasFocus() || m_steps.isEmpty())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().color(ColorRole::BorderFocus), component::focusRing));
    painter.drawRoundedRect(QRectF(columnRect(m_current)).adjusted(-2, -2, 2, 2), radius::control,
                            radius::control);
}

void ReliabilityChart::setCurrent(int step)
{
    m_current = std::clamp(step, 0, std::max(0, int(m_steps.size()) - 1));
    setAccessibleDescription(words(m_steps.isEmpty() ? -1 : m_current));
    update();
}

void ReliabilityChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        setCurrent(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        setCurrent(m_current + 1);
    else
        ThemedWidget::keyPressEvent(event);
}

void ReliabilityChart::mousePressEvent(QMouseEvent *event)
{
    for (int step = 0; step < m_steps.size(); ++step) {
        if (columnRect(step).adjusted(-gap / 2, 0, gap / 2, below).contains(event->pos()))
            setCurrent(step);
    }
}

bool ReliabilityChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ThemedWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text;
    for (int step = 0; step < m_steps.size(); ++step) {
        if (columnRect(step).contains(help->pos()))
            text = words(step);
    }
    QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

} // namespace quntai
