// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/focusring.h"

#include <QAbstractButton>
#include <QApplication>

namespace quntai {

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
    if (!qobject_cast<QAbstractButton *>(widget))
        return;
    // Set by Qt when Tab or a shortcut moved the focus; a click needs no ring.
    if (!widget->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    m_frame = new QFocusFrame(widget->parentWidget());
    m_frame->setWidget(widget);
}

} // namespace quntai
