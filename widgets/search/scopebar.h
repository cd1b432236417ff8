// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/searchmodel.h"
#include "widgets/common/themedwidget.h"

class QMenu;

namespace quntai {

class ActionButton;
class FlowLayout;

/** What a search is narrowed to, one button each: group, person, time, state of the topic, picture.
 * One that narrows shows what to. GUI thread. */
class ScopeBar : public ThemedWidget
{
    Q_OBJECT
public:
    enum Part { Group, Person, Time, Topic, Image };

    explicit ScopeBar(ThemeHost &host, QWidget *parent = nullptr);

    const SearchScope &scope() const { return m_scope; }
    /** No signal. */
    void setScope(const SearchScope &scope);
    /** What may be chosen; names are untrusted. */
    void setGroups(const QList<std::pair<GroupId, QString>> &groups);
    void setPeople(const QList<std::pair<QString, QString>> &people);

    ActionButton &button(Part part) const { return *m_buttons.at(part); }

Q_SIGNALS:
    /** A person chose. */
    void scopeChosen(const quntai::SearchScope &scope);
    /** Before a menu opens: set groups and people now. */
    void choicesWanted();

private:
    void open(Part part);
    void choose(const SearchScope &scope);
    void addChoices(QMenu *menu, Part part);
    template <class Id>
    void addNames(QMenu *menu, const QList<std::pair<Id, QString>> &names, Id SearchScope::*field);
    void addTimes(QMenu *menu);
    void addStates(QMenu *menu);
    QString words(Part part) const;
    void refresh();

    SearchScope m_scope;
    QList<std::pair<GroupId, QString>> m_groups;
    QList<std::pair<QString, QString>> m_people;
    QList<ActionButton *> m_buttons;
};

} // namespace quntai
