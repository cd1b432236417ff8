// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/personeditor.h"
#include "app/console/preferences/recordlist.h"
#include "models/session/session.h"

namespace quntai {

class PlainLabel;
class RecordSaver;

/** Everybody who works here: found at the left, with who is at work now; written at the right by
 * those who keep accounts, read by supervisors. GUI thread. */
class PeopleForm : public ThemedWidget
{
    Q_OBJECT
public:
    PeopleForm(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    void addNew();
    RecordList &list() const { return *m_list; }
    PersonEditor &editor() const { return *m_editor; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool mayChange() const;
    bool mayRead() const;
    void show(const UserId &id);
    void save(const User &user, const QString &password);
    void refresh();

    Session &m_session;
    UserId m_current;
    RecordSaver *m_saver;
    RecordList *m_list;
    PersonEditor *m_editor;
    PlainLabel *m_note;
};

} // namespace quntai
