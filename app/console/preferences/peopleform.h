// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/personeditor.h"
#include "app/console/preferences/recordform.h"

namespace quntai {

/** Whether this person keeps the accounts, or may see who works here. */
bool mayReadPeople(const Session &session);

/** Everybody who works here, with who is at work now; written by those who keep accounts, read by
 * supervisors. GUI thread. */
class PeopleForm final : public RecordForm
{
    Q_OBJECT
public:
    PeopleForm(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    PersonEditor &editor() const { return *m_editor; }

private:
    PeopleForm(ThemeHost &host, Session &session, PersonEditor *editor, QWidget *parent);

    bool mayChange() const override;
    bool concerns(const Changes &changes) const override { return !changes.people.isEmpty(); }
    QList<Record> records() const override;
    QString emptyWords() const override;
    QString note() const override;
    void edit(const QString &key) override;
    void renew(const QString &key, bool exists) override;
    void settled(bool saved) override;

    PersonEditor *m_editor;
};

} // namespace quntai
