// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

namespace quntai {

/** Sends one record's command at a time and says what became of it. What the backend refuses does
 * not stay in the outbox: it stands in the form. GUI thread. */
class RecordSaver : public QObject
{
    Q_OBJECT
public:
    /** The session outlives it. */
    explicit RecordSaver(Session &session, QObject *parent = nullptr);

    void save(const CommandData &command);
    bool isSaving() const { return !m_command.value.isEmpty(); }

Q_SIGNALS:
    void saved();
    void refused(const quntai::Error &error);

private:
    void settle(const CommandId &command, const Result<qint64> &result);

    Session &m_session;
    CommandId m_command;
    bool m_lost = false;  //!< the last one was not kept
};

} // namespace quntai
