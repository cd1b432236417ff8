// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's stops where the backend is not reached, and before anybody is signed in.
#include "app/console/deskpage.h"
#include "app/console/mainwindow.h"
#include "app/console/studiopage.h"
#include "app/console/tour.h"
#include "widgets/signin/signinpage.h"

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::planOffline()
{
    const auto offline = [this] { return m_session.link().state == LinkState::Offline; };
    add({}, [this] {
        m_window.enter(MainWindow::Room::Desk);
        const auto free = topicThat([](const Topic &t) { return !t.lease && !hasEnded(t); });
        m_window.desk().chooseTopic(escalated().isEmpty() ? free : escalated());
    });
    add({}, [this] { m_window.desk().takeOverOrHandBack(); }, [this] { return holdsTopic(); });
    addBoth(
        u"desk-offline"_s,
        [this] {
            m_halt(true);
            m_window.desk().editAgain({}, m_window.desk().topic(),
                                      u"银行已受理，最晚明天 18:00 前到账。"_s);
        },
        offline);
    addBoth(
        u"outbox"_s,
        [this] {
            press(Qt::Key_Return, Qt::ControlModifier);
            m_window.toggleOutbox();
        },
        [this] { return isCutOff() && !m_session.outbox().isEmpty(); });
    add({}, [this] { m_window.toggleOutbox(); });
}

void Tour::planOfflineRooms()
{
    using Room = MainWindow::Room;
    const auto cutOff = [this] { return isCutOff(); };
    addBoth(u"wall-offline"_s, [this] { m_window.enter(Room::Wall); }, cutOff);
    addBoth(u"review-offline"_s, [this] { m_window.enter(Room::Review); }, cutOff);
    addBoth(
        u"studio-offline"_s,
        [this] {
            m_window.enter(Room::Studio);
            m_window.studio().openEntry({u"k-003"_s});
        },
        cutOff);
    addBoth(u"report-offline"_s, [this] { m_window.enter(Room::Report); }, cutOff);
}

void Tour::planSignIn()
{
    const auto offline = [this] { return m_session.link().state == LinkState::Offline; };
    const auto tryServer = [this](const QUrl &server) {
        m_window.signIn().setServer(server);
        m_window.signIn().setName(u"林悦"_s);
        m_session.signIn({server, u"林悦"_s, u"-"_s, {}});
    };
    addSignIn();
    // Who takes the connection and says nothing.
    addBoth(
        u"sign-in-busy"_s,
        [this, tryServer] {
            m_mute.listen(QHostAddress::LocalHost);
            tryServer(QUrl(u"ws://127.0.0.1:%1"_s.arg(m_mute.serverPort())));
        },
        [this] { return m_session.link().state == LinkState::Connecting; });
    add({}, [this] {
        m_session.signOut();
        m_mute.close();
    });
    // Port 1 of this computer: nobody listens there.
    addBoth(u"sign-in-error"_s, [tryServer] { tryServer(QUrl(u"ws://127.0.0.1:1"_s)); }, offline);
    // A name that never leads anywhere (RFC 2606).
    addBoth(
        u"sign-in-unknown"_s,
        [this, tryServer] {
            m_session.signOut();
            tryServer(QUrl(u"wss://kefu.quntai-hangzhou-xianguo.invalid:8443"_s));
        },
        offline);
    addBoth(u"first-run"_s, [this] {
        m_session.signOut();
        m_window.showFirstRun();
    });
    add({}, [this] { m_halt(false); });
}

} // namespace quntai
