// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/recordsaver.h"

namespace quntai {

RecordSaver::RecordSaver(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::commandSettled, this, &RecordSaver::settle);
}

void RecordSaver::save(const CommandData &command)
{
    m_lost = false; // that may be known before submit() returns
    const auto id = m_session.submit(command, this, [this](const Result<> &kept) {
        if (kept)
            return;
        m_lost = true;
        m_command = {};
        Q_EMIT refused(kept.error());
    });
    m_command = m_lost ? CommandId{} : id;
}

void RecordSaver::settle(const CommandId &command, const Result<qint64> &result)
{
    if (m_command.isEmpty() || command != m_command)
        return;
    m_command = {};
    if (result) {
        Q_EMIT saved();
        return;
    }
    m_session.discard(command);
    Q_EMIT refused(result.error());
}

} // namespace quntai
