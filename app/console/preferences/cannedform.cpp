// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/cannedform.h"

#include <QUuid>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

CannedForm::CannedForm(ThemeHost &host, Session &session, QWidget *parent)
    : CannedForm(host, session,
                 new CannedEditor(host, [&session]() -> const State & { return session.state(); }),
                 parent)
{
}

CannedForm::CannedForm(ThemeHost &host, Session &session, CannedEditor *editor, QWidget *parent)
    : RecordForm(host, session, {tr("Canned replies"), tr("New canned reply"), u"title"_s}, editor,
                 parent),
      m_editor(editor)
{
    connect(m_editor, &CannedEditor::saveWanted, this,
            [this](const CannedReply &reply) { put(reply, false); });
    connect(m_editor, &CannedEditor::removeWanted, this,
            [this](const CannedReply &reply) { put(reply, true); });
    refresh();
}

bool CannedForm::mayChange() const
{
    return mayCall(u"canned.put"_s);
}

QList<Record> CannedForm::records() const
{
    QList<Record> records;
    for (const auto &reply : session().state().canned)
        records.append({reply.id.value, reply.title,
                        reply.shortcut.isEmpty() ? QString() : u'/' + reply.shortcut, reply.text});
    std::ranges::sort(records, {}, [](const Record &one) { return std::pair(one.title, one.key); });
    return records;
}

QString CannedForm::emptyWords() const
{
    return mayChange() ? tr("No canned replies yet. Write what you send often once, and "
                            "put it into any reply with “/”.")
                       : tr("Nobody has written a canned reply yet.");
}

QString CannedForm::note() const
{
    return mayChange() ? tr("Typed after “/” in a reply. Changes reach everybody at once.")
                       : tr("Supervisors, editors and admins write them.");
}

void CannedForm::edit(const QString &key)
{
    m_editor->edit(session().state().canned.value({key}));
}

/** A new one's id is ours, so that we know it again when it comes back. */
void CannedForm::put(const CannedReply &reply, bool gone)
{
    auto whole = reply;
    if (whole.id.isEmpty())
        whole.id = {u"c-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)};
    m_removing = gone;
    submit(whole.id.value, PutCanned{whole, gone});
}

void CannedForm::settled(bool saved)
{
    const bool removed = std::exchange(m_removing, false) && saved;
    if (removed) {
        leave();
        m_editor->edit({});
    }
    refresh();
}

void CannedForm::renew(const QString &key, bool exists)
{
    if (exists && m_editor->written().id.value != key)
        edit(key);
    else if (!key.isEmpty() && !isSaving())
        m_editor->setNewest(exists ? std::optional(session().state().canned.value({key}))
                                   : std::nullopt);
}

} // namespace quntai
