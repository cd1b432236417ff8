// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/actions/actionregistry.h"
#include "app/console/settings/settings.h"
#include "models/session/session.h"
#include "widgets/common/themedwidget.h"

class QListWidget;
class QStackedWidget;

namespace quntai {

class AccountForm;
class CannedForm;
class PeopleForm;

/** The settings, in the window: sections at the left, one of them at the right. Everything acts at
 * once; Esc goes back to where one came from. A section one has no right to is not listed. */
class SettingsPage : public ThemedWidget
{
    Q_OBJECT
public:
    enum class Section { Appearance, Notices, Keys, Canned, People, Account, About };

    SettingsPage(ThemeHost &host, Session &session, Settings &settings, ActionRegistry &registry,
                 QWidget *parent = nullptr);

    /** The first one instead of a section that is not listed. */
    void open(Section section);
    /** One sits in the sample company, whose other chairs are offered. */
    void setSample(bool sample);
    Section section() const;
    CannedForm &canned() const { return *m_canned; }
    PeopleForm &people() const { return *m_people; }

Q_SIGNALS:
    void closed();
    void reopenWanted();
    void signOutWanted();
    void serverWanted();
    void seatWanted(const QString &seat);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildLeft();
    void addSection(Icon icon, const QString &name, QWidget *form);
    void refreshSections();
    void refreshLook();

    Session &m_session;
    QListWidget *m_sections;
    QStackedWidget *m_forms;
    CannedForm *m_canned;
    PeopleForm *m_people;
    AccountForm *m_account;
    QList<Icon> m_icons;
};

} // namespace quntai
