// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/focusring.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QTabBar>

namespace quntai {

namespace {

/** A list marks the row its keys act on; while there is none, nothing of it tells. */
bool hasNoSignOfItsOwn(const QWidget &widget)
{
    const auto *list = qobject_cast<const QAbstractItemView *>(&widget);
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QTabBar *>(&widget)
        || (list && !list->currentIndex().isValid());
}

} // namespace

FocusRing::FocusRing(QApplication &application)
{
    connect(&application, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::follow(QWidget *widget)
{
    delete m_frame;
    if (!widget || !hasNoSignOfItsOwn(*widget))
        return;
    // Set by Qt when Tab or a shortcut moved the focus; a click needs no ring.
    if (!widget->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    m_frame = new QFocusFrame(widget->parentWidget());
    m_frame->setWidget(widget);
}

} // namespace quntai
