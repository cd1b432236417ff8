// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/memberlist.h"

#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/context/contextwords.h"
#include "widgets/context/memberrows.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace quntai {

namespace {

constexpr int rowHeight = 40;
constexpr int pad = 16;

Tone toneOf(MemberRole role)
{
    switch (role) {
    case MemberRole::Bot: return Tone::Bot;
    case MemberRole::Staff: return Tone::Agent;
    case MemberRole::GroupAdmin: return Tone::Accent;
    case MemberRole::Customer: return Tone::Neutral;
    }
    return Tone::Neutral;
}

class MemberDelegate : public QStyledItemDelegate
{
public:
    MemberDelegate(ThemeHost &host, QObject *parent) : QStyledItemDelegate(parent), m_host(host) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = m_host.theme();
        const auto role = index.data(MemberRows::Role).value<MemberRole>();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.color(ColorRole::SurfaceSelected));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
        AvatarSpec person;
        person.name = index.data().toString();
        person.tone = toneOf(role);
        const QRect avatar(option.rect.left() + pad, option.rect.center().y() - 13,
                           component::avatar, component::avatar);
        paintAvatar(*painter, theme, avatar, person, ColorRole::SurfaceWindow);
        ChipSpec chip;
        chip.text = index.data(MemberRows::Asks).toBool() ? MemberList::tr("Asks here")
                                                          : memberRoleName(role);
        chip.tone = index.data(MemberRows::Asks).toBool() ? Tone::Warning : toneOf(role);
        chip.line = role == MemberRole::Customer && !index.data(MemberRows::Asks).toBool();
        const auto size = chipSize(theme, chip);
        const QRect place(QPoint(option.rect.right() - pad - size.width(),
                                 option.rect.center().y() - size.height() / 2 + 1),
                          size);
        paintChip(*painter, theme, place, chip);
        const int left = avatar.right() + 1 + space::x2;
        paintText(*painter, theme,
                  QRect(left, option.rect.top(), place.left() - left - space::x2, rowHeight),
                  person.name);
        painter->restore();
    }

private:
    ThemeHost &m_host;
};

} // namespace

MemberList::MemberList(ThemeHost &host, QWidget *parent)
    : QListView(parent), m_rows(new MemberRows(this))
{
    setAccessibleName(tr("Members of the group"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new MemberDelegate(host, this));
    setModel(m_rows);
    const auto surface = [this, &host] {
        auto look = viewport()->palette();
        look.setColor(QPalette::Base, host.theme().color(ColorRole::SurfaceWindow));
        setPalette(look);
    };
    connect(&host, &ThemeHost::changed, this, surface);
    surface();
}

void MemberList::setMembers(const QList<Member> &members, const QList<MemberId> &askers)
{
    m_rows->setMembers(members, askers);
}

} // namespace quntai
