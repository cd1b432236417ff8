// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/card.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

namespace {
constexpr int kHead = 32;
} // namespace

Card::Card(ThemeHost &host, const QString &title, QWidget *parent)
    : ThemedWidget(host, parent), m_title(new PlainLabel(host, title, TextRole::UiStrong)),
      m_head(new QHBoxLayout), m_content(new QVBoxLayout)
{
    // Not Fixed: wrapped text may need more height than the hint, which knows no width.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head->setSpacing(space::x2);
    m_title->setMinimumHeight(kHead);
    m_head->addWidget(m_title, 1);
    m_content->setSpacing(space::x1);
    column->addLayout(m_head);
    column->addLayout(m_content);
    themeChanged();
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setPlainText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(m_title->accessibleName());
    themeChanged();
}

void Card::addHeadWidget(QWidget *widget)
{
    m_head->addWidget(widget, 0, Qt::AlignVCenter);
}

void Card::themeChanged()
{
    const int pad = theme().metrics().cardPad;
    m_head->setContentsMargins(pad, 0, space::x2, 0);
    m_content->setContentsMargins(pad, m_title->rawText().isEmpty() ? pad : 0, pad, pad - 2);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceRaised),
             theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
