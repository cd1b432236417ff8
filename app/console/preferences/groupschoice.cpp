// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/groupschoice.h"

#include "widgets/common/paint/plaintext.h"

#include <QMenu>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 40;

} // namespace

GroupsChoice::GroupsChoice(ThemeHost &host, std::function<QList<Group>()> groups, QWidget *parent)
    : ActionButton(host, ButtonKind::Secondary, {}, parent), m_groups(std::move(groups))
{
    connect(this, &ActionButton::clicked, this, &GroupsChoice::open);
    refresh();
}

void GroupsChoice::setChosen(const QList<GroupId> &chosen)
{
    m_chosen = chosen;
    refresh();
}

void GroupsChoice::refresh()
{
    setText(m_chosen.isEmpty() ? tr("All groups")
                               : tr("%n group(s)", nullptr, int(m_chosen.size())));
}

void GroupsChoice::toggle(const GroupId &group, bool on)
{
    m_chosen.removeAll(group);
    if (on)
        m_chosen.append(group);
    refresh();
    Q_EMIT edited();
}

void GroupsChoice::open()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *all = menu->addAction(tr("All groups"), this, [this] {
        setChosen({});
        Q_EMIT edited();
    });
    all->setEnabled(!m_chosen.isEmpty());
    menu->addSeparator();
    for (const auto &group : m_groups()) {
        auto *action = menu->addAction(visibleText(group.name, longestName));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(group.id));
        connect(action, &QAction::toggled, this,
                [this, id = group.id](bool on) { toggle(id, on); });
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

QList<Group> groupsByName(const State &state)
{
    QList<Group> groups;
    for (const auto &group : state.groups)
        groups.append(group.info);
    std::ranges::sort(groups, {}, [](const Group &one) { return std::pair(one.name, one.id); });
    return groups;
}

QStringList wordsIn(const QString &text)
{
    static const QRegularExpression between(u"[,，、;；\\n]"_s);
    QStringList words;
    for (const auto &word : text.split(between, Qt::SkipEmptyParts)) {
        if (const auto plain = word.simplified(); !plain.isEmpty() && !words.contains(plain))
            words.append(plain);
    }
    return words;
}

} // namespace quntai
