// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/confirmline.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace quntai {

ConfirmLine::ConfirmLine(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_text(new PlainLabel(host, {}, TextRole::Caption, ColorRole::WarningFg, this)),
      m_yes(new ActionButton(host, ButtonKind::Secondary, tr("Yes"), this)),
      m_no(new ActionButton(host, ButtonKind::Quiet, tr("Cancel"), this))
{
    m_yes->setButtonSize(ButtonSize::Small);
    m_no->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x2, space::x1, space::x1, space::x1);
    row->setSpacing(space::x2);
    row->addWidget(m_text, 1);
    row->addWidget(m_no);
    row->addWidget(m_yes);
    connect(m_no, &ActionButton::clicked, this, &ConfirmLine::decline);
    connect(m_yes, &ActionButton::clicked, this, [this] {
        hide();
        Q_EMIT confirmed();
    });
    hide();
}

void ConfirmLine::ask(const QString &consequence, const QString &yes)
{
    m_text->setPlainText(consequence);
    m_yes->setText(yes);
    show();
    m_yes->setFocus();
}

void ConfirmLine::decline()
{
    hide();
    Q_EMIT declined();
}

void ConfirmLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        decline();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        (m_no->hasFocus() ? m_no : m_yes)->click();
    else
        ThemedWidget::keyPressEvent(event);
}

void ConfirmLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colors = theme().tone(Tone::Warning);
    paintBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::control, colors.tint,
             colors.border);
}

} // namespace quntai
