// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What link and session do when this computer wakes from sleep: the second part of both.
#include "models/session/livesession.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int checkMs = 3000;

} // namespace

/** Nothing on screen is taken for the present until the backend has answered: it may have given this
 * console up long ago, and the socket does not know. */
void LiveSession::woke(qint64 sleptMs)
{
    if (m_connected)
        setLink({LinkState::Connecting, LinkProblem::Woke, u"This computer slept"_s, {}, {},
                 m_status.latencyMs});
    m_clockAhead += sleptMs; // steady time slept too
    m_link.check();
}

/** All the backend sent before is here: one stream carries both. */
void LiveSession::take(const LinkChecked &checked)
{
    if (!m_connected || m_status.problem != LinkProblem::Woke)
        return;
    if (checked.backendTime.isSet()) // it was a clock that was set, perhaps, and no sleep
        m_clockAhead = checked.backendTime.ms - m_steady.elapsed();
    setLink(LinkState::Syncing);
    fed();
}

void LinkWorker::check()
{
    m_backoff.reset(); // who was away does not wait for what failed before
    tryNow();
    if (!m_signedIn)
        return; // connecting has a deadline of its own
    m_deadline.start(checkMs);
    ask({Asked::Check, {}, 0}, u"session.ping", encodeBody(Nothing{}));
}

/** It is there. The tokens may have run out while this computer slept: their timer slept too. */
void LinkWorker::readCheck()
{
    m_deadline.stop();
    m_refresh.start(0);
    const auto answer = m_reader.body<PingResult>();
    Q_EMIT news(LinkChecked{answer ? answer->time : Instant{}});
}

} // namespace quntai
