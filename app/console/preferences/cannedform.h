// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/cannededitor.h"
#include "app/console/preferences/recordlist.h"
#include "models/session/session.h"

namespace quntai {

class PlainLabel;
class RecordSaver;

/** The company's canned replies: found at the left, written at the right. Who may not change them
 * reads them. GUI thread. */
class CannedForm : public ThemedWidget
{
    Q_OBJECT
public:
    CannedForm(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    /** Begins a new one; nothing for whoever may not. */
    void addNew();
    RecordList &list() const { return *m_list; }
    CannedEditor &editor() const { return *m_editor; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool mayChange() const;
    void show(const CannedId &id);
    void save(const CannedReply &reply, bool gone);
    void saved();
    void refuse(const Error &error);
    void refresh();

    Session &m_session;
    CannedId m_current;      //!< shown; also of a new one that is not saved yet
    bool m_removing = false;
    RecordSaver *m_saver;
    RecordList *m_list;
    CannedEditor *m_editor;
    PlainLabel *m_note;
};

} // namespace quntai
