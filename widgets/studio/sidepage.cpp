// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/sidepage.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

SidePage::SidePage(ThemeHost &host, const QString &title, QWidget *parent)
    : ThemedWidget(host, parent),
      m_title(new PlainLabel(host, title, TextRole::Title, ColorRole::TextPrimary, this)),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceBase, this)), m_foot(new QWidget(this)),
      m_actions(new QHBoxLayout(m_foot))
{
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    auto *close = new IconButton(host, Icon::Left, tr("Back to the editor"), head);
    close->setKeyHint(u"Esc"_s);
    connect(close, &IconButton::clicked, this, &SidePage::closed);
    row->addWidget(close);
    row->addWidget(m_title);
    row->addWidget(m_note, 1);
    m_body->column()->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
    m_actions->setContentsMargins(space::x4, 10, space::x4, 10);
    m_actions->setSpacing(space::x2);
    m_foot->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_body, 1);
    column->addWidget(m_foot);
}

void SidePage::setTitle(const QString &title, const QString &note)
{
    m_title->setPlainText(title);
    m_note->setPlainText(note);
}

void SidePage::addToFoot(QWidget *widget)
{
    m_actions->addWidget(widget);
    m_foot->show();
}

void SidePage::addFootStretch()
{
    m_actions->addStretch(1);
}

void SidePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        ThemedWidget::keyPressEvent(event);
}

void SidePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    const auto line = theme().color(ColorRole::BorderSubtle);
    paintHLine(painter, 0, width(), layout::header - 1, line);
    paintHLine(painter, 0, width(), m_body->geometry().bottom() + 1, line);
}

} // namespace quntai
