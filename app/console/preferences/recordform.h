// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/recordeditor.h"
#include "app/console/preferences/recordlist.h"
#include "models/session/session.h"

namespace quntai {

class PlainLabel;
class RecordSaver;

/** Records of one kind: found at the left, written at the right, saved one at a time. What is
 * refused stands at its field; what others change meanwhile comes beside unsaved words. Who may not
 * change them reads them, the first one to begin with. GUI thread. */
class RecordForm : public ThemedWidget
{
    Q_OBJECT
public:
    /** Begins a new one; nothing for whoever may not. */
    void addNew();
    RecordList &list() const { return *m_list; }

protected:
    struct Words
    {
        QString title;       //!< of the form, and the name of its list
        QString add;         //!< of the button for a new one
        QString firstField;  //!< where writing a new one begins; as the backend names it
    };

    /** The session outlives it. The form takes the editor. Its maker calls refresh() once. */
    RecordForm(ThemeHost &host, Session &session, Words words, RecordEditor *editor,
               QWidget *parent);

    void paintEvent(QPaintEvent *event) override;
    void refresh();
    /** The command that saves the record, which is shown from here on. */
    void submit(const QString &key, const CommandData &command);
    /** Nothing is shown any more. */
    void leave() { m_current.clear(); }
    bool isSaving() const;
    bool mayCall(const QString &method) const { return m_session.rights().contains(method); }
    const Session &session() const { return m_session; }

    virtual bool mayChange() const = 0;
    virtual bool concerns(const Changes &changes) const = 0;
    virtual QList<Record> records() const = 0;
    virtual QString emptyWords() const = 0;
    /** Under the title. */
    virtual QString note() const = 0;
    /** Into the editor as it is; an empty key: a new one. */
    virtual void edit(const QString &key) = 0;
    /** The state may hold another record under this key than the editor knows. Exists: it holds one. */
    virtual void renew(const QString &key, bool exists) = 0;
    /** What was submitted is done, or refused. */
    virtual void settled(bool saved) = 0;

private:
    void layOut(const QString &title);
    void join();
    void show(const QString &key);
    void refuse(const Error &error);

    Session &m_session;
    const QString m_firstField;
    QString m_current;       //!< shown; also of a new one that is not saved yet
    RecordSaver *m_saver;
    RecordList *m_list;
    RecordEditor *m_editor;
    PlainLabel *m_note;
};

} // namespace quntai
