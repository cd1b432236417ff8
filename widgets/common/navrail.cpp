// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/navrail.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/navavatar.h"
#include "widgets/common/navitem.h"
#include "widgets/common/paint/textpaint.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

NavRail::NavRail(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_menu(new IconButton(host, Icon::Menu, tr("Menu"), this)),
      m_bell(new IconButton(host, Icon::Bell, tr("Notifications"), this)),
      m_settings(new IconButton(host, Icon::Cog, tr("Settings"), this)),
      m_person(new NavAvatar(host, this)), m_group(new QButtonGroup(this)), m_pages(new QVBoxLayout)
{
    setFixedWidth(quntai::layout::navRail);
    setAccessibleName(tr("Pages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::x2, 1, space::x1);
    column->setSpacing(space::x1);
    m_pages->setSpacing(space::x1);
    column->addWidget(m_menu, 0, Qt::AlignHCenter);
    column->addLayout(m_pages);
    column->addStretch(1);
    column->addWidget(m_bell, 0, Qt::AlignHCenter);
    column->addWidget(m_settings, 0, Qt::AlignHCenter);
    column->addWidget(m_person, 0, Qt::AlignHCenter);
    connect(m_group, &QButtonGroup::idClicked, this, &NavRail::pageChosen);
}

int NavRail::addPage(Icon icon, const QString &label)
{
    auto *item = new NavItem(host(), icon, label, this);
    const int index = int(m_group->buttons().size());
    m_group->addButton(item, index);
    m_pages->addWidget(item, 0, Qt::AlignHCenter);
    item->setChecked(index == 0);
    return index;
}

int NavRail::currentPage() const
{
    return m_group->checkedId();
}

void NavRail::setCurrentPage(int index)
{
    if (QAbstractButton *item = m_group->button(index))
        item->setChecked(true);
}

void NavRail::setPageVisible(int index, bool visible)
{
    if (QAbstractButton *item = m_group->button(index))
        item->setVisible(visible);
}

void NavRail::setBadge(int index, int count)
{
    if (auto *item = qobject_cast<NavItem *>(m_group->button(index)))
        item->setBadge(count);
}

void NavRail::setPerson(const QString &name, PresenceMark presence)
{
    m_person->setPerson(name, presence);
}

QAbstractButton &NavRail::personButton() const
{
    return *m_person;
}

void NavRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintVLine(painter, width() - 1, 0, height(), theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
