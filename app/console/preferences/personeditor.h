// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/recordeditor.h"
#include "models/domain/passwordrules.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace quntai {

class GroupsChoice;

/** One account being written: who it is, what they may do, what they are best at, how much they take
 * at once, their password. A password is never shown or kept; it goes with one save. */
class PersonEditor final : public RecordEditor
{
    Q_OBJECT
public:
    PersonEditor(ThemeHost &host, std::function<const State &()> state, QWidget *parent = nullptr);

    /** isNew: its name can be chosen and it needs a password. */
    void edit(const User &user, bool isNew);
    /** As it is now: taken where nothing is written, else said. */
    void setNewest(const User &newest);
    /** It is saved: the password is forgotten. */
    void settle();
    User written() const;
    bool isDirty() const override;
    bool isNew() const { return m_new; }

Q_SIGNALS:
    void saveWanted(const quntai::User &user, const QString &password);

private:
    void build();
    void join();
    void refresh() override;
    void refreshPassword();
    void lock(bool readOnly) override;
    QWidget *controlOf(const QString &field) const override;
    QString whyNotSave() const override;
    void send() override;

    User m_base;
    bool m_new = true;
    QLineEdit *m_id;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLineEdit *m_teams;
    QLineEdit *m_skills;
    QSpinBox *m_capacity;
    GroupsChoice *m_groups;
    QLineEdit *m_password;
    QLineEdit *m_again;
    PlainLabel *m_rule;
    QCheckBox *m_disabled;
    PlainLabel *m_changed;
    QList<QWidget *> m_secrets;   //!< rows of the password
};

/** What a person can do about a password; empty: nothing is wrong with it. */
QString passwordWords(PasswordFault fault);

} // namespace quntai
