// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lanes/grouphead.h"

#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

GroupHead::GroupHead(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_name(new PlainLabel(host, {}, TextRole::Title, ColorRole::TextPrimary, this)),
      m_mode(new ChipLabel(host, {}, this)),
      m_facts(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_viewers(new PlainLabel(host, {}, TextRole::Caption, ColorRole::AgentFg, this)),
      m_search(new IconButton(host, Icon::Search, tr("Find in this group"), this)),
      m_notices(new IconButton(host, Icon::Bell, tr("Notifications of this group"), this)),
      m_members(new IconButton(host, Icon::People, tr("Members"), this))
{
    setFixedHeight(layout::header);
    m_search->setKeyHint(u"Ctrl+F"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x4 + component::avatar + space::x2, 0, space::x2, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_name);
    row->addWidget(m_mode);
    row->addWidget(m_facts);
    row->addStretch(1);
    row->addWidget(m_viewers);
    row->addWidget(m_search);
    row->addWidget(m_notices);
    row->addWidget(m_members);
    connect(m_notices, &IconButton::clicked, this, [this] { Q_EMIT noticesWanted(noticesPoint()); });
}

void GroupHead::setGroup(const Group &group)
{
    m_group = group;
    m_name->setPlainText(group.name);
    m_mode->setChip(modeChip(group.mode));
    refreshFacts();
    update();
}

void GroupHead::refreshFacts()
{
    QStringList facts;
    if (m_group.memberCount > 0)
        facts.append(tr("%n member(s)", nullptr, m_group.memberCount));
    facts.append(m_group.kind == GroupKind::External ? tr("external group")
                                                     : tr("internal group"));
    if (!m_wanted.isEmpty())
        facts.append(tr("Notifications: %1").arg(m_wanted));
    m_facts->setPlainText(facts.join(u" · "_s));
}

void GroupHead::setNotices(const QString &which, bool usual)
{
    m_wanted = usual ? QString() : which;
    m_notices->setName(tr("Notifications of this group: %1").arg(which));
    refreshFacts();
}

QPoint GroupHead::noticesPoint() const
{
    return m_notices->mapToGlobal(m_notices->rect().bottomLeft());
}

void GroupHead::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT noticesWanted(byKey ? noticesPoint() : event->globalPos());
}

void GroupHead::setViewers(const QStringList &names)
{
    m_viewers->setVisible(!names.isEmpty());
    m_viewers->setPlainText(tr("%1 is looking").arg(names.join(u"、"_s)));
}

void GroupHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
    AvatarSpec avatar;
    avatar.name = m_group.name;
    avatar.shape = AvatarShape::Group;
    paintAvatar(painter, theme(),
                QRect(space::x4, (height() - component::avatar) / 2, component::avatar,
                      component::avatar),
                avatar);
}

} // namespace quntai
