// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tour.h"

#include "app/console/deskpage.h"
#include "app/console/mainwindow.h"
#include "app/console/palettedesk.h"
#include "widgets/pictures/picturesource.h"

#include <QDir>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextStream>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 50;
constexpr int settleTicks = 8; // what is on its way to the screen arrives
constexpr qint64 patienceMs = 60000;
constexpr int longReplyLines = 12;

} // namespace

Tour::Tour(ThemeHost &host, Session &session, MainWindow &window, QString folder,
           const TourPart &part,
           std::function<void(bool)> halt, QObject *parent)
    : QObject(parent), m_host(host), m_session(session), m_window(window),
      m_folder(std::move(folder)), m_part(part), m_halt(std::move(halt))
{
    QDir().mkpath(m_folder);
    const bool scaled = part.kind == TourPart::Kind::Scaled;
    m_window.resize(scaled ? QSize(1280, 720) : QSize(1440, 900));
    // Before anything else can be asked, so that the pages wait for their first content.
    connect(&m_session, &Session::linkChanged, this, &Tour::haltWhenLetIn);
    plan();
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &Tour::step);
    m_timer.start();
    m_waited.start();
}

void Tour::add(const QString &name, std::function<void()> enter, std::function<bool()> ready)
{
    if (!ready)
        ready = [] { return true; };
    m_stops.append({name, std::move(ready), std::move(enter)});
}

void Tour::addBoth(const QString &name, std::function<void()> enter, std::function<bool()> ready)
{
    add(name + u"-light"_s, std::move(enter), ready);
    add(name + u"-dark"_s, [this] { m_host.setMode(ThemeMode::Dark); }, ready);
    add({}, [this] { m_host.setMode(ThemeMode::Light); });
}

/** As an input method does. */
void Tour::write(const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    if (auto *field = m_window.focusWidget())
        QCoreApplication::sendEvent(field, &event);
}

void Tour::press(int key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    if (auto *field = m_window.focusWidget())
        QCoreApplication::sendEvent(field, &event);
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
    m_host.setMode(ThemeMode::Light);
    switch (m_part.kind) {
    case TourPart::Kind::Whole: return planWhole();
    case TourPart::Kind::Wide: return planWide();
    case TourPart::Kind::Scaled: return planScaled();
    }
}

void Tour::planWhole()
{
    planLoading();
    planDesk();
    planWork();
    planPanels();
    planReview();
    planStudio();
    planReport();
    planStream();
    planShell();
    planWall();
    planOffline();
    planOfflineRooms();
    planSignIn();
}

void Tour::haltWhenLetIn()
{
    if (m_haltsWhenLetIn && m_session.link().state == LinkState::Syncing) {
        m_haltsWhenLetIn = false;
        m_halt(true);
    }
}

void Tour::goOn()
{
    add({}, [this] { m_halt(false); }, [this] { return isLive(); });
}

bool Tour::isCutOff() const
{
    const auto state = m_session.link().state;
    return state == LinkState::Offline || state == LinkState::Connecting;
}

bool Tour::holdsTopic() const
{
    return !topicThat([this](const Topic &t) {
                return t.lease && t.lease->user == m_session.me();
            }).isEmpty();
}

void Tour::planLoading()
{
    m_haltsWhenLetIn = true; // the first sign-in is on its way
    addBoth(
        u"desk-loading"_s, [] {}, [this] { return m_session.link().state == LinkState::Syncing; });
    goOn();
}

void Tour::sit(const QString &seat)
{
    add(
        {}, [this, seat] { Q_EMIT m_window.seatWanted(seat); },
        [this, seat] {
            return m_session.me() == UserId{seat} && isLive()
                && !m_session.state().groups.isEmpty();
        });
}

void Tour::sitLoading(const QString &seat)
{
    add(
        {},
        [this, seat] {
            m_haltsWhenLetIn = true;
            Q_EMIT m_window.seatWanted(seat);
        },
        [this, seat] {
            return m_session.me() == UserId{seat} && m_session.link().state == LinkState::Syncing;
        });
}

TopicId Tour::escalated() const
{
    return topicThat([](const Topic &t) { return t.state == TopicState::Escalated; });
}

void Tour::addDesk()
{
    add({}, [] {}, [this] { return isLive() && !escalated().isEmpty(); });
    addBoth(u"desk"_s, [this] { m_window.desk().chooseTopic(escalated()); });
}

void Tour::addTaken()
{
    addBoth(
        u"desk-taken"_s,
        [this] {
            m_window.desk().focusTopic({});
            m_window.desk().takeOverOrHandBack();
        },
        [this] { return holdsTopic(); });
}

void Tour::planDesk()
{
    addBoth(u"desk-empty"_s, [] {});
    addDesk();
    addBoth(u"desk-1280"_s, [this] { m_window.resize(1280, 720); });
    addBoth(u"desk-focus"_s, [this] {
        m_window.resize(1440, 900);
        m_window.desk().focusTopic(m_window.desk().topic());
    });
}

void Tour::planWork()
{
    addTaken();
    const auto reply = u"您好，我是客服林悦，正在帮您核实这一单，五分钟内答复您。"_s;
    addBoth(u"desk-reply"_s, [this, reply] { write(reply); });
    addBoth(u"desk-reply-long"_s, [this] {
        for (int line = 0; line < longReplyLines; ++line)
            write(
                u"\n退款已经由银行受理，到账时间以银行为准，一般一到三个工作日；超过时间还没有到账，"
                "请把订单号发给我，我来催办，并在群里答复您。"_s);
    });
    const auto writeAnew = [this](const QString &text) {
        press(Qt::Key_A, Qt::ControlModifier);
        write(text);
    };
    addBoth(u"desk-canned"_s, [writeAnew] { writeAnew(u"/"_s); });
    addBoth(u"desk-mention"_s, [this, writeAnew] {
        press(Qt::Key_Escape);
        writeAnew(u"@"_s);
    });
    add({}, [this, writeAnew, reply] {
        press(Qt::Key_Escape);
        writeAnew(reply);
    });
    addBoth(u"desk-correct"_s, [this] {
        m_window.desk().correctLast();
        press(Qt::Key_End, Qt::ControlModifier);
        write(u"如果超过这个时间还没有到账，请把订单号发给我，我来查。"_s);
    });
}

void Tour::planPanels()
{
    addBoth(u"desk-hand-back"_s, [this] {
        press(Qt::Key_Escape);
        m_window.desk().takeOverOrHandBack();
    });
    addBoth(u"desk-transfer"_s, [this] {
        press(Qt::Key_Escape);
        m_window.desk().askTransfer();
    });
    addBoth(u"desk-search"_s, [this] {
        press(Qt::Key_Escape);
        m_window.desk().focusSearch();
        write(u"退款"_s);
    });
    addBoth(u"desk-search-nothing"_s, [this] { write(u"之外再没有人说过的话"_s); });
    add({}, [this] {
        m_window.desk().focusSearch();
        press(Qt::Key_Escape); // the list again
    });
}

MessagePtr Tour::pictured() const
{
    MessagePtr newest;
    for (const auto &group : m_session.state().groups) {
        for (const auto &message : group.recent) {
            const bool shows = std::ranges::any_of(message->attachments, [](const Attachment &one) {
                return one.kind == MessageKind::Image && !one.sha256.isEmpty();
            });
            if (shows && (!newest || message->at > newest->at))
                newest = message;
        }
    }
    return newest;
}

void Tour::planStream()
{
    const auto here = [this] {
        const auto message = pictured();
        return message
            && m_window.desk().pictures().thumbnail(message->attachments.first().sha256).isReady();
    };
    addBoth(u"desk-find"_s, [this] {
        press(Qt::Key_Escape);
        m_window.desk().findInGroup();
        write(u"退款"_s);
        press(Qt::Key_Return);
    });
    addBoth(
        u"desk-picture"_s,
        [this] {
            press(Qt::Key_Escape);
            if (const auto message = pictured()) {
                m_window.desk().chooseGroup(message->group);
                m_window.desk().jumpTo(message->id);
            }
        },
        here);
    addBoth(
        u"desk-viewer"_s,
        [this] {
            if (const auto message = pictured())
                m_window.desk().openPicture(message->id, 0);
        },
        here);
}

void Tour::addPalette()
{
    addBoth(u"palette"_s, [this] {
        press(Qt::Key_Escape);
        m_window.palette().toggle();
        write(u"tk"_s);
    });
}

void Tour::addSettings()
{
    addBoth(u"settings"_s, [this] { m_window.showSettings(SettingsPage::Section::Appearance); });
}

/** What belongs to the window and to no room. */
void Tour::planShell()
{
    using Section = SettingsPage::Section;
    addPalette();
    addBoth(u"palette-nothing"_s, [this] { write(u"没有这个"_s); });
    addBoth(u"keys"_s, [this] {
        m_window.palette().toggle();
        m_window.toggleCheatSheet();
    });
    add({}, [this] { m_window.toggleCheatSheet(); });
    addSettings();
    addBoth(u"settings-notices"_s, [this] { m_window.showSettings(Section::Notices); });
    addBoth(u"settings-keys"_s, [this] { m_window.showSettings(Section::Keys); });
    addBoth(u"settings-canned"_s, [this] { m_window.showSettings(Section::Canned); });
    addBoth(u"settings-account"_s, [this] { m_window.showSettings(Section::Account); });
    addBoth(u"settings-about"_s, [this] { m_window.showSettings(Section::About); });
    add({}, [this] { m_window.enter(MainWindow::Room::Desk); });
}

void Tour::addSignIn()
{
    addBoth(
        u"sign-in"_s, [this] { m_session.signOut(); },
        [this] { return m_session.link().state == LinkState::SignedOut; });
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
    const auto suffix = QLatin1StringView(m_part.suffix);
    const auto file = m_folder + u'/' + name + suffix + u".png"_s;
    if (!m_window.grab().save(file))
        QTextStream(stderr) << file << " could not be written" << Qt::endl;
}

} // namespace quntai
