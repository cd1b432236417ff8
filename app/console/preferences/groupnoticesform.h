// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/groupnotices.h"
#include "models/session/session.h"
#include "widgets/common/themedwidget.h"

class QComboBox;
class QVBoxLayout;

namespace quntai {

class ActionButton;
class PlainLabel;
class SearchField;

/** One group: its name, which of its notices come, the way back to all of them. */
class GroupNoticesRow : public ThemedWidget
{
    Q_OBJECT
public:
    GroupNoticesRow(ThemeHost &host, const GroupId &group, const QString &name,
                    const GroupRule &rule, QWidget *parent = nullptr);

    const GroupId &group() const { return m_group; }
    void setRule(const GroupRule &rule);
    QComboBox &choice() const { return *m_choice; }
    /** Opens the menu of single events; there with Chosen only. */
    ActionButton &kindsButton() const { return *m_kinds; }

Q_SIGNALS:
    void ruleChosen(const quntai::GroupId &group, const quntai::GroupRule &rule);

private:
    void choose(GroupNotices what);
    void openKinds();

    GroupId m_group;
    GroupRule m_rule;
    QComboBox *m_choice;
    ActionButton *m_kinds;
};

/** The groups whose notices differ from all others, and a field that finds any other group. Some 20
 * are shown; the field narrows them down. GUI thread. */
class GroupNoticesForm : public ThemedWidget
{
    Q_OBJECT
public:
    GroupNoticesForm(ThemeHost &host, Session &session, Settings &settings,
                     QWidget *parent = nullptr);

    SearchField &searchField() const { return *m_search; }
    ActionButton &resetButton() const { return *m_reset; }
    QList<GroupNoticesRow *> rows() const { return m_rows; }

    static constexpr int mostRows = 20;

private:
    QList<std::pair<GroupId, QString>> matching() const;
    QString nameOf(const GroupId &group) const;
    void choose(const GroupId &group, const GroupRule &rule);
    void rebuild(const QList<std::pair<GroupId, QString>> &groups);
    void refresh();

    Session &m_session;
    Settings &m_settings;
    SearchField *m_search;
    QVBoxLayout *m_column;
    PlainLabel *m_more;
    ActionButton *m_reset;
    QList<GroupNoticesRow *> m_rows;
};

} // namespace quntai
