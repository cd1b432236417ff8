// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/peopleform.h"

#include "app/console/preferences/recordsaver.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

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

/** Those who work here first, by name. */
QList<Record> recordsOf(const State &state)
{
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

} // namespace

PeopleForm::PeopleForm(ThemeHost &host, Session &session, QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_saver(new RecordSaver(session, this)),
      m_list(new RecordList(host, tr("People"), tr("New account"))),
      m_editor(new PersonEditor(host, [&session]() -> const State & { return session.state(); })),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary))
{
    m_note->setFlow(PlainLabel::Flow::Wrapped);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(space::x3, space::x2, 0, 0);
    right->addWidget(new PlainLabel(host, tr("People"), TextRole::Title));
    right->addWidget(m_note);
    right->addWidget(m_editor, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    connect(m_list, &RecordList::chosen, this, [this](const QString &key) { show({key}); });
    connect(m_list, &RecordList::addWanted, this, &PeopleForm::addNew);
    connect(m_editor, &PersonEditor::saveWanted, this, &PeopleForm::save);
    connect(m_saver, &RecordSaver::saved, this, [this] {
        m_editor->setSaving(false);
        m_editor->settle();
        refresh();
    });
    connect(m_saver, &RecordSaver::refused, this, [this](const Error &error) {
        m_editor->setSaving(false);
        m_editor->setProblem(refusalText(error), error.data.value(u"field"_s).toString());
    });
    connect(&session, &Session::reset, this, &PeopleForm::refresh);
    connect(&session, &Session::linkChanged, this, &PeopleForm::refresh);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.people.isEmpty())
            refresh();
    });
    refresh();
}

bool PeopleForm::mayChange() const
{
    return m_session.rights().contains(u"user.put"_s);
}

bool PeopleForm::mayRead() const
{
    return mayChange() || m_session.myRole() == Role::Supervisor;
}

void PeopleForm::addNew()
{
    if (!mayChange())
        return;
    m_current = {};
    m_list->setCurrent({});
    m_editor->edit({}, true);
    m_editor->show();
    m_editor->setProblem({}, u"user.id"_s);
}

void PeopleForm::show(const UserId &id)
{
    m_current = id;
    m_editor->edit(m_session.state().users.value(id), false);
    refresh();
}

void PeopleForm::save(const User &user, const QString &password)
{
    m_current = user.id;
    m_editor->setSaving(true);
    m_saver->save(PutUser{user, password});
}

void PeopleForm::refresh()
{
    const auto &users = m_session.state().users;
    const bool may = mayChange();
    m_list->setRecords(mayRead() ? recordsOf(m_session.state()) : QList<Record>{});
    m_list->setEmptyWords(mayRead() ? tr("Nobody is known yet.")
                                    : tr("Supervisors and admins see who works here."));
    m_list->setCanAdd(may);
    m_note->setPlainText(may ? tr("Changes hold at once; what a person does stays in the records "
                                  "when they leave, so accounts are disabled, not deleted.")
                             : tr("Admins keep the accounts."));
    m_editor->setReadOnly(!may);
    const auto found = users.constFind(m_current);
    const bool there = mayRead() && found != users.cend();
    if (there && m_list->current() != m_current.value)
        m_list->setCurrent(m_current.value);
    if (there && m_editor->isNew() && !m_saver->isSaving())
        m_editor->edit(*found, false);
    else if (there && !m_editor->isNew() && !m_saver->isSaving())
        m_editor->setNewest(*found);
    m_editor->setVisible(may || there);
}

void PeopleForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
