// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/reasonbars.h"

#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"

#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestName = 60;
constexpr int mostName = 140;
constexpr int barWidth = 96;
constexpr int valueWidth = 44;
constexpr int lineHeight = 20;
constexpr int detailHeight = 17;
constexpr int gap = 4;

int heightOf(const QString &detail)
{
    return lineHeight + (detail.isEmpty() ? 0 : detailHeight + gap);
}

} // namespace

ReasonBars::ReasonBars(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QColor ReasonBars::barColor(Reason reason) const
{
    switch (reason) {
    case Reason::Emotion: return theme().color(ColorRole::Emotion100);
    case Reason::HumanRequest:
    case Reason::HighRisk:
    case Reason::SensitiveWord:
    case Reason::Contradiction:
    case Reason::Privacy:
    case Reason::SendFailed: return theme().color(ColorRole::Emotion75);
    case Reason::LowConfidence:
    case Reason::Complexity:
    case Reason::OutOfScope: return theme().color(ColorRole::ConfidenceMid);
    case Reason::Rejected:
    case Reason::Repeats:
    case Reason::Unsolved:
    case Reason::Promise:
    case Reason::Lookup:
    case Reason::Trend:
    case Reason::Waiting: return theme().color(ColorRole::Emotion50);
    case Reason::Vip:
    case Reason::CustomerValue:
    case Reason::Keyword:
    case Reason::Purchase:
    case Reason::LargeOrder:
    case Reason::Category:
    case Reason::ReviewMode:
    case Reason::Agent: return theme().color(ColorRole::NoteSolid);
    }
    return theme().color(ColorRole::TextTertiary);
}

void ReasonBars::setReasons(const QList<ReasonPart> &reasons, const Topic &topic)
{
    m_rows.clear();
    QStringList spoken;
    for (const auto &part : reasons) {
        const auto name = reasonText(part, topic);
        auto detail = visibleText(reasonDetail(part), 120);
        if (name.contains(detail))
            detail.clear();   // "VIP" says no more than VIP
        m_rows.append({name, detail, part.weight, part.reason});
        spoken.append(u"%1 +%2"_s.arg(m_rows.constLast().name, confidenceText(part.weight)));
    }
    setAccessibleName(spoken.join(u", "_s));
    updateGeometry();
    update();
}

int ReasonBars::nameWidth() const
{
    int widest = fewestName;
    for (const auto &row : m_rows)
        widest = std::max(widest, textWidth(theme().font(TextRole::Caption), row.name));
    return std::min(widest, mostName) + 8;
}

QSize ReasonBars::sizeHint() const
{
    int height = 0;
    for (const auto &row : m_rows)
        height += heightOf(row.detail);
    return {nameWidth() + barWidth + valueWidth, height};
}

void ReasonBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int most = 1;
    for (const auto &row : m_rows)
        most = std::max(most, row.weight);
    const int name = nameWidth();
    const int room = std::clamp(width() - name - valueWidth, 24, barWidth);
    int y = 0;
    for (const auto &row : m_rows) {
        paintText(painter, theme(), QRect(0, y, name - 8, lineHeight), row.name,
                  TextRole::Caption, ColorRole::TextSecondary);
        const int length = std::max(2, room * row.weight / most);
        paintBox(painter, QRectF(name, y + lineHeight / 2.0 - 2, length, 4), radius::bar,
                 barColor(row.reason));
        paintText(painter, theme(), QRect(name + length + 8, y, valueWidth, lineHeight),
                  u"+"_s + confidenceText(row.weight), TextRole::Caption,
                  ColorRole::TextSecondary);
        if (!row.detail.isEmpty()) {
            paintText(painter, theme(), QRect(0, y + lineHeight - 2, width(), detailHeight),
                      row.detail, TextRole::Caption, ColorRole::TextTertiary);
        }
        y += heightOf(row.detail);
    }
}

} // namespace quntai
