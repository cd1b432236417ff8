// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/peopleform.h"

#include "widgets/common/words/words.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString markOf(const State &state, const User &user)
{
    if (user.disabled)
        return PeopleForm::tr("disabled");
    return roleName(user.role) + u" · "_s
        + agentStatusName(state.presence.value(user.id).status);
}

} // namespace

bool mayReadPeople(const Session &session)
{
    return session.rights().contains(u"user.put"_s) || session.myRole() == Role::Supervisor;
}

PeopleForm::PeopleForm(ThemeHost &host, Session &session, QWidget *parent)
    : PeopleForm(host, session,
                 new PersonEditor(host, [&session]() -> const State & { return session.state(); }),
                 parent)
{
}

PeopleForm::PeopleForm(ThemeHost &host, Session &session, PersonEditor *editor, QWidget *parent)
    : RecordForm(host, session, {tr("People"), tr("New account"), u"user.id"_s}, editor, parent),
      m_editor(editor)
{
    connect(m_editor, &PersonEditor::saveWanted, this,
            [this](const User &user, const QString &password) {
                submit(user.id.value, PutUser{user, password});
            });
    refresh();
}

bool PeopleForm::mayChange() const
{
    return mayCall(u"user.put"_s);
}

/** Those who work here first, by name. */
QList<Record> PeopleForm::records() const
{
    if (!mayReadPeople(session()))
        return {};
    const auto &state = session().state();
    auto users = state.users.values();
    std::ranges::sort(users, {}, [](const User &user) {
        return std::tuple(user.disabled, user.name, user.id);
    });
    QList<Record> records;
    for (const auto &user : users)
        records.append({user.id.value, user.name, markOf(state, user),
                        user.id.value + u' ' + (user.skills + user.teams).join(u' ')});
    return records;
}

QString PeopleForm::emptyWords() const
{
    return tr("Nobody is known yet.");
}

QString PeopleForm::note() const
{
    return mayChange() ? tr("Changes hold at once; what a person does stays in the records "
                            "when they leave, so accounts are disabled, not deleted.")
                       : tr("Admins keep the accounts.");
}

void PeopleForm::edit(const QString &key)
{
    m_editor->edit(session().state().users.value({key}), key.isEmpty());
}

void PeopleForm::renew(const QString &key, bool exists)
{
    if (!exists || isSaving())
        return;
    if (m_editor->isNew() || m_editor->written().id.value != key)
        edit(key);
    else
        m_editor->setNewest(session().state().users.value({key}));
}

void PeopleForm::settled(bool saved)
{
    if (saved)
        m_editor->settle();
}

} // namespace quntai
