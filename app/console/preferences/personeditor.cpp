// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/personeditor.h"

#include "app/console/preferences/groupschoice.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 64;   // as the backend takes it
constexpr int mostCapacity = 99;

/** Two fields side by side, of the same width. */
QHBoxLayout *pair(QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::x3);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    return row;
}

} // namespace

QString passwordWords(PasswordFault fault)
{
    switch (fault) {
    case PasswordFault::None: return {};
    case PasswordFault::TooShort:
        return PersonEditor::tr("A password has at least %1 characters.").arg(minPasswordLength);
    case PasswordFault::TooLong:
        return PersonEditor::tr("A password has at most %1 characters.").arg(maxPasswordLength);
    case PasswordFault::IsName:
        return PersonEditor::tr("A password is not the name of the account.");
    case PasswordFault::OneCharacter:
        return PersonEditor::tr("A password is not one character over and over.");
    }
    return {};
}

PersonEditor::PersonEditor(ThemeHost &host, std::function<const State &()> state, QWidget *parent)
    : RecordEditor(host, std::move(state), tr("Save"), parent),
      m_id(new QLineEdit), m_name(new QLineEdit), m_role(new QComboBox), m_teams(new QLineEdit),
      m_skills(new QLineEdit), m_capacity(new QSpinBox),
      m_groups(new GroupsChoice(host, [this] { return groupsByName(this->state()); })),
      m_password(new QLineEdit), m_again(new QLineEdit),
      m_rule(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary)),
      m_disabled(new QCheckBox(tr("Disabled: cannot sign in, is offered nothing"))),
      m_changed(new PlainLabel(host, tr("Somebody changed this account meanwhile; saving replaces "
                                        "what they wrote."),
                               TextRole::Caption, ColorRole::WarningFg))
{
    build();
    join();
    edit({}, true);
}

void PersonEditor::build()
{
    m_id->setMaxLength(longestName);
    m_name->setMaxLength(longestName);
    for (std::size_t at = 0; at < enumWords<Role>.size(); ++at)
        m_role->addItem(roleName(Role(at)));
    m_role->view()->setAccessibleName(tr("Role"));
    m_capacity->setRange(0, mostCapacity);
    m_capacity->setSpecialValueText(tr("as the policy says"));
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    for (auto *label : {m_rule, m_changed})
        label->setFlow(PlainLabel::Flow::Wrapped);
    auto *rows = addRows();
    rows->addWidget(m_changed);
    rows->addLayout(pair(field(tr("Account"), m_id, tr("what one signs in with")),
                         field(tr("Name"), m_name, tr("as colleagues see it"))));
    rows->addLayout(pair(field(tr("Role"), m_role),
                         field(tr("Topics at once"), m_capacity)));
    rows->addWidget(field(tr("Skills"), m_skills, tr("categories of questions, e.g. 售后, 物流")));
    rows->addWidget(field(tr("Teams and languages"), m_teams, tr("e.g. 华东组, 粤语")));
    rows->addWidget(field(tr("Sees these groups"), m_groups));
    m_secrets = {field(tr("New password"), m_password),
                 field(tr("The same once more"), m_again)};
    rows->addLayout(pair(m_secrets.first(), m_secrets.last()));
    rows->addWidget(m_rule);
    rows->addWidget(m_disabled);
    rows->addWidget(problemLabel());
    rows->addWidget(saveButton(), 0, Qt::AlignRight);
}

void PersonEditor::join()
{
    for (auto *line : {m_id, m_name, m_teams, m_skills, m_password, m_again})
        follow(line);
    connect(m_role, &QComboBox::currentIndexChanged, this, &PersonEditor::edited);
    connect(m_capacity, &QSpinBox::valueChanged, this, &PersonEditor::edited);
    connect(m_groups, &GroupsChoice::edited, this, &PersonEditor::edited);
    connect(m_disabled, &QCheckBox::toggled, this, &PersonEditor::edited);
}

void PersonEditor::edit(const User &user, bool isNew)
{
    load([&] {
        m_base = user;
        m_new = isNew;
        m_id->setText(user.id.value);
        m_name->setText(user.name);
        m_role->setCurrentIndex(int(user.role));
        m_teams->setText(user.teams.join(u", "_s));
        m_skills->setText(user.skills.join(u", "_s));
        m_capacity->setValue(user.capacity);
        m_groups->setChosen(user.groups);
        m_disabled->setChecked(user.disabled);
        m_password->clear();
        m_again->clear();
        m_changed->hide();
    });
}

User PersonEditor::written() const
{
    auto user = m_base;
    user.id = {m_id->text().trimmed()};
    user.name = m_name->text().simplified();
    user.role = Role(m_role->currentIndex());
    user.teams = wordsIn(m_teams->text());
    user.skills = wordsIn(m_skills->text());
    user.capacity = m_capacity->value();
    user.groups = m_groups->chosen();
    user.disabled = m_disabled->isChecked();
    return user;
}

bool PersonEditor::isDirty() const
{
    return written() != m_base || !m_password->text().isEmpty();
}

void PersonEditor::setNewest(const User &newest)
{
    if (newest == m_base)
        return;
    if (newest == written() || !isDirty()) {
        edit(newest, false);
        return;
    }
    m_base = newest;
    m_changed->show();
    refresh();
}

void PersonEditor::lock(bool readOnly)
{
    for (auto *line : {m_name, m_teams, m_skills})
        line->setReadOnly(readOnly);
    m_role->setEnabled(!readOnly);
    m_capacity->setEnabled(!readOnly);
    m_groups->setEnabled(!readOnly);
    m_disabled->setEnabled(!readOnly);
}

QWidget *PersonEditor::controlOf(const QString &field) const
{
    if (field == u"user.id")
        return m_id;
    if (field == u"user.name")
        return m_name;
    return field == u"password" ? m_password : nullptr;
}

void PersonEditor::settle()
{
    m_password->clear();
    m_again->clear();
}

/** What is wrong with it now; of a password only once both fields are filled or it is needed. */
QString PersonEditor::whyNotSave() const
{
    const auto user = written();
    if (user.id.isEmpty())
        return tr("Give the account a name.");
    if (m_new && state().users.contains(user.id))
        return tr("There is an account of this name already.");
    if (user.name.isEmpty())
        return tr("Write the person's name.");
    const auto password = m_password->text();
    if (password.isEmpty())
        return m_new ? tr("A new account needs a password.") : QString();
    if (const auto fault = passwordWords(faultOf(password, user.id)); !fault.isEmpty())
        return fault;
    return password == m_again->text() ? QString() : tr("The two passwords differ.");
}

void PersonEditor::send()
{
    Q_EMIT saveWanted(written(), m_password->text());
}

void PersonEditor::refreshPassword()
{
    const auto password = m_password->text();
    const auto fault = password.isEmpty()
        ? QString() : passwordWords(faultOf(password, {m_id->text().trimmed()}));
    m_rule->setRole(TextRole::Caption, fault.isEmpty() ? ColorRole::TextSecondary
                                                       : ColorRole::WarningFg);
    m_rule->setPlainText(!fault.isEmpty() ? fault
                             : m_new ? tr("At least %1 characters; a sentence is good.")
                                           .arg(minPasswordLength)
                                     : tr("Leave it empty to keep the old one. A new one signs the "
                                          "person out everywhere."));
}

void PersonEditor::refresh()
{
    m_id->setReadOnly(isReadOnly() || !m_new);
    for (auto *secret : std::as_const(m_secrets))
        secret->setVisible(!isReadOnly());
    m_rule->setVisible(!isReadOnly());
    refreshSave(isSaving() ? tr("Saving…") : m_new ? tr("Make the account") : tr("Save"),
                tr("Nothing is changed"));
    refreshPassword();
}

} // namespace quntai
