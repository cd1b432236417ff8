// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/sessionrig.h"

#include <QTest>

namespace quntai::tests {

using namespace Qt::StringLiterals;

void SessionRig::begin(const UserId &me)
{
    if (!m_host)
        m_host = makeHost();
    auto name = QString::fromLatin1(QTest::currentTestFunction());
    if (const auto *row = QTest::currentDataTag())
        name += u'-' + QString::fromLatin1(row);
    m_scribe.reset();
    m_settings = std::make_unique<Settings>(m_folder.filePath(name));
    m_session = std::make_unique<ScriptedSession>(me);
    m_scribe = std::make_unique<Scribe>(*m_session);
}

void SessionRig::goLive()
{
    m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 3});
}

} // namespace quntai::tests
