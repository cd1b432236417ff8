// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/cannededitor.h"

#include "app/console/preferences/groupschoice.h"
#include "models/domain/answertext.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/confirmline.h"
#include "widgets/studio/answeredit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestShown = 2000;

/** A customer nobody knows, so that one sees what stays unfilled. */
QString previewOf(const State &state, QString text)
{
    text.replace(u"{{客服}}"_s, CannedEditor::tr("[your name]"));
    const Author asker{AuthorKind::Member, {}, CannedEditor::tr("Ms Li")};
    return fillAnswer(state, {}, asker, text, {}).text;
}

bool isShortcut(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
}

} // namespace

CannedEditor::CannedEditor(ThemeHost &host, std::function<const State &()> state, QWidget *parent)
    : RecordEditor(host, std::move(state), tr("Save"), parent),
      m_title(new QLineEdit), m_shortcut(new QLineEdit), m_text(new AnswerEdit(host)),
      m_variable(new ActionButton(host, ButtonKind::Quiet, tr("Insert a variable"))),
      m_preview(new PlainLabel(host, {}, TextRole::Ui, ColorRole::TextSecondary)),
      m_groups(new GroupsChoice(host, [this] { return groupsByName(this->state()); })),
      m_tags(new QLineEdit),
      m_conflict(new QWidget),
      m_conflictText(new PlainLabel(host, {}, TextRole::Ui, ColorRole::TextPrimary)),
      m_takeTheirs(new ActionButton(host, ButtonKind::Secondary, tr("Take theirs"))),
      m_keepMine(new ActionButton(host, ButtonKind::Secondary, tr("Keep mine"))),
      m_confirm(new ConfirmLine(host)),
      m_remove(new ActionButton(host, ButtonKind::Quiet, tr("Delete")))
{
    build();
    join();
    edit({});
}

QWidget *CannedEditor::buildTextHead()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x1);
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(host(), tr("Text"), TextRole::Caption,
                                   ColorRole::TextSecondary),
                    1);
    m_variable->setButtonSize(ButtonSize::Small);
    m_variable->setKeyHint(u"Ctrl+Space"_s);
    head->addWidget(m_variable);
    column->addLayout(head);
    m_text->setAccessibleName(tr("Text"));
    column->addWidget(m_text);
    return whole;
}

QWidget *CannedEditor::buildConflict()
{
    auto *column = new QVBoxLayout(m_conflict);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x1);
    column->addWidget(new PlainLabel(
        host(), tr("Somebody changed it meanwhile. Theirs reads:"), TextRole::UiStrong,
        ColorRole::WarningFg));
    m_conflictText->setFlow(PlainLabel::Flow::Wrapped);
    column->addWidget(m_conflictText);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_takeTheirs);
    buttons->addWidget(m_keepMine);
    buttons->addStretch(1);
    column->addLayout(buttons);
    return m_conflict;
}

void CannedEditor::build()
{
    m_title->setMaxLength(CannedReply::titleLimit);
    m_shortcut->setMaxLength(CannedReply::shortcutLimit);
    m_shortcut->setPlaceholderText(tr("what one types after “/”: letters, digits, “-”"));
    m_tags->setPlaceholderText(tr("groups with one of these tags, e.g. VIP, 售后"));
    m_groups->setAccessibleName(tr("Only in these groups"));
    m_preview->setFlow(PlainLabel::Flow::Wrapped);
    auto *rows = addRows();
    rows->addWidget(buildConflict());
    rows->addWidget(field(tr("Title"), m_title));
    rows->addWidget(field(tr("Shortcut"), m_shortcut));
    rows->addWidget(buildTextHead());
    rows->addWidget(field(tr("What Ms Li would read"), m_preview));
    rows->addWidget(field(tr("Only in these groups"), m_groups));
    rows->addWidget(field(tr("And in groups with these tags"), m_tags));
    rows->addWidget(problemLabel());
    rows->addWidget(m_confirm);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_remove);
    foot->addStretch(1);
    foot->addWidget(saveButton());
    rows->addLayout(foot);
}

void CannedEditor::join()
{
    for (auto *line : {m_title, m_shortcut, m_tags})
        follow(line);
    connect(m_text, &QPlainTextEdit::textChanged, this, &CannedEditor::edited);
    connect(m_groups, &GroupsChoice::edited, this, &CannedEditor::edited);
    connect(m_variable, &ActionButton::clicked, this, &CannedEditor::openVariables);
    connect(m_remove, &ActionButton::clicked, this, [this] {
        m_confirm->ask(tr("Nobody can put it into a reply any more."), tr("Delete"));
    });
    connect(m_confirm, &ConfirmLine::confirmed, this, [this] { Q_EMIT removeWanted(m_base); });
    connect(m_confirm, &ConfirmLine::declined, this, [this] { m_remove->setFocus(); });
    connect(m_takeTheirs, &ActionButton::clicked, this, [this] {
        if (const auto theirs = m_theirs)
            edit(*theirs);
    });
    connect(m_keepMine, &ActionButton::clicked, this, &CannedEditor::keepMine);
}

/** From here on mine is a change of theirs. */
void CannedEditor::keepMine()
{
    if (m_theirs)
        m_base = *m_theirs;
    else
        m_base.version = 0;
    m_theirs.reset();
    m_gone = false;
    refresh();
}

void CannedEditor::edit(const CannedReply &reply)
{
    load([&] {
        m_base = reply;
        m_theirs.reset();
        m_gone = false;
        m_title->setText(reply.title);
        m_shortcut->setText(reply.shortcut);
        m_text->setPlainText(reply.text);
        m_groups->setChosen(reply.groups);
        m_tags->setText(reply.tags.join(u", "_s));
        m_confirm->hide();
    });
}

CannedReply CannedEditor::written() const
{
    auto reply = m_base;
    reply.title = m_title->text().simplified();
    reply.shortcut = m_shortcut->text().trimmed();
    reply.text = m_text->toPlainText().trimmed();
    reply.groups = m_groups->chosen();
    reply.tags = wordsIn(m_tags->text());
    return reply;
}

bool CannedEditor::isDirty() const
{
    return written() != m_base;
}

void CannedEditor::setNewest(const std::optional<CannedReply> &newest)
{
    if (m_base.version == 0)
        return;
    auto mine = written();
    mine.version = newest ? newest->version : 0;
    m_gone = !newest;
    m_theirs.reset();
    if (newest && *newest != m_base) {
        if (*newest == mine || !isDirty())
            edit(*newest);
        else
            m_theirs = newest;
    }
    refresh();
}

void CannedEditor::lock(bool readOnly)
{
    for (auto *line : {m_title, m_shortcut, m_tags})
        line->setReadOnly(readOnly);
    m_text->setReadOnly(readOnly);
    m_groups->setEnabled(!readOnly);
}

QWidget *CannedEditor::controlOf(const QString &field) const
{
    if (field == u"title")
        return m_title;
    if (field == u"shortcut")
        return m_shortcut;
    return field == u"text" ? m_text : nullptr;
}

QString CannedEditor::whyNotSave() const
{
    const auto reply = written();
    if (reply.title.isEmpty())
        return tr("Give it a title.");
    if (!isShortcut(reply.shortcut))
        return tr("A shortcut has letters, digits and “-” only.");
    if (reply.text.isEmpty())
        return tr("Write its text.");
    return m_theirs || m_gone ? tr("Choose first which of the two texts goes on.") : QString();
}

void CannedEditor::openVariables()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &name : QStringList{u"客服"_s} + answerVariables())
        menu->addAction(name, this, [this, name] {
            m_text->insertVariable(name);
            m_text->setFocus();
        });
    menu->popup(m_variable->mapToGlobal(QPoint(0, m_variable->height())));
}

void CannedEditor::refreshPreview()
{
    const auto text = m_text->toPlainText().trimmed();
    m_preview->setPlainText(text.isEmpty() ? tr("Nothing yet")
                                           : previewOf(state(), text).left(longestShown));
}

void CannedEditor::refreshConflict()
{
    m_conflict->setVisible(m_theirs || m_gone);
    m_takeTheirs->setVisible(m_theirs.has_value());
    m_conflictText->setPlainText(
        m_theirs ? (m_theirs->title + u'\n' + m_theirs->text).left(longestShown)
                 : tr("It was deleted."));
}

void CannedEditor::refresh()
{
    refreshPreview();
    refreshConflict();
    m_variable->setVisible(!isReadOnly());
    m_remove->setVisible(!isReadOnly() && m_base.version > 0);
    refreshSave(isSaving() ? tr("Saving…") : tr("Save"), tr("Nothing is changed"));
}

} // namespace quntai
