// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lanes/undobar.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

UndoBar::UndoBar(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_text(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_undo(new ActionButton(host, ButtonKind::Link, tr("Undo"), this)), m_leave(new QTimer(this))
{
    m_undo->setKeyHint(u"Alt+Z"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x4, space::x1, space::x3, space::x1);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    connect(m_undo, &ActionButton::clicked, this, &UndoBar::undoWanted);
    m_leave->setSingleShot(true);
    connect(m_leave, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void UndoBar::offer(const QString &what)
{
    showLine(what, true);
}

void UndoBar::say(const QString &what)
{
    showLine(what, false);
}

void UndoBar::showLine(const QString &what, bool canUndo)
{
    m_text->setPlainText(what);
    setAccessibleName(what);
    m_undo->setVisible(canUndo);
    show();
    m_leave->start(shownMs);
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceSunken));
    paintHLine(painter, 0, width(), 0, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
