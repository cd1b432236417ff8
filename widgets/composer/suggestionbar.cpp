// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/suggestionbar.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardHeight = 70;
constexpr int lineHeight = 28;
constexpr int above = 8;
constexpr int gap = 8;
constexpr int textLines = 2;
constexpr int longestText = 200;
constexpr int longestTip = 600;
constexpr int longestSource = 60;
constexpr int button = 24;
constexpr int markSize = 14;

/** Draws the first lines of a text; the last one ends in an ellipsis when there is more. */
void paintLines(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text,
                ColorRole ink)
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
                  font, theme.color(ink), Qt::AlignLeft | Qt::AlignVCenter);
    }
    flow.endLayout();
}

QString sourceOf(const Suggestion &suggestion)
{
    return u"%1 v%2"_s.arg(visibleText(suggestion.title, longestSource)).arg(suggestion.version);
}

struct MarkLook
{
    Icon icon = Icon::Check;
    ColorRole color = ColorRole::TextTertiary;
};

std::optional<MarkLook> markLook(Correctness correctness)
{
    switch (correctness) {
    case Correctness::Unsaid: break;
    case Correctness::Right: return MarkLook{Icon::Check, ColorRole::SuccessFg};
    case Correctness::Partly: return MarkLook{Icon::Check, ColorRole::WarningFg};
    case Correctness::Wrong: return MarkLook{Icon::X, ColorRole::DangerFg};
    }
    return std::nullopt;
}

QString saidOf(const Suggestion &suggestion)
{
    switch (suggestion.correctness) {
    case Correctness::Unsaid: break;
    case Correctness::Right: return SuggestionBar::tr("marked as right");
    case Correctness::Partly: return SuggestionBar::tr("marked as partly right");
    case Correctness::Wrong: return SuggestionBar::tr("marked as wrong");
    }
    return suggestion.rejected ? SuggestionBar::tr("not used") : QString();
}

} // namespace

SuggestionBar::SuggestionBar(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Suggestions"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int index = 0; index < mostCards; ++index)
        addCard(index);
    setVisible(false);
}

void SuggestionBar::addCard(int index)
{
    auto &card = m_cards.at(std::size_t(index));
    card.reject = new IconButton(host(), Icon::X, tr("Not this one"), this);
    card.more = new IconButton(host(), Icon::More, tr("Right or wrong"), this);
    for (auto *each : {card.reject, card.more}) {
        each->setSmall(true);
        each->hide();
    }
    connect(card.reject, &IconButton::clicked, this, [this, index] { reject(index); });
    connect(card.more, &IconButton::clicked, this, [this, index] { openMarks(index); });
}

QSize SuggestionBar::sizeHint() const
{
    return {400, heightWhen(m_compact)};
}

int SuggestionBar::heightWhen(bool compact)
{
    return above + (compact ? lineHeight : cardHeight);
}

void SuggestionBar::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) == compact)
        return;
    placeButtons();
    updateGeometry();
    update();
}

void SuggestionBar::setSuggestions(const QList<Suggestion> &suggestions)
{
    m_suggestions = suggestions.first(std::min<qsizetype>(suggestions.size(), mostCards));
    QStringList spoken;
    for (const auto &suggestion : std::as_const(m_suggestions))
        spoken.append(suggestion.title);
    setAccessibleDescription(spoken.join(u", "_s));
    for (int index = 0; index < mostCards; ++index)
        refreshCard(index);
    placeButtons();
    setVisible(!m_suggestions.isEmpty());
    update();
}

void SuggestionBar::choose(int index)
{
    if (index < 0 || index >= m_suggestions.size())
        return;
    const auto suggestion = m_suggestions.at(index);
    Q_EMIT taken(suggestion.entry);
    Q_EMIT chosen(suggestion.text);
}

void SuggestionBar::reject(int index)
{
    if (index < 0 || index >= m_suggestions.size())
        return;
    const auto suggestion = m_suggestions.at(index);
    Q_EMIT rejected(suggestion.entry, !suggestion.rejected);
}

void SuggestionBar::refreshCard(int index)
{
    const auto &[reject, more] = m_cards.at(std::size_t(index));
    const bool here = index < m_suggestions.size();
    reject->setVisible(here);
    more->setVisible(here);
    if (!here)
        return;
    const auto &suggestion = m_suggestions.at(index);
    const auto title = visibleText(suggestion.title, longestSource);
    reject->setGlyph(suggestion.rejected ? Icon::Undo : Icon::X);
    reject->setName((suggestion.rejected ? tr("Use it after all: %1") : tr("Not this one: %1"))
                        .arg(title));
    more->setName(tr("Right or wrong: %1").arg(title));
    more->setAccessibleDescription(saidOf(suggestion));
}

/** At the right of each card's last line. */
void SuggestionBar::placeButtons()
{
    for (int index = 0; index < mostCards; ++index) {
        const auto card = cardRect(index);
        const int y = m_compact ? card.center().y() - button / 2 + 1 : card.bottom() - button - 2;
        const auto &[reject, more] = m_cards.at(std::size_t(index));
        reject->setGeometry(card.right() - button - 3, y, button, button);
        more->setGeometry(card.right() - 2 * button - 3, y, button, button);
    }
}

void SuggestionBar::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    placeButtons();
}

void SuggestionBar::addMark(QMenu *menu, int index, Correctness correctness, const QString &words)
{
    const auto suggestion = m_suggestions.at(index);
    const bool is = suggestion.correctness == correctness;
    auto *action = menu->addAction(words, this, [this, entry = suggestion.entry, is, correctness] {
        Q_EMIT marked(entry, is ? Correctness::Unsaid : correctness);
    });
    action->setCheckable(true);
    action->setChecked(is);
}

void SuggestionBar::openMarks(int index)
{
    if (index < 0 || index >= m_suggestions.size())
        return;
    const auto suggestion = m_suggestions.at(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addMark(menu, index, Correctness::Right, tr("Right for this question"));
    addMark(menu, index, Correctness::Partly, tr("Partly right"));
    addMark(menu, index, Correctness::Wrong, tr("Wrong for this question"));
    menu->addSeparator();
    menu->addAction(suggestion.rejected ? tr("Use it after all") : tr("Not this one"), this,
                    [this, index] { reject(index); });
    menu->addAction(tr("Say why…"), this, [this, suggestion] {
        Q_EMIT whyWanted(suggestion.entry, suggestion.title);
    });
    menu->popup(mapToGlobal(QPoint(cardRect(index).left(), 0))
                - QPoint(0, menu->sizeHint().height()));
}

int SuggestionBar::cardOf(const QObject *button) const
{
    for (int index = 0; index < mostCards; ++index) {
        const auto &card = m_cards.at(std::size_t(index));
        if (button == card.reject || button == card.more)
            return index;
    }
    return -1;
}

void SuggestionBar::keyPressEvent(QKeyEvent *event)
{
    const int card = cardOf(focusWidget());
    if (event->key() == Qt::Key_F10 && card >= 0)
        openMarks(card);
    else if (event->key() == Qt::Key_Delete && card >= 0)
        reject(card);
    else
        ThemedWidget::keyPressEvent(event);
}

void SuggestionBar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    openMarks(byKey ? cardOf(focusWidget()) : cardAt(event->pos()));
}

QRect SuggestionBar::cardRect(int index) const
{
    const int whole = width() - 24 - (mostCards - 1) * gap;
    const int card = whole / mostCards;
    return {12 + index * (card + gap), above, card, m_compact ? lineHeight : cardHeight};
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
    const auto words = visibleText(suggestion.text, longestText);
    const auto ink = suggestion.rejected ? ColorRole::TextTertiary : ColorRole::TextPrimary;
    if (m_compact) {
        paintLine(painter, rect.adjusted(10, 0, -2 * button - 6, 0), index, words, ink);
        return;
    }
    const auto inner = rect.adjusted(10, 8, -10, -6);
    paintLines(painter, look, inner, words, ink);
    const int line = look.lineHeight(TextRole::Caption);
    const QRect foot(inner.left(), inner.bottom() - line + 1, inner.width() - 2 * button, line);
    paintLine(painter, foot, index, sourceOf(suggestion), ColorRole::TextSecondary);
}

/** What the person said of it; takes its room away from the rest of the line. */
void SuggestionBar::paintMark(QPainter &painter, QRect &rect, const Suggestion &suggestion) const
{
    const auto mark = markLook(suggestion.correctness);
    if (!mark)
        return;
    theme().paintIcon(painter, QRect(rect.right() - markSize, rect.center().y() - markSize / 2 + 1,
                                     markSize, markSize),
                      mark->icon, mark->color);
    rect.setRight(rect.right() - markSize - 4);
}

/** Its key, words, and how sure the bot is. */
void SuggestionBar::paintLine(QPainter &painter, QRect rect, int index, const QString &words,
                              ColorRole ink) const
{
    const auto &look = theme();
    const auto font = look.font(TextRole::Caption);
    if (const auto keys = m_keys.value(index); !keys.isEmpty()) {
        const auto cap = keyCapSize(look, keys);
        paintKeyCap(painter, look,
                    QRect(QPoint(rect.left(), rect.center().y() - cap.height() / 2 + 1), cap),
                    keys);
        rect.setLeft(rect.left() + cap.width() + 6);
    }
    paintMark(painter, rect, m_suggestions.at(index));
    const auto score = confidenceText(m_suggestions.at(index).score);
    paintText(painter, rect, score, font, look.color(ColorRole::TextTertiary),
              Qt::AlignRight | Qt::AlignVCenter);
    rect.setRight(rect.right() - textWidth(font, score) - 8);
    paintText(painter, rect, elidedText(font, words, rect.width()), font, look.color(ink),
              Qt::AlignLeft | Qt::AlignVCenter);
}

/** The whole answer, and the entry it is of. */
bool SuggestionBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ThemedWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int card = cardAt(help->pos());
    const auto tip = card < 0 ? QString()
                              : visibleText(m_suggestions.at(card).text, longestTip) + u" · "_s
                                    + sourceOf(m_suggestions.at(card));
    QToolTip::showText(help->globalPos(), plainToolTip(tip), this);
    return true;
}

void SuggestionBar::setKeyHints(const QStringList &keys)
{
    m_keys = keys;
    update();
}

void SuggestionBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
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
