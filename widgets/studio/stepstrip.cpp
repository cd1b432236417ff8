// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/stepstrip.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/studio/studiowords.h"

#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int dot = 14;
constexpr int gap = 6;
constexpr int shortestLine = 12;
constexpr int longestLine = 80;

} // namespace

StepStrip::StepStrip(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setFixedHeight(36);
}

void StepStrip::setPlace(EntryState state, bool drafted, int liveVersion)
{
    const bool review = drafted && state == EntryState::Review;
    const bool live = !drafted;
    Step draft{entryStateName(EntryState::Draft), {}, Mark::Ahead};
    Step check{tr("Review"), tr("optional"), Mark::Ahead};
    Step use{entryStateName(live ? state : EntryState::Live),
             liveVersion > 0 ? tr("v%1 in use").arg(liveVersion) : QString(), Mark::Ahead};
    if (live && state != EntryState::Live)
        use.note = tr("v%1, not in use").arg(liveVersion);
    draft.mark = drafted && !review ? Mark::Here : Mark::Done;
    check.mark = review ? Mark::Here : live ? Mark::Done : Mark::Ahead;
    use.mark = live ? Mark::Here : Mark::Ahead;
    m_steps = {draft, check, use};
    setAccessibleName(tr("Stands at: %1").arg(live ? use.name : review ? check.name : draft.name));
    update();
}

int StepStrip::widthOf(const Step &step) const
{
    const auto &bold = theme().boldFont(TextRole::Caption);
    const int note = step.note.isEmpty()
        ? 0 : gap + textWidth(theme().font(TextRole::Caption), step.note);
    return dot + gap + textWidth(bold, step.name) + note;
}

int StepStrip::paintStep(QPainter &painter, int x, const Step &step) const
{
    const bool here = step.mark == Mark::Here;
    const bool done = step.mark == Mark::Done;
    const auto ring = here ? ColorRole::AccentSolid
        : done             ? ColorRole::SuccessSolid
                           : ColorRole::BorderStrong;
    painter.setPen(QPen(theme().color(ring), 2));
    painter.setBrush(done       ? theme().color(ColorRole::SuccessSolid)
                         : here ? theme().color(ColorRole::AccentTint)
                                : QColor(Qt::transparent));
    const QRectF circle(x + 1, (height() - dot) / 2.0 + 1, dot - 2, dot - 2);
    painter.drawEllipse(circle);
    if (done)
        theme().paintIcon(painter, circle, Icon::Check, ColorRole::SuccessOn, 10);
    x += dot + gap;
    const auto color = here ? ColorRole::AccentFg
        : done              ? ColorRole::TextSecondary
                            : ColorRole::TextTertiary;
    const auto &font = here ? theme().boldFont(TextRole::Caption) : theme().font(TextRole::Caption);
    x += paintText(painter, QRect(x, 0, width() - x, height()), step.name, font,
                   theme().color(color));
    if (!step.note.isEmpty()) {
        x += gap;
        x += paintText(painter, theme(), QRect(x, 0, width() - x, height()), step.note,
                       TextRole::Caption, ColorRole::TextTertiary);
    }
    return x;
}

void StepStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceSunken));
    int used = 2 * space::x4;
    for (const auto &step : m_steps)
        used += widthOf(step) + 2 * gap;
    const int lines = int(m_steps.size()) - 1;
    const int line = lines > 0 ? std::clamp((width() - used) / lines, shortestLine, longestLine) : 0;
    int x = space::x4;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (i > 0) {
            paintHLine(painter, x + gap, x + gap + line, height() / 2,
                       theme().color(ColorRole::BorderStrong));
            x += line + 2 * gap;
        }
        x = paintStep(painter, x, m_steps.at(i));
    }
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
