// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/personmark.h"

#include "widgets/common/paint/plaintext.h"

#include <QPainter>

namespace quntai {

PersonMark::PersonMark(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setFixedSize(component::avatar, component::avatar);
}

void PersonMark::setPerson(const AvatarSpec &person)
{
    m_person = person;
    setAccessibleName(visibleText(person.name));
    update();
}

void PersonMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAvatar(painter, theme(), rect(), m_person, ColorRole::SurfaceRaised);
}

} // namespace quntai
