// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/form.h"
#include "app/console/settings/settings.h"
#include "models/session/session.h"

class QGridLayout;
class QTimeEdit;

namespace quntai {

/** Which notices come: by severity, by event and by group; and when none should. */
class NoticesForm : public Form
{
    Q_OBJECT
public:
    NoticesForm(ThemeHost &host, Session &session, Settings &settings,
                QWidget *parent = nullptr);

private:
    void addSeverities();
    void addSeverity(QGridLayout &grid, const QString &name, const QString &about,
                     const QList<Setting<bool>> &settings);
    void addQuietHours();
    void addKinds();
    QTimeEdit *timeField(const Setting<int> &setting, const QString &name);

    ThemeHost &m_host;
    Settings &m_settings;
};

} // namespace quntai
