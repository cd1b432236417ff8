// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/cannedform.h"

#include "app/console/preferences/recordsaver.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/refusals.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QList<Record> recordsOf(const State &state)
{
    QList<Record> records;
    for (const auto &reply : state.canned)
        records.append({reply.id.value, reply.title,
                        reply.shortcut.isEmpty() ? QString() : u'/' + reply.shortcut, reply.text});
    std::ranges::sort(records, {}, [](const Record &one) { return std::pair(one.title, one.key); });
    return records;
}

} // namespace

CannedForm::CannedForm(ThemeHost &host, Session &session, QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_saver(new RecordSaver(session, this)),
      m_list(new RecordList(host, tr("Canned replies"), tr("New canned reply"))),
      m_editor(new CannedEditor(host, [&session]() -> const State & { return session.state(); })),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary))
{
    m_note->setFlow(PlainLabel::Flow::Wrapped);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(space::x3, space::x2, 0, 0);
    right->addWidget(new PlainLabel(host, tr("Canned replies"), TextRole::Title));
    right->addWidget(m_note);
    right->addWidget(m_editor, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    connect(m_list, &RecordList::chosen, this, [this](const QString &key) { show({key}); });
    connect(m_list, &RecordList::addWanted, this, &CannedForm::addNew);
    connect(m_editor, &CannedEditor::saveWanted, this,
            [this](const CannedReply &reply) { save(reply, false); });
    connect(m_editor, &CannedEditor::removeWanted, this,
            [this](const CannedReply &reply) { save(reply, true); });
    connect(m_saver, &RecordSaver::saved, this, &CannedForm::saved);
    connect(m_saver, &RecordSaver::refused, this, &CannedForm::refuse);
    connect(&session, &Session::reset, this, &CannedForm::refresh);
    connect(&session, &Session::linkChanged, this, &CannedForm::refresh);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.canned)
            refresh();
    });
    refresh();
}

bool CannedForm::mayChange() const
{
    return m_session.rights().contains(u"canned.put"_s);
}

/** Its id is ours, so that we know it again when it comes back. */
void CannedForm::addNew()
{
    if (!mayChange())
        return;
    m_list->setCurrent({});
    m_current = {};
    m_editor->edit({});
    m_editor->setVisible(true);
    m_editor->setProblem({}, u"title"_s);
}

void CannedForm::show(const CannedId &id)
{
    m_current = id;
    m_editor->edit(m_session.state().canned.value(id));
    refresh();
}

void CannedForm::save(const CannedReply &reply, bool gone)
{
    auto whole = reply;
    if (whole.id.isEmpty())
        whole.id = {u"c-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)};
    m_current = whole.id;
    m_removing = gone;
    m_editor->setSaving(true);
    m_saver->save(PutCanned{whole, gone});
}

/** The change itself comes as an event, perhaps a moment later. */
void CannedForm::saved()
{
    m_editor->setSaving(false);
    if (m_removing) {
        m_current = {};
        m_editor->edit({});
    }
    m_removing = false;
    refresh();
}

void CannedForm::refuse(const Error &error)
{
    m_removing = false;
    m_editor->setSaving(false);
    m_editor->setProblem(refusalText(error), error.data.value(u"field"_s).toString());
    refresh();
}

void CannedForm::refresh()
{
    const auto &canned = m_session.state().canned;
    const bool may = mayChange();
    m_list->setRecords(recordsOf(m_session.state()));
    m_list->setEmptyWords(may ? tr("No canned replies yet. Write what you send often once, and "
                                   "put it into any reply with “/”.")
                              : tr("Nobody has written a canned reply yet."));
    m_list->setCanAdd(may);
    m_note->setPlainText(may ? tr("Typed after “/” in a reply. Changes reach everybody at once.")
                             : tr("Supervisors, editors and admins write them."));
    m_editor->setReadOnly(!may);
    const auto found = canned.constFind(m_current);
    const bool there = found != canned.cend();
    if (there && m_list->current() != m_current.value)
        m_list->setCurrent(m_current.value);
    if (there && m_editor->written().id != m_current)
        m_editor->edit(*found);
    else if (!m_current.isEmpty() && !m_saver->isSaving())
        m_editor->setNewest(there ? std::optional(*found) : std::nullopt);
    m_editor->setVisible(may || there);
}

void CannedForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
