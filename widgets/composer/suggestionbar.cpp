// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/suggestionbar.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCards = 3;
constexpr int cardHeight = 70;
constexpr int gap = 8;
constexpr int textLines = 2;

/** Draws the first lines of a text; the last one ends in an ellipsis when there is more. */
void paintLines(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text)
{
    const auto font = theme.font(TextRole::Caption);
    QTextLayout flow(text, font);
    flow.beginLayout();
    const int height = theme.lineHeight(TextRole::Caption);
    for (int i = 0; i < textLines; ++i) {
        auto line = flow.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const auto start = line.textStart();
        const bool last = i == textLines - 1;
        const auto words = last ? elidedText(font, text.mid(start), rect.width())
                                : text.mid(start, line.textLength());
        paintText(painter, QRect(rect.left(), rect.top() + i * height, rect.width(), height), words,
                  font, theme.color(ColorRole::TextPrimary), Qt::AlignLeft | Qt::AlignVCenter);
    }
    flow.endLayout();
}

} // namespace

SuggestionBar::SuggestionBar(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Suggestions"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVisible(false);
}

QSize SuggestionBar::sizeHint() const
{
    return {400, cardHeight + 8};
}

void SuggestionBar::setSuggestions(const QList<Suggestion> &suggestions)
{
    m_suggestions = suggestions.first(std::min<qsizetype>(suggestions.size(), mostCards));
    QStringList spoken;
    for (const auto &suggestion : std::as_const(m_suggestions))
        spoken.append(suggestion.title);
    setAccessibleDescription(spoken.join(u", "_s));
    setVisible(!m_suggestions.isEmpty());
    update();
}

void SuggestionBar::choose(int index)
{
    if (index >= 0 && index < m_suggestions.size())
        Q_EMIT chosen(m_suggestions.at(index).text);
}

QRect SuggestionBar::cardRect(int index) const
{
    const int whole = width() - 24 - (mostCards - 1) * gap;
    const int card = whole / mostCards;
    return {12 + index * (card + gap), 8, card, cardHeight};
}

int SuggestionBar::cardAt(const QPoint &at) const
{
    for (int i = 0; i < m_suggestions.size(); ++i) {
        if (cardRect(i).contains(at))
            return i;
    }
    return -1;
}

void SuggestionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    for (int i = 0; i < m_suggestions.size(); ++i)
        paintCard(painter, i);
}

void SuggestionBar::paintCard(QPainter &painter, int index) const
{
    const auto &look = theme();
    const auto &suggestion = m_suggestions.at(index);
    const auto rect = cardRect(index);
    paintBox(painter, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius::card,
             look.color(index == m_hovered ? ColorRole::SurfaceHover : ColorRole::SurfaceBase),
             look.color(ColorRole::BorderSubtle));
    const auto inner = rect.adjusted(10, 8, -10, -6);
    paintLines(painter, look, inner, visibleText(suggestion.text, 200));

    const int line = look.lineHeight(TextRole::Caption);
    QRect foot(inner.left(), inner.bottom() - line + 1, inner.width(), line);
    const auto keys = m_keys.value(index);
    const auto cap = keys.isEmpty() ? QSize(0, 0) : keyCapSize(look, keys);
    if (!keys.isEmpty()) {
        paintKeyCap(painter, look,
                    QRect(foot.left(), foot.center().y() - cap.height() / 2 + 1, cap.width(),
                          cap.height()),
                    keys);
    }
    const auto score = confidenceText(suggestion.score);
    const auto font = look.font(TextRole::Caption);
    const int scoreWidth = textWidth(font, score);
    paintText(painter, foot, score, font, look.color(ColorRole::TextTertiary),
              Qt::AlignRight | Qt::AlignVCenter);
    foot.adjust(cap.width() + 6, 0, -scoreWidth - 8, 0);
    const auto source = u"%1 v%2"_s.arg(visibleText(suggestion.title, 60)).arg(suggestion.version);
    paintText(painter, foot, elidedText(font, source, foot.width()), font,
              look.color(ColorRole::TextSecondary), Qt::AlignLeft | Qt::AlignVCenter);
}

void SuggestionBar::setKeyHints(const QStringList &keys)
{
    m_keys = keys;
    update();
}

void SuggestionBar::mousePressEvent(QMouseEvent *event)
{
    choose(cardAt(event->position().toPoint()));
}

void SuggestionBar::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = cardAt(event->position().toPoint());
    update();
}

void SuggestionBar::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

} // namespace quntai
