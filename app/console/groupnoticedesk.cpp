// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/groupnoticedesk.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "widgets/lanes/grouphead.h"

#include <QActionGroup>
#include <QMenu>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array wholes{GroupNotices::All, GroupNotices::Escalations, GroupNotices::Mine,
                            GroupNotices::None};

/** What comes now, so that choosing begins with it. */
QList<NoticeKind> letBy(const GroupRule &rule)
{
    auto kinds = groupKinds();
    kinds.removeIf([&rule](NoticeKind kind) { return !lets(rule, kind); });
    return kinds;
}

} // namespace

GroupNoticeDesk::GroupNoticeDesk(DeskPage &desk, Session &session, Settings &settings,
                                 QObject *parent)
    : QObject(parent), m_desk(desk), m_session(session), m_settings(settings)
{
    connect(&desk.head(), &GroupHead::noticesWanted, this,
            [this](const QPoint &at) { openMenu(m_desk.group(), at); });
    connect(&desk, &DeskPage::groupShown, this, &GroupNoticeDesk::refreshHead);
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1StringView(settings::groupNotices.key))
            refreshHead();
    });
}

void GroupNoticeDesk::refreshHead()
{
    const auto rule = groupRule(m_settings, m_desk.group());
    m_desk.head().setNotices(groupRuleName(rule), rule.what == GroupNotices::All);
}

void GroupNoticeDesk::choose(const GroupId &group, GroupNotices what)
{
    setGroupRule(m_settings, group, {what, {}});
}

void GroupNoticeDesk::toggle(const GroupId &group, NoticeKind kind, bool on)
{
    auto kinds = letBy(groupRule(m_settings, group));
    kinds.removeAll(kind);
    if (on)
        kinds.append(kind);
    setGroupRule(m_settings, group, {GroupNotices::Chosen, kinds});
}

void GroupNoticeDesk::fill(QMenu &menu, const GroupId &group)
{
    auto *choices = new QActionGroup(&menu);
    const auto rule = groupRule(m_settings, group);
    for (const auto what : wholes) {
        auto *action = menu.addAction(groupNoticesName(what), this,
                                      [this, group, what] { choose(group, what); });
        action->setCheckable(true);
        action->setChecked(rule.what == what);
        choices->addAction(action);
    }
    auto *kinds = menu.addMenu(rule.what == GroupNotices::Chosen
                                   ? groupRuleName(rule)
                                   : groupNoticesName(GroupNotices::Chosen));
    addKinds(*kinds, group);
    menu.addSeparator();
    menu.addAction(tr("Notifications of all groups…"), this, &GroupNoticeDesk::settingsWanted);
}

void GroupNoticeDesk::addKinds(QMenu &menu, const GroupId &group)
{
    const auto now = letBy(groupRule(m_settings, group));
    for (const auto kind : groupKinds()) {
        auto *action = menu.addAction(noticeKindName(kind));
        action->setCheckable(true);
        action->setChecked(now.contains(kind));
        connect(action, &QAction::toggled, this,
                [this, group, kind](bool on) { toggle(group, kind, on); });
    }
}

void GroupNoticeDesk::addTo(QMenu &menu, const GroupId &group)
{
    fill(*menu.addMenu(tr("Notifications of this group")), group);
}

void GroupNoticeDesk::openMenu(const GroupId &group, const QPoint &at)
{
    if (group.isEmpty())
        return;
    auto *menu = new QMenu(&m_desk);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Notifications of this group"));
    fill(*menu, group);
    m_menu = menu;
    menu->popup(at);
}

void GroupNoticeDesk::addActions(ActionRegistry &registry)
{
    const auto group = tr("Notifications");
    const auto none = [this] {
        return m_desk.group().isEmpty() ? tr("Choose a topic first") : QString();
    };
    for (const auto what : wholes) {
        const auto word = wordOf(what);
        registry.add({u"notices.group."_s + QString::fromLatin1(word.data(), qsizetype(word.size())),
                      tr("This group's notifications: %1").arg(groupNoticesName(what)), group,
                      Icon::Bell, {}, [this, what] { choose(m_desk.group(), what); }, none,
                      &m_desk});
    }
    registry.add({u"notices.group"_s, tr("Notifications of this group"), group, Icon::Bell,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
                  [this] { openMenu(m_desk.group(), m_desk.head().noticesPoint()); }, none,
                  &m_desk});
}

} // namespace quntai
