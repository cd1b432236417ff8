// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/noticesink.h"
#include "app/console/notices/noticewatch.h"
#include "app/console/settings/settings.h"
#include "models/session/session.h"

namespace quntai {

/** Watches the session and tells the sink what the settings let through. GUI thread. */
class NoticeDesk : public QObject
{
    Q_OBJECT
public:
    /** looking: the person has the window before them. */
    NoticeDesk(Session &session, Settings &settings, NoticeSink &sink,
               std::function<bool()> looking, QObject *parent = nullptr);

    /** For tests; otherwise the local time. */
    void setClock(std::function<QTime()> clock) { m_clock = std::move(clock); }

Q_SIGNALS:
    /** Something urgent came that the settings let through, also while the person looks: they may
     * be in another room. text is what may stand on a screen. */
    void pressing(const quntai::Notice &notice, const quntai::NoticeText &text);

private:
    void begin();
    void take(const Changes &changes);
    void tell(const Notice &notice);

    Session &m_session;
    Settings &m_settings;
    NoticeSink &m_sink;
    std::function<bool()> m_looking;
    std::function<QTime()> m_clock;
    NoticeWatch m_watch;
};

/** What the settings say, as rules. */
NoticeRules noticeRules(const Settings &settings);

} // namespace quntai
