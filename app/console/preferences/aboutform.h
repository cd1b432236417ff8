// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/form.h"
#include "models/session/session.h"

namespace quntai {

/** A library the program is made with. */
struct Library
{
    QString name;
    QString licence;   //!< SPDX expression
    QString use;
    QString version;   //!< as it runs; empty where a library does not say
};

/** From resources/about/libraries.json, with versions as they run. */
QList<Library> libraries();

/** What helps to find a fault and says nothing of people: versions, screens, the state of the link,
 * how much there is. No names, addresses, groups or texts. */
QString diagnostics(const Session &session, const Theme &theme);

/** Version, licence, libraries, diagnostics to copy. */
class AboutForm : public Form
{
    Q_OBJECT
public:
    AboutForm(ThemeHost &host, Session &session, QWidget *parent = nullptr);

private:
    void addLibraries(ThemeHost &host);
};

} // namespace quntai
