// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/form.h"
#include "app/console/settings/settings.h"

namespace quntai {

class ActionButton;
class PlainLabel;
class SegmentedControl;

/** Language, colours, density. Colours and density at once; the language when the window is opened
 * anew, which can be done here. */
class AppearanceForm : public Form
{
    Q_OBJECT
public:
    AppearanceForm(ThemeHost &host, Settings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    /** Open the window anew, in the language chosen. */
    void reopenWanted();

private:
    void addLanguage();
    void addTheme();
    void addDensity();
    void refresh();

    ThemeHost &m_host;
    Settings &m_settings;
    Language m_spoken;      //!< by the window as it stands
    SegmentedControl *m_theme;
    SegmentedControl *m_density;
    QWidget *m_reopen;
};

} // namespace quntai
