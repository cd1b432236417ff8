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
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 64;   // as the backend takes it
constexpr int mostCapacity = 99;
constexpr int mostWidth = 640;

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
    : ScrollColumn(host, ColorRole::SurfaceBase, parent), m_theme(host), m_state(std::move(state)),
      m_id(new QLineEdit), m_name(new QLineEdit), m_role(new QComboBox), m_teams(new QLineEdit),
      m_skills(new QLineEdit), m_capacity(new QSpinBox),
      m_groups(new GroupsChoice(host, [this] { return groupsByName(m_state()); })),
      m_password(new QLineEdit), m_again(new QLineEdit),
      m_rule(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary)),
      m_disabled(new QCheckBox(tr("Disabled: cannot sign in, is offered nothing"))),
      m_changed(new PlainLabel(host, tr("Somebody changed this account meanwhile; saving replaces "
                                        "what they wrote."),
                               TextRole::Caption, ColorRole::WarningFg)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg)),
      m_save(new ActionButton(host, ButtonKind::Primary, tr("Save")))
{
    build();
    join();
    edit({}, true);
}

QWidget *PersonEditor::field(const QString &name, const QString &about, QWidget *control)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x1);
    column->addWidget(new PlainLabel(m_theme, name, TextRole::Caption, ColorRole::TextSecondary));
    // A button is as wide as its words, its label is not.
    column->addWidget(control, 0, qobject_cast<ActionButton *>(control) ? Qt::AlignLeft
                                                                        : Qt::Alignment());
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(name);
    control->setAccessibleDescription(about);
    if (auto *line = qobject_cast<QLineEdit *>(control); line && !about.isEmpty())
        line->setPlaceholderText(about);
    return whole;
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
    m_save->setKeyHint(u"Ctrl+S"_s);
    for (auto *label : {m_rule, m_changed, m_problem})
        label->setFlow(PlainLabel::Flow::Wrapped);
    auto *body = new QWidget(this);
    body->setMaximumWidth(mostWidth);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::x3);
    rows->addWidget(m_changed);
    rows->addLayout(pair(field(tr("Account"), tr("what one signs in with"), m_id),
                         field(tr("Name"), tr("as colleagues see it"), m_name)));
    rows->addLayout(pair(field(tr("Role"), {}, m_role),
                         field(tr("Topics at once"), {}, m_capacity)));
    rows->addWidget(field(tr("Skills"), tr("categories of questions, e.g. 售后, 物流"), m_skills));
    rows->addWidget(field(tr("Teams and languages"), tr("e.g. 华东组, 粤语"), m_teams));
    rows->addWidget(field(tr("Sees these groups"), {}, m_groups));
    m_secrets = {field(tr("New password"), {}, m_password),
                 field(tr("The same once more"), {}, m_again)};
    rows->addLayout(pair(m_secrets.first(), m_secrets.last()));
    rows->addWidget(m_rule);
    rows->addWidget(m_disabled);
    rows->addWidget(m_problem);
    rows->addWidget(m_save, 0, Qt::AlignRight);
    auto *beside = new QHBoxLayout;
    beside->addWidget(body, 1000);
    beside->addStretch(1);
    column()->setContentsMargins(0, space::x2, space::x3, space::x4);
    column()->insertLayout(0, beside);
}

void PersonEditor::join()
{
    const auto edited = [this] {
        if (m_loading)
            return;
        setProblem({});
        refresh();
    };
    for (auto *line : {m_id, m_name, m_teams, m_skills, m_password, m_again}) {
        connect(line, &QLineEdit::textChanged, this, edited);
        connect(line, &QLineEdit::returnPressed, this, &PersonEditor::save);
    }
    connect(m_role, &QComboBox::currentIndexChanged, this, edited);
    connect(m_capacity, &QSpinBox::valueChanged, this, edited);
    connect(m_groups, &GroupsChoice::edited, this, edited);
    connect(m_disabled, &QCheckBox::toggled, this, edited);
    connect(m_save, &ActionButton::clicked, this, &PersonEditor::save);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &PersonEditor::save);
}

void PersonEditor::edit(const User &user, bool isNew)
{
    m_loading = true;
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
    m_loading = false;
    m_changed->hide();
    setProblem({});
    refresh();
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

void PersonEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (auto *line : {m_name, m_teams, m_skills})
        line->setReadOnly(readOnly);
    m_role->setEnabled(!readOnly);
    m_capacity->setEnabled(!readOnly);
    m_groups->setEnabled(!readOnly);
    m_disabled->setEnabled(!readOnly);
    refresh();
}

void PersonEditor::setSaving(bool saving)
{
    m_saving = saving;
    refresh();
}

void PersonEditor::setProblem(const QString &problem, const QString &field)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (field == u"user.id")
        m_id->setFocus();
    else if (field == u"user.name")
        m_name->setFocus();
    else if (field == u"password")
        m_password->setFocus();
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
    if (m_new && m_state().users.contains(user.id))
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

void PersonEditor::save()
{
    if (m_readOnly || m_saving || !isDirty())
        return;
    if (const auto why = whyNotSave(); !why.isEmpty()) {
        setProblem(why);
        return;
    }
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
    m_id->setReadOnly(m_readOnly || !m_new);
    for (auto *secret : std::as_const(m_secrets))
        secret->setVisible(!m_readOnly);
    m_rule->setVisible(!m_readOnly);
    m_save->setVisible(!m_readOnly);
    m_save->setEnabled(!m_saving && isDirty());
    m_save->setText(m_saving ? tr("Saving…") : m_new ? tr("Make the account") : tr("Save"));
    m_save->setToolTip(isDirty() ? QString() : tr("Nothing is changed"));
    refreshPassword();
}

} // namespace quntai
