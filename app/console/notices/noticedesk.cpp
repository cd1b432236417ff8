// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/notices/noticedesk.h"

#include "app/console/notices/groupnotices.h"

namespace quntai {

NoticeDesk::NoticeDesk(Session &session, Settings &settings, NoticeSink &sink,
                       std::function<bool()> looking, QObject *parent)
    : QObject(parent), m_session(session), m_settings(settings), m_sink(sink),
      m_looking(std::move(looking)), m_clock([] { return QTime::currentTime(); })
{
    connect(&session, &Session::changed, this, &NoticeDesk::take);
    connect(&session, &Session::reset, this, &NoticeDesk::begin);
    // Who "me" is comes with the link, and what was missed meanwhile is history.
    connect(&session, &Session::linkChanged, this, [this] {
        if (m_session.link().state != LinkState::Live)
            begin();
    });
    begin();
}

void NoticeDesk::begin()
{
    m_watch.begin(m_session.state(), m_session.me());
    m_sink.setWaiting(waitingFor(m_session.state(), m_session.me()));
}

void NoticeDesk::take(const Changes &changes)
{
    const auto notices = m_watch.take(m_session.state(), changes);
    m_sink.setWaiting(waitingFor(m_session.state(), m_session.me()));
    if (m_session.link().state != LinkState::Live)
        return; // what a connection brings in one go is not news of this moment
    for (const auto &notice : notices)
        tell(notice);
}

void NoticeDesk::tell(const Notice &notice)
{
    if (!wantsKind(m_settings, notice.kind)
        || (!notice.group.isEmpty() && !lets(groupRule(m_settings, notice.group), notice.kind)))
        return;
    const auto rules = noticeRules(m_settings);
    if (const auto plan = planFor(notice.kind, rules, m_clock(), false); plan.stays)
        Q_EMIT pressing(notice, noticeText(notice, plan.content));
    const auto plan = planFor(notice.kind, rules, m_clock(), m_looking());
    if (!plan.show)
        return;
    m_sink.show(noticeText(notice, plan.content), notice.topic, severityOf(notice.kind),
                plan.stays);
    if (plan.sound)
        m_sink.sound();
}

NoticeRules noticeRules(const Settings &settings)
{
    NoticeRules rules;
    rules.bySeverity = {{{settings.get(settings::urgentShow), settings.get(settings::urgentSound),
                          settings.get(settings::urgentContent)},
                         {settings.get(settings::normalShow), settings.get(settings::normalSound),
                          settings.get(settings::normalContent)},
                         {settings.get(settings::infoShow), settings.get(settings::infoSound),
                          settings.get(settings::infoContent)}}};
    rules.quietHours = settings.get(settings::quietHours);
    rules.quietFrom = settings.get(settings::quietFrom);
    rules.quietTo = settings.get(settings::quietTo);
    return rules;
}

} // namespace quntai
