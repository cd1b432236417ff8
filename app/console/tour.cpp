// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tour.h"

#include "app/console/deskpage.h"
#include "app/console/mainwindow.h"
#include "widgets/common/searchfield.h"

#include <QDir>
#include <QTextStream>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 50;
constexpr int settleTicks = 8;    // what is on its way to the screen arrives
constexpr qint64 patienceMs = 60000;

} // namespace

Tour::Tour(ThemeHost &host, Session &session, MainWindow &window, QString folder, QObject *parent)
    : QObject(parent), m_host(host), m_session(session), m_window(window),
      m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    m_window.resize(1440, 900);
    plan();
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &Tour::step);
    m_timer.start();
    m_waited.start();
}

void Tour::add(const QString &name, std::function<void()> enter, std::function<bool()> ready)
{
    m_stops.append({name, std::move(ready), std::move(enter)});
}

TopicId Tour::topicThat(const std::function<bool(const Topic &)> &wanted) const
{
    QList<Topic> found;
    for (const auto &topic : m_session.state().topics) {
        if (wanted(topic))
            found.append(topic);
    }
    const auto busiest = std::ranges::max_element(found, {}, &Topic::messageCount);
    return busiest == found.end() ? TopicId{} : busiest->id;
}

void Tour::plan()
{
    add({}, [] {}, [this] {
        return m_session.link().state == LinkState::Live
            && !topicThat([](const Topic &t) { return t.state == TopicState::Escalated; }).isEmpty();
    });
    planDesk();
    planStates();
}

void Tour::planDesk()
{
    const auto escalated = [this] {
        return topicThat([](const Topic &t) { return t.state == TopicState::Escalated; });
    };
    const auto mine = [this] {
        return !topicThat([this](const Topic &t) {
                    return t.lease && t.lease->user == m_session.me();
                }).isEmpty();
    };
    const auto now = [] { return true; };
    add(u"desk-empty-light"_s, [this] { m_host.setMode(ThemeMode::Light); }, now);
    add(u"desk-light"_s, [this, escalated] { m_window.desk().chooseTopic(escalated()); }, now);
    add(u"desk-dark"_s, [this] { m_host.setMode(ThemeMode::Dark); }, now);
    add(u"desk-focus-dark"_s, [this] { m_window.desk().focusTopic(m_window.desk().topic()); }, now);
    add(u"desk-focus-light"_s, [this] { m_host.setMode(ThemeMode::Light); }, now);
    add(u"desk-taken-light"_s,
        [this] {
            m_window.desk().focusTopic({});
            m_window.desk().takeOverOrHandBack();
        },
        mine);
    add(u"desk-taken-dark"_s, [this] { m_host.setMode(ThemeMode::Dark); }, now);
    add(u"desk-correct-dark"_s, [this] { m_window.desk().correctLast(); }, now);
    add(u"desk-correct-light"_s, [this] { m_host.setMode(ThemeMode::Light); }, now);
}

void Tour::planStates()
{
    const auto now = [] { return true; };
    add(u"desk-1280-light"_s, [this] { m_window.resize(1280, 720); }, now);
    add(u"desk-1280-dark"_s, [this] { m_host.setMode(ThemeMode::Dark); }, now);
    add(u"outbox-dark"_s,
        [this] {
            m_window.resize(1440, 900);
            m_window.toggleOutbox();
        },
        now);
    add(u"outbox-light"_s, [this] { m_host.setMode(ThemeMode::Light); }, now);
    add(u"sign-in-light"_s,
        [this] {
            m_window.toggleOutbox();
            m_session.signOut();
        },
        [this] { return m_session.link().state == LinkState::SignedOut; });
    add(u"sign-in-dark"_s, [this] { m_host.setMode(ThemeMode::Dark); }, now);
}

void Tour::step()
{
    if (m_at >= m_stops.size()) {
        m_timer.stop();
        Q_EMIT finished(0);
        return;
    }
    const auto &stop = m_stops.at(m_at);
    if (!m_entered) {
        m_entered = true;
        m_settle = 0;
        m_waited.restart();
        stop.enter();
        return;
    }
    if (!stop.ready()) {
        if (m_waited.elapsed() > patienceMs) {
            QTextStream(stderr) << "The tour waits in vain at stop " << m_at << " " << stop.name
                                << Qt::endl;
            m_timer.stop();
            Q_EMIT finished(1);
        }
        return;
    }
    if (++m_settle < settleTicks)
        return;
    if (!stop.name.isEmpty())
        photograph(stop.name);
    ++m_at;
    m_entered = false;
}

void Tour::photograph(const QString &name)
{
    const auto file = m_folder + u'/' + name + u".png"_s;
    if (!m_window.grab().save(file))
        QTextStream(stderr) << file << " could not be written" << Qt::endl;
}

} // namespace quntai
