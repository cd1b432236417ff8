// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/scopebar.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/paint/plaintext.h"

#include <QMenu>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostInMenu = 40;
constexpr int longestName = 12;

template <class Id>
QString nameIn(const QList<std::pair<Id, QString>> &names, const Id &id, const QString &otherwise)
{
    const auto found = std::ranges::find(names, id, &std::pair<Id, QString>::first);
    return visibleText(found == names.cend() ? otherwise : found->second, longestName);
}

QString timeName(int days)
{
    switch (days) {
    case 1: return ScopeBar::tr("Last 24 h");
    case 7: return ScopeBar::tr("Last 7 days");
    case 30: return ScopeBar::tr("Last 30 days");
    default: return ScopeBar::tr("Any time");
    }
}

QString stateName(const std::optional<bool> &open)
{
    if (!open)
        return ScopeBar::tr("Any topic");
    return *open ? ScopeBar::tr("Open topics") : ScopeBar::tr("Ended topics");
}

} // namespace

ScopeBar::ScopeBar(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    auto *flow = new FlowLayout(2, this);
    for (const auto part : {Group, Person, Time, Topic, Image}) {
        auto *button = new ActionButton(host, ButtonKind::Quiet, {}, this);
        button->setButtonSize(ButtonSize::Small);
        flow->addWidget(button);
        m_buttons.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, part] { open(part); });
    }
    refresh();
}

void ScopeBar::setScope(const SearchScope &scope)
{
    m_scope = scope;
    refresh();
}

void ScopeBar::setGroups(const QList<std::pair<GroupId, QString>> &groups)
{
    m_groups = groups;
    refresh();
}

void ScopeBar::setPeople(const QList<std::pair<QString, QString>> &people)
{
    m_people = people;
    refresh();
}

void ScopeBar::choose(const SearchScope &scope)
{
    if (scope == m_scope)
        return;
    setScope(scope);
    Q_EMIT scopeChosen(scope);
}

void ScopeBar::open(Part part)
{
    if (part == Image) {
        auto scope = m_scope;
        scope.image = !scope.image;
        return choose(scope);
    }
    Q_EMIT choicesWanted();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addChoices(menu, part);
    auto &under = button(part);
    menu->popup(under.mapToGlobal(QPoint(0, under.height() + 2)));
}

void ScopeBar::addChoices(QMenu *menu, Part part)
{
    switch (part) {
    case Group: return addNames(menu, m_groups, &SearchScope::group);
    case Person: return addNames(menu, m_people, &SearchScope::person);
    case Time: return addTimes(menu);
    case Topic: return addStates(menu);
    case Image: return;
    }
}

template <class Id>
void ScopeBar::addNames(QMenu *menu, const QList<std::pair<Id, QString>> &names,
                        Id SearchScope::*field)
{
    const auto add = [&](const QString &words, const Id &id) {
        auto *action = menu->addAction(words, this, [this, field, id] {
            auto scope = m_scope;
            scope.*field = id;
            choose(scope);
        });
        action->setCheckable(true);
        action->setChecked(m_scope.*field == id);
    };
    add(tr("Everywhere"), Id{});
    menu->addSeparator();
    // An ampersand of a name would become a shortcut.
    for (const auto &[id, name] : names.first(std::min(names.size(), mostInMenu)))
        add(visibleText(name, 40).replace(u'&', u"&&"_s), id);
}

void ScopeBar::addTimes(QMenu *menu)
{
    for (const int days : {0, 1, 7, 30}) {
        auto *action = menu->addAction(timeName(days), this, [this, days] {
            auto scope = m_scope;
            scope.days = days;
            choose(scope);
        });
        action->setCheckable(true);
        action->setChecked(m_scope.days == days);
    }
}

void ScopeBar::addStates(QMenu *menu)
{
    for (const auto &open : {std::optional<bool>(), std::optional(true), std::optional(false)}) {
        auto *action = menu->addAction(stateName(open), this, [this, open] {
            auto scope = m_scope;
            scope.open = open;
            choose(scope);
        });
        action->setCheckable(true);
        action->setChecked(m_scope.open == open);
    }
}

QString ScopeBar::words(Part part) const
{
    switch (part) {
    case Group:
        return m_scope.group.isEmpty() ? tr("Group")
                                       : nameIn(m_groups, m_scope.group, m_scope.group.value);
    case Person:
        return m_scope.person.isEmpty() ? tr("Person")
                                        : nameIn(m_people, m_scope.person, m_scope.person);
    case Time:
        return m_scope.days == 0 ? tr("Time") : timeName(m_scope.days);
    case Topic:
        return m_scope.open ? stateName(m_scope.open) : tr("Topic");
    case Image:
        return tr("Has a picture");
    }
    return {};
}

void ScopeBar::refresh()
{
    const bool narrows[]{!m_scope.group.isEmpty(), !m_scope.person.isEmpty(), m_scope.days > 0,
                         m_scope.open.has_value(), m_scope.image};
    for (const auto part : {Group, Person, Time, Topic, Image}) {
        auto &shown = button(part);
        shown.setText(words(part));
        shown.setKind(narrows[part] ? ButtonKind::Secondary : ButtonKind::Quiet);
        shown.setGlyph(narrows[part] ? std::optional(Icon::Check) : std::nullopt);
        shown.setAccessibleName(narrows[part] ? tr("Search only: %1").arg(words(part))
                                              : tr("Narrow the search: %1").arg(words(part)));
        shown.updateGeometry();
    }
}

} // namespace quntai
