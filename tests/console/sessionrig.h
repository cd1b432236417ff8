// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings/settings.h"
#include "tests/models/common/dataof.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/desk/desksample.h"

#include <QTemporaryDir>

namespace quntai::tests {

/** What a part of the console needs around it: themes, settings, a session that the test scripts and
 * a scribe who writes what happens in its group. A test inherits it and begins it in init(). */
class SessionRig
{
protected:
    /** Settings, session and scribe anew; the settings are those of the test function and its row
     * of data. Nothing that holds the old ones may live on. */
    void begin(const UserId &me = {QStringLiteral("u-1")});
    /** The link stands. */
    void goLive();
    /** What was submitted to the session and is a C, in order. */
    template <class C>
    QList<C> submitted() const
    {
        return dataOf<C>(m_session->submitted());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ThemeHost> m_host;  //!< one for all functions of the test
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
};

} // namespace quntai::tests
