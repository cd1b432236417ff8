// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "widgets/common/actionbutton.h"

namespace quntai {

/** A button that says which groups something holds in and opens a menu of them; none means all. */
class GroupsChoice : public ActionButton
{
    Q_OBJECT
public:
    /** groups: what there is to choose from, asked when the menu opens. */
    GroupsChoice(ThemeHost &host, std::function<QList<Group>()> groups, QWidget *parent = nullptr);

    void setChosen(const QList<GroupId> &chosen);
    const QList<GroupId> &chosen() const { return m_chosen; }

Q_SIGNALS:
    /** By a person. */
    void edited();

private:
    void open();
    void toggle(const GroupId &group, bool on);
    void refresh();

    std::function<QList<Group>()> m_groups;
    QList<GroupId> m_chosen;
};

/** Every group there is, by name. */
QList<Group> groupsByName(const State &state);

/** "a, b、c" as a list without empty words and repeats. */
QStringList wordsIn(const QString &text);

} // namespace quntai
