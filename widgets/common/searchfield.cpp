// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/searchfield.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QAction>
#include <QPainter>
#include <QResizeEvent>

namespace quntai {

namespace {
constexpr int kIconLeft = 8;
constexpr int kTextLeft = 20; // beside the field's own padding
} // namespace

SearchField::SearchField(ThemeHost &host, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent), m_host(host)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    // Its own action, so that the icon is ours and the key cap can take its place.
    QAction *clear = addAction(host.theme().icon(Icon::X), TrailingPosition);
    clear->setText(tr("Clear"));
    clear->setToolTip(tr("Clear"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clear, [this, clear](const QString &text) {
        clear->setVisible(!text.isEmpty());
        refreshMargins();
    });
    connect(&host, &ThemeHost::changed, this, [this, clear] {
        clear->setIcon(m_host.theme().icon(Icon::X));
        refreshMargins();
    });
    refreshMargins();
}

void SearchField::setKeyHint(const QString &keys)
{
    m_keys = keys;
    refreshMargins();
    update();
}

void SearchField::refreshMargins()
{
    const bool cap = !m_keys.isEmpty() && text().isEmpty();
    setTextMargins(kTextLeft, 0, cap ? keyCapSize(m_host.theme(), m_keys).width() + 4 : 0, 0);
    refreshToolTip();
}

void SearchField::refreshToolTip()
{
    const auto margins = textMargins();
    const int room = width() - margins.left() - margins.right() - 2 * kIconLeft;
    const bool cut = textWidth(font(), placeholderText()) > room;
    setPlainToolTip(*this, cut ? placeholderText() : QString());
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    refreshToolTip();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme &theme = m_host.theme();
    theme.paintIcon(painter, QRect(kIconLeft, 0, component::icon, height()), Icon::Search,
                    isEnabled() ? ColorRole::TextSecondary : ColorRole::TextDisabled);
    if (m_keys.isEmpty() || !text().isEmpty())
        return;
    const QSize cap = keyCapSize(theme, m_keys);
    paintKeyCap(painter, theme,
                QRect({width() - cap.width() - 6, (height() - cap.height()) / 2}, cap), m_keys);
}

} // namespace quntai
