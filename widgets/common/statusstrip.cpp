// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/statusstrip.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {
constexpr int kGap = 6;
constexpr int kDot = 8;
} // namespace

StatusPill::StatusPill(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusPill::setWords(const QString &words, const QString &strong)
{
    m_words = words;
    m_strong = strong;
    refreshName();
}

void StatusPill::setPresence(std::optional<PresenceMark> presence)
{
    m_presence = presence;
    updateGeometry();
    update();
}

void StatusPill::setGlyph(std::optional<Icon> icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void StatusPill::setKeyHint(const QString &keys)
{
    m_keys = keys;
    refreshName();
}

void StatusPill::refreshName()
{
    setAccessibleName(visibleText(u"%1 %2 %3"_s.arg(m_keys, m_strong, m_words).simplified()));
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    int width = textWidth(theme().font(TextRole::Caption), m_words);
    if (!m_strong.isEmpty())
        width += textWidth(theme().boldFont(TextRole::Caption), m_strong) + kGap;
    if (m_presence)
        width += kDot + kGap;
    if (m_icon)
        width += component::iconSmall + kGap;
    if (!m_keys.isEmpty())
        width += keyCapSize(theme(), m_keys).width() + kGap;
    return {width, layout::statusBar - 2};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int x = 0;
    if (m_presence) {
        paintPresence(painter, theme(), QRectF(x, 0, kDot, height()), *m_presence);
        x += kDot + kGap;
    }
    if (m_icon) {
        theme().paintIcon(painter, QRect(x, 0, component::iconSmall, height()), *m_icon,
                          ColorRole::TextSecondary, component::iconSmall);
        x += component::iconSmall + kGap;
    }
    if (!m_keys.isEmpty()) {
        const QSize cap = keyCapSize(theme(), m_keys);
        paintKeyCap(painter, theme(), QRect({x, (height() - cap.height()) / 2}, cap), m_keys);
        x += cap.width() + kGap;
    }
    if (!m_strong.isEmpty())
        x += paintText(painter, QRect(x, 0, width() - x, height()), m_strong,
                       theme().boldFont(TextRole::Caption), theme().color(ColorRole::TextPrimary))
            + kGap;
    paintText(painter, theme(), QRect(x, 0, width() - x, height()), m_words, TextRole::Caption,
              ColorRole::TextSecondary);
}

StatusStrip::StatusStrip(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_left(new QHBoxLayout), m_right(new QHBoxLayout)
{
    setFixedHeight(quntai::layout::statusBar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x3, 1, space::x3, 1);
    row->setSpacing(space::x4);
    m_left->setSpacing(space::x4);
    m_right->setSpacing(space::x4);
    row->addLayout(m_left);
    row->addStretch(1);
    row->addLayout(m_right);
}

void StatusStrip::addLeft(QWidget *widget)
{
    m_left->addWidget(widget);
}

void StatusStrip::addRight(QWidget *widget)
{
    m_right->addWidget(widget);
}

void StatusStrip::setOffline(bool offline)
{
    m_offline = offline;
    update();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool off = m_offline;
    painter.fillRect(rect(),
                     theme().color(off ? ColorRole::WarningTint : ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), 0,
               theme().color(off ? ColorRole::WarningBorder : ColorRole::BorderSubtle));
}

} // namespace quntai
