// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/candidaterow.h"

#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"
#include "widgets/studio/studiowords.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int padY = 8;
constexpr int headHeight = 20;
constexpr int signalHeight = 18;
constexpr int captionHeight = 18;
constexpr int nameWidth = 64;
constexpr int valueWidth = 36;

} // namespace

CandidateRow::CandidateRow(ThemeHost &host, const Candidate &candidate, int rank, int threshold,
                           const QString &nearest, bool open, bool mine, QWidget *parent)
    : ThemedWidget(host, parent), m_candidate(candidate), m_rank(rank), m_threshold(threshold),
      m_nearest(nearest), m_open(open), m_mine(mine)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QStringList spoken{tr("Candidate %1, %2, %3").arg(rank).arg(visibleText(candidate.title, 80),
                                                               confidenceText(candidate.score))};
    for (const auto &[name, value] : signalRows())
        spoken.append(signalName(name) + u' ' + confidenceText(value));
    setAccessibleName(spoken.join(u", "_s));
    setToolTip(tr("Open this entry"));
}

QList<std::pair<QString, int>> CandidateRow::signalRows() const
{
    QList<std::pair<QString, int>> rows;
    for (const auto &name : {u"bm25"_s, u"coverage"_s, u"phrasing"_s, u"words"_s, u"pooled"_s,
                             u"evidence"_s, u"margin"_s, u"model"_s}) {
        if (m_candidate.signals_.contains(name))
            rows.append({name, m_candidate.signals_.value(name)});
    }
    if (const int learned = m_candidate.signals_.value(u"overlay"_s); learned != 0)
        rows.prepend({u"overlay"_s, learned});
    if (m_candidate.signals_.value(u"exact"_s) > 0)
        rows.prepend({u"exact"_s, 1000});
    if (m_candidate.signals_.value(u"rule"_s) > 0)
        rows.prepend({u"rule"_s, 1000});
    return rows;
}

QSize CandidateRow::sizeHint() const
{
    const int bars = m_open ? int(signalRows().size()) * signalHeight + space::x1 : 0;
    return {280, 2 * padY + headHeight + bars + (m_nearest.isEmpty() ? 0 : captionHeight)};
}

void CandidateRow::paintSignal(QPainter &painter, int y, const QString &name, int permille) const
{
    const QRect row(0, y, width(), signalHeight);
    paintText(painter, theme(), QRect(0, y, nameWidth, signalHeight), signalName(name),
              TextRole::Caption, ColorRole::TextTertiary);
    const QRectF bar(nameWidth + space::x2, y,
                     row.width() - nameWidth - valueWidth - 2 * space::x2, signalHeight);
    paintConfidenceBar(painter, theme(), bar, std::clamp(permille, 0, 1000), -1);
    paintText(painter, theme(), QRect(row.right() - valueWidth, y, valueWidth, signalHeight),
              confidenceText(permille), TextRole::Caption, ColorRole::TextSecondary,
              Qt::AlignRight);
}

void CandidateRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        painter.fillRect(rect(), theme().color(ColorRole::SurfaceHover));
    const auto meter = confidenceSize(theme());
    QRect head(0, padY, width(), headHeight);
    paintConfidence(painter, theme(),
                    QRect(head.right() + 1 - meter.width(),
                          head.center().y() - meter.height() / 2, meter.width(), meter.height()),
                    m_candidate.score, m_threshold);
    head.setRight(head.right() - meter.width() - space::x2);
    const ChipSpec chip{u"v%1"_s.arg(m_candidate.version), m_mine ? Tone::Accent : Tone::Neutral,
                        !m_mine};
    const auto size = chipSize(theme(), chip);
    paintChip(painter, theme(),
              QRect(QPoint(head.right() - size.width(), head.center().y() - size.height() / 2), size),
              chip);
    head.setRight(head.right() - size.width() - space::x2);
    const auto &font = m_rank == 1 ? theme().boldFont(TextRole::Ui) : theme().font(TextRole::Ui);
    paintText(painter, head, u"%1 %2"_s.arg(m_rank).arg(visibleText(m_candidate.title)), font,
              theme().color(ColorRole::TextPrimary));
    int y = padY + headHeight + (m_open ? space::x1 : 0);
    if (m_open) {
        for (const auto &[name, value] : signalRows()) {
            paintSignal(painter, y, name, value);
            y += signalHeight;
        }
    }
    if (!m_nearest.isEmpty())
        paintText(painter, theme(), QRect(0, y, width(), captionHeight),
                  tr("Nearest phrasing: “%1”").arg(visibleText(m_nearest, 80)), TextRole::Caption,
                  ColorRole::TextTertiary);
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

void CandidateRow::mouseReleaseEvent(QMouseEvent *)
{
    Q_EMIT chosen(m_candidate.entry);
}

void CandidateRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space)
        Q_EMIT chosen(m_candidate.entry);
    else
        ThemedWidget::keyPressEvent(event);
}

} // namespace quntai
