// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/inlinebanner.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPad = 16;
constexpr int kGap = 8;
constexpr int kHeight = 40;
} // namespace

InlineBanner::InlineBanner(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_action(new ActionButton(host, ButtonKind::Secondary, {}, this)),
      m_close(new IconButton(host, Icon::X, tr("Dismiss"), this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kPad, 0, kPad - 4, 0);
    row->setSpacing(kGap);
    row->addStretch(1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_action->hide();
    m_close->hide();
    m_close->setSmall(true);
    setFocusProxy(m_action);
    connect(m_action, &ActionButton::clicked, this, &InlineBanner::actionTriggered);
    connect(m_close, &IconButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    hide();
}

void InlineBanner::showMessage(Kind kind, const QString &title, const QString &text)
{
    m_kind = kind;
    m_heading = title;
    m_text = text;
    const QString whole = visibleText(title + u" "_s + text);
    setAccessibleName(whole);
    setPlainToolTip(*this, whole);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InlineBanner::setAction(const QString &words, std::optional<Icon> icon)
{
    m_action->setText(words);
    m_action->setAccessibleName(words);
    m_action->setGlyph(icon);
    m_action->setVisible(!words.isEmpty());
}

void InlineBanner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

void InlineBanner::setGlyph(Icon icon)
{
    m_glyph = icon;
    update();
}

void InlineBanner::setCountdown(const QString &words, int permilleLeft)
{
    m_countdown = words;
    m_permille = permilleLeft;
    update();
}

Tone InlineBanner::tone() const
{
    if (m_kind == Kind::Error)
        return Tone::Danger;
    return m_kind == Kind::Warning ? Tone::Warning : Tone::Accent;
}

QSize InlineBanner::sizeHint() const
{
    return {320, kHeight};
}

void InlineBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors colors = theme().tone(tone());
    painter.fillRect(rect(), colors.tint);
    paintHLine(painter, 0, width(), height() - 1, colors.border);
    int x = kPad;
    const Icon usual = m_kind == Kind::Info ? Icon::Bulb : Icon::Warn;
    theme().paintIcon(painter, QRect(x, 0, component::icon, height()), m_glyph.value_or(usual),
                      colors.fg);
    x += component::icon + kGap;
    int right = width() - kPad;
    for (const QWidget *widget :
         {static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_close)}) {
        if (!widget->isHidden())
            right = qMin(right, widget->x() - kGap);
    }
    if (!m_countdown.isEmpty()) {
        const QFont font = theme().font(TextRole::Caption);
        const int words = qMin(textWidth(font, m_countdown), (right - x) / 2);
        paintText(painter, QRect(right - words, 0, words, height()), m_countdown, font, colors.fg);
        right -= words + kGap;
        if (m_permille >= 0) {
            right -= component::ring - 2;
            paintRing(painter, theme(),
                      QRectF(right - 2, (height() - component::ring) / 2.0, component::ring,
                             component::ring),
                      m_permille, colors.fg);
            right -= kGap;
        }
    }
    x += paintText(painter, theme(), QRect(x, 0, qMax(0, right - x), height()), m_heading,
                   TextRole::UiStrong)
        + kGap;
    paintText(painter, theme(), QRect(x, 0, qMax(0, right - x), height()), m_text);
}

} // namespace quntai
