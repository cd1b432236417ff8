// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/recordform.h"

#include "app/console/preferences/recordsaver.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/refusals.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

RecordForm::RecordForm(ThemeHost &host, Session &session, Words words, RecordEditor *editor,
                       QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_firstField(std::move(words.firstField)),
      m_saver(new RecordSaver(session, this)), m_list(new RecordList(host, words.title, words.add)),
      m_editor(editor),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary))
{
    layOut(words.title);
    join();
}

void RecordForm::layOut(const QString &title)
{
    m_note->setFlow(PlainLabel::Flow::Wrapped);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(space::x3, space::x2, 0, 0);
    right->addWidget(new PlainLabel(host(), title, TextRole::Title));
    right->addWidget(m_note);
    right->addWidget(m_editor, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);
}

void RecordForm::join()
{
    connect(m_list, &RecordList::chosen, this, &RecordForm::show);
    connect(m_list, &RecordList::addWanted, this, &RecordForm::addNew);
    connect(m_saver, &RecordSaver::saved, this, [this] {
        m_editor->setSaving(false);
        settled(true);
        refresh();
    });
    connect(m_saver, &RecordSaver::refused, this, &RecordForm::refuse);
    connect(&m_session, &Session::reset, this, &RecordForm::refresh);
    connect(&m_session, &Session::linkChanged, this, &RecordForm::refresh);
    connect(&m_session, &Session::changed, this, [this](const Changes &changes) {
        if (concerns(changes))
            refresh();
    });
}

void RecordForm::addNew()
{
    if (!mayChange())
        return;
    m_list->setCurrent({});
    m_current.clear();
    edit({});
    m_editor->setVisible(true);
    m_editor->setProblem({}, m_firstField);
}

void RecordForm::show(const QString &key)
{
    m_current = key;
    edit(key);
    refresh();
}

/** The change itself comes as an event, perhaps a moment later. */
void RecordForm::submit(const QString &key, const CommandData &command)
{
    m_current = key;
    m_editor->setSaving(true);
    m_saver->save(command);
}

bool RecordForm::isSaving() const
{
    return m_saver->isSaving();
}

void RecordForm::refuse(const Error &error)
{
    m_editor->setSaving(false);
    m_editor->setProblem(refusalText(error), error.data.value(u"field"_s).toString());
    settled(false);
}

void RecordForm::refresh()
{
    const bool may = mayChange();
    const auto all = records();
    m_list->setRecords(all);
    m_list->setEmptyWords(emptyWords());
    m_list->setCanAdd(may);
    m_note->setPlainText(note());
    m_editor->setReadOnly(!may);
    const auto isShown = [this](const Record &one) { return one.key == m_current; };
    bool exists = std::ranges::any_of(all, isShown);
    if (!exists && !may) {
        exists = !all.isEmpty();
        m_current = exists ? all.first().key : QString();
    }
    if (exists && m_list->current() != m_current)
        m_list->setCurrent(m_current);
    renew(m_current, exists);
    m_editor->setVisible(may || exists);
}

void RecordForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
}

} // namespace quntai
